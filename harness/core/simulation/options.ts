import type {Clock} from '../../clock.ts';
import {SimhostError} from '../../errors.ts';
import type {NoticeOptions, StrictOption} from '../../notices.ts';
import type {SandboxOrigin, ScriptOriginRule} from '../../wire/control.ts';
import type {AppOptions} from '../world/app.ts';
import type {MinisOptions} from '../world/minis.ts';
import type {CustomerOption} from '../world/people.ts';
import {canonicalLanguage} from '../world/platform-values.ts';
import {shown} from '../world/shape.ts';
import type {ShopOptions} from '../world/shop.ts';
import type {VtexOptions} from '../world/vtex.ts';

export interface SimulationOptions {
  /** The app whose extensions and backends are under test. */
  app?: AppOptions;
  shop?: ShopOptions;
  /** The VTEX accounts, their admins and keys. */
  vtex?: VtexOptions;
  /** The Shop Mini under test, and what is assumed about its platform. */
  minis?: MinisOptions;
  /** Who is signed in; `null` is a guest. Default `'ada'`. */
  customer?: CustomerOption;
  /** BCP 47 language of the page. Default `'en'`. */
  locale?: string;
  /** What the world is drawn from. Default 1. */
  seed?: number;
  /** Tells simulations with one seed apart: no two scopes share an id. Default: a random one. */
  scope?: string;
  clock?: Clock;
  /** The origin that the requests of extensions carry: `null`, `https://extensions.shopifycdn.com`, or the page's. Default `'opaque'`. */
  origin?: SandboxOrigin;
  /** Whether extensions may fetch from the origin of their own script; default: as the target's platform page does. */
  fetchToScriptOrigin?: ScriptOriginRule | undefined;
  /** Which notices are not reported: `{ignore: [code]}`. Default: all are reported. */
  notices?: NoticeOptions;
  /** Which notices are failures: `true` for all, or an array of codes. Default `false`. */
  strict?: StrictOption;
}

/** The names of all options. */
export const SIMULATION_OPTIONS: readonly (keyof SimulationOptions)[] = [
  'app',
  'shop',
  'vtex',
  'minis',
  'customer',
  'locale',
  'seed',
  'scope',
  'clock',
  'origin',
  'fetchToScriptOrigin',
  'notices',
  'strict',
];

/**
 * A language tag in its canonical form.
 *
 * @throws {SimhostError} `ERR_BAD_LOCALE`
 */
export function readLocale(locale: string): string {
  const tag = canonicalLanguage(locale);
  if (tag !== null) return tag;
  throw new SimhostError('ERR_BAD_LOCALE', `Not a language tag: ${shown(locale)}.`, {
    next: 'Give BCP 47, for example "en", "fr" or "pt-BR".',
  });
}
