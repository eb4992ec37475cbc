import {part} from './object-shapes.ts';
import {FLAG} from './platform-values.ts';
import {list, oneOf, optional, single} from './shape.ts';
import type {PartOf, Shape} from './shape.ts';

/** The assumptions about how an app gets access to a shop. No public source settles them. */
export interface AppAuthorization {
  /**
   * The use of a refresh token that was used before: `'until-replaced'` accepts it until its replacement is used, for at
   * most 30 days. `'sixty-minutes'` is the rule before 28 August 2026, and `'none'` refuses it. Default:
   * `'until-replaced'`.
   *
   * @see https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens
   */
  readonly refreshRetry: RefreshRetry;
  /**
   * The answer to a refresh token that gives no tokens: `'invalid_request'` with status 401, or `'invalid_grant'` with
   * status 400. Default: `'invalid_request'`, which was seen.
   *
   * @see https://community.shopify.dev/t/35182
   */
  readonly deadRefreshToken: DeadRefreshToken;
  /** Seconds for which the admin gives App Bridge the same ID token. Default: 50, which was seen once. */
  readonly idTokenReuse: number;
  /**
   * Whether app and shop belong to one organization, which client credentials need. Default: `true`.
   *
   * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant
   */
  readonly sameOrganization: boolean;
  /**
   * The redirect URLs of the authorization code grant. The platform refuses every other one. Default: `redirect_urls` of
   * `shopify.app.toml` in tests, else each URL.
   *
   * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
   */
  readonly redirectUrls?: readonly string[] | undefined;
  /**
   * Whether the app asks for its scopes itself, by the authorization code grant. An install then begins at the
   * application URL, without the admin. Default: `use_legacy_install_flow` of `shopify.app.toml` in tests, else `false`.
   *
   * @see https://shopify.dev/docs/apps/build/authentication-authorization/app-installation
   */
  readonly legacyInstallFlow: boolean;
}

/** The values of `app.authorization.refreshRetry`. */
export type RefreshRetry = 'until-replaced' | 'sixty-minutes' | 'none';

/** The values of `app.authorization.deadRefreshToken`. */
export type DeadRefreshToken = 'invalid_request' | 'invalid_grant';

/**
 * The assumptions about how an app gets access to a shop; each has a default.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * createSimulation({app: {authorization: {refreshRetry: 'none'}}});
 * ```
 */
export type AppAuthorizationOptions = PartOf<AppAuthorization>;

/** The values of `app.distribution`. */
export type AppDistribution = 'app-store' | 'custom';

/** The values of `app.expiringTokens`. */
export type ExpiringTokens = 'by-date' | 'required' | 'optional';

const DEFAULTS: AppAuthorization = {
  refreshRetry: 'until-replaced',
  deadRefreshToken: 'invalid_request',
  idTokenReuse: 50,
  sameOrganization: true,
  legacyInstallFlow: false,
};

const URL_SHAPE: Shape<string> = single({
  expected: 'a whole URL, for example "https://myapp.com/auth/callback"',
  example: 'https://myapp.com/auth/callback',
  accepts: (given) => typeof given === 'string' && URL.canParse(given),
});

const SHAPE: Shape<AppAuthorizationOptions> = part<AppAuthorization>({
  refreshRetry: oneOf<RefreshRetry>({'until-replaced': true, 'sixty-minutes': true, none: true}),
  deadRefreshToken: oneOf<DeadRefreshToken>({invalid_request: true, invalid_grant: true}),
  idTokenReuse: single<number>({
    expected: 'seconds from 0 to 59',
    example: 50,
    accepts: (given) => typeof given === 'number' && given >= 0 && given < 60,
  }),
  sameOrganization: FLAG,
  redirectUrls: optional(list(URL_SHAPE)),
  legacyInstallFlow: FLAG,
});

/**
 * Completes the assumptions about how an app gets access to a shop.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`
 */
export function createAppAuthorization(options: unknown = {}): AppAuthorization {
  const given = Object.entries(SHAPE.read(options, 'app.authorization'));
  return {...DEFAULTS, ...Object.fromEntries(given.filter(([, value]) => value !== undefined))};
}
