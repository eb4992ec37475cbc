import {withoutLaunch} from '../../wire/launch-parameters.ts';
import type {LoggedRequest} from './logged-request.ts';
import {describeVerdict} from './verdict.ts';

/** Facts that a line of a request leaves out. */
export interface LineOptions {
  /** Names the subject of the token. Default `true`. */
  readonly subject?: boolean;
}

/**
 * Describes a request in one line: "GET https://example.com/a -> 200 (sub gid://shopify/Customer/7001, 12
 * ms)". Holds claims, but never a token.
 */
export function requestLine(request: LoggedRequest, {subject = true}: LineOptions = {}): string {
  const {method, url, status, outcome, sender, preflight, token, case: id, schema, duration} = request;
  const facts = [
    ...(subject ? [subjectOf(token)] : []),
    ...(sender === 'backend' ? ['sent by the backend'] : []),
    ...(preflight === 'none' ? [] : [`preflight ${typeof preflight === 'string' ? preflight : 'refused'}`]),
    ...(id === null ? [] : [`case ${id}`]),
    ...(schema === null ? [] : [`answered by the schema of ${schema}`]),
    ...(duration === null ? [] : [`${Math.round(duration)} ms`]),
  ];

  const line = `${method} ${withoutLaunch(url)} -> ${status ?? outcome}`;
  return printable(facts.length === 0 ? line : `${line} (${facts.join(', ')})`);
}

/**
 * Describes a request that has been answered for a terminal, with its problem below. Also describes a request that the
 * browser did not send, because its preflight failed. Returns `null` before the answer.
 */
export function answeredLine(request: LoggedRequest): string | null {
  const {duration, outcome} = request;
  const isUnsent = outcome === 'failed' && duration === null;
  if (duration === null && !isUnsent) return null;

  const line = requestLine(request);
  const problem = describeProblem(request);
  return problem === null ? line : `${line}\n  ${problem.replaceAll('\n', '\n  ')}`;
}

/**
 * Describes the problem of a request in the words that the terminal, traces and attachments share. Returns `null`
 * for a request without a problem.
 */
export function describeProblem({problem, source}: LoggedRequest): string | null {
  return problem === null ? null : describeVerdict(problem, source);
}

function subjectOf(token: LoggedRequest['token']): string {
  // The header may hold a value that is not a token.
  if (token === null) return 'no readable token';
  const {sub} = token;
  return `sub ${typeof sub === 'string' ? sub : (JSON.stringify(sub) ?? 'none')}`;
}

/** Takes out control characters: claims are the sender's choice, and must not steer a terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
