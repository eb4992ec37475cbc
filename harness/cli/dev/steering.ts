import type {CaseId} from '../../core/cases/case-id.ts';
import {SimhostError, nearest} from '../../errors.ts';
import type {Simulation} from '../../core/simulation/simulation.ts';
import {customerByName} from '../options.ts';
import {readAssignment} from './given-settings.ts';
import type {GivenSettings} from './given-settings.ts';

/** The things that a line in the terminal of `simhost dev` acts on. */
export interface Steered {
  readonly simulation: Simulation;
  /** The mapped backends that do not follow the simulated clock. */
  readonly backendsOnRealTime: () => readonly string[];
  /** Gives the shown extensions other settings. */
  readonly changeSettings: (given: GivenSettings) => void;
}

interface LineCommand {
  readonly name: string;
  /** The value after the name. */
  readonly takes: string;
  readonly does: string;
  /** @returns what has happened, one sentence */
  readonly run: (steered: Steered, words: readonly string[]) => string;
}

const COMMANDS: readonly LineCommand[] = [
  {
    name: 'sign-in',
    takes: '<ada, bea or guest>',
    does: 'signs somebody in',
    run: ({simulation}, [name]) => signIn(simulation, name),
  },
  {
    name: 'sign-out',
    takes: '',
    does: 'makes the visitor a guest',
    run: ({simulation}) => signIn(simulation, 'guest'),
  },
  {
    name: 'advance',
    takes: '<6m>',
    does: 'moves the clock by a duration',
    run: (steered, [duration = '']) => moveClock(steered, (clock) => clock.advance(duration)),
  },
  {
    name: 'set',
    takes: '<2027-01-01T00:00:00Z>',
    does: 'moves the clock to an instant',
    run: (steered, [instant = '']) => moveClock(steered, (clock) => clock.set(instant)),
  },
  {
    name: 'freeze',
    takes: '',
    does: 'stops the clock',
    run: (steered) => moveClock(steered, (clock) => clock.freeze()),
  },
  {
    name: 'resume',
    takes: '',
    does: 'lets a stopped clock go on',
    run: (steered) => moveClock(steered, (clock) => clock.resume()),
  },
  {
    name: 'arm',
    takes: '<case> [times or Infinity]',
    does: 'lets a case happen to the next token or request',
    run: ({simulation}, [id = '', times]) => arm(simulation, times === undefined ? id : `${id}=${times}`),
  },
  {
    name: 'disarm',
    takes: '<case>',
    does: 'takes that back',
    run: ({simulation}, [id = '']) => {
      simulation.disarm(id as CaseId);
      return `${id} is no longer armed.`;
    },
  },
  {
    name: 'settings',
    takes: '<key=value>',
    does: 'changes a setting; "key=" leaves it empty',
    run: ({changeSettings}, words) => {
      const [key, value] = readAssignment(words.join(' '));
      changeSettings(new Map([[key, value]]));
      return `The setting ${key} has changed.`;
    },
  },
  {name: 'help', takes: '', does: 'prints this list', run: () => STEERING_HELP},
];

/** All commands with what they do, one line each. */
export const STEERING_HELP: string = COMMANDS.map(
  ({name, takes, does}) => `  ${`${name} ${takes}`.padEnd(36)} ${does}`,
).join('\n');

/**
 * Carries out one line that was typed into the terminal.
 *
 * @returns what has happened; `null` for an empty line
 * @throws {SimhostError} `ERR_UNKNOWN_COMMAND` with the nearest, `ERR_USAGE`, or what the command throws
 */
export function steer(steered: Steered, line: string): string | null {
  const [name = '', ...words] = line.trim().split(/\s+/);
  if (name === '') return null;

  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) {
    const names = COMMANDS.map((each) => each.name);
    const near = nearest(name, names);
    throw new SimhostError('ERR_UNKNOWN_COMMAND', `Unknown command "${name}".`, {
      next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${names.join(', ')}.`,
    });
  }

  if (command.takes.startsWith('<') && words.length === 0) {
    throw new SimhostError('ERR_USAGE', `${name} needs a value.`, {next: `Type: ${name} ${command.takes}`});
  }

  return command.run(steered, words);
}

/**
 * Arms a case that is written as `id` or `id=times`.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CASE`, `ERR_CASE_NOT_ARMABLE`, `ERR_BAD_OPTION`
 */
export function arm(simulation: Simulation, text: string): string {
  const [id = '', times = '1'] = text.split('=');
  simulation.arm(id as CaseId, {times: Number(times)});
  return times === 'Infinity' ? `${id} is armed until it is disarmed.` : `${id} is armed (times: ${times}).`;
}

/** Moves the clock, and says which backends do not follow it. */
export function moveClock(
  {simulation: {clock}, backendsOnRealTime}: Pick<Steered, 'simulation' | 'backendsOnRealTime'>,
  move: (clock: Simulation['clock']) => void,
): string {
  move(clock);
  const stopped = clock.state.frozenAt === null ? '' : ', and does not run';
  const shown = `The clock shows ${new Date(clock.now()).toISOString()}${stopped}.`;
  const left = backendsOnRealTime();

  return left.length === 0
    ? shown
    : `${shown}\nThese backends keep real time, so they may find tokens expired or not yet valid: ${left.join('; ')}`;
}

function signIn(simulation: Simulation, name = ''): string {
  simulation.signIn(customerByName(name));
  const {customer} = simulation;
  return customer === null
    ? 'Nobody is signed in.'
    : `${customer.firstName} ${customer.lastName} is signed in.`;
}
