import {expect, test} from '@playwright/test';
import {clockAxis} from './clock-axis.ts';

const life = (from: number, until: number): Parameters<typeof clockAxis>[0][number] => ({
  number: 1,
  who: 'Ada',
  case: null,
  from,
  until,
  sent: 1,
});

test('a good token is one bar, and now is inside of it', () => {
  const {bars, now} = clockAxis([life(1000, 1300)], 1150);
  expect(bars[0]?.good.start).toBe(0);
  expect(bars[0]?.expired).toBeNull();
  expect(now).toBeCloseTo((bars[0]?.good.size ?? 0) / 2);
});

test('an expired token is followed by the time since its expiry, up to now', () => {
  const {bars, now} = clockAxis([life(1000, 1300), life(1200, 1500)], 1400);
  const [first, second] = bars;
  expect((first?.expired?.start ?? 0) + (first?.expired?.size ?? 0)).toBeCloseTo(now);
  expect(second?.expired).toBeNull();
  expect(second?.good.start).toBeGreaterThan(first?.good.start ?? 0);
});

test('without a token there is only now', () => {
  expect(clockAxis([], 1000)).toMatchObject({bars: [], now: 0});
});

test('the times below the axis are round, and few enough for a phone', () => {
  const marksOf = (seconds: number): readonly number[] =>
    clockAxis([life(1000, 1000 + seconds)], 1000).marks.map(({at}) => at);
  expect(marksOf(300)).toEqual([1020, 1080, 1140, 1200, 1260]);
  expect(marksOf(3600)).toEqual([1800, 3600]);

  const lengths = [60, 300, 900, 3600, 10_800, 86_400, 864_000, 31_536_000];
  for (const length of lengths) expect(marksOf(length).length).toBeLessThanOrEqual(6);
});
