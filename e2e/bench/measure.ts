import type {Page} from '@playwright/test';
import {percentile} from './figures.ts';

/** Rounds of several things measured in turns, so that the machine's moods meet all of them alike. */
export async function inTurns(
  rounds: number,
  things: Record<string, () => Promise<number>>,
): Promise<Record<string, number[]>> {
  const samples: Record<string, number[]> = Object.fromEntries(Object.keys(things).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, thing] of Object.entries(things)) samples[name]?.push(await thing());
  }
  return samples;
}

/** Milliseconds that something takes. */
export async function timed(thing: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await thing();
  return performance.now() - start;
}

/**
 * Resolves as soon as a page shows "Ready": asked in the page, frame by frame. A locator's own waiting asks at steps of up
 * to half a second, which would be measured instead.
 */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('body')?.textContent.includes('Ready') === true);
}

/** A table of medians, quartiles, and ratio and difference to the first row. */
export function report(title: string, samples: Record<string, number[]>): string {
  const rows = Object.entries(samples).map(([name, values]) => ({name, ...spread(values)}));
  const floor = rows[0]?.median ?? 1;
  const lines = rows.map(
    ({name, median, low, high, count}) =>
      `  ${name.padEnd(34)} ${fixed(median)} ms  (${fixed(low)} – ${fixed(high)}, n=${count})  ×${(median / floor).toFixed(2)}  ${fixed(median - floor)} ms over`,
  );

  return [`\n${title} (median, quartiles, against the first row)`, ...lines].join('\n');
}

/** Divides the median of one row by that of another. */
export function ratioOf(samples: Record<string, number[]>, {of, to}: {of: string; to: string}): number {
  return percentile(samples[of] ?? [], 0.5) / percentile(samples[to] ?? [], 0.5);
}

function spread(values: readonly number[]): {median: number; low: number; high: number; count: number} {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return {median: at(0.5), low: at(0.25), high: at(0.75), count: sorted.length};
}

function fixed(value: number): string {
  return value.toFixed(value < 10 ? 3 : 1).padStart(8);
}
