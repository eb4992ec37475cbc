import type {App} from '../../world/app.ts';
import {PUBLISHED_TEST_SECRET} from '../../world/app.ts';
import {importSecret} from '../../tokens/secret.ts';

/** The facts that a shop adds to a request for an app. */
export interface AppProxyFacts {
  readonly app: Pick<App, 'clientSecret'>;
  /** The `.myshopify.com` domain. */
  readonly shop: string;
  /** The part of the path that belongs to the app: `/apps/points`. */
  readonly pathPrefix: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** The value of `logged_in_customer_id`; `null` leaves the parameter out. */
  readonly customerId: string | null;
}

/**
 * Headers of an app's answer that the shop removes.
 *
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies#disallowed-headers
 */
export const REMOVED_FROM_ANSWERS: ReadonlySet<string> = new Set([
  'accept-patch',
  'accept-ranges',
  'connection',
  'cookie',
  'date',
  'delta-base',
  'im',
  'p3p',
  'pragma',
  'preference-applied',
  'proxy-authenticate',
  'public-key-pins',
  'server',
  'service-worker-allowed',
  'set-cookie',
  'trailer',
  'tk',
  'warning',
  'x-powered-by',
]);

/** The parameters that the shop sets. Values of the sender are dropped. */
const SET_BY_SHOP = ['shop', 'logged_in_customer_id', 'path_prefix', 'timestamp', 'signature'];

/**
 * Builds the query with which a shop sends a request on to an app, without `?`.
 *
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export async function appProxyQuery(search: string, facts: AppProxyFacts): Promise<string> {
  const {app, shop, pathPrefix, timestamp, customerId} = facts;
  const query = new URLSearchParams(search);
  for (const name of SET_BY_SHOP) query.delete(name);

  query.append('shop', shop);
  if (customerId !== null) query.append('logged_in_customer_id', customerId);
  query.append('path_prefix', pathPrefix);
  query.append('timestamp', String(timestamp));
  query.append('signature', await sign(query, app.clientSecret));
  return query.toString();
}

/** Signs a query: `name=value` of all parameters, sorted, without a separator. Repeated values get a comma. */
async function sign(query: URLSearchParams, secret: string): Promise<string> {
  const names = [...new Set(query.keys())];
  const text = names
    .map((name) => `${name}=${query.getAll(name).join(',')}`)
    .toSorted()
    .join('');

  const key = await importSecret(secret, {published: [PUBLISHED_TEST_SECRET]});
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return [...new Uint8Array(signature)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
