import type {NoticeOptions, StrictOption} from '../notices.ts';
import type {BackendOption} from '../node/server/backend-options.ts';
import type {SandboxOrigin, ScriptOriginRule} from '../wire/control.ts';
import type {GeneratedOption} from '../core/platforms/shopify/graphql/query-context.ts';
import type {AppOptions} from '../core/world/app.ts';
import type {CheckoutOptions} from '../core/world/checkout-rules.ts';
import type {MinisOptions} from '../core/world/minis.ts';
import type {CustomerOption} from '../core/world/people.ts';
import type {ShopOptions} from '../core/world/shop.ts';
import type {VtexOptions} from '../core/world/vtex.ts';

/**
 * The options of simhost for `use`: in the config, in a project, in a file or in a `describe`.
 *
 * @example
 * ```ts
 * import {test} from 'simhost/playwright';
 *
 * test.use({
 *   app: {clientId: 'key', clientSecret: 'secret', scopes: ['read_customers']},
 *   backends: {'https://myapp.com': {command: 'node server.js'}},
 *   customer: 'bea',
 * });
 * ```
 */
export interface SimhostOptions {
  /**
   * The app under test: client id, secret, scopes and what Shopify approved it for.
   *
   * Default: client id, name and scopes of `shopify.app.toml`, or the published test values.
   */
  app: AppOptions;
  /** The shop: its domain, country, currency, languages. Default: `acme.myshopify.com`. */
  shop: ShopOptions;
  /**
   * The rules of the checkout: `{interceptAt: 'continue'}`. Default: as Shopify was seen to do.
   *
   * `host.update({checkout})` changes its content.
   */
  checkout: CheckoutOptions;
  /** The Shop Mini under test: its id, its API key, and assumptions about the platform. */
  minis: MinisOptions;
  /** The VTEX accounts with their admins and app keys. Default: the account `acme`. */
  vtex: VtexOptions;
  /** The customer who is signed in: a documented person, one of your own, or `null` for a guest. Default: `'ada'`. */
  customer: CustomerOption;
  /** The seed from which people, orders and other data are generated. Default: 1. */
  world: {seed?: number};
  /**
   * Your backends by the origin that the extension calls, or your storefront by the origin of its VTEX store.
   *
   * A value is a URL, or a command that simhost starts on a free port. Default: none.
   */
  backends: Record<string, BackendOption>;
  /**
   * The `Origin` of requests of extensions: `'opaque'` sends `null`, `'shopifycdn'` sends
   * `https://extensions.shopifycdn.com`, `'moved'` sends one that no allow-list has, `'same-origin'` sends the page's.
   * Default: `'shopifycdn'` for extensions of the admin, else `'opaque'`.
   */
  origin: SandboxOrigin | undefined;
  /** Whether extensions may fetch from the origin of their own script. Default: as the platform does at that target. */
  fetchToScriptOrigin: ScriptOriginRule | undefined;
  /** Notices that are not reported: `{ignore: ['toml-key-unknown']}`. Default: all are reported. */
  notices: NoticeOptions;
  /** Notices that fail a test: `true` for all, or a list of codes. Default: `false`. */
  strict: StrictOption;
  /**
   * The value of fields of Shopify's GraphQL APIs for which the world has none: `'value'` is generated and reported,
   * `'null'` is null if the field may be null, `'error'` fails and names the field. Default: `'value'`.
   */
  generated: GeneratedOption;
}
