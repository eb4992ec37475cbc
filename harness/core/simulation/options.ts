import {Clock} from '../../clock.ts';
import {SimhostError} from '../../errors.ts';
import {type KeysOf, refuseUnknownKeys} from '../../known-values.ts';
import type {NoticeOptions, StrictOption} from '../../notices.ts';
import type {SandboxOrigin, ScriptOriginRule} from '../../wire/control.ts';
import type {AdminSchema} from '../platforms/shopify/admin/admin-schema-option.ts';
import type {GeneratedOption} from '../platforms/shopify/graphql/query-context.ts';
import type {AppOptions} from '../world/app.ts';
import type {CheckoutOptions} from '../world/checkout-rules.ts';
import type {MinisOptions} from '../world/minis.ts';
import type {CustomerOption} from '../world/people.ts';
import {canonicalLanguage, text} from '../world/platform-values.ts';
import {optional, single, type Shape} from '../world/shape.ts';
import {isPlainObject, shown} from '../../shown-value.ts';
import type {ShopOptions} from '../world/shop.ts';
import type {VtexOptions} from '../world/vtex.ts';

/**
 * The options of a simulation; each has a default.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * createSimulation({
 *   app: {clientId: 'key', clientSecret: 'secret'},
 *   shop: {domain: 'globex.myshopify.com'},
 *   customer: 'bea',
 * });
 * ```
 */
export interface SimulationOptions {
  /** The app whose extensions and backends are under test. Default: a published test app. */
  app?: AppOptions;
  /** The shop. Default: `acme.myshopify.com`. */
  shop?: ShopOptions;
  /** The rules of the checkout, such as when interceptors run. Default: as Shopify was seen to do. */
  checkout?: CheckoutOptions;
  /** The VTEX accounts, their admins and keys. Default: the account `acme`. */
  vtex?: VtexOptions;
  /** The Shop Mini under test, and the assumptions about its platform. Default: a Mini with the app's client id. */
  minis?: MinisOptions;
  /** The signed-in person; null for a guest. Default: `'ada'`. */
  customer?: CustomerOption;
  /** The language of the page, a BCP 47 tag. Default: `'en'`. */
  locale?: string;
  /** The seed that the world is generated from. Default: 1. */
  seed?: number;
  /** A name that distinguishes simulations with one seed, so that their ids differ. Default: a random one. */
  scope?: string;
  /** The clock. Default: a new one, which runs with real time. */
  clock?: Clock;
  /**
   * The origin that the requests of extensions carry: `'opaque'` sends `null`, `'shopifycdn'` sends
   * `https://extensions.shopifycdn.com`, `'moved'` sends one that no allow-list has, `'same-origin'` sends the page's.
   * Default: `'shopifycdn'` for extensions of the admin, else `'opaque'`.
   */
  origin?: SandboxOrigin | undefined;
  /**
   * Whether extensions may fetch from the origin of their own script. Default: the platform's rule for the
   * target.
   */
  fetchToScriptOrigin?: ScriptOriginRule | undefined;
  /** The notices to leave out: `{ignore: [code]}`. Default: none. */
  notices?: NoticeOptions;
  /** The notices that are failures: `true` for all, or an array of codes. Default: `false`. */
  strict?: StrictOption;
  /**
   * The value of fields of Shopify's GraphQL APIs for which the world has none: `'value'` is generated, `'null'` is null
   * if the field may be null, `'error'` fails and names the field. Default: `'value'`.
   */
  generated?: GeneratedOption;
  /**
   * The schema of the Admin API that the codegen of an app has written. Every field of it is answered, as in the other
   * two APIs. Default: the fields that simhost simulates, and in tests of `simhost/playwright` the file that
   * `.graphqlrc` writes, if there is one.
   */
  adminSchema?: AdminSchema | undefined;
}

/** The names of all options. */
export const SIMULATION_OPTIONS: KeysOf<SimulationOptions> = {
  app: true,
  shop: true,
  checkout: true,
  vtex: true,
  minis: true,
  customer: true,
  locale: true,
  seed: true,
  scope: true,
  clock: true,
  origin: true,
  fetchToScriptOrigin: true,
  notices: true,
  strict: true,
  generated: true,
  adminSchema: true,
};

const SCOPE = optional(text('checkout.spec.ts'));

const SEED: Shape<number | undefined> = optional(
  single<number>({expected: 'a finite number', example: 1, accepts: (given) => Number.isFinite(given)}),
);

const CLOCK: Shape<Clock | undefined> = optional(
  single<Clock>({
    expected: 'a clock: new Clock()',
    example: new Clock(),
    accepts: (given) => isPlainObject(given) && typeof given['stateOf'] === 'function',
  }),
);

/**
 * Checks the options that belong to the simulation itself.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`
 */
export function checkOptions(options: SimulationOptions): void {
  refuseUnknownKeys('simulation', options, SIMULATION_OPTIONS);
  SCOPE.read(options.scope, 'scope');
  SEED.read(options.seed, 'seed');
  CLOCK.read(options.clock, 'clock');
}

/**
 * Returns a language tag in its canonical form.
 *
 * @throws {SimhostError} `ERR_BAD_LOCALE`
 */
export function readLocale(locale: string): string {
  const tag = canonicalLanguage(locale);
  if (tag !== null) return tag;
  throw new SimhostError('ERR_BAD_LOCALE', `${shown(locale)} is not a BCP 47 language tag.`, {
    next: 'Give a tag such as "en", "fr" or "pt-BR".',
  });
}
