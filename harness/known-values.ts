import {SimhostError} from './errors.ts';
import {isPlainObject, kindOf, shown} from './shown-value.ts';

/** The names of all fields of a type. The compiler refuses an object that lacks one, or that has another. */
export type KeysOf<Options extends object> = Readonly<Record<keyof Options, true>>;

/** The words around the list of {@link didYouMean}. */
export interface KnownList {
  /** The words before the list, or null to leave a long list out. Default: `Known`. */
  readonly label?: string | null;
  /** A sentence after the list, for what else the reader can do. Default: none. */
  readonly note?: string;
}

/**
 * Writes the next step after an unknown value: the nearest known one, and the list of all.
 *
 * If no value is known, it writes only the note.
 *
 * For example, `didYouMean('nmae', ['name', 'type'])` is `Did you mean "name"? Known: name, type.`.
 */
export function didYouMean(
  value: unknown,
  known: Iterable<string>,
  {label = 'Known', note}: KnownList = {},
): string {
  const names = [...known];
  const near = nearest(value, names) ?? beginningWith(value, names);

  const sentences = [
    near === undefined ? undefined : `Did you mean "${near}"?`,
    label === null || names.length === 0 ? undefined : `${label}: ${names.join(', ')}.`,
    note,
  ];

  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

/** From this length on, a beginning shows which name is meant. */
const SHORTEST_BEGINNING = 3;

/** Returns the only known name that begins with a value. `country` means `countryCode`, although many letters are missing. */
function beginningWith(value: unknown, names: readonly string[]): string | undefined {
  if (typeof value !== 'string' || value.length < SHORTEST_BEGINNING) return undefined;
  const [only, ...others] = names.filter((name) => name.toLowerCase().startsWith(value.toLowerCase()));
  return others.length === 0 ? only : undefined;
}

/** Returns the known name nearest to a mistyped one, if one is near enough to be meant. */
export function nearest(name: unknown, known: Iterable<string>): string | undefined {
  if (typeof name !== 'string') return undefined;

  let best: string | undefined;
  let bestDistance = allowedMistakes(name) + 1;

  for (const candidate of known) {
    // The distance is at least the difference of the lengths, so a long string costs nothing.
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }

  return best;
}

/**
 * Checks the value of an option that takes one of a few values, and returns it.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION` with the nearest value
 */
export function oneOf<Value extends string>(option: string, value: string, known: readonly Value[]): Value {
  const found = known.find((candidate) => candidate === value);
  if (found !== undefined) return found;

  throw new SimhostError('ERR_BAD_OPTION', `Invalid value ${shown(value)} for option ${option}.`, {
    next: didYouMean(value, known),
  });
}

/**
 * Checks that options are an object, and that each of its fields is known.
 *
 * @param subject the object that the options belong to, for the message: `app`
 * @param known the known fields, best as {@link KeysOf}, so that none is forgotten
 * @throws {SimhostError} `ERR_BAD_OPTION` for another value than an object, `ERR_UNKNOWN_OPTION` for the first field that
 *   is not known, with the nearest
 */
export function refuseUnknownKeys(
  subject: string,
  options: unknown,
  known: readonly string[] | Readonly<Record<string, true>>,
): void {
  const names: readonly string[] = Array.isArray(known) ? known : Object.keys(known);
  if (!isPlainObject(options)) {
    throw new SimhostError('ERR_BAD_OPTION', `The ${subject} options are ${kindOf(options)}.`, {
      next: `Give an object with some of: ${names.join(', ')}.`,
    });
  }

  for (const key of Object.keys(options)) {
    if (names.includes(key)) continue;
    throw new SimhostError('ERR_UNKNOWN_OPTION', `Unknown ${subject} option ${shown(key)}.`, {
      next: didYouMean(key, names),
    });
  }
}

/** Returns how many mistakes a name may have: a short one with two is another name, as `toast` is for `cost`. */
function allowedMistakes(name: string): number {
  return name.length <= 5 ? 1 : Math.max(2, Math.floor(name.length / 3));
}

/** Counts the letters that were inserted, left out, replaced or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({length: b.length + 1}, (_, column) => column)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;

  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? at(i - 2, j - 2) + 1 : Infinity;
      rows[i]?.push(Math.min(replaced, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }

  return at(a.length, b.length);
}
