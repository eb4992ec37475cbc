import {expect, test} from '@playwright/test';
import {drawnData} from './drawn-data.ts';
import {createShop} from './shop.ts';
import {createWorld} from './world.ts';

test('simulations with the same seed and shop share the drawn data', () => {
  expect(createWorld().orders).toBe(createWorld({app: {clientId: 'other'}}).orders);
  expect(createWorld().orders).not.toBe(createWorld({seed: 2}).orders);
  expect(createWorld().products).not.toBe(createWorld({shop: {currency: 'EUR'}}).products);
});

test('nobody can change the shared data, at any depth', () => {
  const {products, orders} = createWorld() as unknown as {
    products: {title: string; variants: {price: {amount: string}}[]}[];
    orders: unknown[];
  };

  expect(() => orders.push({})).toThrow(TypeError);
  expect(() => Object.assign(products[0] ?? {}, {title: 'Changed'})).toThrow(TypeError);
  expect(() => Object.assign(products[0]?.variants[0]?.price ?? {}, {amount: '0.0'})).toThrow(TypeError);
});

test('data that was forgotten is drawn again with the same values', () => {
  const shop = createShop();
  const before = drawnData(1, shop);
  for (let seed = 100; seed < 120; seed++) drawnData(seed, shop);

  const after = drawnData(1, shop);
  expect(after).not.toBe(before);
  expect(after).toEqual(before);
});
