import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {shopModel} from '../harness/core/platforms/shopify/admin/model/shop-model.fixture.ts';
import {pickableResources} from '../harness/core/simulation/admin-resources.ts';
import {createWorld} from '../harness/core/world/world.ts';
import {members} from './published-interfaces.mjs';
import {packageFile} from './samples.mjs';

const PACKAGE = packageFile('fixtures/apps', '@shopify/app-bridge-types');

/** The members that the published types allow to be missing, and that no row of a picker has. */
const ABSENT = {product: [], variant: ['fulfillmentService'], collection: []};

test('the sample apps have the version of App Bridge whose types simhost is held against', () => {
  expect(JSON.parse(readFileSync(`${PACKAGE}/package.json`, 'utf8')).version).toBe('0.7.2');
});

for (const [type, name] of [
  ['product', 'Product'],
  ['variant', 'ProductVariant'],
  ['collection', 'Collection'],
])
  test(`a picked ${type} has the members of the published ${name}, and no others`, () => {
    const rows = pickableResources(
      {type},
      shopModel(createWorld(), () => 0),
    );
    expect(rows.length).toBeGreaterThan(0);

    const published = [...members(`${PACKAGE}/dist/index.d.ts`, name).keys()];
    const present = published.filter((member) => !ABSENT[type].includes(member));
    for (const row of rows) expect(new Set(Object.keys(row))).toEqual(new Set(present));
  });
