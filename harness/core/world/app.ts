import {SimhostError} from '../../errors.ts';
import {refuseUnknownKeys} from '../../known-values.ts';

/** Client id of the app under test where none is given. */
export const PUBLISHED_TEST_CLIENT_ID = '51mh057c11e4715a4de7ab1e0f5ca1ab';

/** Client secret of the app under test where none is given. Public, and the only one that a browser may hold. */
export const PUBLISHED_TEST_SECRET = 'simhost-published-test-secret-not-for-production';

/** The app whose extensions and backends are under test. */
export interface App {
  readonly name: string;
  /** The audience of its session tokens. */
  readonly clientId: string;
  /** The key of its session tokens. */
  readonly clientSecret: string;
  /** The secret before the last rotation, where one is going on; a backend takes tokens of both. */
  readonly previousClientSecret?: string | undefined;
  /** Access scopes that the merchant granted, for example `read_customers`. */
  readonly scopes: readonly string[];
  /** Whether Shopify approved the app for protected customer data. Without it no token names a customer. */
  readonly protectedCustomerData: boolean;
}

export type AppOptions = Partial<App>;

const DEFAULTS: App = {
  name: 'Test app',
  clientId: PUBLISHED_TEST_CLIENT_ID,
  clientSecret: PUBLISHED_TEST_SECRET,
  scopes: ['read_customers'],
  protectedCustomerData: true,
};

export function createApp(options: AppOptions = {}): App {
  refuseUnknownKeys('app', options, [...Object.keys(DEFAULTS), 'previousClientSecret']);
  const app = {...DEFAULTS, ...options};

  for (const key of ['clientId', 'clientSecret'] as const) {
    if (typeof app[key] !== 'string' || app[key] === '') {
      throw new SimhostError('ERR_BAD_OPTION', `The app's ${key} is empty.`, {
        next: `Give the value that the backend under test uses, or leave ${key} out for the published test value.`,
      });
    }
  }

  return app;
}
