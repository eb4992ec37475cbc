import {expect, test} from '@playwright/test';
import {adminAddress, appAddress, installAddress} from './address.ts';

const PAGE = '/store/acme/apps/key';

const ADDRESSES: readonly (readonly [app: string, admin: string])[] = [
  ['/', PAGE],
  ['/products/1', `${PAGE}/products/1`],
  ['/products?tab=2#top', `${PAGE}/products?tab=2#top`],
  ['/?filter=new', `${PAGE}/?filter=new`],
];

for (const [app, admin] of ADDRESSES) {
  test(`${app} of the app is ${admin} of the admin, and back`, () => {
    expect(adminAddress(app, `${PAGE}/anything`)).toBe(admin);

    const {pathname, search, hash} = new URL(admin, 'https://admin.shopify.com');
    const {path, query} = appAddress({pathname, search});
    expect(`${path}${query}${hash}`).toBe(app);
  });
}

test('the install page is that of the shop, for the client of the app', () => {
  const state = {
    app: {clientId: 'a key', name: 'Notes', url: 'https://notes.example.com'},
    shop: {name: 'Acme', handle: 'acme', domain: 'acme.myshopify.com'},
  };
  expect(installAddress(state)).toBe('/store/acme/oauth/install?client_id=a+key');
});
