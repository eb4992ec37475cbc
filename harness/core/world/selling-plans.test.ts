import {expect, test} from '@playwright/test';
import {createCheckout, changeCheckout} from './checkout.ts';
import {PEOPLE} from './people.ts';
import {placedOrder} from './placed-order.ts';
import {createWorld} from './world.ts';

const world = createWorld();
const [line] = createCheckout(world, PEOPLE.ada).lines as [Line];
type Line = ReturnType<typeof createCheckout>['lines'][number];

function planned(id: string): ReturnType<typeof createCheckout> {
  const lines = [{...line, quantity: 3, sellingPlan: {id, recurringDeliveries: true}}];
  return changeCheckout(createCheckout(world, PEOPLE.ada), {lines}, world);
}

test('the order of a subscription costs what the checkout showed', () => {
  const checkout = planned('gid://shopify/SellingPlan/8001');
  const order = placedOrder(checkout, world, PEOPLE.ada, 0);

  expect(checkout.cost.subtotal.amount).toBeCloseTo(line.merchandise.price.amount * 3 * 0.9);
  expect(order.cost.subtotal).toEqual(checkout.cost.subtotal);
  expect(order.lines[0]?.total).toEqual(checkout.lines[0]?.total);
});

test('a plan that the shop does not have changes no price', () => {
  const {cost} = planned('gid://shopify/SellingPlan/1');
  expect(cost.subtotal.amount).toBe(line.merchandise.price.amount * 3);
});
