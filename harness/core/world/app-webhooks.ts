import {object, part} from './object-shapes.ts';
import {name} from './platform-values.ts';
import {list, optional} from './shape.ts';
import type {PartOf, Shape} from './shape.ts';

/** A subscription of the app's TOML. */
export interface AppWebhook {
  /** The topics, compliance topics included: `['products/update', 'customers/redact']`. */
  readonly topics: readonly string[];
  /** The address: a path below the application URL, or a whole URL. */
  readonly uri: string;
  /** The fields of the payload. Default: all. */
  readonly includeFields?: readonly string[] | undefined;
}

/**
 * The webhooks of the app, `[webhooks]` in `shopify.app.toml`.
 *
 * @see https://shopify.dev/docs/apps/build/webhooks/subscribe
 */
export interface AppWebhooks {
  /** The API version of the payloads. Default: the newest one that simhost knows. */
  readonly apiVersion: string;
  /** The subscriptions. Default: those of `shopify.app.toml` in tests, else none. */
  readonly subscriptions: readonly AppWebhook[];
}

/**
 * The options of the app's webhooks; each has a default.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * const subscriptions = [{topics: ['app/uninstalled'], uri: '/webhooks'}];
 * createSimulation({app: {url: 'https://myapp.com', webhooks: {subscriptions}}});
 * ```
 */
export type AppWebhooksOptions = PartOf<AppWebhooks>;

/** The version of payloads without the option `webhooks.apiVersion`. */
export const WEBHOOK_API_VERSION = '2026-10';

const WEBHOOK: Shape<AppWebhook> = object<AppWebhook>({
  topics: list(name('products/update')),
  uri: name('/webhooks'),
  includeFields: optional(list(name('id'))),
});

const SHAPE: Shape<AppWebhooksOptions> = part<AppWebhooks>({
  apiVersion: name(WEBHOOK_API_VERSION),
  subscriptions: list(WEBHOOK),
});

/**
 * Completes the options of the app's webhooks.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`
 */
export function createAppWebhooks(options: unknown = {}): AppWebhooks {
  const {apiVersion = WEBHOOK_API_VERSION, subscriptions = []} = SHAPE.read(options, 'app.webhooks');
  return {apiVersion, subscriptions};
}
