import {expect, test} from '@playwright/test';
import {ADMIN_KINDS, type AdminKindName} from '../../../wire/admin-pages.ts';
import type {AdminRow} from '../../../wire/admin-view.ts';
import {adminPageShown, adminPageUrl} from './admin-page-address.ts';

const ADMIN = 'https://admin.shopify.com/store/acme';
const PRODUCT = {id: 'gid://shopify/Product/3001', title: 'Mug'};
const VARIANT = {id: 'gid://shopify/ProductVariant/4001', title: 'Blue', parent: PRODUCT.id};
const CODE = {id: 'gid://shopify/DiscountCodeNode/6001', title: 'Ten'};
const NONE = Object.fromEntries(Object.keys(ADMIN_KINDS).map((kind) => [kind, []])) as unknown as Record<
  AdminKindName,
  readonly AdminRow[]
>;
const VIEW = {
  store: 'acme',
  resources: {...NONE, product: [PRODUCT], 'product-variant': [VARIANT], discount: [CODE]},
};

for (const [address, url] of [
  ['shopify://admin/orders', `${ADMIN}/orders`],
  ['shopify:admin/products/3001?tab=1', `${ADMIN}/products/3001?tab=1`],
  ['/store/acme/draft_orders/', `${ADMIN}/draft_orders/`],
  [`${ADMIN}/settings/checkout/rules`, `${ADMIN}/settings/checkout/rules`],
  [PRODUCT.id, `${ADMIN}/products/3001`],
  [VARIANT.id, `${ADMIN}/products/3001/variants/4001`],
  [CODE.id, `${ADMIN}/discounts/6001`],
  ['gid://shopify/Order/9', `${ADMIN}/orders/9`],
  ['/account/orders', null],
  ['https://shopify.com/store/acme/orders', null],
] as const) {
  test(`${address} is ${url === null ? 'outside of the admin' : `the page ${url}`}`, () => {
    expect(adminPageUrl(address, VIEW)).toBe(url);
  });
}

for (const [address, message] of [
  ['shopify://admin/prodcuts', 'Did you mean "shopify://admin/products"? Known: shopify://admin/checkouts'],
  ['/store/other/orders', '"/store/other/orders" is not a page of the simulated admin.\nKnown: '],
  [`${ADMIN}/apps/notes`, 'Open an embedded app by the fixture admin.'],
  ['gid://shopify/Metaobject/1', '"gid://shopify/Metaobject/1" has no page in the simulated admin.'],
] as const) {
  test(`${address} is refused as a page of the admin`, () => {
    expect(() => adminPageUrl(address, VIEW)).toThrow(message);
  });
}

test('a page of the admin names the resource that it shows', () => {
  expect(adminPageShown(`${ADMIN}/products/3001/`, VIEW)).toEqual({page: 'product-details', id: PRODUCT.id});
  expect(adminPageShown(`${ADMIN}/discounts/6001`, VIEW)).toEqual({page: 'discount-details', id: CODE.id});
  expect(adminPageShown(`${ADMIN}/orders/9`, VIEW)).toEqual({
    page: 'order-details',
    id: 'gid://shopify/Order/9',
  });
  expect(adminPageShown(`${ADMIN}/orders`, VIEW)).toEqual({page: 'order-index', id: null});
  expect(adminPageShown('https://shopify.com/1/account', VIEW)).toBeNull();
});
