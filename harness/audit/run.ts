import type {CaseId} from '../core/cases/case-id.ts';
import type {CaseRun} from '../core/cases/case.ts';
import {CASE_IDS, caseOf} from '../core/cases/catalogue.ts';
import {notApplicable} from '../core/cases/not-applicable.ts';
import type {OutgoingRequest} from '../core/cases/outgoing-request.ts';
import {runsOf} from '../core/cases/runs.ts';
import {readAcceptance} from './acceptance.ts';
import type {Acceptance} from './acceptance.ts';
import type {Backend} from './backend.ts';
import {isSilent} from './controls.ts';
import type {Controls} from './controls.ts';
import {doubtOf} from './follows.ts';
import type {JudgeInput} from './judge-input.ts';
import {judge, words} from './judge.ts';
import type {AuditConfig} from './options.ts';
import {isYes, outcomesOf} from './outcome.ts';
import type {Found, Outcome, Trial} from './outcome.ts';
import {isRateLimited} from './pace.ts';
import {canSend} from './send.ts';
import type {Reply} from './send.ts';
import {holdsToken, sentBy} from './sent-tokens.ts';

export interface CasesRun {
  readonly outcomes: readonly Outcome[];
  /** The case since which the backend gives no answer to anything, where it is known. */
  readonly silencedBy: CaseId | undefined;
}

/**
 * Sends every case that applies, and judges the answers. In the order of the catalogue; but what may crash a backend is sent
 * last and alone, so that it is known what did.
 */
export async function runCases(backend: Backend, controls: Controls): Promise<CasesRun> {
  const {only, onProgress} = backend.assignment;
  const ids = CASE_IDS.filter((id) => only === undefined || only.has(id));
  const tried = new Map<CaseId, Trial>();
  const note = (trial: Trial): void => {
    tried.set(trial.id, trial);
    onProgress({done: tried.size, of: ids.length, case: trial.id});
  };

  const isDestructive = (id: CaseId): boolean => caseOf(id).destructive === true;

  await Promise.all(
    ids.filter((id) => !isDestructive(id)).map(async (id) => note(await tryCase(backend, controls, id))),
  );

  let silencedBy: CaseId | undefined;
  for (const id of ids.filter(isDestructive)) {
    const reason = `no answer has come since ${silencedBy}`;
    const trial =
      silencedBy === undefined
        ? await tryCase(backend, controls, id)
        : ({id, state: 'not applicable', reason} as const);
    note(trial);
    if (gotNothing(trial) && (await isSilent(backend))) silencedBy = id;
  }

  const trials = ids.flatMap((id) => tried.get(id) ?? []);
  const presupposed = new Set(trials.filter(gotYes).flatMap(({id}) => caseOf(id).presupposes ?? []));
  const asked = silencedBy === undefined ? [...presupposed].filter((id) => !tried.has(id)) : [];
  const further = await Promise.all(asked.map((id) => tryCase(backend, controls, id)));
  // What others lead to is told, also where the caller did not ask for it.
  const told = [...trials, ...further.filter(gotYes)];
  const accepted = new Set(told.filter(gotYes).map(({id}) => id));

  return {outcomes: outcomesOf(told, (id) => accepted.has(id)), silencedBy};
}

/** Whether no answer came where one was due. */
function gotNothing(trial: Trial): boolean {
  return trial.state === 'heard' && trial.found.some(({reply}) => 'failure' in reply);
}

function gotYes(trial: Trial): boolean {
  return trial.state === 'heard' && trial.found.some(isYes);
}

async function tryCase(backend: Backend, controls: Controls, id: CaseId): Promise<Trial> {
  const reason = reasonAgainst(backend, id);
  return reason === null ? sendCase(backend, controls, id) : {id, state: 'not applicable', reason};
}

async function sendCase(backend: Backend, controls: Controls, id: CaseId): Promise<Trial> {
  const heard: Heard[] = [];
  // A case that waits has no share in the pace, so that others go on meanwhile.
  if (waitOf(id) > 0) await attemptCase(backend, id, heard);
  else await backend.pace.run(() => attemptCase(backend, id, heard));
  if (heard.length === 0) return {id, state: 'not applicable', reason: 'HTTP cannot carry it'};
  return {id, state: 'heard', found: heard.flatMap((each) => foundIn(each, backend, controls))};
}

function waitOf(id: CaseId): number {
  return caseOf(id).waitSeconds ?? 0;
}

function reasonAgainst({assignment, forgerServer}: Backend, id: CaseId): string | null {
  const {skip, profile, previousSecret, destructive, wait} = assignment;
  const skipped = skip.get(id);
  if (skipped !== undefined) return `skipped: ${skipped}`;
  if (caseOf(id).destructive === true && !destructive)
    return 'it may slow down or crash the backend: destructive (--destructive) sends it';
  if (caseOf(id).needs === 'forgerServer' && forgerServer === undefined) {
    return 'the forged keys are given out on this machine alone, and the backend is elsewhere';
  }

  const reason = notApplicable(id, profile, {previousSecret, forgerServer});
  if (reason !== null || wait || waitOf(id) === 0) return reason;
  return `${waitOf(id)} s of real time must pass for it: wait (--wait) lets them`;
}

interface Made {
  readonly runs: readonly CaseRun[];
  readonly jtis: readonly string[];
  readonly now: number;
}

/** Tokens made at one instant, which is the one that reports count from. */
async function makeRuns(backend: Backend, id: CaseId): Promise<Made> {
  const instant = backend.timing.now();
  const jtis: string[] = [];
  const jti = async (): Promise<string> => {
    const drawn = crypto.randomUUID();
    jtis.push(drawn);
    return drawn;
  };

  const runs = await runsOf(id, backend.assignment.profile, backend.runOptions({now: () => instant, jti}));
  return {runs, jtis, now: Math.floor(instant / 1000)};
}

interface Heard extends Pick<Made, 'jtis' | 'now'> {
  readonly run: CaseRun;
  readonly answers: readonly StepReply[];
}

interface StepReply {
  readonly reply: Reply;
  /** What the request gets that the answer is held against, where the step says which. */
  readonly control: Reply | null;
}

interface Attempt {
  /** The one that the pace goes by. */
  readonly reply: Reply;
  /** Whether a spelling was answered for good. */
  readonly progressed: boolean;
}

/** Every spelling that was not heard before, in turn; ends early where the backend asks for patience, to start over with fresh tokens. */
async function attemptCase(backend: Backend, id: CaseId, heard: Heard[]): Promise<Attempt> {
  const {runs, jtis, now} = await makeRuns(backend, id);
  const before = heard.length;
  let reply: Reply = {failure: 'nothing was sent', unreachable: false};

  for (const run of runs) {
    if (heard.some((each) => each.run.variant === run.variant)) continue;
    if (!run.steps.every(({request}) => canSend(request))) continue;
    const answers: StepReply[] = [];
    for (const {request, after = 0} of run.steps) {
      if (after > 0) await backend.timing.wait(after * 1000);
      const control = request.control === undefined ? null : await backend.send(request.control);
      reply = await backend.send(request);
      for (const each of [control, reply]) {
        if (each !== null && isRateLimited(each)) return {reply: each, progressed: heard.length > before};
      }
      answers.push({reply, control});
    }
    heard.push({run, answers, jtis, now});
  }

  return {reply, progressed: true};
}

/** What is wrong with the first answer with which something is, or else why nothing can be told from one. */
function foundIn(
  {run, answers, jtis, now}: Heard,
  {assignment}: Backend,
  controls: Controls,
): readonly Found[] {
  const doubts: Found[] = [];
  for (const [index, {request, expects = run.expects}] of run.steps.entries()) {
    const answer = answers[index];
    if (answer === undefined) continue;
    const {reply} = answer;
    const hearing: JudgeInput = {
      expects,
      request,
      ...answer,
      before: answers[index - 1]?.reply ?? null,
      tokens: holdsToken(reply) ? sentBy(run) : run.tokens,
      forged: request.forged ?? [],
      controls,
      assignment: {...assignment, accepts: acceptanceOf(request, assignment)},
      strictStatus: run.id === NO_TOKEN_CASE,
    };
    const faults = judge(hearing);
    const isVerdict = faults[0]?.aspect === 'verdict';
    const reason = isVerdict
      ? undecidedBecause(hearing, request.method, assignment.acceptanceNeedsBody)
      : null;
    const undecided = reason === null ? {} : {undecided: reason};
    // What else is to be said of an answer is about the one that was due.
    const told = isVerdict ? faults.slice(0, 1) : faults;
    if (told.length > 0) return told.map((fault) => ({fault, expects, run, reply, jtis, now, ...undecided}));
    const doubt = doubtOf(hearing);
    const fault = {aspect: 'follows', expected: words(expects)} as const;
    if (doubt !== null) doubts.push({fault, expects, run, reply, jtis, now, undecided: doubt});
  }

  return doubts;
}

/** Why a verdict that is not the one that was due tells nothing. */
function undecidedBecause(
  {expects, control, assignment}: JudgeInput,
  method: string,
  needsBody: boolean,
): string | null {
  if (needsBody && method === 'HEAD') return NO_BODY;
  const isTakenAnyway =
    expects.verdict === 'refuse' &&
    control !== null &&
    !('failure' in control) &&
    assignment.accepts(control);

  return isTakenAnyway ? TAKEN_ANYWAY : null;
}

/**
 * The caller's condition is about the answer to the request that the caller described. A browser asks of a preflight only
 * that its status is 2xx, and an answer to HEAD has no body that a condition could be about.
 */
function acceptanceOf(
  {method, headers}: OutgoingRequest,
  {accepts, acceptanceNeedsBody}: AuditConfig,
): Acceptance {
  const preflight =
    method === 'OPTIONS' && headers.some(([name]) => name.toLowerCase() === 'access-control-request-method');
  return preflight || (method === 'HEAD' && acceptanceNeedsBody) ? BY_STATUS : accepts;
}

const BY_STATUS = readAcceptance();
const TAKEN_ANYWAY =
  'sent, but a token that expired as long ago is taken also where it was never sent before: the tolerance is longer, and does not show whether a verdict is kept';
const NO_BODY =
  'an answer to HEAD has no body, and the condition for accepted requests (--accepted-if) is about one';

/** The case that stands for the status of every refusal. */
export const NO_TOKEN_CASE: CaseId = 'http-missing';
