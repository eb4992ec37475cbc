import {nearest} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';

/** From this length on, a value is not a mistyped name. */
const LONGEST_NAME = 80;

/** Returns a sentence with the nearest of the known strings, or undefined if none is near. */
export function didYouMean(given: unknown, known: readonly string[]): string | undefined {
  if (typeof given !== 'string' || given.length > LONGEST_NAME) return undefined;
  // "country" is meant to be "countryCode", whose distance is large.
  const near =
    nearest(given, known) ??
    known.find((name) => given.length > 2 && name.toLowerCase().startsWith(given.toLowerCase()));
  return near === undefined ? undefined : `Did you mean ${shown(near)}?`;
}
