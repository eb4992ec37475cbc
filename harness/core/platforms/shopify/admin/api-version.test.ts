import {expect, test} from '@playwright/test';
import {answeredVersion, releaseCandidate, supportedVersions} from './api-version.ts';

const AUGUST = Date.parse('2026-08-20T12:00:00Z');

test('a year of versions is supported, and the oldest for two weeks more', () => {
  expect(supportedVersions(AUGUST)).toEqual(['2025-10', '2026-01', '2026-04', '2026-07']);
  expect(supportedVersions(Date.parse('2026-10-15T23:00:00Z'))[0]).toBe('2025-10');
  expect(supportedVersions(Date.parse('2026-10-16T00:00:00Z'))[0]).toBe('2026-01');
  expect(releaseCandidate(Date.parse('2026-11-01T00:00:00Z'))).toBe('2027-01');
});

const ANSWERED = [
  ['2026-04', '2026-04'],
  ['2025-07', '2025-10'],
  ['2026-05', '2025-10'],
  ['latest', '2025-10'],
  [null, '2025-10'],
  ['unstable', 'unstable'],
  ['2027-01', '2027-01'],
] as const;

for (const [requested, answered] of ANSWERED)
  test(`${requested ?? 'no version'} is answered by ${answered}`, () => {
    expect(answeredVersion(requested, AUGUST)).toBe(answered);
  });
