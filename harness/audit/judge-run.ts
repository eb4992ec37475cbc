import type {CaseId} from '../core/cases/case-id.ts';
import type {CaseRun} from '../core/cases/case.ts';
import type {OutgoingRequest} from '../core/cases/outgoing-request.ts';
import {readAcceptance} from './acceptance.ts';
import type {Acceptance} from './acceptance.ts';
import {doubtOf} from './answer-owner.ts';
import type {Backend} from './backend.ts';
import {mayBounce, showsDocument} from './bounce.ts';
import type {Controls} from './controls.ts';
import {controlsFor} from './documents.ts';
import type {Reply} from './http-sender.ts';
import type {JudgeInput} from './judge-input.ts';
import {describeExpected, judge} from './judge.ts';
import type {AuditConfig} from './options.ts';
import type {Found} from './outcome.ts';
import {holdsToken, sentBy} from './sent-tokens.ts';
import {isPreflight} from '../core/platforms/cors-headers.ts';

const BY_STATUS = readAcceptance();

const TAKEN_ANYWAY =
  'sent, but an equally old token is accepted even if it was never sent before: the tolerance is longer, so the answer does not show whether a verdict is cached';

const NO_BODY =
  'an answer to HEAD has no body, and the condition for accepted requests (--accepted-if) is about one';

/** The case that judges the status of every refusal. */
export const NO_TOKEN_CASE: CaseId = 'http-missing';

/** The runs of a case, made at one instant. */
export interface MintedRuns {
  readonly runs: readonly CaseRun[];
  readonly jtis: readonly string[];
  /** Seconds since 1970. */
  readonly now: number;
}

/** A run that was sent, with its answers. */
export interface SentRun extends Pick<MintedRuns, 'jtis' | 'now'> {
  readonly run: CaseRun;
  readonly answers: readonly StepReply[];
}

/** The answer to one step of a run. */
export interface StepReply {
  readonly reply: Reply;
  /** The answer to the request that is compared, if the step has one. */
  readonly control: Reply | null;
}

/** Returns the first faults found in the answers to a run, or else the reasons why they are inconclusive. */
export function findingsIn(sent: SentRun, {config}: Backend, controls: Controls): readonly Found[] {
  const doubts: Found[] = [];

  for (const index of sent.answers.keys()) {
    const input = inputOf(sent, index, {config, controls});
    if (input === null) continue;

    const missing = missingMethod(input, config);
    const faults = missing === null ? faultsIn(input, sent, config) : [];
    if (faults.length > 0) return faults;

    const doubt = missing ?? doubtOf(input);
    const fault = {aspect: 'follows', expected: describeExpected(input.expects)} as const;
    if (doubt !== null) doubts.push({...evidenceOf(input, sent), fault, undecided: doubt});
  }

  return doubts;
}

/** Returns the requests of a run that got no answer, as faults. They are faults if the backend has stopped answering. */
export function unansweredIn(sent: SentRun, {config}: Backend, controls: Controls): readonly Found[] {
  return [...sent.answers.keys()].flatMap((index) => {
    const input = inputOf(sent, index, {config, controls});
    if (input === null || !('failure' in input.reply)) return [];
    const fault = {aspect: 'failure', expected: describeExpected(input.expects)} as const;
    return [{...evidenceOf(input, sent), fault}];
  });
}

/** Gathers what the answer to one step is judged by. */
function inputOf(
  {run, answers}: SentRun,
  index: number,
  {config, controls}: {config: AuditConfig; controls: Controls},
): (JudgeInput & {readonly request: OutgoingRequest}) | null {
  const step = run.steps[index];
  const answer = answers[index];
  if (step === undefined || answer === undefined) return null;

  const {request, expects = run.expects} = step;
  return {
    expects,
    request,
    ...answer,
    before: answers[index - 1]?.reply ?? null,
    tokens: holdsToken(answer.reply) ? sentBy(run) : run.tokens,
    forged: request.forged ?? [],
    app: config.world.app,
    mayBounce: mayBounce(request, config),
    controls: controlsFor(request, controls),
    config: {...config, accepts: expects.bounce === 'page' ? BY_STATUS : acceptanceOf(request, config)},
    strictStatus: run.id === NO_TOKEN_CASE,
  };
}

/** Judges one answer. After an unexpected verdict, its other faults mean nothing. */
function faultsIn(
  input: JudgeInput & {readonly request: OutgoingRequest},
  sent: SentRun,
  {acceptanceNeedsBody}: AuditConfig,
): readonly Found[] {
  const faults = judge(input);
  const [first] = faults;
  if (first?.aspect !== 'verdict') return faults.map((fault) => ({...evidenceOf(input, sent), fault}));

  const undecided = undecidedBecause(input, input.request.method, acceptanceNeedsBody);
  return [{...evidenceOf(input, sent), fault: first, ...(undecided === null ? {} : {undecided})}];
}

function evidenceOf({expects, reply}: JudgeInput, {run, jtis, now}: SentRun): Omit<Found, 'fault'> {
  return {expects, run, reply, jtis, now};
}

/** Returns a reason if the route does not have the case's method. The answer then says nothing about tokens. */
function missingMethod(
  {request: {method, headers}, reply}: JudgeInput & {readonly request: OutgoingRequest},
  {template}: AuditConfig,
): string | null {
  if (method === template.method || isPreflightOf(method, headers) || 'failure' in reply) return null;
  return reply.status === 405 || reply.status === 501
    ? `the route does not take ${method}: it answers ${reply.status}`
    : null;
}

/** Returns the reason why an unexpected verdict is inconclusive, or `null`. */
function undecidedBecause(
  {expects, control, config}: JudgeInput,
  method: string,
  needsBody: boolean,
): string | null {
  if (needsBody && method === 'HEAD') return NO_BODY;
  const isTakenAnyway =
    expects.verdict === 'refuse' && control !== null && !('failure' in control) && config.accepts(control);

  return isTakenAnyway ? TAKEN_ANYWAY : null;
}

/**
 * Chooses how to recognise an accepted request. The caller's condition is only about the described request: browsers
 * accept a preflight with any 2xx, and an answer to HEAD has no body.
 */
function acceptanceOf(
  {method, headers, via}: OutgoingRequest,
  {accepts, acceptanceNeedsBody}: AuditConfig,
): Acceptance {
  if (via !== undefined) return showsDocument;

  return isPreflightOf(method, headers) || (method === 'HEAD' && acceptanceNeedsBody) ? BY_STATUS : accepts;
}

function isPreflightOf(method: string, headers: OutgoingRequest['headers']): boolean {
  return isPreflight(method, new Headers(headers.map(([name, value]): [string, string] => [name, value])));
}
