import type {ClockState, Party, PartySkews} from '../../clock.ts';
import type {Deviation} from '../../wire/console.ts';
import type {ChangeTopic} from '../../wire/journal.ts';
import type {ArmedCase} from '../cases/armed-cases.ts';
import {durationWords} from '../../wire/duration-words.ts';
import type {SimulationCore} from './simulation-core.ts';

/** The situation that an extension meets: everything that a developer changes while `simhost dev` runs. */
export interface Situation {
  readonly clock: ClockState;
  /** The milliseconds by which the clock of each party is ahead of it. */
  readonly skews: PartySkews;
  /** The signed-in customer, or `null` for a guest. */
  readonly customer: {readonly id: string; readonly label: string} | null;
  readonly language: string;
  /** The armed cases, also those that have happened. */
  readonly armed: readonly ArmedCase[];
  readonly mounts: readonly ShownMount[];
}

interface ShownMount {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly generation: number;
  readonly scriptUrl: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A change of the situation, in words. */
export interface SituationStep {
  readonly topic: ChangeTopic;
  readonly text: string;
}

/** Reads the situation of a simulation. */
export function situationOf({
  pages,
  clock,
  armedCases,
}: Pick<SimulationCore, 'pages' | 'clock'> & {readonly armedCases: () => readonly ArmedCase[]}): Situation {
  const {customer, localization, mounts} = pages.state();

  return {
    clock: clock.state,
    skews: clock.skews,
    customer:
      customer === null
        ? null
        : {id: customer.id, label: `${customer.firstName} ${customer.lastName}`.trim()},
    language: localization.language,
    armed: armedCases(),
    mounts: mounts.map(({id, name, target, generation, scriptUrl, settings}) => ({
      id,
      name,
      target,
      generation,
      scriptUrl,
      settings,
    })),
  };
}

/** Describes what has changed from one situation to the next. */
export function stepsBetween(before: Situation, after: Situation): readonly SituationStep[] {
  return [
    ...clockSteps(before.clock, after.clock),
    ...skewTexts(before.skews, after.skews).map((text) => ({topic: 'clock', text: `The ${text}`}) as const),
    ...customerSteps(before, after),
    ...(before.language === after.language
      ? []
      : [{topic: 'language', text: `Language changed to ${after.language}`} as const]),
    ...caseSteps(before.armed, after.armed),
    ...after.mounts.flatMap((mount) => mountSteps(before.mounts, mount)),
  ];
}

/** Lists everything that differs from the start. */
export function deviationsFrom(start: Situation, now: Situation): readonly Deviation[] {
  const clock = clockDeviation(start.clock, now.clock);
  const settings = now.mounts.flatMap((mount) => {
    const before = start.mounts.find(({name}) => name === mount.name);
    return before === undefined ? [] : changedKeys(before.settings, mount.settings);
  });

  const targets = now.mounts.filter(({name, target}) =>
    start.mounts.some((before) => before.name === name && before.target !== target),
  );

  return [
    ...(clock === null ? [] : [{topic: 'clock', text: clock} as const]),
    ...skewTexts(start.skews, now.skews).map((text) => ({topic: 'clock', text: `the ${text}`}) as const),
    ...now.armed
      .filter(({times, delivered}) => delivered < times)
      .map(({id}) => ({topic: 'case', text: `${id} is armed`}) as const),
    ...(start.customer?.id === now.customer?.id
      ? []
      : [
          {
            topic: 'customer',
            text: now.customer === null ? 'nobody is signed in' : `${now.customer.label} is signed in`,
          } as const,
        ]),
    ...(start.language === now.language
      ? []
      : [{topic: 'language', text: `the language is ${now.language}`} as const]),
    ...settings.map((key) => ({topic: 'setting', text: `the setting ${key} differs`}) as const),
    ...targets.map(({name, target}) => ({topic: 'target', text: `${name} is at ${target}`}) as const),
  ];
}

/** A clock that was set to the present differs from it by the milliseconds that the call took. */
const SMALLEST_MOVE = 500;

function clockDeviation(start: ClockState, now: ClockState): string | null {
  if (now.frozenAt !== null) return start.frozenAt === now.frozenAt ? null : 'the clock is stopped';
  const moved = now.offset - start.offset;
  if (start.frozenAt === null && Math.abs(moved) < SMALLEST_MOVE) return null;
  return `the clock is ${durationWords(moved)} ${moved < 0 ? 'behind' : 'ahead'}`;
}

function clockSteps(before: ClockState, after: ClockState): readonly SituationStep[] {
  const step = (text: string): readonly SituationStep[] => [{topic: 'clock', text}];
  const wasStopped = before.frozenAt !== null;
  if (after.frozenAt === null && wasStopped) return step('Clock runs again');
  if (after.frozenAt !== null && !wasStopped) return step('Clock stopped');

  const moved = (after.frozenAt ?? after.offset) - (before.frozenAt ?? before.offset);
  if (Math.abs(moved) < SMALLEST_MOVE) return [];
  if (after.frozenAt === null && Math.abs(after.offset) < SMALLEST_MOVE) return step('Clock shows real time');
  return step(`Clock moved ${moved < 0 ? 'back' : 'on'} by ${durationWords(moved)}`);
}

/** Describes the clocks of parties that have changed. The platform's is left out as long as it follows that of the page. */
function skewTexts(before: Situation['skews'], now: Situation['skews']): readonly string[] {
  const follows = [before, now].every(({platform, browser}) => platform === browser);
  const parties: readonly Party[] = follows ? ['browser', 'backend'] : ['browser', 'platform', 'backend'];

  return parties
    .filter((party) => now[party] !== before[party])
    .map((party) => `clock of the ${PARTY_NAMES[party]} ${distance(now[party])}`);
}

const PARTY_NAMES: Readonly<Record<Party, string>> = {
  browser: 'page',
  platform: 'platform',
  backend: 'backend',
};

function distance(skew: number): string {
  if (skew === 0) return 'no longer differs';
  return `is ${durationWords(skew)} ${skew < 0 ? 'behind' : 'ahead'}`;
}

function customerSteps(before: Situation, after: Situation): readonly SituationStep[] {
  if (before.customer?.id === after.customer?.id) return [];
  return [
    {topic: 'customer', text: after.customer === null ? 'Signed out' : `${after.customer.label} signed in`},
  ];
}

function caseSteps(before: readonly ArmedCase[], after: readonly ArmedCase[]): readonly SituationStep[] {
  const countOf = (list: readonly ArmedCase[], id: string): number =>
    list.filter((armed) => armed.id === id).length;
  const ids = [...new Set([...before, ...after].map(({id}) => id))];

  return ids.flatMap((id): readonly SituationStep[] => {
    const [was, is] = [countOf(before, id), countOf(after, id)];
    if (is > was) return [{topic: 'case', text: `Armed ${id}`}];
    return is < was ? [{topic: 'case', text: `Disarmed ${id}`}] : [];
  });
}

function mountSteps(before: readonly ShownMount[], mount: ShownMount): readonly SituationStep[] {
  const {id, name, target, generation, scriptUrl, settings} = mount;
  const same = before.find((each) => each.id === id);
  if (same === undefined) {
    const hasMoved = before.some((each) => each.name === name && each.target !== target);
    return hasMoved ? [{topic: 'target', text: `${name} at ${target}`}] : [];
  }

  const keys = changedKeys(same.settings, settings);
  if (keys.length > 0) return [{topic: 'setting', text: `Setting changed: ${keys.join(', ')}`}];
  if (generation === same.generation) return [];
  return scriptUrl === same.scriptUrl
    ? [{topic: 'start', text: `${name} restarted`}]
    : [{topic: 'build', text: `${name} built again`}];
}

function changedKeys(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.filter((key) => before[key] !== after[key]);
}
