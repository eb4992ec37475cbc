import type {ClockState, Party, PartySkews} from '../../clock.ts';
import type {SimulationChange} from '../../core/simulation/simulation-change.ts';
import type {Deed} from '../../wire/deed.ts';
import {durationText} from '../../wire/duration-words.ts';
import type {TestSetup} from './test-setup.ts';

/** A step of a copied test: a deed on the page, a move of the clock, or another change of the situation. */
export type Step =
  | {readonly kind: 'deed'; readonly deed: Deed}
  /** A call of `host.clock`, for example `advance('6m')`. */
  | {readonly kind: 'clock'; readonly call: string}
  | {readonly kind: 'customer'; readonly customer: TestSetup['customer']}
  | {readonly kind: 'locale'; readonly locale: string}
  /** A change that somebody has written in a console. */
  | {readonly kind: 'update'; readonly change: SimulationChange};

/** Lists the steps from one situation to another. */
export function stepsToSetup(before: TestSetup, after: TestSetup): readonly Step[] {
  const steps: Step[] = [];
  const call = clockCall(before.clock, after.clock);
  if (call !== null) steps.push({kind: 'clock', call});
  const skew = skewCall(before.skews, after.skews);
  if (skew !== null) steps.push({kind: 'clock', call: skew});

  if (JSON.stringify(before.customer) !== JSON.stringify(after.customer))
    steps.push({kind: 'customer', customer: after.customer});

  if (before.locale !== after.locale) steps.push({kind: 'locale', locale: after.locale});
  return steps;
}

/** The call of `host.clock` that leads from one state to another; `null` if the clock need not move. */
export function clockCall(from: ClockState, to: ClockState): string | null {
  if (to.frozenAt === null) {
    if (from.frozenAt !== null) return 'resume()';
    return advance(to.offset - from.offset);
  }

  if (from.frozenAt === null) return `freeze('${new Date(to.frozenAt).toISOString()}')`;
  return advance(to.frozenAt - from.frozenAt);
}

/** The clocks of parties that do not differ. */
export const NO_SKEWS: PartySkews = {browser: 0, platform: 0, backend: 0};

/**
 * The call of `host.clock` by which clocks of parties differ as in `to`. Each call for the page names the platform too,
 * which follows the page only until it has its own skew.
 */
export function skewCall(from: PartySkews, to: PartySkews): string | null {
  const hasChanged = (party: Party): boolean => from[party] !== to[party];
  const changed = PARTIES.filter(
    (party) => hasChanged(party) || (party === 'platform' && hasChanged('browser')),
  );
  if (changed.length === 0) return null;

  const values = changed.map(
    (party) => `${party}: ${to[party] === 0 ? '0' : `'${durationText(to[party])}'`}`,
  );
  return `skew({${values.join(', ')}})`;
}

const PARTIES: readonly Party[] = ['browser', 'platform', 'backend'];

/** Whole seconds are enough, because an author moves the clock by hand. */
function advance(milliseconds: number): string | null {
  const seconds = Math.round(milliseconds / 1000);
  return seconds === 0 ? null : `advance('${durationText(seconds * 1000)}')`;
}
