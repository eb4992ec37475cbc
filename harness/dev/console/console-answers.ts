import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';
import {caseOf} from '../../core/cases/catalogue.ts';
import type {Journal} from '../../core/simulation/journal.ts';
import {requestDetail} from '../../core/simulation/request-detail.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {TokenKind} from '../../core/simulation/token-kinds.ts';
import {decodeClaims} from '../../core/tokens/jws.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import type {LocalGateway} from '../../node/server/local-gateway.ts';
import type {RequestEntry} from '../../wire/journal.ts';
import type {RequestDetail} from '../../wire/request-detail.ts';
import {tokenCommand} from '../copy/copied-token.ts';
import type {DevSession} from '../line-commands.ts';
import {caseRows} from './case-rows.ts';
import {issuedToken, type TokenParts, tokenRows, tokenView} from './given-token-rows.ts';
import {claimsOf, issueTime, judgeDraft, readDraft, secondsNow, startDraft} from './token-editor.ts';
import {type StartOptions, commandOf} from '../copy/copied-command.ts';
import type {GivenSettings} from '../given-settings.ts';
import {checkPasted} from './pasted-token.ts';
import type {SituationFields} from './situation-fields.ts';
import {tokenLives} from './token-lives.ts';

/** The parts of `simhost dev` that a console can ask about. */
export interface AskedParts {
  readonly session: DevSession;
  readonly local: LocalGateway;
  readonly journal: Journal;
  /** The numbers of the tokens that a person made in the console. */
  readonly ownTokens: ReadonlySet<number>;
  readonly fields: SituationFields;
  readonly startOptions: StartOptions;
  readonly givenSettings: () => GivenSettings;
}

type Answer = (parts: AskedParts, key: unknown) => unknown;

/** Milliseconds that a page has to count what is stored. */
const PATIENCE = 2000;

/** Everything that a console can ask for, by name. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  request: (parts, n) => detailOf(parts, Number(n)),
  test: ({session: {copies}, journal}, n) => copies.requestTest(loggedRequest(journal, Number(n))),
  'case-test': ({session: {copies, page}}, id) => copies.caseTest(String(id), page.profile),
  curl: ({session: {copies, page}, local, journal}, n) =>
    copies.curl(loggedRequest(journal, Number(n)), local, page.tokenKind),
  call: (parts, n) => callLine(parts, Number(n)),
  cases: ({session: {page}}) => caseRows(page.profile),
  tokens: ({session: {simulation}}) => tokenLives(simulation.requests.entries),
  'given-tokens': (parts) => tokenRows(partsOfTokens(parts)),
  token: (parts, number) => tokenView(partsOfTokens(parts), Number(number)),
  'token-command': ({session: {simulation}}, number) => commandOfToken(simulation, Number(number)),
  'token-draft': ({session: {simulation, page}}, from) =>
    startDraft(simulation, typeof from === 'number' ? from : null, page.tokenKind),
  'draft-judgement': ({session: {simulation}}, draft) => judgeDraft(simulation, draft),
  'pasted-token': ({session: {simulation, page}}, token) => checkPasted(simulation, token, page.tokenKind),
  'draft-command': ({session: {simulation}}, draft) => commandOfDraft(simulation, draft),
  storage: ({session: {simulation}}) => simulation.pages.storage.count(false, PATIENCE),
  situation: ({fields}) => fields.list(),
  command: ({session, startOptions, givenSettings}) =>
    commandOf(startOptions, {
      simulation: session.simulation,
      targets: session.shown.filter(({targets}) => targets.length > 1).map(({target}) => target),
      settings: givenSettings(),
      holdsToCors: !session.page.hasCorsSwitch || session.cors.isHeld,
      change: session.written.change(),
    }),
  'page-test': ({session: {copies}}) => copies.situationTest(),
};

/**
 * Answers a question of a console.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_COMMAND`, `ERR_NOT_KEPT`, and the errors of the answer
 */
export function answerTo(parts: AskedParts, what: unknown, key: unknown): unknown {
  const answer = typeof what === 'string' && Object.hasOwn(ANSWERS, what) ? ANSWERS[what] : undefined;
  if (answer !== undefined) return answer(parts, key);

  throw new SimhostError('ERR_UNKNOWN_COMMAND', `The console cannot get ${shown(what)}.`, {
    next: didYouMean(what, Object.keys(ANSWERS)),
  });
}

/**
 * Finds the request of a journal entry.
 *
 * @throws {SimhostError} `ERR_NOT_KEPT`
 */
export function loggedRequest(journal: Journal, n: number): LoggedRequest {
  const request = journal.requestOf(n);
  if (request !== undefined) return request;
  throw notKept(n);
}

function detailOf(
  {session: {simulation, page}, local, journal, ownTokens}: AskedParts,
  n: number,
): RequestDetail {
  const requests = journal.since(0).filter((entry): entry is RequestEntry => entry.kind === 'request');
  const request = loggedRequest(journal, n);
  const entry = requests.find((each) => each.n === n);
  if (entry === undefined) throw notKept(n);

  const canResend = local.sent(request.id) !== undefined;
  const detail = requestDetail({
    request,
    entry,
    others: requests,
    world: simulation.world,
    canResend,
    noun: page.noun,
  });

  const number = request.tokenFacts?.number ?? 0;
  const own = ownTokens.has(number)
    ? [`The request sent token ${number}, which was made in the console.`]
    : [];
  return {...detail, explanation: [...detail.explanation, ...own]};
}

function partsOfTokens({session: {simulation}, journal, ownTokens}: AskedParts): TokenParts {
  return {simulation, journal, ownTokens};
}

function commandOfToken(simulation: SimulationCore, number: number): string {
  const {kind, token, case: id, at} = issuedToken(simulation, number);
  const isByToken = id !== null && caseOf(id).mechanism.kind === 'token';
  const claims = decodeClaims(token);
  const since = issueTime(claims ?? {}, at) * 1000;
  const flagged = {token: claims, case: isByToken ? id : null, at: since};
  return tokenCommand(kind, flagged, simulation.world);
}

function commandOfDraft(simulation: SimulationCore, given: unknown): string {
  const draft = readDraft(given);
  const now = secondsNow(simulation);
  const flagged = {token: claimsOf(draft, now), case: null, at: now * 1000};
  return tokenCommand(draft.kind as TokenKind, flagged, simulation.world);
}

function callLine({journal, session: {copies}}: AskedParts, n: number): string {
  const call = journal.since(0).find((entry) => entry.n === n);
  if (call?.kind !== 'call') throw notKept(n);

  try {
    return copies.call({member: call.member, args: JSON.parse(call.args) as unknown[]});
  } catch (cause) {
    throw new SimhostError('ERR_NOTHING_TO_COPY', `The arguments of ${call.member} are too long to copy.`, {
      next: `Write it by hand: await expect(host.calls).toHaveCall('${call.member}').`,
      cause,
    });
  }
}

function notKept(n: number): SimhostError {
  return new SimhostError('ERR_NOT_KEPT', `simhost does not keep entry #${n} any more.`, {
    next: 'Do it on the page again.',
  });
}
