import type {Mood, RequestEntry} from '../../wire/journal.ts';
import type {LoggedRequest} from '../verdicts/logged-request.ts';
import {ACCOUNTS_HOST, EXTENSIONS_HOST} from '../platforms/shopify/shopify-hosts.ts';
import {shopUserOf} from '../platforms/shop-minis/user-token.ts';
import {isSuccess} from '../verdicts/case-reasons.ts';
import {PEOPLE} from '../world/people.ts';

/** The path at which host pages ask for session tokens. */
const SESSION_TOKENS = /\/unstable\/graphql$/;

/** Longest strings of an entry, so that thousands of them are small. */
const LONGEST_URL = 500;
const LONGEST_SENTENCE = 200;

/**
 * Summarises a logged request for a row of the console. `token` is the number of the entry that first sent its
 * token, and `asker` the name of the signed-in customer.
 */
export function requestEntry(
  request: LoggedRequest,
  n: number,
  token: number | null,
  asker: string | null = null,
): RequestEntry {
  const {method, url, status, at, duration, token: claims, case: id} = request;
  const mood = moodOf(request);
  const title = titleOf(request);

  return {
    kind: 'request',
    n,
    at,
    method,
    url: cut(url, LONGEST_URL),
    mark: markOf(request),
    status,
    mood,
    title,
    sentence: cut(sentenceOf(request, {mood, title, isFirst: token === n, token, asker}), LONGEST_SENTENCE),
    ms: duration === null ? null : Math.round(duration),
    to: request.outcome === 'platform' ? 'platform' : 'backend',
    who: whoOf(claims),
    case: id,
    token,
    claims: claims === null ? '' : cut(claimWords(claims), LONGEST_SENTENCE),
  };
}

/** Returns the name of the person that a token is about; `null` for a token without `sub`. */
export function whoOf(claims: LoggedRequest['token']): string | null {
  const sub = claims?.['sub'];
  if (typeof sub !== 'string') return null;
  // A customer's id at Shopify, a user's id at Shop, or the e-mail of a shopper at VTEX.
  const known = Object.values(PEOPLE).find((person) =>
    [person.id, shopUserOf(person), person.email].includes(sub),
  );
  return known?.firstName ?? sub;
}

/** Writes a cause as a sentence: "The token had expired 60 s before." */
export function asSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const first = line.slice(0, 1).toUpperCase() + line.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function moodOf({outcome, status, duration, problem, case: id, expected}: LoggedRequest): Mood {
  if (expected?.isRight === true && (problem === null || problem.turn === 'nobody')) return 'right';
  if (problem?.turn === 'nobody' && id !== null) return 'right';

  const isExplained = problem?.turn === 'nobody' && status !== null && isSuccess(status);
  if (problem !== null && !isExplained) return 'problem';
  return outcome === 'pending' || duration === null ? 'pending' : 'plain';
}

function titleOf({method, url, outcome}: LoggedRequest): string | null {
  if (outcome === 'backend' || !URL.canParse(url)) return null;
  const {hostname, pathname} = new URL(url);
  if (method === 'GET' && hostname === EXTENSIONS_HOST) return 'Script of the extension';

  const isPlatform = hostname === ACCOUNTS_HOST || hostname.endsWith('.myshopify.com');
  return method === 'POST' && isPlatform && SESSION_TOKENS.test(pathname) ? 'Session token' : null;
}

function markOf({preflight, outcome, status}: LoggedRequest): string {
  if (typeof preflight !== 'string') return 'CORS';
  if (status !== null) return String(status);
  return outcome === 'pending' ? '···' : 'none';
}

interface SentenceContext {
  readonly mood: Mood;
  readonly title: string | null;
  readonly isFirst: boolean;
  readonly token: number | null;
  readonly asker: string | null;
}

function sentenceOf(
  {problem, case: id, token: claims, outcome, preflight}: LoggedRequest,
  {mood, title, isFirst, token, asker}: SentenceContext,
): string {
  if (mood === 'right') return `Right answer to ${id ?? 'the case'}`;
  if (typeof preflight !== 'string') return `A browser would not send it: ${preflight.refused}`;
  if (problem !== null) return asSentence(problem.cause).slice(0, -1);
  if (outcome === 'pending') return 'Waiting for the answer';
  if (title === 'Session token') return id === null ? `For ${asker ?? 'a guest'}` : `With the case ${id}`;
  if (claims === null) return outcome === 'platform' ? 'Answered by the platform' : 'No readable token';

  const who = whoOf(claims) ?? 'Guest';
  return isFirst || token === null ? `${who}, new token` : `${who}, token of #${token}`;
}

/** The claims that a developer searches for; times are in the detail. */
function claimWords(claims: Readonly<Record<string, unknown>>): string {
  return Object.entries(claims)
    .filter(([, value]) => typeof value === 'string')
    .map(([, value]) => String(value))
    .join(' ');
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
