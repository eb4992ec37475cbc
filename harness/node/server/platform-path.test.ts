import {expect, test} from '@playwright/test';
import {platformPathOf} from './platform-path.ts';

for (const [path, url] of [
  ['/shopify.com/1/account?a=/b', 'https://shopify.com/1/account?a=/b'],
  ['/shopify.com', 'https://shopify.com/'],
  ['/shopify.com?a=b', 'https://shopify.com/?a=b'],
  ['/Acme.MyShopify.com/a%2Fb', 'https://acme.myshopify.com/a%2Fb'],
] as const) {
  test(`${path} is ${url}`, () => {
    expect(platformPathOf(path)?.url).toBe(url);
  });
}

for (const path of [
  '/',
  '//',
  '//shopify.com/',
  '/.simhost/health',
  '/shopify',
  '/user@shopify.com/',
  '/shopify.com:443/',
  '/shopify.com%2Fa',
  'http://shopify.com/',
]) {
  test(`${path} has no host`, () => {
    expect(platformPathOf(path)).toBeNull();
  });
}
