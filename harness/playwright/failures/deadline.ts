import type {Page, TestInfo} from '@playwright/test';
import {atTestLine} from './test-line.ts';

/** The time that a test has, so that simhost can say what it waits for before Playwright ends the test without a reason. */
export class Deadline {
  readonly #testInfo: Pick<TestInfo, 'timeout'>;
  readonly #now: () => number;
  readonly #started: number;
  /** Whether the test has no timeout, because someone looks at it in Playwright's debugger. */
  #isPaused: boolean;
  /** Ends each wait that is open. */
  readonly #open = new Set<() => Promise<unknown>>();

  /** Counts from now: made before the test's timeout grows for the first time. */
  constructor(
    testInfo: Pick<TestInfo, 'timeout'>,
    now: () => number = () => performance.now(),
    environment: NodeJS.ProcessEnv = process.env,
  ) {
    this.#testInfo = testInfo;
    this.#now = now;
    this.#started = now();
    this.#isPaused = isInspected(environment);
  }

  /**
   * Milliseconds until simhost should explain, shortly before the test's own timeout. `Infinity` if the test has none,
   * or if Playwright's debugger suspends it.
   */
  left(): number {
    const {timeout} = this.#testInfo;
    if (timeout === 0 || this.#isPaused) return Infinity;
    return this.#started + timeout - margin(timeout) - this.#now();
  }

  /** Waits without an end from the first call of `page.pause()` on, because Playwright then ends the test no more. */
  followPauses(page: Pick<Page, 'pause'>): void {
    const pause = page.pause.bind(page);
    page.pause = () => {
      this.#isPaused = true;
      return pause();
    };
  }

  /**
   * Waits for work as long as the test may wait, or for `limit` milliseconds, and then rejects with the explanation. The
   * explanation may ask pages and workers; what it takes is within the margin.
   */
  async wait<T>(work: Promise<T>, explain: (waited: number) => Promise<Error>, limit?: number): Promise<T> {
    const call = new Error('for its stack');
    const begun = this.#now();
    const left = (): number => (limit === undefined ? this.left() : begun + limit - this.#now());
    let timer: ReturnType<typeof setTimeout> | undefined;
    let end = (): void => {};

    const over = new Promise<'over'>((resolve) => {
      end = () => resolve('over');
      // The time-out of a test may grow meanwhile.
      const look = (): void => {
        const rest = left();
        if (rest <= 0) end();
        else if (rest < Infinity) timer = setTimeout(look, Math.min(rest, LONGEST_TIMER));
      };

      look();
    });

    const outcome = Promise.race([work.then((value) => ({value})), over]).then(async (first) => {
      if (first !== 'over') return first.value;
      throw await explain(limit ?? this.#now() - begun);
    });

    const endNow = (): Promise<unknown> => {
      end();
      return outcome.catch(() => undefined);
    };

    this.#open.add(endNow);
    try {
      return await outcome;
    } catch (error) {
      throw atTestLine(error, call);
    } finally {
      clearTimeout(timer);
      this.#open.delete(endNow);
    }
  }

  /**
   * Ends every open wait with its explanation. Called when Playwright has ended the test first, as it may on a busy
   * machine: its clock starts before ours. Without this, the wait would end when the page closes, and name that as the
   * cause.
   */
  async end(): Promise<void> {
    await Promise.all([...this.#open].map((endNow) => endNow()));
  }
}

/** Milliseconds that a worker gets to answer while an explanation is made. The page's answer too is within the margin. */
export const PATIENCE = 800;

/** The time for an explanation before the test's own timeout: a tenth of it, from 1.5 to 3 s. */
function margin(timeout: number): number {
  return Math.min(timeout / 2, Math.max(1500, Math.min(timeout / 10, 3000)));
}

/** Returns whether Playwright runs its inspector, so that no test has a timeout. `console` only adds helpers to pages. */
function isInspected({PWDEBUG: mode = ''}: NodeJS.ProcessEnv): boolean {
  return !['', '0', 'false', 'console'].includes(mode);
}

/** Timers of Node hold 31 bits. */
const LONGEST_TIMER = 2 ** 31 - 1;
