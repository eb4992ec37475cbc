import {expect, test} from '@playwright/test';
import {barOf, progressBar} from './progress-bar.ts';

const HALF = {done: 7, of: 14, case: 'exp-past-60'} as const;

test('the bar shows the progress and the current case', () => {
  expect(barOf(HALF, 80)).toBe('████████████░░░░░░░░░░░░  7/14 exp-past-60');
  expect(barOf({...HALF, done: 0}, 80)).toMatch(/^░{24}/);
  expect(barOf(HALF, 30)).toHaveLength(29);
});

test('on a terminal it stays in one line and leaves none behind', () => {
  const written: string[] = [];
  const bar = progressBar({
    isTTY: true,
    columns: 80,
    write: (text: string | Uint8Array) => Boolean(written.push(String(text))),
  });

  bar.show(HALF);
  bar.clear();
  expect(written.join('')).toBe(`\r${barOf(HALF, 80)}\u{1B}[K\r\u{1B}[K`);
});

test('writes nothing without a terminal', () => {
  const written: string[] = [];
  const bar = progressBar({
    isTTY: false,
    columns: 0,
    write: (text: string | Uint8Array) => Boolean(written.push(String(text))),
  });

  bar.show(HALF);
  bar.clear();
  expect(written).toEqual([]);
});
