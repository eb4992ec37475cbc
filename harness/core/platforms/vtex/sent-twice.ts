import type {Reason} from '../../../wire/verdict.ts';
import {problemHeader} from '../problem.ts';

const SENT_TWICE: Reason = {
  cause: 'the token was sent twice, in a header and in a cookie',
  turn: 'extension',
  fix: 'VTEX refuses both together: send the token in one of them.',
};

/** Adds to a refusal that the token came twice, so that nobody looks for a fault in the token. */
export function markSentTwice(response: Response): Response {
  for (const [name, value] of Object.entries(problemHeader(SENT_TWICE))) response.headers.set(name, value);
  return response;
}
