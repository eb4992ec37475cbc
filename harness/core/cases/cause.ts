import type {CaseId} from './case-id.ts';
import type {Severity} from './case.ts';

/** A fault of a backend, and the cases that go wrong because of it. */
export interface Cause {
  /** The fault, as a sentence about the backend. */
  readonly title: string;
  /** The people who can make use of the fault. */
  readonly reach: Reach;
  /** The severity of a finding with this cause. */
  readonly severity: Severity;
  /** The ways in which answers are wrong because of it. */
  readonly symptoms: readonly Symptom[];
  /** A wrong answer to one of these cases shows the fault. The first one represents the finding. */
  readonly shownBy: readonly CasePattern[];
  /** Further cases that go wrong because of it. They do not show it by themselves. */
  readonly explains?: readonly CasePattern[];
  /** Whether it is about documents of an embedded app alone: in a header, the same tokens are answered right. */
  readonly inDocuments?: true;
  /** The change that removes it. */
  readonly fix: string;
}

/**
 * The people who can make use of a fault. Reports show them in this order.
 *
 * - `outsider`: nobody needs a secret for it
 * - `hardening`: it needs a token that only the app's own secret makes, or a valid token whose holder gains nothing
 * - `interop`: nobody can use it; real requests are refused, or their answers cannot be read
 */
export type Reach = 'outsider' | 'hardening' | 'interop';

/** The ways in which an answer can be wrong. */
export type Symptom =
  /** The request was accepted, and should be refused. */
  | 'accepts'
  /** The request was refused, and should be accepted. */
  | 'refuses'
  /** The answer is a server error, or missing. */
  | 'fails'
  /** The answer follows a forged part of the request. */
  | 'obeys'
  /** A header is missing or wrong, for example of CORS. */
  | 'headers'
  /** The request was refused with an unusual status. */
  | 'status'
  /** The answer contains what it should not: a token, a stack trace. */
  | 'leaks'
  /** The request was sent on to another origin. */
  | 'redirects';

/** A case, or all cases whose id begins with the part before the star. */
export type CasePattern = CaseId | `${string}*`;

/** Whether a pattern is about a case. */
export function isMatch(pattern: CasePattern, id: CaseId): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
}
