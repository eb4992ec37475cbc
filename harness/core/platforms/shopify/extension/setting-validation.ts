import {instantOf, type SettingType, type SettingValue} from './setting-value.ts';

/** A rule for the value of a setting. */
export interface SettingValidation {
  readonly name: ValidationName;
  readonly value: string;
}

/** The kind of a validation. */
export type ValidationName = 'min' | 'max' | 'max_precision' | 'regex' | 'choices';

/** Describes the first validation that a value breaks, for example `is shorter than 5 (min)`. */
export function brokenValidation(
  type: SettingType,
  value: SettingValue,
  validations: readonly SettingValidation[],
): string | undefined {
  for (const {name, value: limit} of validations) {
    if (name === 'choices' && !choicesOf(limit).includes(String(value)))
      return `is not one of ${choicesOf(limit).join(', ')} (choices)`;
    if (name === 'regex' && !patternOf(limit).test(String(value))) return `does not match ${limit} (regex)`;
    if (name === 'max_precision' && decimalsOf(value) > Number(limit))
      return `has more than ${limit} decimal places (max_precision)`;
    const size = sizeOf(type, value);
    if (name === 'min' && size < limitOf(type, limit))
      return `${isText(type) ? 'is shorter than' : 'is below'} ${limit} (min)`;
    if (name === 'max' && size > limitOf(type, limit))
      return `${isText(type) ? 'is longer than' : 'is above'} ${limit} (max)`;
  }

  return undefined;
}

/** Converts a pattern of RE2 to JavaScript: flags at the start such as `(?i)`, named groups, `\A` and `\z`. */
export function patternOf(re2: string): RegExp {
  const [start = '', flags = ''] = /^\(\?([ims]+)\)/.exec(re2) ?? [];
  const source = re2
    .slice(start.length)
    .replaceAll('(?P<', '(?<')
    .replaceAll('\\A', '^')
    .replaceAll('\\z', '$');

  return new RegExp(source, flags);
}

/** Reads the limit of `choices`, a JSON list of strings. */
export function choicesOf(value: string): readonly string[] {
  return JSON.parse(value) as readonly string[];
}

/** Whether the limits of a type count characters. */
export function isText(type: SettingType): boolean {
  return type === 'single_line_text_field' || type === 'multi_line_text_field';
}

/** Returns the limit of `min` or `max` as a number; that of a date is its milliseconds since 1970. */
export function limitOf(type: SettingType, limit: string): number {
  return type === 'date' || type === 'date_time' ? (instantOf(limit) ?? Number.NaN) : Number(limit);
}

function sizeOf(type: SettingType, value: SettingValue): number {
  if (isText(type)) return Array.from(String(value)).length;
  return type === 'date' || type === 'date_time' ? (instantOf(String(value)) ?? Number.NaN) : Number(value);
}

function decimalsOf(value: SettingValue): number {
  const [, decimals = '', exponent = '0'] = /^[^.e]*(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}
