import type {CaseId} from '../cases/case-id.ts';
import type {CaseRun} from '../cases/case.ts';
import {CASE_IDS, caseOf} from '../cases/catalogue.ts';
import {notApplicable, runsOf} from '../cases/runs.ts';
import type {Backend} from './backend.ts';
import type {Controls} from './controls.ts';
import {judge} from './judge.ts';
import type {Fault} from './judge.ts';
import type {Reply} from './send.ts';

/** How a case went. */
export type Outcome =
  | {readonly id: CaseId; readonly state: 'right'}
  | {readonly id: CaseId; readonly state: 'not sent'; readonly reason: string}
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

/** Sends every case that applies, and judges the answers. In the order of the catalogue. */
export async function runCases(backend: Backend, controls: Controls): Promise<readonly Outcome[]> {
  const {only, onProgress} = backend.assignment;
  const ids = CASE_IDS.filter((id) => only === undefined || only.has(id));
  let done = 0;
  return Promise.all(
    ids.map(async (id) => {
      const outcome = await runCase(backend, controls, id);
      onProgress({done: ++done, of: ids.length, case: id});
      return outcome;
    }),
  );
}

async function runCase(backend: Backend, controls: Controls, id: CaseId): Promise<Outcome> {
  const reason = reasonAgainst(backend, id);
  if (reason !== null) return {id, state: 'not sent', reason};
  const needed = await waitingTime(backend, id);
  if (needed > 0 && !backend.assignment.wait) return {id, state: 'not sent', reason: `it needs ${needed} s of real time: wait (--wait) lets it pass`};
  const attempt = async (): Promise<Attempt> => attemptCase(backend, id);
  // A case that waits has no share in the pace, so that others go on meanwhile.
  const {replies} = needed > 0 ? await attempt() : await backend.pace.run(attempt);
  if (replies.length === 0) return {id, state: 'not sent', reason: 'HTTP cannot carry it'};
  const wrong = replies.flatMap((given) => {
    const fault = faultIn(given, backend, controls);
    return fault === null ? [] : [{given, fault}];
  });
  const [worst, ...others] = wrong.toSorted((a, b) => Number(isAside(a.fault)) - Number(isAside(b.fault)));
  if (worst === undefined) return {id, state: 'right'};
  const {run, jtis, now} = worst.given;
  const last = worst.given.replies.at(-1);
  if (last === undefined) return {id, state: 'right'};
  const also = others.map(({given}) => given.run.variant);
  return {id, state: 'wrong', fault: worst.fault, run, reply: last, also, jtis, now};
}
