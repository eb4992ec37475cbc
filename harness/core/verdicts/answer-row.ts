import {USER_TOKEN_ISSUER} from '../platforms/shop-minis/user-token.ts';
import type {Reason} from '../../wire/verdict.ts';
import {isRefusal, isSuccess} from './case-reasons.ts';
import type {Credential} from './credential.ts';
import type {LoggedRequest} from './logged-request.ts';

/** The facts about an answered request. */
export interface AnsweredRequest {
  readonly request: LoggedRequest;
  readonly credential: Credential;
  /** The client id of the app under test. */
  readonly clientId: string;
  /** The time at which the token was issued, in milliseconds since 1970; `null` for one of another issuer. */
  readonly issuedAt: number | null;
  /** The clock of the backend; `null` if it is not known. */
  readonly backendTime: BackendTime | null;
  /** The refused request with the same method and URL right before this one, or `null`. */
  readonly repeated: LoggedRequest | null;
  /** Looks for an earlier request with the same token. */
  wasSentBefore(): boolean;
}

/** The clock of a backend when it answered. */
export interface BackendTime {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The next step if it differs from the clock of the simulation; `null` if the test made the difference. */
  readonly fix: string | null;
}

/** An explanation of an answer. */
export interface AnswerRow {
  /** A short name, by which a test has an example of the row. */
  readonly name: string;
  /** Returns the reason if the row applies, else `null`. */
  explain(answered: AnsweredRequest): Reason | null;
}

/** Makes a row that applies only to answers that refuse a request for its credential. */
export function refusal(name: string, explain: AnswerRow['explain']): AnswerRow {
  return {name, explain: (answered) => (isRefused(answered.request) ? explain(answered) : null)};
}

/** Whether an answer refuses a request for its credential. */
export function isRefused({status}: LoggedRequest): boolean {
  return status !== null && isRefusal(status);
}

/** Whether a backend accepted a request. */
export function isAccepted({status, outcome}: LoggedRequest): boolean {
  return outcome === 'backend' && status !== null && isSuccess(status);
}

/** Whether a token is a user token of a Mini. */
export function isUserToken(credential: Credential): boolean {
  return credential.kind === 'token' && credential.claims['iss'] === USER_TOKEN_ISSUER;
}

/** Whether a token is one of VTEX. */
export function isOfVtex(credential: Credential): credential is Extract<Credential, {kind: 'token'}> {
  return credential.kind === 'token' && credential.claims['iss'] === 'token-emitter';
}
