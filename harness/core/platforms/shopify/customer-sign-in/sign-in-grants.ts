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

/** A grant, or the reason why a code or refresh token gives none. */
export type Redeemed = {readonly grant: Grant} | {readonly cause: string};

/** The tokens of a grant. */
export interface GrantedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** The parts of a simulation that grants need. */
export interface SignInGrantsDeps {
  readonly ids: Pick<Ids, 'uuid'>;
  readonly accessTokens: CustomerAccessTokens;
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
}

interface Code extends CodeRequest, Grant {
  readonly expiresAt: number;
}

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
  readonly #spent = new Map<string, string>();

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

  /** Uses up a code. */
  async redeem({code, redirectUri, verifier}: CodeUse): Promise<Redeemed> {
    const known = this.#codes.get(code);
    if (known === undefined)
      return {cause: this.#spent.get(code) ?? 'the code is not one that was issued here'};

    this.#codes.delete(code);
    this.#spent.set(code, 'the code was used before');
    if (known.expiresAt <= this.#deps.now())
      return {cause: `the code expired at ${new Date(known.expiresAt).toISOString()}`};
    if (known.redirectUri !== redirectUri)
      return {cause: `redirect_uri is "${redirectUri}", and the code was issued for "${known.redirectUri}"`};

    const challenge = verifier === null ? null : await codeChallengeOf(verifier);
    if (known.challenge !== challenge) return {cause: 'code_verifier does not fit the code_challenge'};
    return {grant: known};
  }

  /** Uses up a refresh token. */
  refresh(refreshToken: string): Redeemed {
    const grant = this.#refreshable.get(refreshToken);
    if (grant === undefined)
      return {cause: this.#spent.get(refreshToken) ?? 'the refresh token is not one that was issued here'};

    this.#refreshable.delete(refreshToken);
    this.#spent.set(refreshToken, 'the refresh token was used before, and a newer one replaced it');
    return {grant};
  }

  /** Issues the tokens of a grant. */
  async issueTokens(grant: Grant): Promise<GrantedTokens> {
    const accessToken = await this.#deps.accessTokens.issueTo(grant.customerId, grant.scopes);
    const refreshToken = `shcrt_${await this.#deps.ids.uuid()}`;
    this.#refreshable.set(refreshToken, grant);
    return {accessToken, refreshToken};
  }

  /** Ends all codes and tokens of a customer who logs out. */
  endAllOf(customerId: string): void {
    this.#deps.accessTokens.revokeAllOf(customerId);
    for (const issued of [this.#codes, this.#refreshable]) {
      for (const [value, grant] of issued) {
        if (grant.customerId !== customerId) continue;
        issued.delete(value);
        this.#spent.set(value, 'the customer has logged out');
      }
    }
  }
}
