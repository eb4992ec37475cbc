import {expect, test} from '@playwright/test';
import {createWorld} from '../../world/world.ts';
import {fullPagePath, hostPageUrl} from './page-address.ts';

const {shop} = createWorld();
const ACCOUNT = 'https://shopify.com/548380009/account';
const FULL = `${ACCOUNT}/pages/wishlist`;

for (const [address, url] of [
  ['/account', ACCOUNT],
  ['/account/orders', `${ACCOUNT}/orders`],
  ['/account/orders/1001?a=1', `${ACCOUNT}/orders/1001?a=1`],
  ['/account/profile#address', `${ACCOUNT}/profile#address`],
  ['shopify:customer-account/profile', `${ACCOUNT}/profile`],
  ['shopify://customer-account/orders/1', `${ACCOUNT}/orders/1`],
  ['extension:/items/2', `${FULL}/items/2`],
  ['/checkouts/cn/0123abcd/information', 'https://acme.myshopify.com/checkouts/cn/0123abcd/information'],
  [`${ACCOUNT}/profile`, `${ACCOUNT}/profile`],
] as const) {
  test(`resolves ${address} to ${url}`, () => {
    expect(hostPageUrl(address, {shop, fullPage: FULL})).toBe(url);
  });
}

for (const [address, message] of [
  [
    '/account/profle',
    '"/account/profle" is not a page of the simulated platform.\nDid you mean "/account/profile"?',
  ],
  ['/products/cap', 'is not a page of the simulated platform.\nKnown: /account/orders, /account/profile'],
  ['https://myapp.com/account/profile', 'Open other pages by page.goto().'],
  ['https://shopify.com/1/account/profile', 'is not a page of the simulated platform.'],
  ['profile', 'is not a page of the simulated platform.'],
] as const) {
  test(`refuses ${address} as a host page`, () => {
    expect(() => hostPageUrl(address, {shop, fullPage: null})).toThrow(message);
  });
}

test('refuses extension: without a mounted full page', () => {
  expect(() => hostPageUrl('extension:/items', {shop, fullPage: null})).toThrow(
    'No extension with a full page is mounted',
  );
});

test("requires a slash at the start of a full page's path, also after extension:", () => {
  const target = 'customer-account.page.render';
  expect(['/items/2?tab=1', 'extension:/items/2', '/'].map((path) => fullPagePath(path, target))).toEqual([
    '/items/2?tab=1',
    '/items/2',
    '',
  ]);

  expect(() => fullPagePath('items/2', target)).toThrow(
    'which does not start with a "/".\nGive the path below the extension\'s page: "/items/2".',
  );

  expect(() => fullPagePath('/items', 'purchase.checkout.block.render')).toThrow('is not a full page');
});
