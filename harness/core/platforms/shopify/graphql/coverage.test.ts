import {expect, test} from '@playwright/test';
import {coverageOf} from './coverage.fixture.ts';
import {publishedVersions} from './published/releases.ts';

for (const api of ['storefront', 'customer-account'] as const) {
  test(`queries of every version of ${api} are valid, and the world answers them`, async () => {
    // Most queries are the same in the next version.
    const asked = new Set<string>();

    for (const version of publishedVersions(api)) {
      const {faults} = await coverageOf(api, version, asked);
      expect(faults, version).toEqual([]);
    }
  });
}
