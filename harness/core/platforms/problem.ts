/**
 * The header in which a platform explains what is wrong with a request. The server removes it from the answer
 * and logs it.
 */
export const PROBLEM_HEADER = 'x-simhost-problem';

/** Writes the header. The sentence is encoded, because header values are limited to Latin-1. */
export function problemHeader(problem: string): Record<string, string> {
  return {[PROBLEM_HEADER]: encodeURIComponent(problem)};
}

/** Reads the sentence; `null` if the answer has none. */
export function problemIn(headers: Headers): string | null {
  const problem = headers.get(PROBLEM_HEADER);
  return problem === null ? null : decodeURIComponent(problem);
}
