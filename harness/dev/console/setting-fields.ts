import {SETTING_EXAMPLES} from '../../core/platforms/shopify/extension/setting-value.ts';
import type {SettingField} from '../../core/platforms/shopify/extension/settings.ts';
import {choicesOf} from '../../core/platforms/shopify/extension/setting-validation.ts';
import type {Product} from '../../core/world/products.ts';
import type {FieldInput, FieldOption} from '../../wire/console.ts';
import {type GivenSettings, settingsFor} from '../given-settings.ts';
import type {FieldRow} from './field-row.ts';

/** An extension whose TOML declares settings. */
export interface SettingSource {
  readonly name: string;
  readonly fields: readonly SettingField[];
}

export interface SettingParts {
  readonly given: () => GivenSettings;
  readonly changeSettings: (change: GivenSettings) => void;
  readonly products: readonly Product[];
}

/** Lists a row for each setting of an extension, by the type that its TOML declares. */
export function settingFields({name, fields}: SettingSource, parts: SettingParts): readonly FieldRow[] {
  const values = settingsFor(fields, parts.given());

  return fields.map((field) => ({
    id: `setting:${field.key}`,
    section: `Settings of ${name}`,
    label: field.name ?? field.key,
    input: inputOf(field),
    value: values[field.key] === undefined ? null : String(values[field.key]),
    options: optionsOf(field, parts.products),
    hint: SETTING_EXAMPLES[field.type],
    isRare: false,
    kind: 'start',
    write: (value) => parts.changeSettings(new Map([[field.key, {text: value ?? ''}]])),
  }));
}

const INPUTS: Readonly<Record<SettingField['type'], FieldInput>> = {
  boolean: 'choice',
  date: 'date',
  date_time: 'text',
  single_line_text_field: 'text',
  multi_line_text_field: 'lines',
  number_integer: 'text',
  number_decimal: 'text',
  variant_reference: 'text',
};

function inputOf(field: SettingField): FieldInput {
  return choices(field).length > 0 ? 'choice' : INPUTS[field.type];
}

function optionsOf(field: SettingField, products: readonly Product[]): readonly FieldOption[] {
  const values = field.type === 'boolean' ? ['true', 'false'] : choices(field);
  if (values.length > 0)
    return [{value: null, label: 'unset'}, ...values.map((value) => ({value, label: value}))];

  if (field.type !== 'variant_reference') return [];
  return products.flatMap(({variants}) => variants.map(({id, title}) => ({value: id, label: title})));
}

function choices({validations}: SettingField): readonly string[] {
  const found = validations.find(({name}) => name === 'choices');
  return found === undefined ? [] : choicesOf(found.value);
}
