import type {CapabilityName} from '../../wire/capabilities.ts';
import type {Setting} from '../world/setting-changes.ts';
import type {LiveWorldChange} from './live-world-change.ts';

/**
 * The changes that a test may make while pages show the simulation: the person, the order, the checkout, the page's
 * language, and the settings and capabilities of mounted extensions. Fields that are missing stay as they are.
 *
 * @example
 * ```ts
 * import type {SimulationChange} from 'simhost';
 *
 * const change: SimulationChange = {locale: 'fr', checkout: {discountCodes: ['WELCOME10']}, settings: {title: 'Points'}};
 * ```
 */
export interface SimulationChange extends LiveWorldChange {
  /**
   * Settings of the mounted extensions, by the keys that their TOML files declare: `{title: 'Points'}`. `undefined`
   * empties a setting. Default: no change.
   */
  settings?: Readonly<Record<string, Setting | undefined>>;
  /**
   * The capabilities that the merchant declines, of those that mounted extensions declare. The list replaces the one
   * before. Default: no change.
   */
  declined?: readonly CapabilityName[];
  /** `'saved'`: the merchant saves the extensions that run in the checkout editor. Default: no change. */
  editor?: 'saved';
}
