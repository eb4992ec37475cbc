import {expect, test} from '@playwright/test';
import {withCost} from './cost.ts';
import {minorUnits, moneyOf} from './money.ts';
import {orderShares} from './order-shares.ts';
import {createWorld} from './world.ts';

const [drawn] = createWorld().orders;

test('a discount of the whole order lowers the tax of each line by its part', () => {
  if (drawn === undefined) throw new Error('The world has no order.');
  const [line] = drawn.lines;
  if (line === undefined) throw new Error('The order has no line.');

  const of = (id: string, dollars: number): typeof line => ({
    ...line,
    id,
    quantity: 1,
    discountAllocations: [],
    merchandise: {...line.merchandise, price: moneyOf(dollars * 100, 'USD')},
  });
  const order = withCost({
    ...drawn,
    lines: [of('a', 10), of('b', 30)],
    cost: {shipping: moneyOf(1000, 'USD')},
    taxRate: 100,
    discountAllocations: [{type: 'code', code: 'HALF', discountedAmount: moneyOf(2000, 'USD')}],
  });

  const {lines, shipping} = orderShares(order);
  expect(lines).toMatchObject([
    {full: 1000, discount: 500, tax: 50},
    {full: 3000, discount: 1500, tax: 150},
  ]);
  expect(shipping).toEqual({full: 1000, discount: 0, tax: 100});
  expect(minorUnits(order.cost.tax)).toBe(300);
});
