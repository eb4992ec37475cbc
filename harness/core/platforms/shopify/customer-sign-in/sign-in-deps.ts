import type {CustomerAuthentication} from '../../../world/customer-authentication.ts';
import {numberOf} from '../../../world/gid.ts';
import type {Customer} from '../../../world/people.ts';
import type {ShopCustomers} from '../../../world/shop-customers.ts';
import type {Shop} from '../../../world/shop.ts';
import {ACCOUNTS_HOST} from '../shopify-hosts.ts';
import type {SignInGrants} from './sign-in-grants.ts';

/** The parts of a simulation that the sign-in of customers needs. */
export interface SignInDeps {
  readonly shop: Shop;
  /** The client of the storefront. */
  readonly client: CustomerAuthentication;
  /** The customers of the shop. */
  readonly customers: ShopCustomers;
  /** The codes and refresh tokens. */
  readonly grants: SignInGrants;
  /** Returns the signed-in customer. */
  customer(): Customer | null;
  /** Signs a customer in by id, or out. */
  signIn(id: string | null): void;
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
}

/** The URLs of the sign-in. */
export interface SignInUrls {
  readonly issuer: string;
  readonly authorize: string;
  readonly token: string;
  readonly logout: string;
  readonly jwks: string;
  /** The URL at which clients look the others up. */
  readonly discovery: string;
}

/**
 * Returns the URLs of the sign-in of a shop, in the form that shops without a domain for accounts have.
 *
 * @see https://shopify.dev/docs/api/customer/latest#discovery-endpoints
 */
export function signInUrls({id, domain}: Pick<Shop, 'id' | 'domain'>): SignInUrls {
  const issuer = `https://${ACCOUNTS_HOST}/authentication/${numberOf(id)}`;
  return {
    issuer,
    authorize: `${issuer}/oauth/authorize`,
    token: `${issuer}/oauth/token`,
    logout: `${issuer}/logout`,
    jwks: `${issuer}/.well-known/jwks.json`,
    discovery: `https://${domain}/.well-known/openid-configuration`,
  };
}

/** Whether this is a URL at which clients get tokens. */
export function isTokenEndpoint({hostname, pathname}: URL): boolean {
  return hostname === ACCOUNTS_HOST && /^\/authentication\/\d+\/oauth\/token$/.test(pathname);
}
