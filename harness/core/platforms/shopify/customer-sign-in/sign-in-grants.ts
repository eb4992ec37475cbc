import type {ReusedCode} from '../../../world/customer-authentication.ts';
import type {Ids} from '../../../world/ids.ts';
import type {CustomerAccessTokens} from '../customer-account/access-tokens.ts';
import {codeChallengeOf} from './code-challenge.ts';

/** Seconds for which a code is valid. Shopify publishes no number; this is the most that OAuth 2.0 recommends. */
export const CODE_LIFE = 600;

/** The things that a customer allowed a client by signing in. */
export interface Grant {
  readonly customerId: string;
  readonly scopes: readonly string[];
  /** The id of the session, `sid` of the ID token. */
  readonly sessionId: string;
  readonly nonce: string | null;
}

/** The values of an authorization request that its code depends on. */
export interface CodeRequest extends Omit<Grant, 'sessionId'> {
  readonly redirectUri: string;
  /** The value of `code_challenge`; null for a confidential client without PKCE. */
  readonly challenge: string | null;
}

/** The values of a token request that must fit the code. */
export interface CodeUse {
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string | null;
}

/** The reason why a code or refresh token gives no tokens, and the next step. */
export interface GrantRefusal {
  readonly cause: string;
  readonly fix: string | null;
}

/** A grant, or the reason why a code or refresh token gives none. */
export type Redeemed = {readonly grant: Grant} | GrantRefusal;

/** The tokens of a grant. */
export interface GrantedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** The parts of a simulation that grants need. */
export interface SignInGrantsDeps {
  readonly ids: Pick<Ids, 'uuid'>;
  readonly accessTokens: CustomerAccessTokens;
  /** The rule for a code that comes a second time. */
  readonly reusedCode: ReusedCode;
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
}

interface Code extends CodeRequest, Grant {
  readonly expiresAt: number;
}

const SIGN_IN_AGAIN = 'Sign the customer in again.';
const USED_CODE = {cause: 'the code was used before', fix: 'Send each code once.'};
const CODE_REUSED = {
  cause: 'the code of this session was used a second time, which ended its tokens',
  fix: USED_CODE.fix,
};
const LOGGED_OUT = {cause: 'the customer has logged out', fix: SIGN_IN_AGAIN};
const REPLACED = {
  cause: 'the refresh token was used before, and a newer one replaced it',
  fix: 'Keep the refresh token of the last answer.',
};

/**
 * The codes and refresh tokens of customers who signed in. Each of them works once.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2
 */
export class SignInGrants {
  readonly #deps: SignInGrantsDeps;
  readonly #codes = new Map<string, Code>();
  readonly #refreshable = new Map<string, Grant>();
  /** The codes and refresh tokens that were used or ended, each with the reason. */
  readonly #spent = new Map<string, GrantRefusal>();
  /** The sessions of the codes that were used. */
  readonly #sessions = new Map<string, string>();
  /** The sessions whose code was used a second time. */
  readonly #endedSessions = new Set<string>();

  constructor(deps: SignInGrantsDeps) {
    this.#deps = deps;
  }

  /** All codes and refresh tokens, which must never be written. */
  get issued(): readonly string[] {
    return [...this.#codes.keys(), ...this.#refreshable.keys(), ...this.#spent.keys()];
  }

  /** Whether a code or refresh token was issued here. */
  knows(value: string): boolean {
    return this.#codes.has(value) || this.#refreshable.has(value) || this.#spent.has(value);
  }

  /** Issues a code for the callback. */
  async issueCode(request: CodeRequest): Promise<string> {
    const {ids, now} = this.#deps;
    const code = `shcac_${await ids.uuid()}`;
    const sessionId = await ids.uuid();
    this.#codes.set(code, {...request, sessionId, expiresAt: now() + CODE_LIFE * 1000});
    return code;
  }

  /** Uses up a code. A used one ends the tokens that it gave, if the option `reusedCode` says so. */
  async redeem({code, redirectUri, verifier}: CodeUse): Promise<Redeemed> {
    const known = this.#codes.get(code);
    if (known === undefined) {
      this.#endSessionOf(code);
      return this.#spent.get(code) ?? {cause: 'the code was not issued here', fix: null};
    }

    this.#codes.delete(code);
    this.#spent.set(code, USED_CODE);
    this.#sessions.set(code, known.sessionId);
    if (known.expiresAt <= this.#deps.now())
      return {cause: `the code expired at ${new Date(known.expiresAt).toISOString()}`, fix: SIGN_IN_AGAIN};
    if (known.redirectUri !== redirectUri) {
      return {
        cause: `redirect_uri is "${redirectUri}", and the code was issued for "${known.redirectUri}"`,
        fix: 'Send the redirect_uri of the authorization request.',
      };
    }

    const challenge = verifier === null ? null : await codeChallengeOf(verifier);
    if (known.challenge !== challenge)
      return {cause: 'code_verifier does not fit the code_challenge', fix: null};
    return {grant: known};
  }

  /** Uses up a refresh token. */
  refresh(refreshToken: string): Redeemed {
    const grant = this.#refreshable.get(refreshToken);
    if (grant === undefined)
      return (
        this.#spent.get(refreshToken) ?? {
          cause: 'the refresh token was not issued here',
          fix: null,
        }
      );

    if (this.#endedSessions.has(grant.sessionId)) return CODE_REUSED;
    this.#refreshable.delete(refreshToken);
    this.#spent.set(refreshToken, REPLACED);
    return {grant};
  }

  /** Issues the tokens of a grant. */
  async issueTokens(grant: Grant): Promise<GrantedTokens> {
    const accessToken = await this.#deps.accessTokens.issueTo(grant);
    const refreshToken = `shcrt_${await this.#deps.ids.uuid()}`;
    this.#refreshable.set(refreshToken, grant);
    return {accessToken, refreshToken};
  }

  /** Ends all codes and tokens of a customer who logs out. They stay ended when the customer signs in again. */
  endAllOf(customerId: string): void {
    this.#deps.accessTokens.revokeAllOf(customerId);
    for (const issued of [this.#codes, this.#refreshable]) {
      for (const [value, grant] of issued) {
        if (grant.customerId !== customerId) continue;
        issued.delete(value);
        this.#spent.set(value, LOGGED_OUT);
      }
    }
  }

  /** Ends the tokens that a used code gave, and those that replaced them (RFC 6749, section 4.1.2). */
  #endSessionOf(code: string): void {
    const sessionId = this.#sessions.get(code);
    if (sessionId === undefined || this.#deps.reusedCode === 'refuse') return;

    this.#endedSessions.add(sessionId);
    this.#deps.accessTokens.endSession(sessionId);
  }
}
