import {expect, test} from '@playwright/test';
import {RowLayout} from './row-layout.ts';

test('the rows in view are found by their heights', () => {
  const layout = new RowLayout([30, 46, 46, 30, 46]);

  expect(layout.total).toBe(198);
  expect(layout.topOf(3)).toBe(122);
  expect(layout.between(0, 30, 0)).toEqual([0, 2]);
  expect(layout.between(31, 10, 0)).toEqual([1, 2]);
  expect(layout.between(122, 76, 0)).toEqual([3, 5]);
  expect(layout.between(122, 76, 2)).toEqual([1, 5]);
});

test('2,000 rows put fewer than 80 into a tall view', () => {
  const layout = new RowLayout(Array.from({length: 2000}, (_, index) => (index % 3 === 0 ? 30 : 46)));
  const [start, end] = layout.between(40_000, 1200, 6);

  expect(end - start).toBeLessThan(80);
  expect(layout.topOf(start)).toBeLessThanOrEqual(40_000);
  expect(layout.topOf(end)).toBeGreaterThanOrEqual(41_200);
});

test('a layout without rows shows none', () => {
  expect(new RowLayout([]).between(0, 500, 6)).toEqual([0, 0]);
});
