import type {Reason} from '../../wire/verdict.ts';

/**
 * The header in which a platform explains what is wrong with a request. The server removes it from the answer
 * and logs it.
 */
export const PROBLEM_HEADER = 'x-simhost-problem';

/** Writes the header. The reason is encoded, because header values are limited to Latin-1. */
export function problemHeader(reason: Reason): Record<string, string> {
  return {[PROBLEM_HEADER]: encodeURIComponent(JSON.stringify(reason))};
}

/** Reads the reason; `null` if the answer has none. */
export function problemIn(headers: Headers): Reason | null {
  const problem = headers.get(PROBLEM_HEADER);
  return problem === null ? null : (JSON.parse(decodeURIComponent(problem)) as Reason);
}
