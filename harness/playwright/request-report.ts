import type {LoggedRequest} from '../core/simulation/request-log.ts';

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
  const withProblem = requests.filter(({problem}) => problem !== null);
  const others = requests.filter(({problem}) => problem === null).toSorted((a, b) => rankOf(a) - rankOf(b));

  const problems = [...new Set(withProblem.map(({problem}) => problem))].flatMap((problem) => [
    String(problem),
    ...withProblem.filter((request) => request.problem === problem).map(lineOf),
  ]);

  const claims = requests.flatMap((request) => (request.token === null ? [] : [claimsOf(request)]));

  return [
    ...problems,
    ...(others.length === 0
      ? []
      : [`${problems.length === 0 ? 'Requests' : 'Other requests'} so far:`, ...others.map(lineOf)]),
    ...(claims.length === 0 ? [] : ['Claims of the tokens:', ...claims]),
  ].join('\n');
}

/** What failed comes first, what the platform answered well comes last. */
function rankOf({outcome, status}: LoggedRequest): number {
  const isAnswered = outcome === 'platform' || outcome === 'backend';
  if (!isAnswered || status === null || status >= 400) return 0;
  return outcome === 'backend' ? 1 : 2;
}

function lineOf({
  method,
  url,
  sender,
  status,
  outcome,
  preflight,
  case: id,
  duration,
}: LoggedRequest): string {
  const facts = [
    String(status ?? outcome),
    ...(sender === 'backend' ? ['sent by the backend'] : []),
    ...(preflight === 'none' ? [] : [`preflight ${typeof preflight === 'string' ? preflight : 'refused'}`]),
    ...(id === null ? [] : [`case ${id}`]),
    ...(duration === null ? [] : [`${Math.round(duration)} ms`]),
  ];

  return `  ${method} ${url} -> ${facts.join(', ')}`;
}

function claimsOf({method, url, token}: LoggedRequest): string {
  return `  ${method} ${url}: ${JSON.stringify(token)}`;
}
