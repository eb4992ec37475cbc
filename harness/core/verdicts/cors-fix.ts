import type {Turn} from '../../wire/verdict.ts';
import {type Answer, type Intended, listed, SIMPLE_METHODS} from './cors-protocol.ts';
import {changeOfAnswer, changeOfPreflight} from './extension-cors.ts';

/** The change that lets a browser send a request after its preflight. */
export interface PreflightChange {
  readonly turn: Turn;
  /** The change as a sentence; `null` if nothing is certain. */
  readonly fix: string | null;
}

/** Returns the change that lets a browser accept the answer to a preflight: of a known library, or by the standard. */
export function preflightChange(intended: Intended, answer: Answer): PreflightChange {
  return changeOfPreflight(intended, answer) ?? {turn: 'backend', fix: fixOfPreflight(intended, answer)};
}

/** Writes the change that lets a browser accept the answer to a preflight; `null` if nothing is certain. */
export function fixOfPreflight(intended: Intended, {status, headers}: Answer): string | null {
  if (status === 401 || status === 403)
    return 'Answer OPTIONS before the token is checked: browsers send none with a preflight.';
  if (status >= 300 && status < 400)
    return 'Answer OPTIONS itself: browsers follow no redirect of a preflight.';
  if (status < 200 || status > 299)
    return `Answer OPTIONS with 204 and ${lines(neededBy(intended, headers))}.`;

  return `Answer OPTIONS with ${lines(neededBy(intended, headers))}.`;
}

/** A request with an answer that its page cannot read. */
export interface UnreadableRequest extends Pick<Intended, 'origin' | 'credentials'> {
  /** The status of the answer. Default: unknown. */
  readonly status?: number;
  /** Whether the request carried a token. Default: `false`. */
  readonly isAuthorized?: boolean;
}

/** Writes the change that lets the page read an answer. */
export function fixOfUnreadable({
  origin,
  credentials,
  status = 0,
  isAuthorized = false,
}: UnreadableRequest): string {
  const known = changeOfAnswer({origin, status, isAuthorized});
  if (known !== null) return known;
  return `Send ${lines(originHeaders(origin, credentials))} with each answer, refusals and errors too.`;
}

/** Lists the headers that the answer to a preflight lacks. */
function neededBy({origin, method, headers: asked, credentials}: Intended, headers: Headers): string[] {
  const allowsOrigin = [origin, ...(credentials ? [] : ['*'])];
  const isOriginAllowed = allowsOrigin.includes(headers.get('access-control-allow-origin') ?? '');

  const methods = listed(headers, 'access-control-allow-methods');
  const isMethodAllowed = [...SIMPLE_METHODS, ...methods, ...(credentials ? [] : ['*'])].includes(method);

  const allowed = listed(headers, 'access-control-allow-headers');
  const names = allowed.map((name) => name.toLowerCase());
  const missing = names.includes('*') && !credentials ? [] : asked.filter((name) => !names.includes(name));

  return [
    ...(isOriginAllowed ? [] : originHeaders(origin, credentials)),
    ...(isMethodAllowed || methods.includes('*')
      ? []
      : [`Access-Control-Allow-Methods: ${[...methods, method].join(', ')}`]),
    ...(missing.length === 0 ? [] : [`Access-Control-Allow-Headers: ${[...allowed, ...missing].join(', ')}`]),
  ];
}

function originHeaders(origin: string, credentials: boolean): string[] {
  return credentials
    ? [`Access-Control-Allow-Origin: ${origin}`, 'Access-Control-Allow-Credentials: true']
    : ['Access-Control-Allow-Origin: *'];
}

/** Joins headers so that each can be copied. */
function lines(headers: readonly string[]): string {
  return headers.map((header) => `"${header}"`).join(' and ');
}
