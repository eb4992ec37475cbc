import {dateAt, instantOf, REAL_TIME, type ClockState} from '../../clock.ts';
import {type Activity, SOON} from '../../wire/activity.ts';

/**
 * Date and timers of the extension. Timers run in real time. When the clock jumps ahead, the timers that are
 * due then fire once each, in order, before `apply` resolves. A frozen clock stops `Date`, but not the
 * timers, which rendering needs.
 */
export class SandboxClock {
  #state: ClockState = REAL_TIME;
  #lastId = 0;
  #oneShots = 0;
  readonly #real: RealTime;
  readonly #timers = new Map<number, Timer>();

  constructor(real: RealTime) {
    this.#real = real;
  }

  get Date(): DateConstructor {
    return dateAt(() => instantOf(this.#state, this.#real.Date.now()), this.#real.Date);
  }

  setTimeout(handler: unknown, delay?: number, ...args: readonly unknown[]): number {
    return this.#add(handler, args, delay, false);
  }

  setInterval(handler: unknown, delay?: number, ...args: readonly unknown[]): number {
    return this.#add(handler, args, delay, true);
  }

  clear(id: number | undefined): void {
    const timer = this.#timers.get(Number(id));
    if (timer !== undefined) this.#real.clearTimeout(timer.handle);
    this.#timers.delete(Number(id));
  }

  /**
   * The one-shot timers that are due within a second. They run in real time, even while the clock is frozen.
   */
  get activity(): Activity {
    const latest = this.#real.now() + SOON;
    const soon = [...this.#timers.values()].filter(({every, due}) => every === null && due <= latest);
    return {
      begun: this.#oneShots,
      pending: soon.map(({delay, made}) => ({what: 'timer', delay, stack: made.stack ?? ''})),
    };
  }

  /** Moves the clock. Resolves when the timers that became due have fired. */
  apply(state: ClockState): Promise<void> {
    const realNow = this.#real.Date.now();
    const jump = instantOf(state, realNow) - instantOf(this.#state, realNow);

    this.#state = state;
    if (jump > 0) {
      const now = this.#real.now();
      const inOrder = [...this.#timers].toSorted(([, a], [, b]) => a.due - b.due);
      for (const [id, timer] of inOrder) {
        timer.due = Math.max(timer.due - jump, now);
        this.#real.clearTimeout(timer.handle);
        timer.handle = this.#schedule(id, timer.due - now);
      }
    }

    return new Promise((resolve) => void this.#real.setTimeout(resolve, 0));
  }

  #add(handler: unknown, args: readonly unknown[], delay: number | undefined, repeats: boolean): number {
    if (typeof handler !== 'function')
      throw new TypeError('A timer takes a function; a string of code is not simulated.');
    const id = ++this.#lastId;
    const wait = Math.max(0, Number(delay) || 0);
    const run = (): void => void handler(...args);
    if (!repeats && wait <= SOON) this.#oneShots++;

    this.#timers.set(id, {
      run,
      delay: wait,
      due: this.#real.now() + wait,
      every: repeats ? wait : null,
      handle: this.#schedule(id, wait),
      made: new Error(),
    });

    return id;
  }

  #schedule(id: number, wait: number): number {
    return this.#real.setTimeout(() => this.#fire(id), wait);
  }

  #fire(id: number): void {
    const timer = this.#timers.get(id);
    if (timer === undefined) return;

    if (timer.every === null) {
      this.#timers.delete(id);
    } else {
      timer.due = Math.max(timer.due + timer.every, this.#real.now());
      timer.handle = this.#schedule(id, timer.due - this.#real.now());
    }

    try {
      timer.run();
    } catch (error) {
      // The polyfill would rethrow in a timer, and the event would show that place instead of the error's
      // own.
      this.#real.reportError(error);
    }
  }
}

export interface RealTime {
  readonly Date: DateConstructor;
  /** Milliseconds that only grow. */
  now(): number;
  setTimeout(run: () => void, delay: number): number;
  clearTimeout(id: number): void;
  /** Reports an error as an `error` event. */
  reportError(error: unknown): void;
}

interface Timer {
  readonly run: () => void;
  readonly delay: number;
  due: number;
  readonly every: number | null;
  handle: number;
  /** An error from the place where the timer was created. Its stack is computed only when it is read. */
  readonly made: Error;
}
