import {TomlDate, type TomlValue} from 'smol-toml';
import {brokenValidation} from '../../core/platforms/shopify/extension/setting-validation.ts';
import {
  SETTING_EXAMPLES,
  SETTING_TYPES,
  isSettingValue,
  parseSetting,
  type SettingType,
  type SettingValue,
} from '../../core/platforms/shopify/extension/setting-value.ts';
import {shownSetting, type SettingField} from '../../core/platforms/shopify/extension/settings.ts';
import {didYouMean} from '../../known-values.ts';
import {defined} from '../../records.ts';
import {readValidations} from './setting-validations.ts';
import type {TomlTable} from './toml-document.ts';

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
  const validations = readValidations(table, key, type);
  const value = table.value('default_value');

  return {
    key,
    type,
    required: table.flag('required') ?? false,
    validations,
    ...defined({
      name: table.string('name'),
      description: table.string('description'),
      defaultValue: value === undefined ? undefined : readDefault(table, {key, type, validations}, value),
    }),
  };
}

function settingType(table: TomlTable, key: string): SettingType {
  const type = table.requiredString('type', `the setting "${key}"`);
  const known = SETTING_TYPES.find((candidate) => candidate === type);
  if (known !== undefined) return known;

  throw table.error(
    'type',
    `the setting "${key}" has the unknown type "${type}".`,
    didYouMean(type, SETTING_TYPES),
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
      `the default of the setting "${key}" is not a ${type}: ${shownSetting(written)}.`,
      `Write ${SETTING_EXAMPLES[type]}, or remove it.`,
    );
  }

  const fault = brokenValidation(type, value, validations);
  if (fault === undefined) return value;

  throw table.error(
    'default_value',
    `the default of the setting "${key}" ${fault}: ${shownSetting(value)}.`,
    'Correct it or the validation.',
  );
}

function defaultOf(type: SettingType, written: unknown): SettingValue | undefined {
  if (isSettingValue(type, written)) return written;
  return typeof written === 'string' ? parseSetting(type, written) : undefined;
}
