/** The messages between a page of the author's own server and `simhost dev`. Host pages have the control channel. */
import type {ClockState} from '../clock.ts';
import type {AskedRequest} from './asked-request.ts';
import type {LogLevel} from './control.ts';
import type {Deed} from './deed.ts';

/** A message of the page. */
export type PageReport =
  /** Asks for the changes, one JSON object in each line of the answer, for as long as the page is open. */
  | {readonly type: 'follow'}
  | {readonly type: 'asked'; readonly request: AskedRequest}
  | {readonly type: 'log'; readonly level: LogLevel; readonly text: string; readonly stack: string}
  | {readonly type: 'error'; readonly name: string; readonly message: string; readonly stack: string}
  | {readonly type: 'deed'; readonly deed: Deed}
  | BlockedRequest;

/** A request of the page that the browser blocked. */
export interface BlockedRequest {
  readonly type: 'blocked';
  readonly url: string;
  /** The rules of the page's Content-Security-Policy. */
  readonly directive: string;
}

/** A change that the page follows. */
export type PageChange = {readonly type: 'clock'; readonly clock: ClockState} | {readonly type: 'restart'};

/** The facts about `simhost dev` that the first script of the page needs. */
export interface LivePage {
  /** The path at which the page reports, and asks. */
  readonly ask: string;
  /**
   * The URL that requests to other hosts are sent to instead. The request's scheme, host and path follow it. `null` if
   * the browser sends everything through a gateway.
   */
  readonly base: string | null;
  /**
   * The hosts, with port, whose requests are sent to `base`. Requests to other hosts reach the network. Default: every
   * host.
   */
  readonly forwards?: readonly string[];
  /** The origin that the page represents; requests to it stay at the page's own server. `null` for a page at its own. */
  readonly origin: string | null;
  /** The time of the simulation. */
  readonly clock: ClockState;
  /** The values of `navigator`. */
  readonly navigator: Readonly<Record<string, unknown>>;
}

/** The global (`Symbol.for`) with the `LivePage`. */
export const LIVE_PAGE = 'simhost.live';

/** The item of session storage, of page and frame, with the key that the page sends. */
export const LIVE_KEY = 'simhost.key';

/** The header with that key. */
export const LIVE_KEY_HEADER = 'x-simhost-key';

/** The facts of a page whose server anybody on this machine may ask. */
export interface VitePage extends LivePage {
  readonly base: string;
  /** The key with which the page asks; `null` if it must come from the address. */
  readonly key: string | null;
}

/** A question of `shopify` on an ordinary page. */
export interface PageQuestion {
  readonly type: 'question';
  readonly question: string;
}

/** The global (`Symbol.for`) of the function that sends a question to the simulation. */
export const PAGE_QUESTION = 'simhost.question';
