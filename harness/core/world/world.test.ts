import {expect, test} from '@playwright/test';
import {Ids} from './ids.ts';
import {minorUnits} from './money.ts';
import {chooseCustomer} from './people.ts';
import {createWorld} from './world.ts';

test('the same seed draws the same world', () => {
  expect(createWorld({seed: 7})).toEqual(createWorld({seed: 7}));
  expect(createWorld({seed: 8}).orders).not.toEqual(createWorld({seed: 7}).orders);
});

test('a world does not depend on the worlds drawn before it', () => {
  const alone = createWorld({seed: 7}).orders;
  createWorld({seed: 8});
  expect(createWorld({seed: 7}).orders).toEqual(alone);
});

test('documented people, shop and orders have the same ids with every seed', () => {
  for (const seed of [1, 99]) {
    const {shop, people, orders} = createWorld({seed});
    expect(shop.id).toBe('gid://shopify/Shop/548380009');
    expect(people['ada']?.id).toBe('gid://shopify/Customer/7001');
    expect(orders.map(({name}) => name)).toEqual(['#1001', '#1002', '#1003', '#1004']);
  }
});

test('the cost of an order adds up to the cent', () => {
  for (const currency of ['USD', 'JPY']) {
    for (const {lines, cost, discountAllocations} of createWorld({seed: 3, shop: {currency}}).orders) {
      expect(discountAllocations).toEqual([]);
      const subtotal = lines.reduce((sum, {total}) => sum + minorUnits(total), 0);
      expect(minorUnits(cost.subtotal)).toBe(subtotal);
      expect(minorUnits(cost.tax)).toBe(Math.round(((subtotal + minorUnits(cost.shipping)) * 80) / 1000));
      expect(minorUnits(cost.total)).toBe(subtotal + minorUnits(cost.shipping) + minorUnits(cost.tax));
      for (const {total, merchandise, quantity, discountAllocations: own} of lines) {
        const discount = own.reduce((sum, {discountedAmount}) => sum + minorUnits(discountedAmount), 0);
        expect(minorUnits(total)).toBe(minorUnits(merchandise.price) * quantity - discount);
      }
    }
  }
});

test('an unknown person is refused with the nearest name', () => {
  expect(() => chooseCustomer('adda' as 'ada')).toThrow('Unknown customer "adda".\nDid you mean "ada"?');
  expect(() => chooseCustomer('constructor' as 'ada')).toThrow('Unknown customer');
});

test('a custom customer needs only an id', () => {
  expect(chooseCustomer({id: 'gid://shopify/Customer/5', firstName: 'Eve'})).toMatchObject({
    firstName: 'Eve',
    company: null,
  });
});

test('a wrong field of a custom customer is refused with its path', () => {
  expect(() => chooseCustomer({id: '5'})).toThrow(
    'customer.id is "5".\nDid you mean "gid://shopify/Customer/5"?',
  );

  expect(() => chooseCustomer({id: 'gid://shopify/Customer/5', mail: 'x'} as {id: string})).toThrow(
    'Unknown field customer.mail.',
  );

  expect(() => chooseCustomer({id: 'gid://shopify/Customer/5', email: 'nobody'})).toThrow(
    'customer.email is "nobody".',
  );

  expect(() => chooseCustomer({firstName: 'Mary'} as {id: string; firstName: string})).toThrow(
    'customer.id is missing.',
  );

  expect(() => chooseCustomer(5 as unknown as null)).toThrow('customer is 5.');
});

for (const [name, options, message] of [
  ['a shop domain with a scheme', {shop: {domain: 'https://acme.myshopify.com'}}, 'Not a shop domain'],
  ['a foreign shop domain', {shop: {domain: 'acme.example.com'}}, 'Not a shop domain'],
  ['a country by its name', {shop: {country: 'France'}}, 'shop.country is "France".\nDid you mean "FR"?'],
  ['a currency by its name', {shop: {currency: 'euro'}}, 'shop.currency is "euro".\nDid you mean "EUR"?'],
  ['a time zone that is none', {shop: {timezone: 'Mars/Base'}}, 'shop.timezone is "Mars/Base".'],
  [
    'a storefront without a scheme',
    {shop: {storefrontUrl: 'acme.example'}},
    'shop.storefrontUrl is "acme.example".',
  ],
  ['a shop id that is none', {shop: {id: '1'}}, 'shop.id is "1".\nDid you mean "gid://shopify/Shop/1"?'],
  ['an empty secret', {app: {clientSecret: ''}}, "The app's clientSecret is empty"],
  ['an unknown app option', {app: {secret: 'x'} as object}, 'Unknown app option "secret"'],
] as const) {
  test(`refuses ${name}`, () => expect(() => createWorld(options)).toThrow(message));
}

test('ids are UUIDs that repeat for a seed and scope and differ between scopes', async () => {
  const draw = async (scope: string): Promise<string[]> => {
    const ids = new Ids({seed: 1, scope});
    return [await ids.uuid(), await ids.uuid()];
  };

  const first = await draw('a');

  expect(first[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(await draw('a')).toEqual(first);
  expect(new Set([...first, ...(await draw('b'))]).size).toBe(4);
});
