import {SimhostError} from '../../../../errors.ts';
import type {Ids} from '../../../world/ids.ts';
import type {Customer} from '../../../world/people.ts';

/**
 * Seconds for which an access token is valid, `expires_in`. Shopify publishes no number; clients in the wild report two
 * hours.
 */
export const ACCESS_TOKEN_LIFE = 7200;

/** The scope that a token needs for queries. */
export const API_SCOPE = 'customer-account-api:full';

/** The parts of a simulation that access tokens need. */
export interface CustomerAccessTokensDeps {
  readonly ids: Pick<Ids, 'uuid'>;
  /** Returns the signed-in customer. */
  customer(): Customer | null;
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
}

/** The reason why a token is refused, and the next step. */
export interface TokenRefusal {
  readonly cause: string;
  readonly fix: string;
}

/** The things that an access token is for. */
export interface AccessGrant {
  readonly customerId: string;
  /** The scopes that the client asked for. */
  readonly scopes: readonly string[];
  /** The id of the session in which the customer signed in; null for a token that a test asked for. */
  readonly sessionId: string | null;
}

interface IssuedToken extends AccessGrant {
  readonly expiresAt: number;
}

const LOGGED_OUT: TokenRefusal = {
  cause: 'the customer of the access token is not signed in any more',
  fix: 'Sign the customer in again.',
};
const CODE_REUSED: TokenRefusal = {
  cause: 'the code of the access token was used a second time, which ended the token',
  fix: 'Send each code once.',
};

/**
 * The access tokens of the Customer Account API, which a backend holds for a customer who signed in there.
 *
 * @see https://shopify.dev/docs/api/customer/latest#authentication
 */
export class CustomerAccessTokens {
  readonly #deps: CustomerAccessTokensDeps;
  readonly #tokens = new Map<string, IssuedToken>();
  readonly #revoked = new Set<string>();
  readonly #endedSessions = new Set<string | null>();

  constructor(deps: CustomerAccessTokensDeps) {
    this.#deps = deps;
  }

  /** All tokens, which must never be written. */
  get issued(): readonly string[] {
    return [...this.#tokens.keys()];
  }

  /**
   * Issues a token of the signed-in customer.
   *
   * @throws {SimhostError} `ERR_NO_CUSTOMER`
   */
  async issue(): Promise<string> {
    const customer = this.#deps.customer();
    if (customer === null) {
      throw new SimhostError('ERR_NO_CUSTOMER', 'A guest has no access token of the Customer Account API.', {
        next: "Sign somebody in first: simulation.signIn('ada').",
      });
    }

    return this.issueTo({customerId: customer.id, scopes: [API_SCOPE], sessionId: null});
  }

  /** Issues a token of a customer who signed in. */
  async issueTo({customerId, scopes, sessionId}: AccessGrant): Promise<string> {
    const token = `shcat_${await this.#deps.ids.uuid()}`;
    const expiresAt = this.#deps.now() + ACCESS_TOKEN_LIFE * 1000;
    this.#tokens.set(token, {customerId, scopes, sessionId, expiresAt});
    return token;
  }

  /** Ends all tokens of a customer. They stay ended when the customer signs in again. */
  revokeAllOf(customerId: string): void {
    for (const [token, issued] of this.#tokens)
      if (issued.customerId === customerId) this.#revoked.add(token);
  }

  /** Ends all tokens of a session whose code was used a second time, also those that are issued later. */
  endSession(sessionId: string): void {
    this.#endedSessions.add(sessionId);
  }

  /** Whether a token was issued here. */
  knows(token: string): boolean {
    return this.#tokens.has(token);
  }

  /** Returns why a token is refused; `null` for a valid one. A token ends with the sign-in. */
  refusalOf(token: string): TokenRefusal | null {
    const issued = this.#tokens.get(token);
    if (issued === undefined) {
      return {
        cause: 'the access token is not one that this simulation issued',
        fix: 'Sign the customer in by OAuth, or get a token from simulation.issueCustomerAccessToken().',
      };
    }

    if (this.#revoked.has(token) || issued.customerId !== this.#deps.customer()?.id) return LOGGED_OUT;
    if (this.#endedSessions.has(issued.sessionId)) return CODE_REUSED;

    if (issued.expiresAt <= this.#deps.now()) {
      const expired = new Date(issued.expiresAt).toISOString();
      return {
        cause: `the access token expired at ${expired}`,
        fix: 'Refresh it before the time in expires_in.',
      };
    }

    if (!issued.scopes.includes(API_SCOPE)) {
      return {
        cause: `the access token lacks the scope ${API_SCOPE}`,
        fix: `Add ${API_SCOPE} to the scope of the authorization request.`,
      };
    }

    return null;
  }
}

/** Returns the access token of a request: the whole value of `Authorization`, or the bearer token; `null` without one. */
export function accessTokenIn(headers: Headers): string | null {
  const value = headers.get('authorization');
  return value === null ? null : value.replace(/^bearer +/i, '');
}
