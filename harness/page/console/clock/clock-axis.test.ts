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
  expect(clockAxis([], 1000)).toEqual({bars: [], now: 0});
});
