import {test} from '@playwright/test';
import type {AimId} from './aims.ts';
import {number} from './aims.ts';

/** The type of the annotations that carry the measured values of aims to the reporter. */
export const AIM_ANNOTATION = 'aim';

/** A measured value that has no aim. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Reports the measured value of an aim, also one that is not a number. The table at the end of the run compares it with the aim. */
export function recordAim(id: AimId, value: number): void {
  test
    .info()
    .annotations.push({type: AIM_ANNOTATION, description: JSON.stringify({id, value: String(value)})});
}

/** Prints measured values while the run goes on. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  const lines = figures.map(
    ({name, value, unit}) => `  ${name.padEnd(50)} ${number(value).padStart(8)} ${unit}`,
  );
  console.log([`\n${title}`, ...lines].join('\n'));
}

/**
 * The number of rounds to measure. `SIMHOST_BENCH_ROUNDS` sets a smaller one, which shows that the benchmarks run. The
 * figures of few rounds are not measurements.
 */
export function roundsOf(usual: number): number {
  const {SIMHOST_BENCH_ROUNDS: given} = process.env;
  return given === undefined ? usual : Math.min(usual, Math.max(1, Number(given)));
}

/** The value below which a share of the values is. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
