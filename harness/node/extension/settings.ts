import {TomlDate, type TomlValue} from 'smol-toml';
import {SimhostError} from '../../errors.ts';
import {nearest} from '../../known-values.ts';
import {brokenValidation, readValidations, type SettingValidation} from './setting-validation.ts';
import {
  SETTING_EXAMPLES,
  SETTING_TYPES,
  isSettingValue,
  parseSetting,
  type SettingType,
  type SettingValue,
} from './setting-value.ts';
import type {TomlTable} from './toml-document.ts';

export interface SettingField {
  readonly key: string;
  readonly type: SettingType;
  readonly name?: string;
  readonly description?: string;
  /** Whether the merchant's form requires a value. An extension must still work without it. */
  readonly required: boolean;
  readonly defaultValue?: SettingValue;
  readonly validations: readonly SettingValidation[];
}

export type Settings = Readonly<Record<string, SettingValue>>;

const MAX_FIELDS = 20;

export function readSettings(extension: TomlTable): readonly SettingField[] {
  const settings = extension.table('settings');
  settings?.noticeUnknownKeys(['fields']);
  const fields = settings?.tables('fields') ?? [];
  const excess = fields[MAX_FIELDS];

  if (excess !== undefined) {
    throw excess.error(
      undefined,
      `${fields.length} settings, and Shopify allows ${MAX_FIELDS}.`,
      'Remove settings from here on.',
    );
  }

  const keys = new Set<string>();
  return fields.map((table) => {
    const field = readField(table);
    if (keys.has(field.key))
      throw table.error(
        'key',
        `the setting "${field.key}" is declared twice.`,
        'Give each setting its own key.',
      );

    keys.add(field.key);
    return field;
  });
}

/** Returns the values of `shopify.settings` before a merchant sets any: the defaults of the fields. */
export function defaultSettings(fields: readonly SettingField[]): Settings {
  return Object.fromEntries(
    fields.flatMap(({key, defaultValue}) => (defaultValue === undefined ? [] : [[key, defaultValue]])),
  );
}

/**
 * Returns the values of `shopify.settings` after the merchant has set those `given`, which must match the types and
 * validations of the fields. `undefined` is a setting that the merchant has emptied.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_SETTING`, `ERR_BAD_SETTING`
 */
export function resolveSettings(
  fields: readonly SettingField[],
  given: Readonly<Record<string, unknown>>,
): Settings {
  const settings: Record<string, SettingValue> = {...defaultSettings(fields)};
  for (const [key, value] of Object.entries(given)) {
    const field = fields.find((candidate) => candidate.key === key);
    if (field === undefined) throw unknownSetting(fields, key);
    const fault = value === undefined ? undefined : faultOf(field, value);
    if (fault !== undefined) {
      throw new SimhostError('ERR_BAD_SETTING', `The setting "${key}" ${fault}: ${shown(value)}.`, {
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
  const known =
    keys.length === 0 ? 'The extension declares no settings.' : `It declares: ${keys.join(', ')}.`;
  const near = nearest(key, keys);

  return new SimhostError('ERR_UNKNOWN_SETTING', `No setting "${key}" in shopify.extension.toml. ${known}`, {
    next:
      near === undefined
        ? 'Declare it in [[extensions.settings.fields]], or leave it out.'
        : `Did you mean "${near}"?`,
  });
}

function faultOf({type, validations}: SettingField, value: unknown): string | undefined {
  return isSettingValue(type, value) ? brokenValidation(type, value, validations) : `is not a ${type}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value))
    return `a value of type ${typeof value}`;
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function readField(table: TomlTable): SettingField {
  table.noticeUnknownKeys([
    'key',
    'type',
    'name',
    'description',
    'required',
    'default_value',
    'validations',
    'marketingActivityCreateUrl',
    'marketingActivityDeleteUrl',
  ]);

  const key = table.requiredString('key', 'this setting');
  const type = settingType(table, key);
  const [name, description] = [table.string('name'), table.string('description')];
  const validations = readValidations(table, key, type);
  const value = table.value('default_value');

  return {
    key,
    type,
    required: table.flag('required') ?? false,
    validations,
    ...(name === undefined ? {} : {name}),
    ...(description === undefined ? {} : {description}),
    ...(value === undefined ? {} : {defaultValue: readDefault(table, {key, type, validations}, value)}),
  };
}

function settingType(table: TomlTable, key: string): SettingType {
  const type = table.requiredString('type', `the setting "${key}"`);
  const known = SETTING_TYPES.find((candidate) => candidate === type);
  if (known !== undefined) return known;

  const near = nearest(type, SETTING_TYPES);
  throw table.error(
    'type',
    `the setting "${key}" has the unknown type "${type}".`,
    `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${SETTING_TYPES.join(', ')}.`,
  );
}

/** Reads a default, which is a value of its type or a string, as the merchant's form sends it. */
function readDefault(
  table: TomlTable,
  {key, type, validations}: Pick<SettingField, 'key' | 'type' | 'validations'>,
  given: TomlValue,
): SettingValue {
  const written = given instanceof TomlDate ? given.toISOString() : given;
  const value = defaultOf(type, written);

  if (value === undefined) {
    throw table.error(
      'default_value',
      `the default of the setting "${key}" is not a ${type}: ${shown(written)}.`,
      `Write ${SETTING_EXAMPLES[type]}, or remove it.`,
    );
  }

  const fault = brokenValidation(type, value, validations);
  if (fault === undefined) return value;

  throw table.error(
    'default_value',
    `the default of the setting "${key}" ${fault}: ${shown(value)}.`,
    'Correct it or the validation.',
  );
}

function defaultOf(type: SettingType, written: unknown): SettingValue | undefined {
  if (isSettingValue(type, written)) return written;
  return typeof written === 'string' ? parseSetting(type, written) : undefined;
}
