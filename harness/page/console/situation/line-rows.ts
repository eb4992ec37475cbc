/** A line of an order or a checkout, as a row shows it. */
export interface LineRow {
  readonly key: number;
  readonly quantity: number;
  /** The product with its variant. */
  readonly title: string;
  /** The price of the line, or an empty string. */
  readonly price: string;
}

interface Line {
  readonly quantity: number;
  readonly merchandise: {
    readonly title: string;
    readonly subtitle?: string | null;
    /** The price of one. */
    readonly price?: Partial<Money>;
  };
}

interface Money {
  readonly amount: number;
  readonly currencyCode: string;
}

/** Reads lines from the JSON of a field. `null` for anything else, and for an empty list. */
export function lineRows(json: string | null): readonly LineRow[] | null {
  const lines = parsed(json);
  if (!Array.isArray(lines) || lines.length === 0 || !lines.every(isLine)) return null;

  return lines.map(({quantity, merchandise: {title, subtitle, price}}, key) => ({
    key,
    quantity,
    title: subtitle == null || subtitle === '' ? title : `${title}, ${subtitle}`,
    price: priceOf(quantity, price ?? {}),
  }));
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

function isLine(value: unknown): value is Line {
  const {quantity, merchandise} = (value ?? {}) as Partial<Line>;
  return typeof quantity === 'number' && typeof merchandise?.title === 'string';
}

function priceOf(quantity: number, {amount, currencyCode}: Partial<Money>): string {
  if (typeof amount !== 'number' || currencyCode === undefined) return '';

  try {
    return new Intl.NumberFormat('en', {style: 'currency', currency: currencyCode}).format(amount * quantity);
  } catch {
    return `${amount * quantity} ${currencyCode}`;
  }
}
