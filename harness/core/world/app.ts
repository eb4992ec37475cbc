import {SimhostError} from '../../errors.ts';
import {oneOf, refuseUnknownKeys} from '../../known-values.ts';

/** The client id of an app without the option `clientId`. */
export const PUBLISHED_TEST_CLIENT_ID = '51mh057c11e4715a4de7ab1e0f5ca1ab';

/**
 * The client secret of an app without the option `clientSecret`. It is public, and the only one that may be
 * used in a browser.
 */
export const PUBLISHED_TEST_SECRET = 'simhost-published-test-secret-not-for-production';

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
  /** The access scopes that the merchant granted. Default: `['read_customers']`. */
  readonly scopes: readonly string[];
  /**
   * Whether Shopify approved the app for protected customer data. If not, no token names a customer. Default:
   * `true`.
   *
   * @see https://shopify.dev/docs/apps/launch/protected-customer-data
   */
  readonly protectedCustomerData: boolean;
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
export type AppOptions = Partial<App>;

const DEFAULTS: App = {
  name: 'Test app',
  clientId: PUBLISHED_TEST_CLIENT_ID,
  clientSecret: PUBLISHED_TEST_SECRET,
  scopes: ['read_customers'],
  protectedCustomerData: true,
  proxyCustomerId: 'empty',
};

/**
 * Completes the options of the app under test.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`; `ERR_BAD_OPTION` for an empty id or secret
 */
export function createApp(options: AppOptions = {}): App {
  refuseUnknownKeys('app', options, [...Object.keys(DEFAULTS), 'previousClientSecret', 'tokenIssuer']);
  const app = {...DEFAULTS, ...options};
  oneOf('app.proxyCustomerId', app.proxyCustomerId, ['empty', 'absent']);

  for (const key of ['clientId', 'clientSecret'] as const) {
    if (typeof app[key] !== 'string' || app[key] === '') {
      throw new SimhostError('ERR_BAD_OPTION', `The app's ${key} is empty.`, {
        next: `Give the value that the backend under test uses, or leave ${key} out for the published test value.`,
      });
    }
  }

  refuseBadIssuer(app.tokenIssuer);
  return app;
}

function refuseBadIssuer(issuer: unknown): void {
  if (issuer === undefined || (typeof issuer === 'string' && issuer !== '')) return;

  throw new SimhostError('ERR_BAD_OPTION', `app.tokenIssuer is ${JSON.stringify(issuer)}.`, {
    next: 'Give a string such as https://acme.myshopify.com/admin, or "none" for checkout tokens without iss.',
  });
}

/** Lists the secrets of an app that must not be shown: all but the published test value. */
export function unpublishedSecrets({clientSecret, previousClientSecret}: App): readonly string[] {
  return [clientSecret, previousClientSecret].filter(
    (secret): secret is string => secret !== undefined && secret !== PUBLISHED_TEST_SECRET,
  );
}
