import {readFile} from 'node:fs/promises';
import {extname, join, normalize, sep} from 'node:path';
import {decodePart} from '../http/bad-request.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

/** Answers with the files of a built Mini. Any other path is a route of the Mini. */
export function siteOf(folder: string): (url: URL) => Promise<Response> {
  return async ({pathname}) => {
    const wanted = normalize(decodePart(pathname));
    const isFile = extname(wanted) !== '' && !wanted.split(sep).includes('..');
    const path = join(folder, isFile ? wanted : 'index.html');
    const body = await readFile(path).catch(() => null);
    const headers = {
      'cache-control': 'no-store',
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    };
    if (body === null && wanted === '/favicon.ico') return new Response(null, {status: 204});
    if (body === null)
      return new Response(`The Mini has no file ${wanted}.`, {
        status: 404,
        headers: {'content-type': 'text/plain'},
      });

    return new Response(new Uint8Array(body), {headers});
  };
}

/** The origin of the fonts of the SDK's styles. The page works without them, since a simulation reaches no network. */
export const FONTS_ORIGIN = 'https://cdn.shopify.com';

/** Replaces that host: no fonts, no pictures, and no error. */
export async function nothingAtAll(): Promise<Response> {
  return new Response(null, {
    status: 204,
    headers: {'access-control-allow-origin': '*', 'cache-control': 'no-store'},
  });
}
