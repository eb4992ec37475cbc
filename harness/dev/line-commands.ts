import {SimhostError} from '../errors.ts';
import {readCaseId} from '../core/cases/catalogue.ts';
import {didYouMean, oneOf} from '../known-values.ts';
import type {CorsHold} from '../node/server/cors-hold.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import {simulationFacts} from './console/console-facts.ts';
import type {WrittenFields} from './written-fields.ts';
import type {Copies} from './copy/copies.ts';
import {describeCorsHold} from './event-lines.ts';
import {readAssignment} from './given-settings.ts';
import type {GivenSettings} from './given-settings.ts';
import type {ShownExtension} from './shown-extension.ts';
import type {ShownPage} from './shown-page.ts';
import {signInByName} from './sign-in.ts';
import {describeTargets, restartAll, showTarget} from './shown-targets.ts';

/** The running `simhost dev`, as far as lines in its terminal change it. */
export interface DevSession {
  readonly simulation: SimulationCore;
  /** Writes tests of what the author sees. */
  readonly copies: Copies;
  /** The page. */
  readonly page: ShownPage;
  /** The extensions on the page. */
  readonly shown: readonly ShownExtension[];
  /** Whether extensions get what a browser in production gives them. */
  readonly cors: CorsHold;
  /** The mapped backends that do not follow the simulated clock. */
  readonly backendsOnRealTime: () => readonly string[];
  /** Opens a browser in which everything is as in tests. Resolves with a sentence about the result. */
  readonly openBrowser: () => Promise<string>;
  /** Gives the shown extensions other settings. */
  readonly changeSettings: (given: GivenSettings) => void;
  /** The fields of the world that somebody has written in a console. */
  readonly written: WrittenFields;
}

interface LineCommand {
  readonly name: string;
  /** The value after the name. */
  readonly takes: string;
  readonly help: string;
  /** Whether it is for extensions alone. */
  readonly isForExtensions?: true;
  /** @returns one sentence about the result, or what was asked for */
  readonly run: (session: DevSession, words: readonly string[]) => string | Promise<string>;
}

const COMMANDS: readonly LineCommand[] = [
  {
    name: 'sign-in',
    takes: '<ada, bea or guest>',
    help: 'signs a customer in',
    run: (session, [name]) => signIn(session, name),
  },
  {
    name: 'sign-out',
    takes: '',
    help: 'signs the customer out',
    run: (session) => signIn(session, 'guest'),
  },
  {
    name: 'advance',
    takes: '<6m>',
    help: 'moves the clock by a duration',
    run: (session, [duration = '']) => moveClock(session, (clock) => clock.advance(duration)),
  },
  {
    name: 'set',
    takes: '<2027-01-01T00:00:00Z>',
    help: 'moves the clock to an instant',
    run: (session, [instant = '']) => moveClock(session, (clock) => clock.set(instant)),
  },
  {
    name: 'freeze',
    takes: '',
    help: 'stops the clock',
    run: (session) => moveClock(session, (clock) => clock.freeze()),
  },
  {
    name: 'resume',
    takes: '',
    help: 'restarts a stopped clock',
    run: (session) => moveClock(session, (clock) => clock.resume()),
  },
  {
    name: 'arm',
    takes: '<case> [times or Infinity]',
    help: 'arms a case for the next token or request',
    run: ({simulation}, [id = '', times]) => arm(simulation, times === undefined ? id : `${id}=${times}`),
  },
  {
    name: 'disarm',
    takes: '<case>',
    help: 'disarms a case',
    run: ({simulation}, [id = '']) => {
      simulation.disarm(readCaseId(id));
      return `${id} is no longer armed.`;
    },
  },
  {
    name: 'open',
    takes: '',
    help: 'opens a browser with origins, cookies and preflights as in tests',
    run: ({openBrowser}) => openBrowser(),
  },
  {
    name: 'hold-to-cors',
    takes: '<on or off>',
    help: 'holds extensions to CORS as a browser in production does, or lets them read every answer',
    isForExtensions: true,
    run: ({cors}, [state = '']) => {
      cors.switch(oneOf('hold-to-cors', state, ['on', 'off']) === 'on');
      return describeCorsHold(cors.isHeld);
    },
  },
  {
    name: 'target',
    takes: '[target]',
    help: 'shows another target of a folder; without a value, lists the targets',
    isForExtensions: true,
    run: ({shown, simulation}, [target]) =>
      target === undefined ? describeTargets(shown) : showTarget(shown, simulation, target),
  },
  {
    name: 'restart',
    takes: '',
    help: 'starts the extensions again, in a new checkout if this one is completed',
    run: async ({shown, simulation, page}) => {
      if (page.noun === 'extension') return restartAll(shown, simulation);
      await page.restart();
      return `The ${page.noun} starts again.`;
    },
  },
  {
    name: 'settings',
    takes: '<key=value>',
    help: 'changes a setting; "key=" leaves it empty',
    isForExtensions: true,
    run: ({changeSettings}, words) => {
      const [key, value] = readAssignment(words.join(' '));
      changeSettings(new Map([[key, value]]));
      return `The setting ${key} has changed.`;
    },
  },
  {
    name: 'test',
    takes: '[part of a URL]',
    help: 'prints a test of the newest request with this part in its URL',
    run: ({copies}, [part = '']) => copies.requestTest(copies.find(part)),
  },
  {
    name: 'test-page',
    takes: '',
    help: 'prints a test of what the extension shows now',
    isForExtensions: true,
    run: ({copies}) => copies.situationTest(),
  },
  {name: 'help', takes: '', help: 'prints this list', run: () => LINE_COMMANDS_HELP},
];

/** Each command with its values, and its description. */
export const LINE_COMMAND_ROWS: readonly (readonly [command: string, help: string])[] = COMMANDS.map(
  ({name, takes, help}) => [`${name} ${takes}`.trimEnd(), help],
);

/** All commands, one line each. */
export const LINE_COMMANDS_HELP: string = LINE_COMMAND_ROWS.map(
  ([command, help]) => `  ${command.padEnd(36)} ${help}`,
).join('\n');

/**
 * Carries out one line that was typed into the terminal.
 *
 * @returns a sentence about the result, or what was asked for; `null` for an empty line
 * @throws {SimhostError} `ERR_UNKNOWN_COMMAND` with the nearest, `ERR_USAGE`, or the error of the command
 */
export async function runLine(session: DevSession, line: string): Promise<string | null> {
  const [name = '', ...words] = line.trim().split(/\s+/);
  if (name === '') return null;

  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) {
    const names = COMMANDS.map((each) => each.name);
    throw new SimhostError('ERR_UNKNOWN_COMMAND', `Unknown command "${name}".`, {
      next: didYouMean(name, names),
    });
  }

  if (command.takes.startsWith('<') && words.length === 0) {
    throw new SimhostError('ERR_USAGE', `${name} needs a value.`, {next: `Type: ${name} ${command.takes}`});
  }

  if (command.isForExtensions && session.page.noun !== 'extension') {
    throw new SimhostError(
      'ERR_USAGE',
      `${name} is for extensions, and this page shows a ${session.page.noun}.`,
      {
        next: 'Type help for the other lines.',
      },
    );
  }

  return command.run(session, words);
}

/**
 * Arms a case that is written as `id` or `id=times`.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CASE`, `ERR_CASE_NOT_ARMABLE`, `ERR_BAD_OPTION`
 */
export function arm(simulation: SimulationCore, text: string): string {
  const [id = '', times = '1'] = text.split('=');
  simulation.arm(readCaseId(id), {times: Number(times)});
  return times === 'Infinity' ? `${id} is armed until it is disarmed.` : `${id} is armed (times: ${times}).`;
}

/** Moves the clock. The answer names the backends that do not follow it. */
export function moveClock(
  {simulation: {clock}, backendsOnRealTime}: Pick<DevSession, 'simulation' | 'backendsOnRealTime'>,
  move: (clock: SimulationCore['clock']) => void,
): string {
  move(clock);
  const stopped = clock.state.frozenAt === null ? '' : ' and is stopped';
  const shown = `The clock shows ${new Date(clock.now()).toISOString()}${stopped}.`;
  const left = backendsOnRealTime();

  return left.length === 0
    ? shown
    : `${shown}\nThese backends keep real time, so they may find tokens expired or not yet valid: ${left.join('; ')}`;
}

async function signIn({page, simulation}: DevSession, name = ''): Promise<string> {
  await signInByName(page, name);
  const {customer} = simulationFacts(simulation, page);
  return customer.name === 'guest' ? 'No customer is signed in.' : `${customer.label} is signed in.`;
}
