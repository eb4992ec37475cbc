import {CUSTOMER_SCOPES, STOREFRONT_SCOPES} from './api-scopes.ts';
import {refuseBadApproval, refuseBadIssuer} from './app-refusals.ts';
import {refuseBadCredential} from './credential.ts';
import {createAppAuthorization} from './app-authorization.ts';
import type {
  AppAuthorization,
  AppAuthorizationOptions,
  AppDistribution,
  ExpiringTokens,
} from './app-authorization.ts';
import {createAppWebhooks} from './app-webhooks.ts';
import type {AppWebhooks, AppWebhooksOptions} from './app-webhooks.ts';
import {createCustomerAuthentication} from './customer-authentication.ts';
import type {CustomerAuthentication, CustomerAuthenticationOptions} from './customer-authentication.ts';
import {FLAG, name, text} from './platform-values.ts';
import {list, single} from './shape.ts';
import {SimhostError} from '../../errors.ts';
import {oneOf, refuseUnknownKeys} from '../../known-values.ts';
import {defined} from '../../records.ts';
import type {ProtectedCustomerData} from '../../wire/protected-customer-data.ts';

/** The client id of an app without the option `clientId`. */
export const PUBLISHED_TEST_CLIENT_ID = '51mh057c11e4715a4de7ab1e0f5ca1ab';

/**
 * The client secret of an app without the option `clientSecret`. It is public, and the only one that may be
 * used in a browser.
 */
export const PUBLISHED_TEST_SECRET = 'simhost-published-test-secret-not-for-production';

/** The public token of the Storefront API of an app without the option `publicStorefrontToken`. */
export const PUBLISHED_STOREFRONT_TOKEN = '51mh05757a11ef0770ce4ab1e0f5ca1a';

/** The private token of the Storefront API of an app without the option `privateStorefrontToken`. It is public. */
export const PUBLISHED_PRIVATE_STOREFRONT_TOKEN = 'shpat_simhost-published-test-storefront-token';

const PUBLISHED_SECRETS: readonly string[] = [PUBLISHED_TEST_SECRET, PUBLISHED_PRIVATE_STOREFRONT_TOKEN];

/** The app whose extensions and backends are under test. */
export interface App {
  /** The name of the app. Default: `'Test app'`. */
  readonly name: string;
  /** The client id, `aud` of its session tokens. Default: {@link PUBLISHED_TEST_CLIENT_ID}. */
  readonly clientId: string;
  /** The client secret, the key of its session tokens. Default: {@link PUBLISHED_TEST_SECRET}. */
  readonly clientSecret: string;
  /**
   * The secret before a rotation that is not finished: a backend accepts tokens of both. Default: none.
   *
   * @see
   *   https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials
   */
  readonly previousClientSecret?: string | undefined;
  /**
   * The application URL of an embedded app, `application_url` in `shopify.app.toml`: `https://myapp.com`. The admin shows
   * it in a frame. Default: none; in tests, `application_url` if a backend has its origin, else the first backend.
   *
   * @see https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration
   */
  readonly url?: string | undefined;
  /**
   * Whether the admin shows the app in a frame. Default: `embedded` of `shopify.app.toml` in tests, else `true`.
   *
   * @see https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration
   */
  readonly embedded: boolean;
  /**
   * Whether pages of the app may send queries to the Admin API by `fetch('shopify:admin/api/…')`: `'online'` as the staff
   * member, `'offline'` with all scopes of the app, or `'off'`. Default: `embedded_app_direct_api_access` and
   * `direct_api_mode` of `shopify.app.toml`, or `'off'`.
   *
   * @see https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration#access
   */
  readonly directApi: DirectApi;
  /**
   * The access of admin UI extensions to the Admin API: `'online'` as the staff member, or `'offline'` with all scopes of
   * the app. Default: `direct_api_mode` of `shopify.app.toml`, or `'online'`.
   */
  readonly directApiMode: 'online' | 'offline';
  /**
   * The access scopes that the merchant granted. Without the scope of an object, both GraphQL APIs deny it. Default:
   * `read_customers`, and all scopes of both GraphQL APIs.
   *
   * @see https://shopify.dev/docs/api/usage/access-scopes
   */
  readonly scopes: readonly string[];
  /**
   * The access scopes that the app may ask for later, `optional_scopes` in `shopify.app.toml`. Default: none.
   *
   * @see https://shopify.dev/docs/apps/build/authentication-authorization/app-installation/manage-access-scopes
   */
  readonly optionalScopes: readonly string[];
  /** Whether the shop has the app at the start. Default: `true`. */
  readonly installed: boolean;
  /**
   * The distribution of the app: `'app-store'` for public apps, or `'custom'`. Default: `'app-store'`.
   *
   * @see https://shopify.dev/docs/apps/launch/distribution
   */
  readonly distribution: AppDistribution;
  /**
   * The rule for offline access tokens that never expire. `'by-date'`: the Admin API refuses those of public apps from 1
   * January 2027 on. `'required'`: it refuses them at once, as for public apps that were created since 1 April 2026.
   * `'optional'`: it accepts them. Default: `'by-date'`.
   *
   * @see https://shopify.dev/docs/apps/build/authentication-authorization/migrate-to-expiring-offline-access-tokens
   */
  readonly expiringTokens: ExpiringTokens;
  /** The webhooks of the app. Default: `[webhooks]` of `shopify.app.toml` in tests, else none. */
  readonly webhooks: AppWebhooks;
  /** The assumptions about how the app gets access to the shop. Default: as documented or seen. */
  readonly authorization: AppAuthorization;
  /**
   * The approval of the app for protected customer data. With `false`, no session token names a customer. A list such
   * as `['name', 'email']` approves customer data and these fields; `[]` approves no field. Default: `true`, all fields.
   *
   * @see https://shopify.dev/docs/apps/launch/protected-customer-data
   */
  readonly protectedCustomerData: ProtectedCustomerData;
  /**
   * The claim `iss` of checkout tokens. `'none'` is the documented form: the tokens have no `iss`. Tokens of customer
   * accounts never have one. Default: `https://<shop>/admin`, an assumption, because no public source shows the value.
   *
   * @see https://github.com/Kyon147/laravel-shopify/issues/426
   */
  readonly tokenIssuer?: string | undefined;
  /**
   * The parameter `logged_in_customer_id` of requests that extensions send through an app proxy: `'empty'`, or
   * `'absent'`. Default: `'empty'`, an assumption.
   *
   * @see https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
   */
  readonly proxyCustomerId: 'empty' | 'absent';
  /**
   * The public token of the app for the Storefront API, the value of `X-Shopify-Storefront-Access-Token`. Pages may
   * show it. Default: {@link PUBLISHED_STOREFRONT_TOKEN}.
   *
   * @see https://shopify.dev/docs/api/usage/authentication#access-tokens-for-the-storefront-api
   */
  readonly publicStorefrontToken: string;
  /**
   * The private token of the app for the Storefront API, the value of `Shopify-Storefront-Private-Token`. It is a secret
   * of backends. Default: {@link PUBLISHED_PRIVATE_STOREFRONT_TOKEN}.
   *
   * @see https://shopify.dev/docs/api/usage/authentication#access-tokens-for-the-storefront-api
   */
  readonly privateStorefrontToken: string;
  /**
   * The client with which customers sign in at the Customer Account API by OAuth. Default: a public client that takes
   * every callback.
   *
   * @see https://shopify.dev/docs/api/customer/latest#authentication
   */
  readonly customerAuthentication: CustomerAuthentication;
}

/**
 * The options of the app under test; each has a default.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * createSimulation({app: {clientId: 'key', clientSecret: 'secret', scopes: ['read_customers']}});
 * ```
 */
export type AppOptions = Partial<Omit<App, Nested>> & {
  /** The webhooks of the app; each part has a default. */
  readonly webhooks?: AppWebhooksOptions;
  /** The assumptions about how the app gets access to the shop; each part has a default. */
  readonly authorization?: AppAuthorizationOptions;
  /** The client with which customers sign in at the Customer Account API by OAuth; each part has a default. */
  readonly customerAuthentication?: CustomerAuthenticationOptions;
};

/** The mode of the direct API. */
export type DirectApi = 'online' | 'offline' | 'off';

/** The options that a separate function completes. */
type Nested = 'customerAuthentication' | 'authorization' | 'webhooks';

const DEFAULTS: Omit<App, Nested> = {
  name: 'Test app',
  clientId: PUBLISHED_TEST_CLIENT_ID,
  clientSecret: PUBLISHED_TEST_SECRET,
  scopes: ['read_customers', ...CUSTOMER_SCOPES, ...STOREFRONT_SCOPES],
  optionalScopes: [],
  installed: true,
  distribution: 'app-store',
  expiringTokens: 'by-date',
  directApi: 'off',
  embedded: true,
  directApiMode: 'online',
  protectedCustomerData: true,
  proxyCustomerId: 'empty',
  publicStorefrontToken: PUBLISHED_STOREFRONT_TOKEN,
  privateStorefrontToken: PUBLISHED_PRIVATE_STOREFRONT_TOKEN,
};

/** The options without a default value. */
const WITHOUT_DEFAULT = [
  'previousClientSecret',
  'tokenIssuer',
  'customerAuthentication',
  'authorization',
  'webhooks',
  'url',
];

/** The options that a backend under test has too. */
const CREDENTIALS = ['clientId', 'clientSecret', 'publicStorefrontToken', 'privateStorefrontToken'] as const;

const NAME = text('Points');
const SCOPES = list(name('read_customers'));

const APP_URL = single<string>({
  expected: 'the whole application URL, for example "https://myapp.com"',
  example: 'https://myapp.com',
  accepts: (given) =>
    typeof given === 'string' && URL.canParse(given) && /^https?:$/.test(new URL(given).protocol),
});

/**
 * Completes the options of the app under test.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`; `ERR_BAD_OPTION` for an empty id, secret or token
 */
export function createApp(options: AppOptions = {}): App {
  refuseUnknownKeys('app', options, [...Object.keys(DEFAULTS), ...WITHOUT_DEFAULT]);
  const customerAuthentication = createCustomerAuthentication(options.customerAuthentication);
  const authorization = createAppAuthorization(options.authorization);
  const webhooks = createAppWebhooks(options.webhooks);
  const app: App = {...DEFAULTS, ...defined(options), customerAuthentication, authorization, webhooks};
  oneOf('app.proxyCustomerId', app.proxyCustomerId, ['empty', 'absent']);
  oneOf('app.directApi', app.directApi, ['online', 'offline', 'off']);
  oneOf('app.directApiMode', app.directApiMode, ['online', 'offline']);
  oneOf('app.distribution', app.distribution, ['app-store', 'custom']);
  oneOf('app.expiringTokens', app.expiringTokens, ['by-date', 'required', 'optional']);

  for (const key of CREDENTIALS) {
    const next = `Give the value that the backend under test uses, or leave ${key} out for the published test value.`;
    refuseBadCredential(`The app's ${key}`, app[key], next);
  }

  NAME.read(app.name, 'app.name');
  SCOPES.read(app.scopes, 'app.scopes');
  SCOPES.read(app.optionalScopes, 'app.optionalScopes');
  FLAG.read(app.installed, 'app.installed');
  FLAG.read(app.embedded, 'app.embedded');
  if (app.previousClientSecret !== undefined) {
    const next = 'Give the secret before the rotation, or leave previousClientSecret out.';
    refuseBadCredential("The app's previousClientSecret", app.previousClientSecret, next);
  }

  refuseBadApproval(app.protectedCustomerData);
  refuseBadIssuer(app.tokenIssuer);
  if (app.url !== undefined) APP_URL.read(app.url, 'app.url');
  refuseOneToken(app);
  return app;
}

/** Pages get the public token, so a private one with the same value would be no secret. */
function refuseOneToken({publicStorefrontToken, privateStorefrontToken}: App): void {
  if (publicStorefrontToken !== privateStorefrontToken) return;

  throw new SimhostError(
    'ERR_BAD_OPTION',
    "The app's publicStorefrontToken and privateStorefrontToken are the same.",
    {next: 'Give two values. Leave one out for its published test value.'},
  );
}

/** Lists the secrets of an app that must not be shown: all but the published test values. */
export function unpublishedSecrets(app: App): readonly string[] {
  const {clientSecret, previousClientSecret, privateStorefrontToken, customerAuthentication} = app;
  const secretOfSignIn = customerAuthentication.clientSecret;
  return [clientSecret, previousClientSecret, privateStorefrontToken, secretOfSignIn].filter(
    (secret): secret is string => secret !== undefined && !PUBLISHED_SECRETS.includes(secret),
  );
}
