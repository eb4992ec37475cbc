/**
 * The types that `[[extensions.settings.fields]]` may have, with their ranges as documented.
 *
 * @see https://shopify.dev/docs/api/checkout-ui-extensions/2025-04/configuration#settings-definition
 */
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

/** An example of each type, for messages. */
export const SETTING_EXAMPLES: Readonly<Record<SettingType, string>> = {
  boolean: 'true or false',
  date: 'a date, "2026-01-31"',
  date_time: 'a date and time, "2026-01-31T12:30:00"',
  single_line_text_field: 'a string of one line',
  multi_line_text_field: 'a string',
  number_integer: 'a whole number',
  number_decimal: 'a number',
  variant_reference: 'a variant, "gid://shopify/ProductVariant/1"',
};

export function isSettingValue(type: SettingType, value: unknown): value is SettingValue {
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'number_integer') return Number.isSafeInteger(value);
  if (type === 'number_decimal') return typeof value === 'number' && Math.abs(value) < DECIMAL_LIMIT;
  if (typeof value !== 'string') return false;
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) && instantOf(value) !== undefined;
  if (type === 'date_time') return DATE_TIME.test(value) && instantOf(value) !== undefined;
  if (type === 'variant_reference') return /^gid:\/\/shopify\/ProductVariant\/\d+$/.test(value);

  return type === 'multi_line_text_field' || !/[\r\n]/.test(value);
}

/** Parses the string of a setting, as the merchant's form does. */
export function parseSetting(type: SettingType, text: string): SettingValue | undefined {
  const value = readText(type, text);
  return isSettingValue(type, value) ? value : undefined;
}

/** Parses a date, or a date and time, as milliseconds since 1970. Without a time zone it is UTC. */
export function instantOf(text: string): number | undefined {
  const [date = '', time] = text.split('T');
  const day = Date.parse(`${date}T00:00Z`);
  // Date.parse reads February 30 as March 2.
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== date) return undefined;

  const instant =
    time === undefined ? day : Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(time) ? text : `${text}Z`);
  return Number.isNaN(instant) ? undefined : instant;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

const DECIMAL_LIMIT = 10_000_000_000_000;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

function readText(type: SettingType, text: string): SettingValue | undefined {
  if (type === 'boolean') return BOOLEANS.get(text);
  if (type === 'number_integer') return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
  if (type === 'number_decimal') return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined;
  return text;
}
