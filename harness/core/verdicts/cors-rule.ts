import type {CorsRule} from '../cases/case.ts';
import type {OutgoingRequest} from '../cases/outgoing-request.ts';
import {intendedBy, judgePreflight, judgeResponse, warnPreflight} from './cors-protocol.ts';
import type {Answer} from './cors-protocol.ts';

/**
 * Judges an answer as a browser that follows the Fetch standard in every point. Returns the fault, or
 * `null` if there is none.
 */
export function judgeCors(
  rule: CorsRule,
  request: Pick<OutgoingRequest, 'headers'>,
  answer: Answer,
): string | null {
  const origin = originOf(request);

  switch (rule) {
    case 'preflight': {
      const intended = intendedBy(headersOf(request));
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

/** Describes what a rule requires of the answer to a request, so that it can follow "accepted, ". */
export function describeCorsRule(rule: CorsRule, request: Pick<OutgoingRequest, 'headers'>): string {
  const origin = originOf(request);
  return {
    preflight: `so that a page of the origin ${origin} may send the request`,
    readable: `readable for a page of the origin ${origin}`,
    'no cookies': `closed to cookies that a page of ${origin} sends`,
  }[rule];
}

function originOf(request: Pick<OutgoingRequest, 'headers'>): string {
  return headersOf(request).get('origin') ?? 'null';
}

function headersOf({headers}: Pick<OutgoingRequest, 'headers'>): Headers {
  return new Headers(headers.map(([name, value]): [string, string] => [name, value]));
}
