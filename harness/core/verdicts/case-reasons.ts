import type {Reason} from '../../wire/verdict.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {Expectation} from '../cases/case.ts';
import {caseOf} from '../cases/catalogue.ts';

/** The reason of a 5xx answer of which nothing else is known. */
export const BACKEND_FAILED: Reason = {cause: 'the backend failed', turn: 'backend', fix: null};

/** The reason if a good token was refused. */
export const GOOD_TOKEN_REFUSED: Reason = {
  cause: 'the token was good',
  turn: 'backend',
  fix: 'Check the secret and client id that the backend uses, and its own rules.',
};

/** An answer to a case: what a correct backend does, and what this one did. */
export interface CaseAnswer {
  readonly id: CaseId;
  readonly expected: Expectation['verdict'] | null;
  readonly status: number;
}

/** Explains a wrong answer to a case, for the request log and for the audit. `null` for an answer that may be right. */
export function wrongAnswerReason({id, expected, status}: CaseAnswer): Reason | null {
  const {title, fix, class: kind} = caseOf(id);

  if (expected === 'refuse' && isSuccess(status)) {
    const gravity = kind === 'anyone' ? ', since it takes no secret' : '';
    return {cause: `this must be refused${gravity}: ${title} (case ${id})`, turn: 'backend', fix};
  }

  if (expected === 'accept' && isRefusal(status))
    return {cause: `this must be accepted: ${title} (case ${id})`, turn: 'backend', fix};
  return status >= 500 ? BACKEND_FAILED : null;
}

/** Whether a status accepts a request. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether a status refuses a request for its credential. */
export function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}
