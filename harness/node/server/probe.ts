import type {Answer, Intended} from '../../core/verdicts/cors-protocol.ts';
import {openRequest} from '../http/request.ts';
import type {Backend} from './backend.ts';
import {unsafeHeaders} from './cors.ts';
import {headersOf} from './node-http.ts';

/** A preflight that simhost sent, and its answer. */
export interface ProbedPreflight {
  readonly intended: Intended;
  readonly answer: Answer;
}

export interface SendOptions {
  /** Milliseconds without an answer after which the request fails. Default: never. */
  readonly timeout?: number;
}

/** Sends the preflight that a browser sends before a request with these headers. Rejects if no answer came. */
export function sendPreflight(
  backend: Backend,
  path: string,
  method: string,
  headers: Headers,
  {timeout}: SendOptions = {},
): Promise<ProbedPreflight> {
  const asked = unsafeHeaders(headers);
  const origin = headers.get('origin') ?? 'null';

  return new Promise((fulfil, reject) => {
    const request = openRequest(backend.address, {
      path,
      method: 'OPTIONS',
      headers: {
        host: backend.host,
        accept: '*/*',
        origin,
        'access-control-request-method': method,
        ...(asked.length === 0 ? {} : {'access-control-request-headers': asked.join(',')}),
        'sec-fetch-mode': 'cors',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-dest': 'empty',
        'user-agent': headers.get('user-agent') ?? 'simhost',
      },
      ...(timeout === undefined ? {} : {timeout}),
    });

    request.once('timeout', () =>
      request.destroy(new Error(`nothing came within ${(timeout ?? 0) / 1000} s`)),
    );

    request.once('response', (response) => {
      response.resume();
      const intended = {origin, method, headers: asked, credentials: headers.has('cookie')};
      fulfil({intended, answer: {status: response.statusCode ?? 0, headers: headersOf(response.rawHeaders)}});
    });

    request.once('error', reject);
    request.end();
  });
}
