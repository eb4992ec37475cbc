import {caseOf} from '../cases/catalogue.ts';
import {expectationOf} from '../cases/expectations.ts';
import {USER_TOKEN_ISSUER} from '../platforms/shop-minis/user-token.ts';
import type {Reason, Verdict} from '../../wire/verdict.ts';
import type {Credential, UnreadableCredential} from './credential.ts';
import type {LoggedRequest} from './logged-request.ts';

/** The facts about an answered request. */
export interface AnsweredRequest {
  readonly request: LoggedRequest;
  readonly credential: Credential;
  /** The client id of the app under test. */
  readonly clientId: string;
}

/** An explanation of an answer. */
export interface AnswerRow {
  /** A short name, by which a test has an example of the row. */
  readonly name: string;
  /** Returns the reason if the row applies, else `null`. */
  explain(answered: AnsweredRequest): Reason | null;
}

/**
 * The explanations of answers. The first row that applies decides, so a row that is certain comes before
 * one that is likely. A new explanation is a new row, with an example in `answer-rows.test.ts`.
 */
export const ANSWER_ROWS: readonly AnswerRow[] = [
  {
    name: 'a token that must be refused was accepted',
    explain: (answered) => {
      const {request} = answered;
      if (request.case === null || !isAccepted(request) || expectedOf(answered) !== 'refuse') return null;
      const {title, fix} = caseOf(request.case);
      return {cause: `this must be refused: ${title} (case ${request.case})`, turn: 'backend', fix};
    },
  },
  {
    name: 'a token that must be accepted was refused',
    explain: (answered) => {
      const {request} = answered;
      if (request.case === null || !isRefused(request) || expectedOf(answered) !== 'accept') return null;
      const {title, fix} = caseOf(request.case);
      return {cause: `this must be accepted: ${title} (case ${request.case})`, turn: 'backend', fix};
    },
  },
  {
    name: 'the right answer to a case',
    explain: ({request}) =>
      request.case === null || !isRefused(request)
        ? null
        : {cause: `${caseOf(request.case).title} (case ${request.case})`, turn: 'nobody', fix: null},
  },
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
  refusal('no token', ({credential}) =>
    credential.kind === 'none'
      ? {cause: 'no session token was found in its headers', turn: 'extension', fix: null}
      : null,
  ),
  refusal('no token can be read', ({credential}) =>
    credential.kind === 'unreadable'
      ? {cause: UNREADABLE[credential.fault](credential), turn: 'extension', fix: null}
      : null,
  ),
  refusal('the token had expired', ({credential, request}) => {
    const seconds = secondsSince(credential, 'exp', request);
    if (seconds === null || seconds < 0) return null;
    return {
      cause: `the token had expired ${seconds} s before`,
      turn: 'extension',
      fix: 'Ask for a token before each request, and keep none.',
    };
  }),
  refusal('the token becomes valid later', ({credential, request}) => {
    const seconds = secondsSince(credential, 'nbf', request);
    return seconds === null || seconds >= 0
      ? null
      : {cause: `the token becomes valid ${-seconds} s later`, turn: 'set-up', fix: null};
  }),
  refusal('VTEX gets the token twice', ({credential, request: {status, outcome}}) =>
    credential.kind === 'token' && credential.isSentTwice && status === 401 && outcome === 'backend'
      ? {
          cause: 'the token was sent twice, in a header and in a cookie',
          turn: 'extension',
          fix: 'VTEX refuses to validate a token that comes twice: send it in one of them.',
        }
      : null,
  ),
  refusal('a token of another issuer', ({credential}) =>
    credential.kind === 'token' && !credential.isOwn
      ? {
          cause: 'the token was not issued by this simulation',
          turn: 'extension',
          fix: "Get it from the platform's API in the extension, or by mint() in the test.",
        }
      : null,
  ),
  refusal('a token of VTEX was revoked', ({credential}) =>
    credential.kind === 'token' && credential.isRevoked
      ? {cause: `${ownerOf(credential)} was revoked`, turn: 'extension', fix: 'Sign in again.'}
      : null,
  ),
  refusal('a token of VTEX gives no right', ({credential, request: {status}}) =>
    isOfVtex(credential) && status === 403
      ? {cause: `${ownerOf(credential)} is good, but gives no right to this`, turn: 'backend', fix: null}
      : null,
  ),
  refusal('a good token of VTEX', ({credential}) =>
    isOfVtex(credential)
      ? {
          cause: `${ownerOf(credential)} was good`,
          turn: 'backend',
          fix: 'Check the account and the audience that the backend expects, and its own rules.',
        }
      : null,
  ),
  refusal('a good user token of a Mini', ({credential}) =>
    credential.kind === 'token' && credential.claims['iss'] === USER_TOKEN_ISSUER
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
      fix: null,
    };
  }),
  refusal('a good token', () => ({
    cause: 'the token was good',
    turn: 'backend',
    fix: 'Check the secret and client id that the backend uses, and its own rules.',
  })),
  {
    name: 'the backend failed',
    explain: ({request: {status, outcome}}) =>
      outcome === 'backend' && status !== null && status >= 500
        ? {cause: 'the backend failed', turn: 'backend', fix: null}
        : null,
  },
];

/** Explains an answer by the first row that applies. Returns `null` if none does. */
export function explainAnswer(answered: AnsweredRequest): Reason | null {
  for (const row of ANSWER_ROWS) {
    const reason = row.explain(answered);
    if (reason !== null) return reason;
  }

  return null;
}

/** Makes the verdict about an answer. */
export function answerVerdict({status, url}: Pick<LoggedRequest, 'status' | 'url'>, reason: Reason): Verdict {
  return {headline: `${String(status)} from ${url}`, ...reason};
}

/** Makes a row that applies only to answers that refuse a request for its credential. */
function refusal(name: string, explain: AnswerRow['explain']): AnswerRow {
  return {name, explain: (answered) => (isRefused(answered.request) ? explain(answered) : null)};
}

function isRefused({status}: LoggedRequest): boolean {
  return status === 401 || status === 403;
}

function isAccepted({status, outcome}: LoggedRequest): boolean {
  return outcome === 'backend' && status !== null && status >= 200 && status < 300;
}

/** Finds the answer that a correct backend gives to the case of a request, if the kind of token is known. */
function expectedOf({request, credential}: AnsweredRequest): 'accept' | 'refuse' | 'either' | null {
  if (request.case === null || credential.kind !== 'token' || credential.profile === null) return null;
  return expectationOf(caseOf(request.case), credential.profile)?.verdict ?? null;
}

/** Counts the seconds from the time of a claim to the arrival of the request; `null` without that claim. */
function secondsSince(credential: Credential, claim: 'exp' | 'nbf', {at}: LoggedRequest): number | null {
  if (credential.kind !== 'token') return null;
  const time = credential.claims[claim];
  return typeof time === 'number' ? Math.floor(at / 1000) - time : null;
}

function isOfVtex(credential: Credential): credential is Extract<Credential, {kind: 'token'}> {
  return credential.kind === 'token' && credential.claims['iss'] === 'token-emitter';
}

function ownerOf({claims: {sub, audience, account}}: Extract<Credential, {kind: 'token'}>): string {
  return `the token of ${String(sub)} (${String(audience)}, account ${String(account)})`;
}

const UNREADABLE: Readonly<Record<UnreadableCredential['fault'], (given: UnreadableCredential) => string>> = {
  scheme: () => 'the header Authorization does not begin with "Bearer "',
  empty: () => 'the header Authorization has nothing after "Bearer"',
  printed: ({printed}) =>
    printed === '[object Promise]'
      ? 'the header Authorization is "Bearer [object Promise]": the token was not awaited'
      : `the header Authorization is "Bearer ${String(printed)}", which is not a token`,
  'not-a-jwt': () => 'the value after "Bearer" in the header Authorization is not a JWT',
};
