import {expect, test} from '@playwright/test';
import {changeLive, changeSettings} from './changes.ts';
import type {Live} from './changes.ts';
import {minorUnits} from './money.ts';
import {PEOPLE} from './people.ts';
import {initialPrivacy} from './privacy.ts';
import {createWorld} from './world.ts';

function live(change: Partial<Live> = {}): Live {
  const {shop, orders} = createWorld();
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
    ...change,
  };
}

test('what a change leaves out stays, and the earlier state too', () => {
  const before = live();
  const after = changeLive(before, {order: {note: 'Changed'}});
  expect(after.order.lines).toEqual(before.order.lines);
  expect(after.order.note).toBe('Changed');
  expect(before.order.note).toBe('Please ring twice');
});

test('sums follow lines, shipping and tax rate', () => {
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

test("a guest's fields cannot change", () => {
  expect(() => changeLive(live({customer: null}), {customer: {firstName: 'x'}})).toThrow(
    'Nobody is signed in',
  );
});

test('a setting that no extension declares is refused, undefined unsets one', () => {
  expect(() => changeSettings({}, {titel: 'x'}, ['title'])).toThrow('Did you mean "title"?');
  expect(changeSettings({title: 'x', size: 2}, {title: undefined}, ['title', 'size'])).toEqual({size: 2});
});
