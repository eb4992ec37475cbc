import {part} from './object-shapes.ts';
import {name} from './platform-values.ts';
import {list, oneOf, optional, single} from './shape.ts';
import type {PartOf, Shape} from './shape.ts';

/** The client id of a storefront without the option `customerAuthentication.clientId`. */
export const PUBLISHED_CUSTOMER_CLIENT_ID = 'shp_51340057-ab1e-4057-8ead-0f5ca1ab51de';

/**
 * The client with which customers sign in at the Customer Account API, as in the settings of a Headless or Hydrogen
 * storefront, or in `customer_authentication` of `shopify.app.toml`.
 *
 * @see https://shopify.dev/docs/storefronts/headless/building-with-the-customer-account-api/getting-started
 */
export interface CustomerAuthentication {
  /** The client id. Default: {@link PUBLISHED_CUSTOMER_CLIENT_ID}. */
  readonly clientId: string;
  /** The secret of a confidential client. Default: none, a public client, which needs PKCE. */
  readonly clientSecret?: string | undefined;
  /** The callback URIs. The platform refuses every other one. Default: each `https:` URI, and those of mobile apps. */
  readonly redirectUris?: readonly string[] | undefined;
  /** The origins that may use a public client. Default: each `https:` origin. */
  readonly javascriptOrigins?: readonly string[] | undefined;
  /** The URIs to which the platform redirects after the logout. Default: as for `redirectUris`. */
  readonly logoutUris?: readonly string[] | undefined;
  /**
   * The effect on the tokens of a code that a client sends twice: `'revoke'` ends them, as RFC 6749 recommends,
   * and `'refuse'` keeps them. Either way the second request is refused. Default: `'revoke'`.
   *
   * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2
   */
  readonly reusedCode: ReusedCode;
}

/** The values of `app.customerAuthentication.reusedCode`. */
export type ReusedCode = 'revoke' | 'refuse';

/**
 * The options of the client with which customers sign in; each has a default.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * const redirectUris = ['https://shop.example.com/account/authorize'];
 * createSimulation({app: {customerAuthentication: {clientId: 'shp_1', redirectUris}}});
 * ```
 */
export type CustomerAuthenticationOptions = PartOf<CustomerAuthentication>;

const URI: Shape<string> = single({
  expected: 'a whole URI, for example "https://shop.example.com/account/authorize"',
  example: 'https://shop.example.com/account/authorize',
  accepts: (given) => typeof given === 'string' && URL.canParse(given),
});

// RFC 6749, section 3.1.2: the endpoint of a redirect has no fragment.
const CALLBACK: Shape<string> = single({
  expected: 'a whole URI without a fragment, for example "https://shop.example.com/account/authorize"',
  example: 'https://shop.example.com/account/authorize',
  accepts: (given) => typeof given === 'string' && URL.canParse(given) && !given.includes('#'),
});

const ORIGIN: Shape<string> = single({
  expected: 'an origin without a path, for example "https://shop.example.com"',
  example: 'https://shop.example.com',
  accepts: (given) => typeof given === 'string' && URL.canParse(given) && new URL(given).origin === given,
});

const SHAPE: Shape<CustomerAuthenticationOptions> = part<CustomerAuthentication>({
  clientId: name(PUBLISHED_CUSTOMER_CLIENT_ID),
  clientSecret: optional(name('a-secret')),
  redirectUris: optional(list(CALLBACK)),
  javascriptOrigins: optional(list(ORIGIN)),
  logoutUris: optional(list(URI)),
  reusedCode: oneOf<ReusedCode>({revoke: true, refuse: true}),
});

/**
 * Completes the options of the client with which customers sign in.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`
 */
export function createCustomerAuthentication(options: unknown = {}): CustomerAuthentication {
  const {
    clientId = PUBLISHED_CUSTOMER_CLIENT_ID,
    reusedCode = 'revoke',
    ...given
  } = SHAPE.read(options, 'app.customerAuthentication');
  return {clientId, reusedCode, ...given};
}

/**
 * Whether the client takes a URI of its list. Without a list, it takes each URI that can be registered: `https:`, or
 * `shop.<shop id>.<name>:` of a mobile app.
 */
export function isRegistered(uri: string, listed: readonly string[] | undefined): boolean {
  if (listed !== undefined) return listed.includes(uri);
  return URL.canParse(uri) && /^(?:https|shop\.\d+\..+):$/.test(new URL(uri).protocol);
}

/** Whether the client works for pages of an origin, and for backends that name it. */
export function allowsOrigin(
  origin: string,
  {javascriptOrigins}: Pick<CustomerAuthentication, 'javascriptOrigins'>,
): boolean {
  return javascriptOrigins?.includes(origin) ?? origin.startsWith('https://');
}
