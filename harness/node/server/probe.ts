import type {Turn} from '../../wire/verdict.ts';
import {preflightChange} from '../../core/verdicts/cors-fix.ts';
import {type Answer, type Intended, judgePreflight} from '../../core/verdicts/cors-protocol.ts';
import {openRequest} from '../http/request.ts';
import type {Backend} from './backend.ts';
import {unsafeHeaders} from './cors.ts';
import {headersOf} from './node-http.ts';

/** The time for the answer to a preflight that no browser waits for, in milliseconds. */
const LONGEST_ANSWER = 5000;

/** A preflight that simhost sent, and its answer. */
export interface ProbedPreflight {
  readonly intended: Intended;
  readonly answer: Answer;
}

/** The error of a preflight that simhost sent and a backend did not answer in time. */
export class UnansweredPreflight extends Error {
  readonly answer = null;

  constructor(timeout: number) {
    super(`nothing came within ${timeout / 1000} s`);
  }
}

/** The reason why a browser would not send the request, and the change in the backend that is certain. */
export interface ProbeRefusal {
  readonly reason: string;
  readonly turn: Turn;
  readonly fix: string | null;
}

/** Judges a preflight that simhost sent as a browser does; `null` if a browser would send the request. */
export function refusalOf(probed: ProbedPreflight | UnansweredPreflight): ProbeRefusal | null {
  if (probed instanceof UnansweredPreflight) {
    return {
      reason: `OPTIONS was not answered: ${probed.message}`,
      turn: 'backend',
      fix: 'Answer OPTIONS with 204: a browser sends the request only after that answer.',
    };
  }

  const {intended, answer} = probed;
  const reason = judgePreflight(intended, answer);
  return reason === null ? null : {reason, ...preflightChange(intended, answer)};
}

/** Turns the rejection of a preflight that got no answer in time into a result. Throws other errors again. */
export function ifUnanswered(error: unknown): UnansweredPreflight {
  if (error instanceof UnansweredPreflight) return error;
  throw error;
}

export interface SendOptions {
  /** Milliseconds without an answer after which the request fails. Default: 5,000. */
  readonly timeout?: number;
}

/**
 * Sends the preflight that a browser sends before a request with these headers. Rejects with `UnansweredPreflight` if a
 * backend takes too long, and with the error of the connection if it fails.
 */
export function sendPreflight(
  backend: Backend,
  path: string,
  method: string,
  headers: Headers,
  {timeout = LONGEST_ANSWER}: SendOptions = {},
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
      timeout,
    });

    request.once('timeout', () => request.destroy(new UnansweredPreflight(timeout)));

    request.once('response', (response) => {
      response.resume();
      const intended = {origin, method, headers: asked, credentials: headers.has('cookie')};
      fulfil({intended, answer: {status: response.statusCode ?? 0, headers: headersOf(response.rawHeaders)}});
    });

    request.once('error', reject);
    request.end();
  });
}
