import type {CaseId} from '../core/cases/case-id.ts';
import type {CaseRun, Expectation} from '../core/cases/case.ts';
import {CASE_IDS, caseOf} from '../core/cases/catalogue.ts';
import type {Reply} from './http-sender.ts';
import type {Aspect, Fault} from './judge-input.ts';

/** The outcome of a case. */
export type Outcome =
  | {readonly id: CaseId; readonly state: 'right'}
  | {readonly id: CaseId; readonly state: 'not applicable'; readonly reason: string}
  | ({readonly id: CaseId; readonly state: 'wrong'} & Evidence);

export interface Evidence extends Found {
  /** Other spellings of the case that went wrong too. */
  readonly also: readonly string[];
}

/** A fault of the answer to a case, in one of its variants. */
export interface Found {
  readonly fault: Fault;
  readonly expects: Expectation;
  readonly run: CaseRun;
  readonly reply: Reply;
  readonly jtis: readonly string[];
  /** Seconds since 1970 at which the tokens were made. */
  readonly now: number;
  /** The reason why this answer is inconclusive, if it is. */
  readonly undecided?: string;
}

/** A case that was sent, or why it was not. */
export type CaseAttempt =
  | {
      readonly id: CaseId;
      readonly state: 'sent';
      readonly found: readonly Found[];
      /** The requests that got no answer, whether or not that is right. */
      readonly unanswered: readonly Found[];
    }
  | {readonly id: CaseId; readonly state: 'not applicable'; readonly reason: string};

/** Sums up all attempts in the order of the catalogue. `accepted` names the cases that were wrongly accepted. */
export function outcomesOf(
  trials: readonly CaseAttempt[],
  accepted: (id: CaseId) => boolean,
): readonly Outcome[] {
  const outcomes = new Map(trials.map((trial) => [trial.id, outcomeOf(trial, accepted)]));
  const unsent = new Set(trials.filter(({state}) => state === 'not applicable').map(({id}) => id));
  const found = trials.flatMap((trial) => (trial.state === 'sent' ? trial.found : []));

  for (const [aspect, teller] of REPORTED_BY) {
    const [first, ...others] = found.filter(({fault}) => fault.aspect === aspect);
    const told = outcomes.get(teller);
    if (first === undefined || unsent.has(teller) || (told?.state === 'wrong' && byGravity(told, first) <= 0))
      continue;
    const ofTheSame = others.filter(({run}) => run.id === first.run.id);
    outcomes.set(teller, {id: teller, state: 'wrong', ...evidenceOf(first, ofTheSame)});
  }

  return CASE_IDS.flatMap((id) => outcomes.get(id) ?? []);
}

/** Faults of every refusal are reported once, by the case that tests for them. */
const REPORTED_BY: ReadonlyMap<Aspect, CaseId> = new Map<Aspect, CaseId>([
  ['leak', 'http-leak'],
  ['stack', 'http-stack'],
]);

/** Whether a request was accepted that was to be refused. */
export function isWronglyAccepted({fault, expects}: Found): boolean {
  return fault.aspect === 'verdict' && expects.verdict === 'refuse';
}

function outcomeOf(trial: CaseAttempt, accepted: (id: CaseId) => boolean): Outcome {
  if (trial.state !== 'sent') return trial;
  const {id} = trial;
  const own = trial.found
    .filter(({fault}) => [undefined, id].includes(REPORTED_BY.get(fault.aspect)))
    .toSorted(byGravity);

  const good = caseOf(id).presupposes?.find(accepted);
  const reasonFor = (each: Found): string | undefined =>
    good !== undefined && isWronglyAccepted(each)
      ? `the backend takes a token that it must refuse first: see ${good}`
      : each.undecided;

  const [worst, ...others] = own.filter((each) => reasonFor(each) === undefined);
  if (worst !== undefined) return {id, state: 'wrong', ...evidenceOf(worst, others)};

  const [reason] = own.flatMap((each) => reasonFor(each) ?? []);
  return reason === undefined ? {id, state: 'right'} : {id, state: 'not applicable', reason};
}

function evidenceOf(worst: Found, others: readonly Found[]): Evidence {
  const also = others.map(({run}) => run.variant).filter((variant) => variant !== worst.run.variant);
  return {...worst, also: [...new Set(also)]};
}

const GRAVITY: readonly Aspect[] = ['failure', 'verdict', 'follows', 'leak', 'stack', 'header', 'status'];

function byGravity(a: Found, b: Found): number {
  return GRAVITY.indexOf(a.fault.aspect) - GRAVITY.indexOf(b.fault.aspect);
}
