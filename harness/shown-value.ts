/** Values as error messages show them. */
import {redact} from './redact.ts';

const LONGEST_SHOWN = 80;
const DEEPEST_SHOWN = 4;

/** Writes a value for an error message: as source code, on one line, without tokens, at most 80 characters. */
export function shown(value: unknown): string {
  const text = redact(written(value));
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** Writes a value as source code. It is not redacted. */
export function written(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === DEEPEST_SHOWN) return '…';
  if (Array.isArray(value))
    return `[${Array.from(value, (each: unknown) => written(each, depth + 1)).join(', ')}]`;
  if (!isPlainObject(value)) return `a ${Object.prototype.toString.call(value).slice('[object '.length, -1)}`;

  return `{${Object.entries(value)
    .map(([key, each]) => `${key}: ${written(each, depth + 1)}`)
    .join(', ')}}`;
}

/** Names the kind of a value that may hold a secret, so that nothing of it is written. */
export function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'number' || typeof value === 'bigint') return 'a number';
  if (Array.isArray(value)) return 'an array';
  return isPlainObject(value) ? 'an object' : written(value);
}

/** Whether a value is an object with fields: a literal, a module, or of a class of your own. Arrays and dates are not. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return ['[object Object]', '[object Module]'].includes(Object.prototype.toString.call(value));
}
