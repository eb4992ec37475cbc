import {expect, test} from '@playwright/test';
import {addMonths, dayOf, daysOf, firstMonth, isAllowed, monthDays} from './base/dates.ts';

const NONE = {allow: '', allowDays: '', disallow: '', disallowDays: ''};

for (const text of ['2021-02-31', '2021-02-00', '2021-13-01', '21-02-01', '2021-2-1', 'soon', '']) {
  test(`${JSON.stringify(text)} is not a day`, () => expect(dayOf(text)).toBeUndefined());
}

test('the days of a value follow the type of selection', () => {
  expect(daysOf('2026-07-06', 'single')).toEqual(['2026-07-06']);
  expect(daysOf('2026-07-06, 2026-07-09', 'multiple')).toEqual(['2026-07-06', '2026-07-09']);
  expect(daysOf('2026-07-06--2026-07-09', 'range')).toEqual(['2026-07-06', '2026-07-09']);
  expect(daysOf('2026-02-30', 'single')).toEqual([]);
});

for (const [allow, inside, outside] of [
  ['2024-02--2025', ['2024-02-01', '2025-12-31'], ['2024-01-31', '2026-01-01']],
  ['2024-02--', ['2024-02-01', '2031-01-01'], ['2024-01-31']],
  ['--2024', ['2024-12-31', '1999-01-01'], ['2025-01-01']],
  ['2024-05-09, 2024-05-11', ['2024-05-09', '2024-05-11'], ['2024-05-10']],
  ['2024-05', ['2024-05-01', '2024-05-31'], ['2024-04-30', '2024-06-01']],
  ['2024', ['2024-01-01', '2024-12-31'], ['2023-12-31', '2025-01-01']],
] as const) {
  test(`${allow} allows ${inside.join(', ')} and not ${outside.join(', ')}; disallowed it is the other way round`, () => {
    for (const day of inside)
      expect([isAllowed(day, {...NONE, allow}), isAllowed(day, {...NONE, disallow: allow})]).toEqual([
        true,
        false,
      ]);

    for (const day of outside)
      expect([isAllowed(day, {...NONE, allow}), isAllowed(day, {...NONE, disallow: allow})]).toEqual([
        false,
        true,
      ]);
  });
}

test('days of the week narrow what is allowed', () => {
  const [saturday, monday] = ['2026-07-04', '2026-07-06'];
  expect(isAllowed(saturday, {...NONE, allowDays: 'saturday, sunday'})).toBe(true);
  expect(isAllowed(monday, {...NONE, allowDays: 'saturday, sunday'})).toBe(false);
  expect(isAllowed(monday, {...NONE, disallowDays: 'mon'})).toBe(false);
  expect(isAllowed(saturday, {...NONE, allow: '2026-08', allowDays: 'saturday'})).toBe(false);
});

test('months turn over years and have their days', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(monthDays('2028-02').days).toHaveLength(29);
  expect(monthDays('2026-07').startsOn).toBe(3);
  expect(firstMonth('x', '2026-13', '2026-07')).toBe('2026-07');
});
