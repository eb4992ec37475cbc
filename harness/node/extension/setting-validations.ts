import {TomlDate} from 'smol-toml';
import {
  isText,
  limitOf,
  patternOf,
  type SettingValidation,
  type ValidationName,
} from '../../core/platforms/shopify/extension/setting-validation.ts';
import {
  SETTING_EXAMPLES,
  parseSetting,
  type SettingType,
} from '../../core/platforms/shopify/extension/setting-value.ts';
import {didYouMean} from '../../known-values.ts';
import type {TomlTable} from './toml-document.ts';

/** The validations that Shopify documents for each type. */
const VALIDATIONS: Readonly<Record<SettingType, readonly ValidationName[]>> = {
  boolean: [],
  date: ['min', 'max'],
  date_time: ['min', 'max'],
  single_line_text_field: ['min', 'max', 'regex', 'choices'],
  multi_line_text_field: ['min', 'max', 'regex'],
  number_integer: ['min', 'max'],
  number_decimal: ['min', 'max', 'max_precision'],
  variant_reference: [],
};

const MAX_CHOICES = 128;

/** Reads the validations of a setting, and checks that its type allows their kinds and limits. */
export function readValidations(
  field: TomlTable,
  key: string,
  type: SettingType,
): readonly SettingValidation[] {
  const found = field.tables('validations').map((table) => {
    const validation = readValidation(table, key, type);
    const fault = faultOfLimit(type, validation);
    if (fault !== undefined)
      throw table.error('value', `${validation.name} of the setting "${key}" ${fault.is}.`, fault.next);
    return {table, validation};
  });

  for (const [index, {table, validation}] of found.entries()) {
    const before = found.slice(0, index).map((other) => other.validation);
    if (before.some(({name}) => name === validation.name)) {
      throw table.error('name', `the setting "${key}" has ${validation.name} twice.`, 'Remove one.');
    }
    const [min, max] = ['min', 'max'].map((name) => [...before, validation].find((one) => one.name === name));
    if (min !== undefined && max !== undefined && limitOf(type, min.value) > limitOf(type, max.value)) {
      throw table.error(
        'value',
        `min of the setting "${key}", ${min.value}, is above its max, ${max.value}.`,
        'Correct one of them.',
      );
    }
  }

  return found.map(({validation}) => validation);
}

function readValidation(table: TomlTable, key: string, type: SettingType): SettingValidation {
  const name = table.requiredString('name', 'this validation');
  const known = VALIDATIONS[type].find((candidate) => candidate === name);

  if (known === undefined) {
    const next =
      VALIDATIONS[type].length === 0
        ? `A ${type} has no validations.`
        : didYouMean(name, VALIDATIONS[type], {label: `A ${type} takes`});
    throw table.error('name', `the setting "${key}" has the unknown validation "${name}".`, next);
  }

  const value = table.value('value');
  if (value === undefined)
    throw table.error(undefined, `${name} of the setting "${key}" has no value.`, 'Add value = "…".');

  if (typeof value === 'object' && !(value instanceof TomlDate)) {
    throw table.error(
      'value',
      `${name} of the setting "${key}" is not a string.`,
      `Write it in quotes: value = '${JSON.stringify(value)}'.`,
    );
  }

  return {name: known, value: value instanceof TomlDate ? value.toISOString() : String(value)};
}

interface Fault {
  readonly is: string;
  readonly next: string;
}

function faultOfLimit(type: SettingType, {name, value}: SettingValidation): Fault | undefined {
  if (name === 'regex') return faultOfPattern(value);
  if (name === 'choices') return faultOfChoices(value);

  const isCount = name === 'max_precision' || isText(type);
  if (isCount)
    return /^\d+$/.test(value)
      ? undefined
      : {is: `is not a whole number: ${JSON.stringify(value)}`, next: 'Write value = "5".'};

  if (parseSetting(type, value) !== undefined) return undefined;
  return {is: `is not a ${type}: ${JSON.stringify(value)}`, next: `Write ${SETTING_EXAMPLES[type]}.`};
}

function faultOfChoices(value: string): Fault | undefined {
  const next = `Write value = '["first", "second"]'.`;
  let list: unknown;

  try {
    list = JSON.parse(value);
  } catch {
    return {is: `is not a JSON list of strings: ${value}`, next};
  }

  if (!Array.isArray(list) || list.length === 0 || !list.every((item) => typeof item === 'string')) {
    return {is: `is not a JSON list of strings: ${value}`, next};
  }

  return list.length <= MAX_CHOICES
    ? undefined
    : {is: `has ${list.length} choices, and Shopify allows ${MAX_CHOICES}`, next: 'Remove some.'};
}

function faultOfPattern(value: string): Fault | undefined {
  if (/\(\?<?[=!]|\\[1-9]|\\k</.test(value.replaceAll(/\\\\/g, ''))) {
    return {
      is: `uses look-around or back-references, which RE2 does not have: ${value}`,
      next: 'Use the syntax of RE2, as Shopify does.',
    };
  }

  try {
    patternOf(value);
    return undefined;
  } catch (error) {
    return {is: `is not a regular expression: ${value}`, next: `${(error as Error).message}.`};
  }
}
