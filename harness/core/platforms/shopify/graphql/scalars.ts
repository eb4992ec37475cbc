/** The scalars of Shopify's GraphQL APIs whose values the platform writes in a special form, by name. */
export const SERIALIZERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  Decimal: (value) => decimalOf(value),
  DateTime: (value) => timeOf(value),
  ISO8601DateTime: (value) => timeOf(value),
  // JSON numbers are not exact to 64 bits.
  UnsignedInt64: (value) => String(value),
};

/** Writes a number with at least one digit after the point: `27` is `"27.0"`. */
export function decimalOf(value: unknown): unknown {
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** Writes a time in whole seconds: `"2026-01-10T09:15:00Z"`. */
export function timeOf(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\.\d+Z$/, 'Z') : value;
}
