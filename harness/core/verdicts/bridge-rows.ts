import type {Reason} from '../../wire/verdict.ts';
import type {AnsweredRequest, AnswerRow} from './answer-row.ts';
import {isAccepted, refusal} from './answer-row.ts';
import type {LoggedRequest} from './logged-request.ts';

/** The header by which a server makes App Bridge send a request again, with a new ID token. */
const RETRY = 'x-shopify-retry-invalid-session-request';

/** The header by which a server makes App Bridge open an address in place of the admin. */
const REAUTHORIZE = 'x-shopify-api-request-failure-reauthorize-url';

const AGAIN = 'App Bridge sent the refused request again, with a new token';

/**
 * The explanations of answers that App Bridge acts on.
 *
 * @param explainInner explains the answer itself, without App Bridge
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/set-embedded-app-authorization
 */
export function bridgeRows(explainInner: AnswerRow['explain']): readonly AnswerRow[] {
  return [
    refusal('the repetition by App Bridge is refused too', (answered) => {
      const inner = isRepetition(answered) ? explainInner(answered) : null;
      return inner === null ? null : {...inner, cause: `${AGAIN}, and got no further: ${inner.cause}`};
    }),
    refusal('App Bridge repeats a refused request', (answered) => {
      const inner = hasHeader(answered.request, RETRY) ? explainInner(answered) : null;
      if (inner === null) return null;

      const cause = `${inner.cause}; the answer makes App Bridge send the request again, with a new token`;
      return {...healed(inner), cause};
    }),
    refusal('App Bridge opens a new authorization', (answered) => {
      const address = headerOf(answered.request, REAUTHORIZE);
      const inner = address === null ? null : explainInner(answered);
      if (inner === null) return null;

      const cause = `${inner.cause}; the answer makes App Bridge open ${pageOf(address)} in place of the admin`;
      return {
        cause,
        turn: inner.turn,
        fix: 'The fetch() of the page never settles. The last request of the backend to the shop has the reason.',
      };
    }),
    {
      name: 'the repetition by App Bridge',
      explain: (answered) =>
        isAccepted(answered.request) && isRepetition(answered)
          ? {cause: AGAIN, turn: 'nobody', fix: null}
          : null,
    },
  ];
}

/** Whether a request repeats one whose answer asked for that, with another token. */
function isRepetition({request, repeated}: AnsweredRequest): boolean {
  if (repeated === null || !hasHeader(repeated, RETRY)) return false;
  return request.tokenFacts?.number !== repeated.tokenFacts?.number;
}

/** An old token needs no fix if the page gets a new one by itself. */
function healed(inner: Reason): Reason {
  return inner.turn === 'extension' ? {...inner, turn: 'nobody', fix: null} : inner;
}

function hasHeader(request: LoggedRequest, name: string): boolean {
  return request.sender === 'browser' && headerOf(request, name) !== null;
}

function headerOf({answer}: LoggedRequest, name: string): string | null {
  return answer?.headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? null;
}

/** Returns an address without its query, which holds the shop and the client id. */
function pageOf(address: string | null): string {
  return (address ?? '').replace(/[?#].*$/s, '');
}
