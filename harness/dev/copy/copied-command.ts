import {option, quoted} from '../../audit/shell.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {GivenSettings} from '../given-settings.ts';
import {durationText} from '../../wire/duration-words.ts';
import {type TestSetup, testSetupOf} from './test-setup.ts';
import type {SimulationChange} from '../../core/simulation/simulation-change.ts';

/** The options that a command was started with, and that stay as they are while it runs. */
export interface StartOptions {
  readonly folders: readonly string[];
  readonly backend: readonly string[];
  readonly handle: string | undefined;
  readonly layout: string | undefined;
  readonly config: string | undefined;
}

/** The situation now, as far as it can change. */
export interface CommandSituation {
  readonly simulation: SimulationCore;
  /** The target of each folder that declares several. */
  readonly targets: readonly string[];
  readonly settings: GivenSettings;
  readonly holdsToCors: boolean;
  /** The change that the command line and consoles have written into the world. */
  readonly change: SimulationChange;
}

/** Writes the command that starts `simhost dev` in the situation of now. */
export function commandOf(start: StartOptions, now: CommandSituation): string {
  const {customer, locale} = testSetupOf(now.simulation);
  const hasChange = Object.keys(now.change).length > 0;

  return [
    'npx simhost dev',
    ...start.folders.map((folder) => quoted(folder.startsWith('-') ? `./${folder}` : folder)),
    ...start.backend.flatMap((backend) => option('backend', backend)),
    ...now.targets.flatMap((target) => option('target', target)),
    ...optional('handle', start.handle),
    ...optional('layout', start.layout),
    ...optional('config', start.config),
    ...optional('customer', customer === 'ada' ? undefined : customerText(customer)),
    ...optional('locale', locale === 'en' ? undefined : locale),
    ...[...now.settings].flatMap((setting) => option('settings', settingText(setting))),
    ...optional('update', hasChange ? JSON.stringify(now.change) : undefined),
    ...clockOptions(now.simulation),
    ...caseOptions(now.simulation),
    ...(now.holdsToCors ? [] : ['--no-hold-to-cors']),
  ].join(' ');
}

function customerText(customer: TestSetup['customer']): string {
  if (customer === null) return 'guest';
  return typeof customer === 'string' ? customer : JSON.stringify(customer);
}

function optional(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : option(name, value);
}

function settingText([key, given]: readonly [
  string,
  {readonly text: string} | {readonly value: unknown},
]): string {
  const value = 'text' in given ? given.text : given.value;
  return `${key}=${value === undefined || value === null ? '' : String(value)}`;
}

/** A running clock is a distance from real time, so that the line is as true tomorrow. */
function clockOptions({clock: {state}}: SimulationCore): readonly string[] {
  if (state.frozenAt !== null)
    return [...option('clock', new Date(state.frozenAt).toISOString()), '--freeze'];

  const seconds = Math.round(state.offset / 1000);
  if (seconds === 0) return [];
  return option('clock', `${seconds < 0 ? '' : '+'}${durationText(seconds * 1000)}`);
}

function caseOptions(simulation: SimulationCore): readonly string[] {
  return simulation.armedCases().flatMap(({id, times, delivered}) => {
    const left = times - delivered;
    if (left <= 0) return [];
    return option('case', left === 1 ? id : `${id}=${left}`);
  });
}
