import {getResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {http} from '../platform-http.ts';
import {EXTENSION_HEADER, PAGE_SECRET_HEADER} from '../../../wire/control.ts';
import {isPreflight} from '../cors-headers.ts';
import {EXTENSIONS_HOST} from './shopify-hosts.ts';
import type {ShopifyDeps} from './shopify-deps.ts';

/**
 * Makes the handler of the requests that host pages send for themselves. Handlers of a test never see them:
 * its `http.all('*')` is about what the extension asks, and a page without tokens and scripts shows nothing.
 */
export function ownRequests(
  deps: Pick<ShopifyDeps, 'knowsPage' | 'codeAt'>,
  handlers: readonly HttpHandler[],
): HttpHandler {
  const preflightHandlers = handlers.filter(({info}) => info.method === 'OPTIONS');

  const isOwn = async ({request}: {request: Request}): Promise<boolean> => {
    if (isPreflight(request.method, request.headers)) return isKnown(preflightHandlers, request);
    return isScript(request, deps) || isTokenRequest(request, deps);
  };

  return http.all(isOwn, ({request}) => getResponse([...handlers], request));
}

async function isKnown(handlers: readonly HttpHandler[], request: Request): Promise<boolean> {
  for (const handler of handlers) if (await handler.test({request})) return true;
  return false;
}

/** Whether a request loads the script of a mounted extension. */
function isScript({method, url}: Request, {codeAt}: Pick<ShopifyDeps, 'codeAt'>): boolean {
  return method === 'GET' && new URL(url).hostname === EXTENSIONS_HOST && codeAt(url) !== undefined;
}

/** Whether a page asks for a session token. What it asks for an extension names that extension. */
function isTokenRequest({headers}: Request, {knowsPage}: Pick<ShopifyDeps, 'knowsPage'>): boolean {
  return knowsPage(headers.get(PAGE_SECRET_HEADER)) && !headers.has(EXTENSION_HEADER);
}
