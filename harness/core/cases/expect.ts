import type {Expectation, Expectations, Profile} from './case.ts';

/** Tokens that the app's backend verifies with the app's own secret. */
export const APP_SIGNED: readonly Profile[] = [
  'checkout',
  'customer-account',
  'admin',
  'pos',
  'post-purchase',
];

export const PROFILES: readonly Profile[] = [...APP_SIGNED, 'shop-minis', 'vtex'];

/** Session tokens and ID tokens: they name their app in `aud` and their shop in `dest`. */
export const WITH_AUDIENCE: readonly Profile[] = ['checkout', 'customer-account', 'admin', 'pos'];

/** ID tokens: they also name an issuer and a session. */
export const STAFF_PROFILES: readonly Profile[] = ['admin', 'pos'];

/** Routes that a customer calls. */
export const CUSTOMER_PROFILES: readonly Profile[] = ['checkout', 'customer-account'];

export const ACCEPT: Expectation = {verdict: 'accept', statuses: ['2xx']};

/** Accepted, and the page that asked can read it. */
export const READABLE: Expectation = {...ACCEPT, cors: 'readable'};

/** A preflight after which the browser sends the request. */
export const PREFLIGHT_PASSES: Expectation = {...ACCEPT, cors: 'preflight'};

/** Refused tokens: 401. No stack trace, and the token is not repeated. */
export const REFUSE: Expectation = {verdict: 'refuse', statuses: [401], bodyLacks: ['token', 'stack']};

/** Refused requests that are malformed rather than unauthorized (RFC 6750 3.1), or more than a server takes. */
export const REFUSE_4XX: Expectation = {verdict: 'refuse', statuses: ['4xx'], bodyLacks: ['token', 'stack']};

/** A good token of somebody who may not: 403, and many answer 401. */
export const FORBID: Expectation = {verdict: 'refuse', statuses: [401, 403], bodyLacks: ['token', 'stack']};

export const EITHER: Expectation = {verdict: 'either', statuses: ['2xx', '4xx'], bodyLacks: ['stack']};

/** The forged part is ignored or refused, never obeyed. */
export const FOLLOW_TOKEN: Expectation = {
  verdict: 'either',
  statuses: ['2xx', '4xx'],
  bodyLacks: ['stack'],
  answerBelongsTo: 'token',
};

/** What is somebody else's is refused, or answered like what is not there. */
export const FOLLOW_OWNER: Expectation = {...FOLLOW_TOKEN, answerBelongsTo: 'owner'};

/** The same from the backends of several profiles. */
export function forProfiles(profiles: readonly Profile[], expectation: Expectation): Expectations {
  return Object.fromEntries(profiles.map((profile) => [profile, expectation]));
}

/** The same from every backend. */
export function forAllProfiles(expectation: Expectation): Expectations {
  return forProfiles(PROFILES, expectation);
}
