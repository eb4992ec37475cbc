import type {Reason, Verdict} from '../../wire/verdict.ts';
import {type AnsweredRequest, type AnswerRow, isAccepted, isUserToken, refusal} from './answer-row.ts';
import {bridgeRows} from './bridge-rows.ts';
import {BACKEND_FAILED, GOOD_TOKEN_REFUSED} from './case-reasons.ts';
import {CASE_ROWS} from './case-rows.ts';
import {CREDENTIAL_ROWS} from './credential-rows.ts';
import {NO_BOT} from './extension-cors.ts';
import type {LoggedRequest} from './logged-request.ts';
import {SENT_TWICE, VTEX_ROWS} from './vtex-rows.ts';

/** The explanations of answers by their requests alone. */
const INNER_ROWS: readonly AnswerRow[] = [
  ...CASE_ROWS,
  {
    name: 'a user token of a Mini was not exchanged',
    explain: ({request, credential}) =>
      isAccepted(request) && credential.kind === 'token' && credential.isUnexchanged
        ? {
            cause: 'this answer is for a user token that was not exchanged with userTokenVerify',
            turn: 'backend',
            fix: 'Its format is private to the platform: a backend must not decode it.',
          }
        : null,
  },
  ...CREDENTIAL_ROWS,
  SENT_TWICE,
  refusal('a token of another issuer', ({credential}) =>
    credential.kind === 'token' && !credential.isOwn
      ? {
          cause: 'the token was not issued by this simulation',
          turn: 'extension',
          fix: "Get it from the platform's API in the extension, or by mint() in the test.",
        }
      : null,
  ),
  ...VTEX_ROWS,
  refusal('a good user token of a Mini', ({credential}) =>
    isUserToken(credential)
      ? {
          cause: 'the user token has not expired',
          turn: 'backend',
          fix: 'Look at the answer of userTokenVerify to the backend.',
        }
      : null,
  ),
  refusal('a token for another app', ({credential, clientId}) => {
    if (credential.kind !== 'token' || credential.claims['aud'] === clientId) return null;
    const {aud} = credential.claims;
    return {
      cause:
        aud === undefined
          ? 'the token names no app: it has no aud'
          : `the token is for the app "${String(aud)}", not "${clientId}"`,
      turn: 'set-up',
      fix: 'Use one client id in the option app and, as SHOPIFY_API_KEY, in the backend.',
    };
  }),
  refusal('a good token', () => GOOD_TOKEN_REFUSED),
  {
    name: 'a browser that counts as a bot',
    explain: ({request: {status, outcome}}) =>
      outcome === 'backend' && status === 410
        ? {
            cause: 'the backend takes the browser for a bot, or the address is gone',
            turn: 'set-up',
            fix: NO_BOT,
          }
        : null,
  },
  {
    name: 'the backend failed',
    explain: ({request: {status, outcome}}) =>
      outcome === 'backend' && status !== null && status >= 500 ? BACKEND_FAILED : null,
  },
];

/**
 * The explanations of answers. The first row that applies decides, so a row that is certain comes before
 * one that is likely. A new explanation is a new row, with an example in `answer-rows.test.ts`.
 */
export const ANSWER_ROWS: readonly AnswerRow[] = [
  ...bridgeRows((answered) => explainBy(INNER_ROWS, answered)),
  ...INNER_ROWS,
];

/** Explains an answer by the first row that applies. Returns `null` if none does. */
export function explainAnswer(answered: AnsweredRequest): Reason | null {
  return explainBy(ANSWER_ROWS, answered);
}

function explainBy(rows: readonly AnswerRow[], answered: AnsweredRequest): Reason | null {
  for (const row of rows) {
    const reason = row.explain(answered);
    if (reason !== null) return reason;
  }

  return null;
}

/** Makes the verdict about an answer. */
export function answerVerdict({status, url}: Pick<LoggedRequest, 'status' | 'url'>, reason: Reason): Verdict {
  return {headline: `${String(status)} from ${url}`, ...reason};
}
