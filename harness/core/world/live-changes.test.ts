import {expect, test} from '@playwright/test';
import {catalogueOf, changeLive} from './live-changes.ts';
import type {Live} from './live-changes.ts';
import {minorUnits} from './money.ts';
import {PEOPLE} from './people.ts';
import {initialPrivacy} from './privacy.ts';
import {createWorld} from './world.ts';

function live(change: Partial<Live> = {}): Live {
  const {shop, orders, products} = createWorld();
  const [order] = orders;
  if (order === undefined) throw new Error('no order');

  const localization = {
    language: 'en',
    country: 'US',
    currency: 'USD',
    timezone: 'UTC',
    market: {id: 'gid://shopify/Market/1', handle: 'us'},
  };

  return {
    customer: PEOPLE.ada,
    order,
    localization,
    metafields: [],
    privacy: initialPrivacy(shop),
    catalogue: catalogueOf(products),
    earlierOrders: false,
    ...change,
  };
}

test('a change keeps the other fields and does not alter the earlier state', () => {
  const before = live();
  const after = changeLive(before, {order: {note: 'Changed'}});
  expect(after.order.lines).toEqual(before.order.lines);
  expect(after.order.note).toBe('Changed');
  expect(before.order.note).toBe('Please ring twice');
});

test('the total of an order follows from its lines, shipping and tax rate', () => {
  const before = live();
  const lines = before.order.lines
    .slice(0, 1)
    .map((line) => ({...line, quantity: 3, discountAllocations: []}));

  const {order} = changeLive(before, {
    order: {lines, taxRate: 0, cost: {shipping: {amount: 1.5, currencyCode: 'USD'}}},
  });

  expect(minorUnits(order.cost.total)).toBe(
    minorUnits(lines[0]?.merchandise.price ?? {amount: 0, currencyCode: 'USD'}) * 3 + 150,
  );
});

test('a customer change is refused while nobody is signed in', () => {
  expect(() => changeLive(live({customer: null}), {customer: {firstName: 'x'}})).toThrow(
    'Nobody is signed in',
  );
});
