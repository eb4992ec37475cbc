import {judgePreflight, judgeResponse, listed, warnPreflight} from './cors-protocol.ts';
import type {Answer} from './cors-protocol.ts';
import type {OutgoingRequest} from './outgoing-request.ts';

/** What an answer is to allow the page that the request comes from, by its `Origin`. */
export type CorsRule =
  /** The browser sends the request that this preflight asks for. */
  | 'preflight'
  /** The page can read the answer. */
  | 'readable'
  /** The page cannot read an answer that it got with cookies. */
  | 'no cookies';

/** What is wrong with an answer, to a browser that keeps to the Fetch standard in every point; `null` where nothing is. */
export function judgeCors(
  rule: CorsRule,
  request: Pick<OutgoingRequest, 'headers'>,
  answer: Answer,
): string | null {
  const sent = new Headers(request.headers.map(([name, value]): [string, string] => [name, value]));
  const origin = originOf(request);
  switch (rule) {
    case 'preflight': {
      const headers = listed(sent, 'access-control-request-headers').map((name) => name.toLowerCase());
      const intended = {
        origin,
        method: sent.get('access-control-request-method') ?? 'GET',
        headers,
        credentials: false,
      };
      return judgePreflight(intended, answer) ?? warnPreflight(intended, answer);
    }
    case 'readable':
      return judgeResponse({origin, credentials: false}, answer.headers);
    case 'no cookies':
      return judgeResponse({origin, credentials: true}, answer.headers) === null
        ? `cookies of visitors are open to ${origin}`
        : null;
  }
}

/** What a rule asks of the answer to a request, in words that go on from "accepted". */
export function wordsForCors(rule: CorsRule, request: Pick<OutgoingRequest, 'headers'>): string {
  const origin = originOf(request);
  return {
    preflight: `so that a page of the origin ${origin} may send the request`,
    readable: `readable for a page of the origin ${origin}`,
    'no cookies': `closed to cookies that a page of ${origin} sends`,
  }[rule];
}

function originOf({headers}: Pick<OutgoingRequest, 'headers'>): string {
  return headers.find(([name]) => name.toLowerCase() === 'origin')?.[1] ?? 'null';
}
