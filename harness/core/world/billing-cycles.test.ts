import {expect, test} from '@playwright/test';
import {billingCycle, cycleIndexAt, nextBillingDate, upcomingCycles} from './billing-cycles.ts';

const CONTRACT = {
  createdAt: '2026-01-31T09:00:00.000Z',
  plan: {every: {count: 1, interval: 'MONTH'}},
  skipped: [],
  status: 'ACTIVE',
} as const;

const at = (time: string): number => Date.parse(time);

for (const [every, index, endAt] of [
  [{count: 1, interval: 'MONTH'}, 1, '2026-02-28T09:00:00.000Z'],
  [{count: 1, interval: 'MONTH'}, 2, '2026-03-31T09:00:00.000Z'],
  [{count: 2, interval: 'WEEK'}, 1, '2026-02-14T09:00:00.000Z'],
  [{count: 3, interval: 'DAY'}, 2, '2026-02-06T09:00:00.000Z'],
  [{count: 1, interval: 'YEAR'}, 1, '2027-01-31T09:00:00.000Z'],
] as const) {
  test(`cycle ${index} of every ${every.count} ${every.interval} ends on ${endAt}`, () => {
    expect(billingCycle({...CONTRACT, plan: {every}}, index, at('2026-02-01')).endAt).toBe(endAt);
  });
}

for (const [time, index] of [
  ['2026-01-31T08:59:59Z', 0],
  ['2026-01-31T09:00:00Z', 1],
  ['2026-02-28T08:59:59Z', 1],
  ['2026-02-28T09:00:00Z', 2],
  ['2030-01-31T09:00:00Z', 49],
  ['never', 0],
] as const) {
  test(`${time} lies in cycle ${index}`, () => {
    expect(cycleIndexAt(CONTRACT, at(time))).toBe(index);
  });
}

test('the next payment is at the end of the first cycle that is not skipped', () => {
  const now = at('2026-02-01');
  expect(nextBillingDate(CONTRACT, now)).toBe('2026-02-28T09:00:00.000Z');
  expect(nextBillingDate({...CONTRACT, skipped: [1, 2]}, now)).toBe('2026-04-30T09:00:00.000Z');
  expect(nextBillingDate({...CONTRACT, status: 'CANCELLED'}, now)).toBeNull();
});

test('upcoming cycles begin with the current one, and each begins at the end of the one before', () => {
  const cycles = upcomingCycles({...CONTRACT, skipped: [3]}, at('2026-03-01'));
  expect(cycles.slice(0, 2)).toMatchObject([
    {index: 2, isBilled: false, isSkipped: false},
    {index: 3, isSkipped: true},
  ]);
  expect(cycles.slice(1).map(({startAt}) => startAt)).toEqual(cycles.slice(0, -1).map(({endAt}) => endAt));
});
