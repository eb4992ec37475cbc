import http from 'node:http';
import https from 'node:https';
import type {Backend} from './backends.ts';
import {judgePreflight, unsafeHeaders} from './cors.ts';
import {headersOf} from './node-http.ts';

/** Sends the preflight that a browser would have sent; says why a browser would refuse its answer, or `null`. */
export function probe(backend: Backend, path: string, method: string, headers: Headers): Promise<string | null> {
  const asked = unsafeHeaders(headers);
  const origin = headers.get('origin') ?? 'null';
  const address = new URL(backend.address);
  const secure = address.protocol === 'https:';
  return new Promise((fulfil, reject) => {
    const request = (secure ? https : http).request({
      host: address.hostname.replace(/^\[|\]$/g, ''),
      port: address.port || (secure ? 443 : 80),
      path,
      method: 'OPTIONS',
      headers: {
        host: new URL(backend.origin).host,
        accept: '*/*',
        origin,
        'access-control-request-method': method,
        ...(asked.length === 0 ? {} : {'access-control-request-headers': asked.join(',')}),
        'sec-fetch-mode': 'cors',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-dest': 'empty',
        'user-agent': headers.get('user-agent') ?? 'simhost',
      },
      ...(secure ? {rejectUnauthorized: false} : {}),
    });
    request.once('response', (response) => {
      response.resume();
      const intended = {origin, method, headers: asked, credentials: headers.has('cookie')};
      fulfil(judgePreflight(intended, {status: response.statusCode ?? 0, headers: headersOf(response.rawHeaders)}));
    });
    request.once('error', reject);
    request.end();
  });
}
