import type {Notice} from '../../../../notices.ts';
import type {SettingField} from './settings.ts';

/** The keys of settings that simhost fills, although they may be empty on Shopify. */
export interface SettingDoubts {
  /** The settings that have the value of `default_value`. */
  readonly filled: readonly string[];
  /** The required settings without `default_value`. */
  readonly required: readonly string[];
}

/** Finds the settings that are empty on Shopify until the merchant has saved them; `given` are those of the test. */
export function settingDoubts(fields: readonly SettingField[], given: readonly string[] = []): SettingDoubts {
  const missing = fields.filter(({key}) => !given.includes(key));
  return {
    filled: missing.filter(({defaultValue}) => defaultValue !== undefined).map(({key}) => key),
    required: fields
      .filter(({required, defaultValue}) => required && defaultValue === undefined)
      .map(({key}) => key),
  };
}

/**
 * Makes notices of those settings.
 *
 * @see https://github.com/Shopify/cli/issues/4240
 */
export function settingNotices(handle: string, {filled, required}: SettingDoubts): readonly Notice[] {
  const notices: Notice[] = [];
  if (filled.length > 0) {
    notices.push({
      code: 'setting-default-used',
      message:
        `${named(filled, handle)} filled by default_value. On Shopify, settings are empty until the merchant ` +
        'has saved them.',
      next: "Let the extension work without a value. Test it so: settings: 'unset' in mount.",
    });
  }

  if (required.length > 0) {
    notices.push({
      code: 'setting-required',
      message:
        `${named(required, handle)} required and without default_value. ` +
        'A required setting is still empty until the merchant has saved the settings.',
      next: "Let the extension work without a value. Test it so: settings: 'unset' in mount.",
    });
  }

  return notices;
}

function named(keys: readonly string[], handle: string): string {
  const what = keys.length === 1 ? `The setting ${keys[0]}` : `The settings ${keys.join(', ')}`;
  return `${what} of "${handle}" ${keys.length === 1 ? 'is' : 'are'}`;
}
