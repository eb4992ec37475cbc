import type {IncomingMessage} from 'node:http';
import {ASK_PATH} from '../node/live/page-link.ts';

/** The folder of simhost's own paths, below the base of the project. */
const FOLDER = '.simhost/';

/** The path of the first script of a page, below the base of the project. */
export const SCRIPT_PATH = '.simhost/page.js';

/** The destination of a request to the server of Vite. */
export type OwnPath =
  | {readonly kind: 'script' | 'ask'}
  /** `key` and `rest` are the parts of the path: the key of the page, and scheme, host and path of the request. */
  | {readonly kind: 'forward'; readonly key: string; readonly rest: string};

/**
 * Reads the path of a request. Returns `null` for a request that is not for simhost.
 *
 * A server that mounts Vite at its base has taken the base from the path.
 */
export function ownPathOf(url: string, base: string): OwnPath | null {
  const prefix = [base, '/'].map((start) => `${start}${FOLDER}`).find((start) => url.startsWith(start));
  if (prefix === undefined) return null;

  const path = url.slice(prefix.length);
  const [name = ''] = path.split('?', 1);
  if (name === SCRIPT_PATH.slice(FOLDER.length)) return {kind: 'script'};
  if (name === ASK_PATH.slice(FOLDER.length + 1)) return {kind: 'ask'};

  const [, key = '', rest = ''] = /^([\w-]*)\/(https?\/.*)$/s.exec(path) ?? [];
  return rest === '' ? null : {kind: 'forward', key, rest};
}

/**
 * Returns the reason why a request does not come from a page of this server, or `null`.
 *
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
export function refusalOf({headers}: Pick<IncomingMessage, 'headers'>): string | null {
  const {origin, 'sec-fetch-site': site = 'same-origin'} = headers;
  const isOther = site !== 'same-origin' && site !== 'none';
  const host = headers[':authority'] ?? headers.host;

  if (isOther || (origin !== undefined && origin.replace(/^https?:\/\//, '') !== host))
    return 'Only pages of this server may ask simhost.';
  return null;
}

/** Returns the origin of the page that sent a request. */
export function pageOriginOf({headers, socket}: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  if (headers.origin !== undefined) return headers.origin;

  const scheme = headers[':scheme'] ?? ('encrypted' in socket ? 'https' : 'http');
  return `${String(scheme)}://${String(headers[':authority'] ?? headers.host)}`;
}
