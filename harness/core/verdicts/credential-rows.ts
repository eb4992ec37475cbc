import {inWords} from './duration-words.ts';
import {type AnsweredRequest, type AnswerRow, refusal} from './answer-row.ts';
import {EXTENSION_ORIGINS} from './extension-cors.ts';
import type {UnreadableCredential} from './credential.ts';
import type {LoggedRequest} from './logged-request.ts';

/** The words for a backend whose clock is wrong by an unknown time. */
export const CLOCK_DIFFERS = 'the clock of the backend differs';

/** The explanations of refusals by what a request carried, and when. */
export const CREDENTIAL_ROWS: readonly AnswerRow[] = [
  refusal('no token', ({credential, request}) =>
    credential.kind === 'none'
      ? {cause: 'no session token was found in its headers', turn: 'extension', fix: sendIt(request)}
      : null,
  ),
  refusal('no token can be read', ({credential}) =>
    credential.kind === 'unreadable'
      ? {cause: UNREADABLE[credential.fault](credential), turn: 'extension', fix: null}
      : null,
  ),
  refusal('the token had expired and was sent before', (answered) => {
    const seconds = secondsSince(answered, 'exp');
    if (seconds === null || seconds < 0 || !answered.wasSentBefore()) return null;

    return {
      cause: `the token had expired ${seconds} s before it arrived`,
      turn: 'extension',
      fix: 'Ask for a token before each request, and keep none.',
    };
  }),
  refusal('the token had expired and was never sent before', (answered) => {
    const seconds = secondsSince(answered, 'exp');
    if (seconds === null || seconds < 0) return null;

    const {issuedAt, request} = answered;
    const age = issuedAt === null ? null : Math.round((request.at - issuedAt) / 1000);
    const given = age === null || age <= 0 ? '' : `, and was given out ${inWords(age)} earlier`;
    return {
      cause: `the token had expired ${seconds} s before it arrived${given}`,
      turn: 'extension',
      fix: 'It was kept before it was sent for the first time: ask for a token right before each request.',
    };
  }),
  refusal('the token becomes valid later', (answered) => {
    const seconds = secondsSince(answered, 'nbf');
    return seconds === null || seconds >= 0
      ? null
      : {cause: `the token becomes valid ${-seconds} s later`, turn: 'set-up', fix: null};
  }),
  refusal(CLOCK_DIFFERS, (answered) => {
    const {credential, backendTime, request} = answered;
    if (backendTime === null || credential.kind !== 'token' || !credential.isOwn) return null;

    const {exp, nbf, iat} = credential.claims;
    const now = backendTime.now / 1000;
    const begins = [nbf, iat].find((time) => typeof time === 'number') ?? -Infinity;
    const isEarly = typeof begins === 'number' && now < begins - TOLERANCE;
    const isLate = typeof exp === 'number' && now >= exp;
    if (!isEarly && !isLate) return null;

    const difference = Math.round(Math.abs(request.at - backendTime.now) / 1000);
    return {
      cause: backendClock(difference, isEarly ? 'behind' : 'ahead'),
      turn: backendTime.fix === null ? 'nobody' : 'set-up',
      fix: backendTime.fix,
    };
  }),
];

/** Writes by how many seconds the clock of a backend differs, and what that means for a token of this moment. */
export function backendClock(seconds: number, direction: 'behind' | 'ahead'): string {
  const consequence =
    direction === 'behind' ? 'so the token is not valid there yet' : 'so the token has expired there';
  return `${clockDifference(seconds, direction)}, ${consequence}`;
}

/** Writes by how many seconds the clock of a backend differs. */
export function clockDifference(seconds: number, direction: 'behind' | 'ahead'): string {
  return `the clock of the backend is ${inWords(seconds)} ${direction}`;
}

/** Seconds by which clocks may differ, as shopify-api allows. */
const TOLERANCE = 10;

/** Counts the seconds from the time of a claim to the arrival of the request; `null` without that claim. */
function secondsSince(
  {credential, request: {at}}: Pick<AnsweredRequest, 'credential' | 'request'>,
  claim: 'exp' | 'nbf',
): number | null {
  if (credential.kind !== 'token') return null;
  const time = credential.claims[claim];
  return typeof time === 'number' ? Math.floor(at / 1000) - time : null;
}

const SEND_IT = 'Call sessionToken.get(), and send the header "Authorization: Bearer <token>".';

const IN_ADMIN =
  'In the admin, the token is auth.idToken(), and requests to application_url and its subdomains get the header automatically.';

/** Writes how an extension sends its token. Pages of other platforms send it in other ways. */
function sendIt({mount, origin}: LoggedRequest): string | null {
  if (EXTENSION_ORIGINS.includes(origin ?? '')) return `${SEND_IT} ${IN_ADMIN}`;
  return mount !== null || origin === 'null' ? SEND_IT : null;
}

/** The end of a sentence about a string that is sent or pasted as a token. */
export const NOT_A_JWT = 'is not a JWT';

const UNREADABLE: Readonly<Record<UnreadableCredential['fault'], (given: UnreadableCredential) => string>> = {
  scheme: () => 'the header Authorization does not begin with "Bearer "',
  empty: () => 'the header Authorization has nothing after "Bearer"',
  printed: ({printed}) =>
    printed === '[object Promise]'
      ? 'the header Authorization is "Bearer [object Promise]": the token was not awaited'
      : `the header Authorization is "Bearer ${String(printed)}", which is not a token`,
  'not-a-jwt': () => `the value after "Bearer" in the header Authorization ${NOT_A_JWT}`,
};
