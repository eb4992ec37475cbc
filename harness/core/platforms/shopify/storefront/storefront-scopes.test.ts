import {expect, test} from '@playwright/test';
import {EXTENSION_STOREFRONT_SCOPES, STOREFRONT_SCOPES} from '../../../world/api-scopes.ts';
import {storefrontScopes} from './storefront-scopes.ts';

test("a field without its scope is denied in Shopify's words", () => {
  const scope = 'unauthenticated_read_product_pickup_locations';
  const refusal = storefrontScopes(EXTENSION_STOREFRONT_SCOPES)(
    'ProductVariant',
    'storeAvailability',
    'StoreAvailabilityConnection',
    {},
  );

  expect(refusal).toMatchObject({
    message: `Access denied for storeAvailability field. Required access: \`${scope}\` access scope.`,
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      requiredAccess: `\`${scope}\` access scope.`,
    },
  });
});

for (const [of, field, isOpen] of [
  ['QueryRoot', 'products', true],
  ['QueryRoot', 'collection', true],
  ['QueryRoot', 'metaobject', true],
  ['QueryRoot', 'cart', true],
  ['QueryRoot', 'blogs', true],
  ['Product', 'tags', true],
  ['Product', 'sellingPlanGroups', true],
  ['Mutation', 'cartCreate', true],
  ['Product', 'totalInventory', false],
  ['ProductVariant', 'quantityAvailable', false],
  ['QueryRoot', 'menu', false],
  ['QueryRoot', 'customer', false],
  ['Mutation', 'customerCreate', false],
] as const) {
  test(`an extension ${isOpen ? 'reads' : 'may not read'} ${of}.${field}`, () => {
    const refusal = storefrontScopes(EXTENSION_STOREFRONT_SCOPES)(of, field, 'String', {});
    expect(refusal === null).toBe(isOpen);
    expect(storefrontScopes(STOREFRONT_SCOPES)(of, field, 'String', {})).toBeNull();
  });
}
