/** A measured value, and the most that it may be. */
export interface Aim {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `null` for a value that is only reported. */
  readonly most: number | null;
}

/** A table of values, each aim with the words "met" or "not met". */
export function printAims(title: string, aims: readonly Aim[]): string {
  const lines = aims.map(({name, value, unit, most}) => {
    const verdict = value <= (most ?? Infinity) ? 'met' : 'NOT MET';
    const against = most === null ? '' : `  (at most ${number(most)} ${unit}: ${verdict})`;
    return `  ${name.padEnd(50)} ${number(value).padStart(8)} ${unit}${against}`;
  });

  return [`\n${title}`, ...lines].join('\n');
}

/** The value below which a share of the values is. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function number(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
