import {HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {http} from '../platform-http.ts';
import {corsHeaders} from '../cors-headers.ts';
import {EXTENSIONS_HOST} from './shopify-hosts.ts';

/** Returns the URL of an extension's bundle: `shopify.extension.scriptUrl`. */
export function scriptUrl({
  activation,
  handle,
  hash,
}: {
  activation: string;
  handle: string;
  hash: string;
}): string {
  return `https://${EXTENSIONS_HOST}/extensions/${activation}/assets/${handle}.${hash}.js`;
}

/** Serves published bundles to pages of every origin, as the real host does. */
export function extensionAssets(codeAt: (url: string) => string | undefined): HttpHandler {
  return http.get(`https://${EXTENSIONS_HOST}/*`, ({request}) => {
    const code = codeAt(request.url);
    const headers = corsHeaders('*');
    if (code === undefined) return HttpResponse.text('No such extension.', {status: 404, headers});
    return new HttpResponse(code, {headers: {...headers, 'content-type': 'text/javascript; charset=utf-8'}});
  });
}
