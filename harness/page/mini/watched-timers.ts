import {type Activity, SOON} from '../../wire/activity.ts';

/** The functions of timers, as a browser has them. */
interface TimerFunctions {
  setTimeout(handler: TimerHandler, delay?: number, ...args: unknown[]): number;
  clearTimeout(id?: number): void;
}

/**
 * Watches the one-shot timers of a page from now on. Returns a function that lists those that are due within
 * a second.
 */
export function watchTimers(): () => Activity {
  const {setTimeout: start, clearTimeout: stop} = globalThis as unknown as TimerFunctions;
  const timers = new Map<unknown, {readonly delay: number; readonly due: number}>();
  let begun = 0;

  const watched = (handler: TimerHandler, delay?: number, ...args: unknown[]): number => {
    // A string of code cannot be wrapped.
    if (typeof handler !== 'function') return start(handler, delay, ...args);

    const id = start(
      (...given: unknown[]) => {
        timers.delete(id);
        (handler as (...values: unknown[]) => void)(...given);
      },
      delay,
      ...args,
    );

    const wait = Math.max(0, Number(delay) || 0);
    if (wait <= SOON) begun++;

    timers.set(id, {delay: wait, due: performance.now() + wait});
    return id;
  };

  const unwatched = (id?: number): void => {
    timers.delete(id);
    stop(id);
  };

  Object.assign(globalThis, {setTimeout: watched, clearTimeout: unwatched});

  return () => {
    const latest = performance.now() + SOON;
    const soon = [...timers.values()].filter(({due}) => due <= latest);
    return {begun, pending: soon.map(({delay}) => ({what: 'timer', delay, stack: ''}))};
  };
}
