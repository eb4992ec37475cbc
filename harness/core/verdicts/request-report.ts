import type {LoggedRequest} from './logged-request.ts';
import {describeProblem, requestLine} from './request-line.ts';

/**
 * Describes requests, the most telling first: reporters print only the first 300 characters of an attachment.
 *
 * 1. Problems, each once, with the requests that had them.
 * 2. Requests that failed or have no answer yet.
 * 3. Requests that backends answered well, then those that the platform answered well.
 * 4. The claims of the tokens.
 */
export function describeRequests(requests: readonly LoggedRequest[]): string {
  if (requests.length === 0) return 'No request passed the gateway.';

  const others = requests.filter(({problem}) => problem === null).toSorted((a, b) => rankOf(a) - rankOf(b));
  const byProblem = new Map<string, LoggedRequest[]>();
  for (const request of requests) {
    const text = describeProblem(request);
    if (text === null) continue;
    byProblem.set(text, [...(byProblem.get(text) ?? []), request]);
  }

  const problems = [...byProblem].flatMap(([text, having]) => [text, ...having.map(indented)]);

  const title = problems.length === 0 ? 'Requests so far:' : 'Other requests so far:';
  const claims = requests.flatMap((request) => (request.token === null ? [] : [claimsLine(request)]));

  return [
    ...problems,
    ...(others.length === 0 ? [] : [title, ...others.map(indented)]),
    ...(claims.length === 0 ? [] : ['Claims of the tokens:', ...claims]),
  ].join('\n');
}

/** Sorts failed requests first, and those that the platform answered well last. */
function rankOf({outcome, status}: LoggedRequest): number {
  const isAnswered = outcome === 'platform' || outcome === 'backend';
  if (!isAnswered || status === null || status >= 400) return 0;
  return outcome === 'backend' ? 1 : 2;
}

/** The claims are in a separate list, so the line leaves the subject out. */
function indented(request: LoggedRequest): string {
  return `  ${requestLine(request, {subject: false})}`;
}

function claimsLine({method, url, token}: LoggedRequest): string {
  return `  ${method} ${url}: ${JSON.stringify(token)}`;
}
