import {expect, test} from '@playwright/test';
import {isInRange} from './versions.fixture.ts';

test('a version range compares numbers as numbers and Debian revisions after their upstream version', () => {
  expect(isInRange('2.10.0', '>=2.6 <2.15.1')).toBe(true);
  expect(isInRange('2.15.1', '>=2.6 <2.15.1')).toBe(false);
  expect(isInRange('2.6.0-1', '<2.6.0-1+deb12u1')).toBe(true);
  expect(isInRange('2.6.0-1+deb12u1', '<2.6.0-1+deb12u1')).toBe(false);
  expect(isInRange('3.0.0', '<2.7 || >=3')).toBe(true);
  expect(isInRange('2.8.0', '<2.7 || >=3')).toBe(false);
});

test('a bound that cannot be read is an error', () => {
  expect(() => isInRange('2.6.0', '^2')).toThrow('"^2" is not a bound of a version range.');
});
