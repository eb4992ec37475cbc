import type {SelectedOption} from './product-options.ts';

/** An option of a product, with its values in order. */
interface OptionOf {
  readonly name: string;
  readonly values: readonly string[];
}

/** Places of a variant's values in the options of its product. */
type Places = readonly number[];

/**
 * Encodes which combinations of option values variants have, as `encodedVariantExistence` and
 * `encodedVariantAvailability` do. Two values of one option are `v1_0-1`, the first and the third are `v1_0 2`.
 *
 * @see https://shopify.dev/docs/api/hydrogen-react/latest/utilities/decodeencodedvariant
 */
export function encodedVariants(
  options: readonly OptionOf[],
  variants: readonly {readonly selectedOptions: readonly SelectedOption[]}[],
): string {
  const places = variants.map(({selectedOptions}) =>
    options.map(({name, values}) =>
      values.indexOf(selectedOptions.find((option) => option.name === name)?.value ?? ''),
    ),
  );

  return places.length === 0 ? '' : `v1_${encode(places, 0)}`;
}

/** Encodes one level: runs of the last option, or each value with the level below it. */
function encode(places: readonly Places[], level: number): string {
  const values = [...new Set(places.map((place) => place[level] ?? 0))].toSorted((a, b) => a - b);
  const isLast = places.every((place) => place.length === level + 1);
  if (isLast)
    return runsOf(values)
      .map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
      .join(' ');

  return values
    .map(
      (value) =>
        `${value}:${encode(
          places.filter((place) => place[level] === value),
          level + 1,
        )},`,
    )
    .join('');
}

/** Groups numbers that follow each other: 0, 1, 3 are the runs 0 to 1 and 3 to 3. */
function runsOf(values: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === value) last[1] = value;
    else runs.push([value, value]);
  }

  return runs;
}
