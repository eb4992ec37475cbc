/** On an answer of a platform: one sentence on what is wrong with its request. The server takes it off and logs it. */
export const PROBLEM_HEADER = 'x-simhost-problem';

/** Header values are Latin; a sentence need not be. */
export function problemHeader(problem: string): Record<string, string> {
  return {[PROBLEM_HEADER]: encodeURIComponent(problem)};
}

export function problemIn(headers: Headers): string | null {
  const problem = headers.get(PROBLEM_HEADER);
  return problem === null ? null : decodeURIComponent(problem);
}
