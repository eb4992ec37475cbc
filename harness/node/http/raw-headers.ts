/** A header, as it was written. */
export type HeaderPair = readonly [name: string, value: string];

/** Yields the headers of a message one by one: Node gives them as one list of names and values. */
export function* headerPairs(rawHeaders: readonly string[]): Generator<HeaderPair> {
  for (let index = 0; index < rawHeaders.length; index += 2)
    yield [rawHeaders[index] ?? '', rawHeaders[index + 1] ?? ''];
}

/** Lists the values of a header, whose name is in lower case. */
export function headerValues(rawHeaders: readonly string[], wanted: string): readonly string[] {
  return [...headerPairs(rawHeaders)].flatMap(([name, value]) =>
    name.toLowerCase() === wanted ? [value] : [],
  );
}

/** Leaves out the headers that `drop` names. It gets each name in lower case. */
export function withoutHeaders(rawHeaders: readonly string[], drop: (name: string) => boolean): string[] {
  return [...headerPairs(rawHeaders)].filter(([name]) => !drop(name.toLowerCase())).flat();
}

/** Replaces each value of one header. A value that becomes `null` is left out. */
export function withHeaders(
  rawHeaders: readonly string[],
  wanted: string,
  change: (value: string) => string | null,
): string[] {
  return [...headerPairs(rawHeaders)].flatMap(([name, value]) => {
    const kept = name.toLowerCase() === wanted ? change(value) : value;
    return kept === null ? [] : [name, kept];
  });
}
