import {caseOf} from '../cases/catalogue.ts';
import type {Verdict} from '../../wire/verdict.ts';
import {answerVerdict} from './answer-rows.ts';
import type {LoggedRequest} from './logged-request.ts';

/** The simulated milliseconds in which an extension that repeats a refused request does so. */
export const RETRY_TIME = 2000;

/** Cases whose token is good again if the extension asks for a fresh one. */
const HEALED = /^exp-past-/;

/** Whether a request was rightly refused, so that one with a fresh token would be accepted. */
export function isHealedByFreshToken({case: id, status, expected}: LoggedRequest): boolean {
  return status === 401 && id !== null && HEALED.test(id) && expected?.verdict === 'refuse';
}

/** Explains that an extension did not repeat a refused request with a fresh token. */
export function missedRetry(request: LoggedRequest): Verdict {
  const id = request.case;
  const why = id === null ? '' : ` (${caseOf(id).title})`;
  return answerVerdict(request, {
    cause: `this is the right answer to ${String(id)}${why}, but the request was not tried again`,
    turn: 'extension',
    fix: 'After a 401, ask for a fresh token and send the request once more.',
  });
}
