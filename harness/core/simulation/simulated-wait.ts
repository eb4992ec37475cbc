import type {Clock} from '../../clock.ts';

/**
 * Waits for a number of simulated milliseconds. They pass by themselves, and when a test moves the clock.
 *
 * @param closed ends the wait early
 */
export async function waitSimulated(clock: Clock, duration: number, closed: Promise<void>): Promise<void> {
  const until = clock.now() + duration;
  let timer: NodeJS.Timeout | undefined;
  let stopListening: () => void = () => {};

  const isOver = new Promise<void>((resolve) => {
    // A timer may fire a millisecond early, and a moved clock leaves less to wait for.
    const check = (): void => {
      clearTimeout(timer);
      const left = until - clock.now();
      if (left <= 0) resolve();
      else timer = setTimeout(check, left);
    };

    stopListening = clock.onMove(check);
    check();
  });

  await Promise.race([isOver, closed]);
  clearTimeout(timer);
  stopListening();
}
