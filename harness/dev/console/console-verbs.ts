import {SimhostError} from '../../errors.ts';
import {signInByName} from '../sign-in.ts';
import type {Skews} from '../../clock.ts';
import {didYouMean, oneOf} from '../../known-values.ts';
import {shown as shownValue} from '../../shown-value.ts';
import {readCaseId} from '../../core/cases/catalogue.ts';
import {moveClock, type DevSession} from '../line-commands.ts';
import {showTarget} from '../shown-targets.ts';
import type {OwnTokens} from './own-tokens.ts';
import type {ResetRequest} from '../../wire/console.ts';
import type {SituationFields} from './situation-fields.ts';

/** The parts of `simhost dev` that a console changes. */
export interface ConsoleActions {
  readonly session: DevSession;
  /** Starts the code on the page again. */
  readonly restart: () => Promise<void>;
  /** The fields of the situation. */
  readonly fields: SituationFields;
  /** Goes back to the situation at the start, in one field or in everything. */
  readonly reset: (request: ResetRequest) => Promise<void>;
  /** Sends the request of a journal entry again. */
  readonly resend: (n: number) => Promise<void>;
  /** The tokens that a person makes. */
  readonly ownTokens: Pick<OwnTokens, 'mint' | 'give'>;
  /** Changes the layout of the console. */
  readonly changeLayout: (change: unknown) => Promise<void>;
}

/** The value of a verb, as a console sent it. */
type Argument = Readonly<Record<string, unknown>>;

type Verb = (actions: ConsoleActions, argument: Argument) => unknown;

/** Milliseconds that a page has to clear what is stored. */
const PATIENCE = 2000;

/** Everything that a console can do: what a test's `host` can do, and the layout. */
const VERBS: Readonly<Record<string, Verb>> = {
  'sign-in': ({session: {page}}, {name}) => signInByName(page, textOf('name', name)),
  // On the platform, another language is another load of the page.
  language: ({session: {simulation}, restart}, {tag}) => {
    simulation.update({locale: textOf('tag', tag)});
    return restart();
  },
  arm: ({session: {simulation}}, {id, times = 1}) =>
    simulation.arm(readCaseId(textOf('id', id)), {times: times === null ? Infinity : Number(times)}),
  disarm: ({session: {simulation}}, {id}) => simulation.disarm(readCaseId(textOf('id', id))),
  advance: ({session}, {by}) => moveClock(session, (clock) => clock.advance(textOf('by', by))),
  set: ({session}, {to}) => moveClock(session, (clock) => clock.set(textOf('to', to))),
  freeze: ({session}) => moveClock(session, (clock) => clock.freeze()),
  resume: ({session}) => moveClock(session, (clock) => clock.resume()),
  // A switch is turned here, so that two quick presses are two turns.
  'stop-or-run': ({session}) =>
    moveClock(session, (clock) => (clock.state.frozenAt === null ? clock.freeze() : clock.resume())),
  'real-time': ({session}) =>
    moveClock(session, (clock) => {
      clock.resume();
      clock.advance(-clock.state.offset);
    }),
  skew: ({session}, {party, by}) =>
    moveClock(session, (clock) => clock.skew(skewOf(party, textOf('by', by)))),
  target: ({session: {shown, simulation}}, {target}) =>
    showTarget(shown, simulation, textOf('target', target)),
  cors: ({session: {cors}}, {holds = !cors.isHeld}) => cors.switch(holds === true),
  look: ({session: {simulation}}, {turn}) => {
    const name = oneOf('turn', textOf('turn', turn), ['outline', 'alone']);
    simulation.extensions.changeLook({[name]: simulation.extensions.pageState.look?.[name] !== true});
  },
  reveal: ({session: {simulation}}) => {
    const {look} = simulation.extensions.pageState;
    simulation.extensions.changeLook({reveal: (look?.reveal ?? 0) + 1});
  },
  'mint-token': ({ownTokens}, {draft}) => ownTokens.mint(draft),
  'give-token': ({ownTokens}, {draft}) => ownTokens.give(draft),
  restart: ({restart}) => restart(),
  reset: ({reset}, {field}) => reset(field === undefined ? {} : {field: textOf('field', field)}),
  'clear-storage': ({session: {simulation}}) => simulation.pages.storage.count(true, PATIENCE),
  field: ({fields}, {id, value}) =>
    fields.set(textOf('id', id), value === null ? null : textOf('value', value)),
  resend: ({resend}, {n}) => resend(Number(n)),
  layout: ({changeLayout}, argument) => changeLayout(argument),
};

/**
 * Carries out a verb of a console.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_COMMAND`, `ERR_USAGE`, and the errors of the verb
 */
export function runVerb(actions: ConsoleActions, verb: unknown, arg: unknown): unknown {
  const run = typeof verb === 'string' && Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (run === undefined) {
    throw new SimhostError('ERR_UNKNOWN_COMMAND', `The console cannot do ${shownValue(verb)}.`, {
      next: didYouMean(verb, Object.keys(VERBS)),
    });
  }

  return run(actions, typeof arg === 'object' && arg !== null ? (arg as Argument) : {});
}

/** The platform signs tokens on the clock of the page, until a later change gives the platform another clock. */
function skewOf(party: unknown, by: string): Skews {
  if (party === 'browser') return {browser: by, platform: by};
  return {[oneOf('party', textOf('party', party), ['browser', 'platform', 'backend'])]: by};
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new SimhostError('ERR_USAGE', `"${name}" is not a string.`, {next: `Send {"${name}": "…"}.`});
}
