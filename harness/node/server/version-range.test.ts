import {expect, test} from '@playwright/test';
import {isInRange} from './version-range.ts';

const NODE = '^20.19.0 || >=22.12.0';

for (const [version, range, expected] of [
  ['20.19.0', NODE, true],
  ['v20.20.2', NODE, true],
  ['20.18.9', NODE, false],
  ['21.7.0', NODE, false],
  ['22.11.0', NODE, false],
  ['22.12.0', NODE, true],
  ['24.0.0', NODE, true],
  ['2.12.10', '^2.12.10 || ^3.0.0', true],
  ['2.12.9', '^2.12.10 || ^3.0.0', false],
  ['3.0.5', '^2.12.10 || ^3.0.0', true],
  ['4.0.0', '^2.12.10 || ^3.0.0', false],
  ['1.50.0', '>=1.50', true],
  ['1.9.0', '>=1.50', false],
] as const) {
  test(`${version} is ${expected ? '' : 'not '}in "${range}"`, () => {
    expect(isInRange(version, range)).toBe(expected);
  });
}

test('fails for a range of another kind', () => {
  expect(() => isInRange('1.0.0', '~1.0')).toThrow('Not a range: ~1.0');
});
