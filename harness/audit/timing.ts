import {setTimeout as sleep} from 'node:timers/promises';

/** The clock by which an audit makes tokens and lets them expire. */
export interface Timing {
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<unknown>;
}

export const REAL_TIMING: Timing = {now: () => Date.now(), wait: (milliseconds) => sleep(milliseconds)};
