import {expect, test} from '@playwright/test';
import {nearestVersion, publishedVersions} from './releases.ts';

for (const [requested, published, isOther] of [
  ['2026-04', '2026-04', false],
  ['2026-07', '2026-04', true],
  ['2025-04', '2025-01', true],
  ['2022-10', '2023-04', true],
  ['unstable', '2026-04', true],
] as const) {
  test(`${requested} of the Storefront API is answered with ${published}`, () => {
    expect(nearestVersion('storefront', requested)).toEqual({published, isOther});
  });
}

test('the Customer Account API begins with 2024-01', () => {
  expect(publishedVersions('customer-account')[0]).toBe('2024-01');
  expect(nearestVersion('customer-account', '2023-10')).toEqual({published: '2024-01', isOther: true});
});
