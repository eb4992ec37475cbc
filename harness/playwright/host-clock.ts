import type {Duration, Instant, Skews} from '../clock.ts';
import {refuseRealTime} from '../node/server/backend-real-time.ts';
import type {Gateway} from '../node/server/gateway.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';

/**
 * The time of a test: of tokens, pages, extensions and backends that loaded `simhost/register`.
 *
 * Durations are strings such as `'6m'` and `'24h'`, or milliseconds. Instants are dates, ISO strings or milliseconds since
 * 1970. Moving the clock flushes the tokens that pages keep.
 *
 * @throws {SimhostError} `ERR_BACKEND_ON_REAL_TIME` if a backend does not follow the clock; `ERR_BAD_DURATION`, `ERR_BAD_INSTANT`
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test('a stale token is replaced', async ({host}) => {
 *   const extension = await host.mount('extensions/loyalty');
 *   await host.clock.advance('6m');
 *   await extension.getByRole('button', {name: 'Refresh'}).click();
 *   await expect(host.requests).toHaveRequestTimes('https://myapp.com/api/points', 2, {status: 200});
 * });
 * ```
 */
export interface HostClock {
  /** Returns the simulated time in milliseconds since 1970. */
  now(): number;
  /** Moves the time forward by a duration. Timers that come due fire once. */
  advance(duration: Duration): Promise<void>;
  /** Sets the time. It goes on from there. */
  set(instant: Instant): Promise<void>;
  /** Stops the time, now or at an instant. */
  freeze(instant?: Instant): Promise<void>;
  /** Lets a frozen clock run again. */
  resume(): Promise<void>;
  /** Makes clocks differ: `{browser: '+11s'}` lets the browser's be ahead, `{backend: '-3s'}` the backend's behind. */
  skew(by: Skews): Promise<void>;
}

/** Makes the clock of a test. A move resolves when pages, extensions and cookies follow it. */
export function clockOf(
  simulation: SimulationCore,
  gateway: Gateway,
  inTime: <T>(work: Promise<T>) => Promise<T> = (work) => work,
): HostClock {
  const move = async (change: () => void): Promise<void> => {
    refuseRealTime(gateway.backends);
    change();
    await inTime(Promise.all([simulation.pages.settled(), gateway.cookies.settled()]));
  };

  const {clock} = simulation;
  return {
    now: () => clock.now(),
    advance: (duration) => move(() => clock.advance(duration)),
    set: (instant) => move(() => clock.set(instant)),
    freeze: (instant) => move(() => clock.freeze(instant)),
    resume: () => move(() => clock.resume()),
    skew: (by) => move(() => clock.skew(by)),
  };
}
