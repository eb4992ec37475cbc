import type {Duration, Instant, Skews} from '../clock.ts';
import {refuseRealTime} from '../node/server/backends.ts';
import type {Gateway} from '../node/server/gateway.ts';
import type {Simulation} from '../core/simulation/simulation.ts';

/** Moves the time of everyone at once: tokens, page, sandboxes and registered backends. */
export interface HostClock {
  /** Milliseconds since 1970. */
  now(): number;
  advance(duration: Duration): Promise<void>;
  set(instant: Instant): Promise<void>;
  freeze(instant?: Instant): Promise<void>;
  resume(): Promise<void>;
  /** Lets the clocks of some be ahead or behind: `{browser: '+11s'}`, `{backend: '-3s'}`. */
  skew(by: Skews): Promise<void>;
}

/** The clock of a test, whose moves reach everybody before they resolve. */
export function clockOf(
  simulation: Simulation,
  gateway: Gateway,
  inTime: <T>(work: Promise<T>) => Promise<T> = (work) => work,
): HostClock {
  const move = async (change: () => void): Promise<void> => {
    refuseRealTime(gateway.backends);
    change();
    await inTime(Promise.all([simulation.settled(), gateway.cookies.settled()]));
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
