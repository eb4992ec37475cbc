import type {CaseId} from '../core/cases/case-id.ts';
import type {CaseRun, Expectation} from '../core/cases/case.ts';
import type {Symptom} from '../core/cases/cause.ts';
import type {Aspect, Fault} from './judge-input.ts';

/** A wrong answer to a case. */
export interface WrongAnswer {
  readonly id: CaseId;
  readonly fault: Pick<Fault, 'aspect'>;
  readonly expects: Pick<Expectation, 'verdict'>;
  /** The requests. Default: requests with the token in a header. */
  readonly run?: Pick<CaseRun, 'steps'>;
}

/**
 * Whether an answer is about a token in the URL of a document of an embedded app. A case is sent in a header first, so
 * the answer to that one was right.
 */
export function isAboutDocument({run}: Pick<WrongAnswer, 'run'>): boolean {
  return run?.steps.some(({request: {via}}) => via === 'document') === true;
}

/** Returns the way in which an answer is wrong. */
export function symptomOf({fault: {aspect}, expects: {verdict}}: WrongAnswer): Symptom {
  return aspect === 'verdict' ? BY_VERDICT[verdict] : BY_ASPECT[aspect];
}

/** The symptom of an unexpected verdict. If both are right, only the way on to another origin can be wrong. */
const BY_VERDICT: Readonly<Record<Expectation['verdict'], Symptom>> = {
  refuse: 'accepts',
  accept: 'refuses',
  either: 'redirects',
};

const BY_ASPECT: Readonly<Record<Exclude<Aspect, 'verdict'>, Symptom>> = {
  failure: 'fails',
  follows: 'obeys',
  leak: 'leaks',
  stack: 'leaks',
  header: 'headers',
  status: 'status',
};
