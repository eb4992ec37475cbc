import {type ClockState, dateAt, instantOf} from '../../clock.ts';

/**
 * Replaces the page's `Date` by one that follows the simulated clock. Returns a function that moves the
 * clock.
 */
export function installDate(first: ClockState): (state: ClockState) => void {
  const RealDate = Date;
  let clock = first;
  const SimulatedDate = dateAt(() => instantOf(clock, RealDate.now()), RealDate);

  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: SimulatedDate,
    writable: true,
    configurable: true,
  });

  globalThis.Date = SimulatedDate;
  return (state) => void (clock = state);
}
