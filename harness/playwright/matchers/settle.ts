import type {ActivityReport} from '../../core/simulation/activity.ts';

/** Asks once, by a round trip to everything that may act, what is under way. */
export type PollActivity = () => Promise<ActivityReport>;

export interface Condition {
  /** Whether it is so now. */
  holds(): boolean;
  /** Whether it can no longer become so. */
  isLost(): boolean;
}

export interface SettledResult {
  readonly holds: boolean;
  /** The reasons why nothing had settled when the time was over, one sentence each. */
  readonly pending: readonly string[];
}

/** The round trips in a row with nothing pending, and nothing begun in between, after which all has settled. */
const CALM = 2;

/** Milliseconds that a round trip may take although the time is over. */
const SHORTEST_ANSWER = 250;

/** Milliseconds between round trips while something is pending. */
const PAUSE = 25;

/** Waits until a condition holds while nothing is under way, is lost, or the time is over. Moves no clock. */
export async function whenSettled(
  {holds, isLost}: Condition,
  poll: PollActivity,
  {timeout, signal}: WaitOptions,
): Promise<SettledResult> {
  const end = performance.now() + timeout;
  let calm = 0;
  let isLast = false;
  let last: ActivityReport = {begun: -1, pending: []};

  for (;;) {
    if (isLost()) return {holds: false, pending: []};

    const asked = performance.now();
    const report = await within(Math.max(end - asked, SHORTEST_ANSWER), poll());
    if (report === undefined) {
      // The answer before says more than that this one was late.
      return {holds: false, pending: last.pending.length > 0 ? last.pending : [noAnswerSince(asked)]};
    }
    const isSame = report.begun === last.begun;
    if (report.pending.length > 0) calm = 0;
    else calm = isSame ? calm + 1 : 1;
    last = report;

    if (calm >= CALM && holds()) return {holds: true, pending: []};
    const isOver = performance.now() >= end || signal.aborted;
    if (isOver && (calm !== 1 || isLast))
      return {holds: false, pending: calm === 1 ? [ALWAYS_NEW] : report.pending};

    // One round trip more shows whether all has settled, also after the end.
    isLast = isOver;
    if (calm !== 1) await pause(Math.min(PAUSE, end - performance.now()));
  }
}

const ALWAYS_NEW = 'Something new begins again and again.';

function noAnswerSince(asked: number): string {
  const seconds = ((performance.now() - asked) / 1000).toFixed(1);
  return `The page has not answered for ${seconds} s: its script may be in an endless loop.`;
}

export interface WaitOptions {
  /** Milliseconds. */
  readonly timeout: number;
  /** Ends the wait early. */
  readonly signal: AbortSignal;
}

async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>(
    (resolve) => (timer = setTimeout(() => resolve(undefined), milliseconds)),
  );

  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(milliseconds, 0)));
}
