import {SimhostError} from '../../../../errors.ts';
import {didYouMean} from '../../../../known-values.ts';
import {brokenValidation, type SettingValidation} from './setting-validation.ts';
import {SETTING_EXAMPLES, isSettingValue, type SettingType, type SettingValue} from './setting-value.ts';

/** A field of `[[extensions.settings.fields]]`, which the merchant fills in. */
export interface SettingField {
  readonly key: string;
  readonly type: SettingType;
  readonly name?: string;
  readonly description?: string;
  /** Whether the merchant's form requires it. An extension must also work without it. */
  readonly required: boolean;
  readonly defaultValue?: SettingValue;
  readonly validations: readonly SettingValidation[];
}

/** The values of `shopify.settings`, by key. */
export type Settings = Readonly<Record<string, SettingValue>>;

/** Returns the values of `shopify.settings` before a merchant sets any: those of fields with a default. */
export function defaultSettings(fields: readonly SettingField[]): Settings {
  return Object.fromEntries(
    fields.flatMap(({key, defaultValue}) => (defaultValue === undefined ? [] : [[key, defaultValue]])),
  );
}

/**
 * Returns the values of `shopify.settings` after the merchant has set those of `given`.
 *
 * Each value has its field's type and passes its validations; the defaults apply to the others. `undefined` is a
 * setting that the merchant has emptied.
 *
 * @param before the values that nobody set; in the checkout editor there are none
 * @throws {SimhostError} `ERR_UNKNOWN_SETTING`, `ERR_BAD_SETTING`
 */
export function resolveSettings(
  fields: readonly SettingField[],
  given: Readonly<Record<string, unknown>>,
  before: Settings = defaultSettings(fields),
): Settings {
  const settings: Record<string, SettingValue> = {...before};
  for (const [key, value] of Object.entries(given)) {
    const field = fields.find((candidate) => candidate.key === key);
    if (field === undefined) throw unknownSetting(fields, key);
    const fault = value === undefined ? undefined : faultOf(field, value);
    if (fault !== undefined) {
      throw new SimhostError('ERR_BAD_SETTING', `The setting "${key}" ${fault}: ${shownSetting(value)}.`, {
        next: `Give ${SETTING_EXAMPLES[field.type]} that the merchant's form would take.`,
      });
    }
    if (value === undefined) delete settings[key];
    else settings[key] = value as SettingValue;
  }

  return settings;
}

function unknownSetting(fields: readonly SettingField[], key: string): SimhostError {
  const keys = fields.map((field) => field.key);

  return new SimhostError('ERR_UNKNOWN_SETTING', `No setting "${key}" in shopify.extension.toml.`, {
    next:
      keys.length === 0
        ? 'It declares no settings. Declare it in [[extensions.settings.fields]], or leave it out.'
        : didYouMean(key, keys, {label: 'It declares'}),
  });
}

function faultOf({type, validations}: SettingField, value: unknown): string | undefined {
  return isSettingValue(type, value) ? brokenValidation(type, value, validations) : `is not a ${type}`;
}

/** Prints a value for an error message, cut after 80 characters. */
export function shownSetting(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value))
    return `a value of type ${typeof value}`;
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
