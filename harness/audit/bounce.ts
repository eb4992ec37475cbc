import type {Expectation, Profile} from '../core/cases/case.ts';
import type {OutgoingRequest} from '../core/cases/outgoing-request.ts';
import type {App} from '../core/world/app.ts';
import {readAcceptance} from './acceptance.ts';
import type {Acceptance} from './acceptance.ts';
import type {Answer} from './http-sender.ts';

const BY_STATUS = readAcceptance();

/** Whether an answer shows a document of an embedded app, not only the page that loads App Bridge. */
export function showsDocument(answer: Answer): boolean {
  return BY_STATUS(answer) && !isAppBridgePage(answer);
}

/** Takes the page that only loads App Bridge for a refusal. */
export function exceptBounce(accepts: Acceptance): Acceptance {
  return (answer) => accepts(answer) && !isAppBridgePage(answer);
}

/**
 * Whether a request without a token may be answered by a bounce. To an embedded app, every request without the header
 * `Authorization` is one for a document, because App Bridge adds that header to all others.
 */
export function mayBounce({headers}: OutgoingRequest, {profile}: {readonly profile: Profile}): boolean {
  return profile === 'embedded' && !headers.some(([name]) => name.toLowerCase() === 'authorization');
}

/**
 * Whether an answer is a page that loads App Bridge and nothing else: the bounce page, which some apps send in place of
 * a redirect.
 */
export function isAppBridgePage({status, headers, body}: Answer): boolean {
  if (status !== 200 || !isHtml(headers)) return false;

  const scripts = [...body.matchAll(/<script\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)/gi)].map(
    ([, src]) => src ?? '',
  );
  const isAlone = scripts.length > 0 && scripts.every((src) => APP_BRIDGE.test(src));
  return isAlone && textOf(body) === '';
}

/** Returns the fault of a bounce as a remark about the answer, or `null` if there is none. */
export function judgeBounce(
  part: NonNullable<Expectation['bounce']>,
  answer: Answer,
  app: Pick<App, 'clientId'>,
): string | null {
  return part === 'page' ? faultOfPage(answer, app) : faultOfRedirect(answer);
}

function faultOfRedirect(answer: Answer): string | null {
  if (isAppBridgePage(answer)) return null;

  const location = answer.headers.get('location');
  const isRedirect = Math.floor(answer.status / 100) === 3;
  if (!isRedirect || location === null || !URL.canParse(location, SOMEWHERE)) return 'no redirect';

  const reload = new URL(location, SOMEWHERE).searchParams.get('shopify-reload');
  if (reload === null) return 'no shopify-reload in the target';
  if (!URL.canParse(reload)) return 'shopify-reload is not a whole URL';
  return new URL(reload).searchParams.has('id_token') ? 'shopify-reload still has id_token' : null;
}

function faultOfPage({headers, body}: Answer, {clientId}: Pick<App, 'clientId'>): string | null {
  if (!isHtml(headers)) return 'no HTML';
  if (!APP_BRIDGE.test(body)) return 'no script of App Bridge';
  return apiKeysIn(body).includes(clientId) ? null : 'no client id for App Bridge';
}

/** Finds the places from which App Bridge reads the client id. */
function apiKeysIn(body: string): readonly string[] {
  const found = [
    ...body.matchAll(/\bdata-api-key\s*=\s*["']?([^"'\s>]+)/gi),
    ...body.matchAll(/\bapp-bridge\.js\?[^"'\s>]*\bapiKey=([^"'&\s>]+)/gi),
    ...[...body.matchAll(/<meta\b[^>]*\bshopify-api-key\b[^>]*>/gi)].flatMap(([meta]) => [
      ...meta.matchAll(/\bcontent\s*=\s*["']?([^"'\s>]+)/gi),
    ]),
  ];
  return found.map(([, key]) => key ?? '');
}

function isHtml(headers: Headers): boolean {
  return /^text\/html\b/i.test(headers.get('content-type') ?? '');
}

/** Returns the visible text of a page. */
function textOf(body: string): string {
  return body
    .replaceAll(/<(script|style|title|noscript)\b.*?<\/\1\s*>/gis, '')
    .replaceAll(/<[^>]*>/g, '')
    .trim();
}

const APP_BRIDGE = /https:\/\/cdn\.shopify\.com\/shopifycloud\/app-bridge\.js/;

/** A base for relative targets. */
const SOMEWHERE = 'https://app.example';
