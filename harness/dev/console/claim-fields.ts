import {SimhostError} from '../../errors.ts';
import type {Claims} from '../../core/tokens/jws.ts';
import {isTimeClaim} from '../../wire/time-claim.ts';
import type {ClaimField} from '../../wire/token-draft.ts';

/** The text of a claim that gets a new value in each token. */
export const NEW = 'new';

const UNITS: Readonly<Record<string, number>> = {s: 1, m: 60, h: 3600, d: 86_400};
const RELATIVE = /^now(?:\s*(?<sign>[+-])\s*(?<amount>\d+)\s*(?<unit>[smhd])?)?$/;
const INSTANT = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Writes claims as fields. Times become relative to `at`, in seconds, and an id is new in each token. */
export function fieldsOf(claims: Claims, at: number | null): readonly ClaimField[] {
  return Object.entries(claims)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({name, text: textOf(name, value, at)}));
}

function textOf(name: string, value: unknown, at: number | null): string {
  if (at !== null && isTimeClaim(name) && Number.isInteger(value)) return relativeTo(at, Number(value));
  if (at !== null && name === 'jti' && typeof value === 'string' && UUID.test(value)) return NEW;
  if (typeof value !== 'string') return JSON.stringify(value) ?? '';
  return isOtherwiseRead(name, value) ? JSON.stringify(value) : value;
}

function relativeTo(at: number, seconds: number): string {
  const distance = seconds - at;
  if (distance === 0) return 'now';
  return `now ${distance < 0 ? '-' : '+'} ${Math.abs(distance)} s`;
}

/** Whether a string would be read as something else if it had no quotes. */
function isOtherwiseRead(name: string, text: string): boolean {
  return parsed(text) !== undefined || (isTimeClaim(name) && /^(?:now|\d{4}-)/.test(text)) || text === NEW;
}

/**
 * Reads the value of a field: JSON, or a string as it is. A time may be `now`, `now - 60 s`, seconds or an instant.
 *
 * @throws {SimhostError} `ERR_BAD_CLAIM`
 */
export function readField({name, text}: ClaimField, now: number, newId: () => string): unknown {
  const trimmed = text.trim();
  if (name === 'jti' && trimmed === NEW) return newId();
  if (isTimeClaim(name) && trimmed.startsWith('now')) return relativeTime(trimmed, now);
  if (isTimeClaim(name) && INSTANT.test(trimmed)) return instant(trimmed);

  const value = parsed(trimmed);
  return value === undefined ? text : value;
}

function relativeTime(text: string, now: number): number {
  const groups = RELATIVE.exec(text)?.groups;
  if (groups === undefined) throw badTime(text);

  const seconds = Number(groups['amount'] ?? 0) * (UNITS[groups['unit'] ?? 's'] ?? 1);
  return groups['sign'] === '-' ? now - seconds : now + seconds;
}

function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw badTime(text);
  return Math.floor(at / 1000);
}

function badTime(text: string): SimhostError {
  return new SimhostError('ERR_BAD_CLAIM', `Not a time: ${JSON.stringify(text.slice(0, 80))}.`, {
    next: 'Write now, now - 60 s, seconds since 1970, or 2027-01-01T00:00:00Z.',
  });
}

/** Parses JSON; `undefined` for anything else. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
