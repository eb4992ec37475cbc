import type {App} from '../../world/app.ts';
import type {Customer} from '../../world/people.ts';
import type {Shop} from '../../world/shop.ts';

/** Surfaces whose extensions get this kind of token. */
export type SessionTokenKind = 'checkout' | 'customer-account';

export const SESSION_TOKEN_KINDS: readonly SessionTokenKind[] = ['checkout', 'customer-account'];

/**
 * The claims of a session token of checkout and customer account UI extensions.
 *
 * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/apis/session-token
 * @see https://shopify.dev/docs/api/customer-account-ui-extensions/latest/apis/session-token
 */
export type SessionTokenClaims = {
  /** The shop's `myshopify.com` host, without scheme. */
  readonly dest: string;
  /** The app's client id. */
  readonly aud: string;
  /** Seconds since 1970, five minutes after `iat`. */
  readonly exp: number;
  readonly nbf: number;
  readonly iat: number;
  /** A UUID. */
  readonly jti: string;
  /** `gid://shopify/Customer/…`; absent for guests and for apps that may not read customers. */
  readonly sub?: string;
};

/** Seconds that a session token lives. */
export const SESSION_TOKEN_LIFE = 300;

export interface SessionTokenSubject {
  readonly shop: Shop;
  readonly app: App;
  readonly customer: Customer | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly jti: string;
}

export function sessionTokenClaims({shop, app, customer, now, jti}: SessionTokenSubject): SessionTokenClaims {
  const iat = Math.floor(now / 1000);
  const claims = {dest: shop.domain, aud: app.clientId, exp: iat + SESSION_TOKEN_LIFE, nbf: iat, iat, jti};
  return customer !== null && mayReadCustomers(app) ? {...claims, sub: customer.id} : claims;
}

function mayReadCustomers(app: App): boolean {
  return app.protectedCustomerData && app.scopes.includes('read_customers');
}
