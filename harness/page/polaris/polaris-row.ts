/** The row of one Polaris element: what its published types declare. */
export interface PolarisRow {
  readonly properties: readonly string[];
  /** The boolean ones of `properties`. Their attribute means true if it is present, even if it is empty. */
  readonly booleans?: readonly string[];
  /**
   * The attributes that set the first value of a property: `value` sets `defaultValue`. Any other attribute
   * sets the property that has its name.
   */
  readonly initial?: readonly string[];
  /** The values of properties that nobody has set. */
  readonly defaults?: Readonly<Record<string, string>>;
  readonly events?: readonly string[];
  readonly methods?: readonly string[];
  /** The names of slots. The slot without a name is not listed. */
  readonly slots?: readonly string[];
}

/** Returns the property that each attribute of an element sets. */
export function attributesOf({properties, initial = []}: PolarisRow): ReadonlyMap<string, string> {
  const plain = properties.map((name) => [name.toLowerCase(), name] as const);
  const first = initial.map(
    (name) => [name, `default${name.charAt(0).toUpperCase()}${name.slice(1)}`] as const,
  );
  return new Map([...plain, ...first]);
}
