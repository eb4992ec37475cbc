import {SimhostError, messageOf} from '../errors.ts';

/** A running `simhost serve`. */
export interface PlatformAddress {
  /** For example `http://127.0.0.1:4321`. */
  readonly url: string;
  /** What it printed as its id, or wrote into its id file. */
  readonly id: string;
}
