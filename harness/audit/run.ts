import {setTimeout as sleep} from 'node:timers/promises';
import type {CaseId} from '../cases/case-id.ts';
import type {CaseRun} from '../cases/case.ts';
import {CASE_IDS, caseOf} from '../cases/catalogue.ts';
import {notApplicable, runsOf} from '../cases/runs.ts';
import type {Backend} from './backend.ts';
import {isSilent} from './controls.ts';
import type {Controls} from './controls.ts';
import {doubtOf} from './follows.ts';
import {judge} from './judge.ts';
import type {Aspect, Fault, Hearing} from './judge.ts';
import {asksForPatience} from './pace.ts';
import type {Reply} from './send.ts';
import {holdsToken, sentBy} from './sent-tokens.ts';

/** How a case went. */
export type Outcome =
  | {readonly id: CaseId; readonly state: 'right'}
  | {readonly id: CaseId; readonly state: 'not applicable'; readonly reason: string}
  | ({readonly id: CaseId; readonly state: 'wrong'} & Evidence);

export interface Evidence {
  readonly fault: Fault;
  readonly run: CaseRun;
  readonly reply: Reply;
  /** Other spellings of the case that went wrong too. */
  readonly also: readonly string[];
  readonly jtis: readonly string[];
  /** Seconds since 1970 at which the tokens were made. */
  readonly now: number;
}

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
  const outcomes = new Map<CaseId, Outcome>();
  const note = (outcome: Outcome): void => {
    outcomes.set(outcome.id, outcome);
    onProgress({done: outcomes.size, of: ids.length, case: outcome.id});
  };
  const isDestructive = (id: CaseId): boolean => caseOf(id).destructive === true;
  await Promise.all(ids.filter((id) => !isDestructive(id)).map(async (id) => note(await runCase(backend, controls, id))));
  let silencedBy: CaseId | undefined;
  for (const id of ids.filter(isDestructive)) {
    const reason = `no answer has come since ${silencedBy}`;
    const outcome = silencedBy === undefined ? await runCase(backend, controls, id) : ({id, state: 'not applicable', reason} as const);
    note(outcome);
    if (outcome.state === 'wrong' && 'failure' in outcome.reply && (await isSilent(backend))) silencedBy = id;
  }
  return {outcomes: ids.flatMap((id) => outcomes.get(id) ?? []), silencedBy};
}

async function runCase(backend: Backend, controls: Controls, id: CaseId): Promise<Outcome> {
  const reason = reasonAgainst(backend, id);
  if (reason !== null) return {id, state: 'not applicable', reason};
  const {waits: waiting = 0} = caseOf(id);
  if (waiting > 0 && !backend.assignment.wait) {
    return {id, state: 'not applicable', reason: `${waiting} s of real time must pass for it: wait (--wait) lets them`};
  }
  const heard: Heard[] = [];
  // A case that waits has no share in the pace, so that others go on meanwhile.
  if (waiting > 0) await attemptCase(backend, id, heard);
  else await backend.pace.run(() => attemptCase(backend, id, heard));
  if (heard.length === 0) return {id, state: 'not applicable', reason: 'HTTP cannot carry it'};
  const [worst, ...others] = heard.flatMap((each) => faultsOf(each, backend, controls)).toSorted(byGravity);
  const [doubt] = heard.flatMap((each) => doubtsAbout(each, backend, controls));
  if (worst === undefined) return doubt === undefined ? {id, state: 'right'} : {id, state: 'not applicable', reason: doubt};
  const also = others.map(({run}) => run.variant).filter((variant) => variant !== worst.run.variant);
  return {id, state: 'wrong', ...worst, also: [...new Set(also)]};
}

function reasonAgainst({assignment, forgerServer}: Backend, id: CaseId): string | null {
  const {skip, profile, previousSecret, destructive} = assignment;
  const skipped = skip.get(id);
  if (skipped !== undefined) return `skipped: ${skipped}`;
  if (caseOf(id).destructive === true && !destructive) return 'it may slow down or crash the backend: destructive (--destructive) sends it';
  if (caseOf(id).needs === 'forgerServer' && forgerServer === undefined) {
    return 'the forged keys are given out on this machine alone, and the backend is elsewhere';
  }
  return notApplicable(id, profile, {previousSecret, forgerServer});
}

interface Made {
  readonly runs: readonly CaseRun[];
  readonly jtis: readonly string[];
  readonly now: number;
}

/** Tokens made at one instant, which is the one that reports count from. */
async function makeRuns(backend: Backend, id: CaseId): Promise<Made> {
  const instant = Date.now();
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
    if (!run.steps.every(({request}) => backend.canSend(request))) continue;
    const answers: StepReply[] = [];
    for (const {request, after = 0} of run.steps) {
      if (after > 0) await sleep(after * 1000);
      const control = request.control === undefined ? null : await backend.send(request.control);
      reply = await backend.send(request);
      for (const each of [control, reply]) {
        if (each !== null && asksForPatience(each)) return {reply: each, progressed: heard.length > before};
      }
      answers.push({reply, control});
    }
    heard.push({run, answers, jtis, now});
  }
  return {reply, progressed: true};
}

type Found = Pick<Evidence, 'fault' | 'run' | 'reply' | 'jtis' | 'now'>;

/** The first fault of its answers. */
function faultsOf(heard: Heard, backend: Backend, controls: Controls): readonly Found[] {
  const {run, jtis, now} = heard;
  for (const hearing of hearingsOf(heard, backend, controls)) {
    const fault = judge(hearing);
    if (fault !== null) return [{fault, run, reply: hearing.reply, jtis, now}];
  }
  return [];
}

function doubtsAbout(heard: Heard, backend: Backend, controls: Controls): readonly string[] {
  return hearingsOf(heard, backend, controls).flatMap((hearing) => doubtOf(hearing) ?? []);
}

function hearingsOf({run, answers}: Heard, {assignment}: Backend, controls: Controls): readonly Hearing[] {
  return run.steps.flatMap(({request, expects = run.expects}, index) => {
    const answer = answers[index];
    if (answer === undefined) return [];
    return {
      expects,
      request,
      ...answer,
      tokens: holdsToken(answer.reply) ? sentBy(run) : run.tokens,
      forged: request.forged ?? [],
      controls,
      assignment,
      strictStatus: run.id === PLAINEST_REFUSAL,
    };
  });
}

/** The case that stands for the status of every refusal. */
export const PLAINEST_REFUSAL: string = 'http-missing';

const GRAVITY: readonly Aspect[] = ['failure', 'verdict', 'follows', 'leak', 'stack', 'header', 'status'];

function byGravity(a: {fault: Fault}, b: {fault: Fault}): number {
  return GRAVITY.indexOf(a.fault.aspect) - GRAVITY.indexOf(b.fault.aspect);
}
