import {TomlDate, type TomlValue} from 'smol-toml';
import {nearest} from '../errors.ts';
import type {TomlTable} from './toml-document.ts';

/** The types that `[[extensions.settings.fields]]` may have. */
export const SETTING_TYPES = [
  'boolean',
  'date',
  'date_time',
  'single_line_text_field',
  'multi_line_text_field',
  'number_integer',
  'number_decimal',
  'variant_reference',
] as const;

export type SettingType = (typeof SETTING_TYPES)[number];
export type SettingValue = string | number | boolean;

export interface SettingField {
  readonly key: string;
  readonly type: SettingType;
  readonly name?: string;
  readonly description?: string;
  readonly required: boolean;
  readonly defaultValue?: SettingValue;
  readonly validations: readonly SettingValidation[];
}

export interface SettingValidation {
  readonly name: string;
  readonly value: string;
}

const MAX_FIELDS = 20;

export function readSettings(extension: TomlTable): readonly SettingField[] {
  const fields = extension.table('settings')?.tables('fields') ?? [];
  const excess = fields[MAX_FIELDS];
  if (excess !== undefined) {
    throw excess.error(undefined, `${fields.length} settings, and Shopify allows ${MAX_FIELDS}.`, 'Remove settings from here on.');
  }
  const keys = new Set<string>();
  return fields.map((table) => {
    const field = readField(table);
    if (keys.has(field.key)) throw table.error('key', `the setting "${field.key}" stands here twice.`, 'Give each setting its own key.');
    keys.add(field.key);
    return field;
  });
}

/** The values that `shopify.settings` has before a merchant sets any: those of fields with a default. */
export function defaultSettings(fields: readonly SettingField[]): Readonly<Record<string, SettingValue>> {
  return Object.fromEntries(fields.flatMap(({key, defaultValue}) => (defaultValue === undefined ? [] : [[key, defaultValue]])));
}

function readField(table: TomlTable): SettingField {
  const key = table.requiredText('key', 'this setting');
  const type = settingType(table, key);
  const [name, description] = [table.text('name'), table.text('description')];
  const value = table.value('default_value');
  return {
    key,
    type,
    required: table.flag('required') ?? false,
    validations: table.tables('validations').map((validation) => ({
      name: validation.requiredText('name', 'this validation'),
      value: String(validation.value('value') ?? ''),
    })),
    ...(name === undefined ? {} : {name}),
    ...(description === undefined ? {} : {description}),
    ...(value === undefined ? {} : {defaultValue: defaultValue(table, key, type, value)}),
  };
}

function settingType(table: TomlTable, key: string): SettingType {
  const type = table.requiredText('type', `the setting "${key}"`);
  const known = SETTING_TYPES.find((candidate) => candidate === type);
  if (known !== undefined) return known;
  const near = nearest(type, SETTING_TYPES);
  throw table.error(
    'type',
    `the setting "${key}" has the unknown type "${type}".`,
    `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${SETTING_TYPES.join(', ')}.`,
  );
}

/** A default may be written as its own type or as a text of it, as the merchant's form would send it. */
function defaultValue(table: TomlTable, key: string, type: SettingType, value: TomlValue): SettingValue {
  const text = value instanceof TomlDate ? value.toISOString() : typeof value === 'object' ? undefined : String(value);
  if (text !== undefined) {
    if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
    if (type === 'number_integer' && /^[+-]?\d+$/.test(text)) return Number(text);
    if (type === 'number_decimal' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
    if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
    if (type === 'date_time' && /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))) return text;
    if (/text_field$|^variant_reference$/.test(type) && typeof value === 'string') return text;
  }
  throw table.error(
    'default_value',
    `the default of the setting "${key}" is not a ${type}: ${JSON.stringify(text ?? value)}.`,
    'Correct default_value, or take it away.',
  );
}
