import {isCustomerDataApproved} from '../../../wire/protected-customer-data.ts';
import type {Claims} from '../../tokens/jws.ts';
import type {App} from '../../world/app.ts';
import {isIdNumber, numberOf} from '../../world/gid.ts';
import {customerNumbered} from '../../world/people.ts';
import type {TokenRecipe, TokenSubject} from '../token-recipe.ts';

/**
 * The claims of a session token of checkout and customer account UI extensions.
 *
 * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/apis/session-token
 * @see https://shopify.dev/docs/api/customer-account-ui-extensions/latest/apis/session-token
 */
export type SessionTokenClaims = {
  /**
   * The issuer, in checkout tokens only. Documented nowhere; seen since about November 2024.
   *
   * @see https://github.com/Kyon147/laravel-shopify/issues/426
   * @see https://github.com/Shopify/shopify-api-ruby/issues/1346
   */
  readonly iss?: string;
  /** The shop's `myshopify.com` host, without scheme. */
  readonly dest: string;
  /** The app's client id. */
  readonly aud: string;
  /** Seconds since 1970, five minutes after `iat`. */
  readonly exp: number;
  /** The same as `iat`. */
  readonly nbf: number;
  /** Seconds since 1970 at which the token was issued. */
  readonly iat: number;
  /** A UUID. */
  readonly jti: string;
  /** `gid://shopify/Customer/…`; absent for guests and for apps that may not read customers. */
  readonly sub?: string;
};

/** Seconds from `iat` to `exp` of a session token. */
export const SESSION_TOKEN_LIFE = 300;

/** The session token of customer account UI extensions: HS256 with the app's client secret. */
export const sessionToken: TokenRecipe = sessionTokenRecipe(sessionTokenClaims);

/** The session token of checkout UI extensions: the same with `iss`. */
export const checkoutToken: TokenRecipe = sessionTokenRecipe(checkoutTokenClaims);

function sessionTokenRecipe(claimsOf: (subject: TokenSubject) => SessionTokenClaims): TokenRecipe {
  return {
    life: SESSION_TOKEN_LIFE,
    draft: (subject) => ({
      header: {alg: 'HS256', typ: 'JWT'},
      claims: claimsOf(subject),
      key: {alg: 'HS256', secret: subject.world.app.clientSecret},
    }),
    subjectOf,
  };
}

function subjectOf({sub}: Claims): Partial<TokenSubject> {
  const number = numberOf(String(sub));
  const isCustomer = isIdNumber(number) && sub === `gid://shopify/Customer/${number}`;
  return isCustomer ? {customer: customerNumbered(number)} : {};
}

export function checkoutTokenClaims(subject: TokenSubject): SessionTokenClaims {
  const {shop, app} = subject.world;
  const claims = sessionTokenClaims(subject);
  if (app.tokenIssuer === 'none') return claims;
  return {iss: app.tokenIssuer ?? `https://${shop.domain}/admin`, ...claims};
}

export function sessionTokenClaims({
  world: {shop, app},
  customer,
  now,
  jti,
}: TokenSubject): SessionTokenClaims {
  const iat = Math.floor(now / 1000);
  const claims = {dest: shop.domain, aud: app.clientId, exp: iat + SESSION_TOKEN_LIFE, nbf: iat, iat, jti};
  return customer !== null && mayReadCustomers(app) ? {...claims, sub: customer.id} : claims;
}

function mayReadCustomers(app: App): boolean {
  return isCustomerDataApproved(app.protectedCustomerData) && app.scopes.includes('read_customers');
}
