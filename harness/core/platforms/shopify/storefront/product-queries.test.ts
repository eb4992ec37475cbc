import {expect, test} from '@playwright/test';
import {Catalogue} from './catalogue.ts';
import {productQueries} from './product-queries.ts';
import {storefrontWorld} from './storefront-world.fixture.ts';

test('products are resolved by the first field that needs them, not by every query', () => {
  class Counted extends Catalogue {
    reads = 0;

    override get products(): Catalogue['products'] {
      this.reads++;
      return super.products;
    }
  }

  const catalogue = new Counted(storefrontWorld(null));
  const queries = productQueries(catalogue) as {productByHandle(named: {handle: string}): unknown};
  expect(catalogue.reads).toBe(0);

  expect(queries.productByHandle({handle: 'gift-card'})).toMatchObject({id: 'gid://shopify/Product/3007'});
  expect(catalogue.reads).toBeGreaterThan(0);
});
