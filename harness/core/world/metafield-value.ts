import type {Metafield} from '../../wire/account.ts';
import {hashOf} from './drawn-number.ts';

/** Checks of values, by type. */
const CHECKS: Readonly<Record<string, (value: string) => boolean>> = {
  boolean: (value) => value === 'true' || value === 'false',
  number_integer: (value) => /^-?\d+$/.test(value),
  number_decimal: (value) => /^-?\d+(\.\d+)?$/.test(value),
  json: isJson,
};

/** Whether a value is of a type, as far as simhost checks it. */
export function fitsType(type: string, value: string): boolean {
  if (type.startsWith('list.')) return isList(value);
  return CHECKS[type]?.(value) ?? true;
}

/** Converts a value to the form in which pages give it to extensions. */
export function metafieldValue(
  type: string,
  value: string,
): Pick<Metafield['metafield'], 'value' | 'valueType'> {
  if (type === 'boolean') return {value: value === 'true', valueType: 'boolean'};
  if (type === 'number_integer') return {value: Number(value), valueType: 'integer'};
  if (type === 'number_decimal') return {value: Number(value), valueType: 'float'};
  return {value, valueType: type === 'json' || type.startsWith('list.') ? 'json_string' : 'string'};
}

/** Returns the digest by which an app makes sure that nobody else has changed a metafield. */
export function metafieldDigest({type, value}: Pick<Metafield['metafield'], 'type' | 'value'>): string {
  return hashOf(`${type} ${value}`).toString(16).padStart(8, '0');
}

function isList(value: string): boolean {
  try {
    return Array.isArray(JSON.parse(value));
  } catch {
    return false;
  }
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
