import {expect, test} from '@playwright/test';
import {asForOpaque, asOnPlatform, platformOriginOf} from './platform-origin.ts';

const CDN = 'https://extensions.shopifycdn.com';

for (const [what, mounts, origin] of [
  ['of the admin', [{origin: 'shopifycdn'}], CDN],
  ['of the checkout', [{origin: 'opaque'}], null],
  ['that are not there', [], null],
] as const) {
  test(`knows the origin of extensions ${what}`, () => {
    expect(platformOriginOf(mounts)).toBe(origin);
  });
}

for (const [what, sent, origin, seen] of [
  ['of an opaque sandbox has the origin of the platform', 'null', CDN, CDN],
  ['of an opaque sandbox stays so if the platform has one', 'null', null, 'null'],
  ['of another page keeps its origin', 'http://localhost:5173', CDN, 'http://localhost:5173'],
] as const) {
  test(`a request ${what}`, () => {
    expect(asOnPlatform(['Accept', '*/*', 'Origin', sent], origin)).toEqual([
      'Accept',
      '*/*',
      'Origin',
      seen,
    ]);
  });
}

for (const [what, allowed, origin, given] of [
  ['the origin of the platform is readable', CDN, CDN, 'null'],
  ['every origin is readable', '*', CDN, '*'],
  ['opaque origins alone is not readable', 'null', CDN, CDN],
  ['another origin is not readable', 'https://admin.shopify.com', CDN, 'https://admin.shopify.com'],
  ['opaque origins stays readable if the platform has one', 'null', null, 'null'],
] as const) {
  test(`an answer that allows ${what}`, () => {
    const name = 'Access-Control-Allow-Origin';
    expect(asForOpaque([name, allowed], origin)).toEqual([name, given]);
  });
}
