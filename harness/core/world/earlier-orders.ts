import type {Faker} from '@faker-js/faker';
import {withCost} from './cost.ts';
import {minorUnits, moneyOf, scaleOf} from './money.ts';
import {drawOrder} from './orders.ts';
import type {Order, OrdersOf} from './orders.ts';

const DAY = 86_400_000;

/**
 * Draws the earlier orders of a customer: `#1000` with a tip, `#999` with duties, and `#998`, which was edited: one line
 * was removed, and one item was added to another.
 */
export function drawEarlierOrders(
  faker: Faker,
  orders: Omit<OrdersOf, 'number' | 'count'>,
): readonly Order[] {
  const draw = (number: number, index: number): Order => ({
    ...drawOrder(faker, {...orders, number: number - index}, index),
    payment: {brand: 'American Express', lastDigits: '0005'},
  });

  return [withTip(faker, draw(1000, 3)), withDuties(draw(999, 4), orders), edited(draw(998, 5), orders)];
}

function withTip(faker: Faker, order: Order): Order {
  const {currencyCode} = order.cost.total;
  const tip = moneyOf(faker.number.int({min: 2, max: 9}) * scaleOf(currencyCode), currencyCode);
  return withCost({...order, tip});
}

/** Sends an order abroad, with duties of an eighth of its subtotal. */
function withDuties(order: Order, {shop}: Pick<OrdersOf, 'shop'>): Order {
  const {subtotal} = order.cost;
  const duties = moneyOf(Math.round(minorUnits(subtotal) / 8), subtotal.currencyCode);
  if (shop.country === 'CA' || order.shippingAddress === null) return withCost({...order, duties});

  const shippingAddress = {
    ...order.shippingAddress,
    address1: '301 Front Street West',
    city: 'Toronto',
    zip: 'M5V 2T6',
    provinceCode: 'ON',
    countryCode: 'CA',
  };
  return withCost({...order, duties, shippingAddress});
}

function edited(order: Order, {products}: Pick<OrdersOf, 'products'>): Order {
  const [first, ...others] = order.lines;
  const isBought = (id: string): boolean =>
    order.lines.some(({merchandise}) => merchandise.product.id === id);
  const removed = products.find(({id}) => !isBought(id))?.variants[0];
  if (first === undefined || removed === undefined) return order;

  return withCost({
    ...order,
    lines: [{...first, quantity: first.quantity + 1}, ...others],
    edits: [
      {
        happenedAt: new Date(Date.parse(order.processedAt) + DAY).toISOString(),
        changes: [
          {lineId: first.id, merchandise: first.merchandise, delta: 1},
          {lineId: 'gid://shopify/LineItem/9989', merchandise: removed, delta: -1},
        ],
      },
    ],
  });
}
