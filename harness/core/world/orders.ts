import type {Faker} from '@faker-js/faker';
import type {GiftCard, Order, OrderLine, Return} from '../../wire/order.ts';
import {NO_EXTRAS, withCost} from './cost.ts';
import {minorUnits, moneyOf, scaleOf} from './money.ts';
import type {Money} from './money.ts';
import type {Customer} from './people.ts';
import type {Product} from './products.ts';
import type {Shop} from './shop.ts';

export type {Order, OrderLine} from '../../wire/order.ts';

/** The discount code of a first order. */
const CODE = 'WELCOME10';

export interface OrdersOf {
  readonly shop: Shop;
  readonly products: readonly Product[];
  readonly customer: Customer;
  /** The number of the first order; the others follow. */
  readonly number: number;
  readonly count: number;
}

/**
 * Draws the orders of a customer. Ids follow from the order's number.
 *
 * The first order has everything that an order can have: a discount, a gift card, a note, a line that is
 * fulfilled, one that is not, and a return. The return of the second one is closed, so its items were paid back.
 */
export function drawOrders(faker: Faker, {count, ...orders}: OrdersOf): readonly Order[] {
  return Array.from({length: count}, (_, index) => drawOrder(faker, orders, index));
}

/** Draws one order. The later in the list, the older it is. */
export function drawOrder(
  faker: Faker,
  {shop, products, customer, number: first}: Omit<OrdersOf, 'count'>,
  index: number,
): Order {
  const number = first + index;
  const isFirst = index === 0;
  const chosen = faker.helpers.arrayElements(products, isFirst ? 3 : faker.number.int({min: 1, max: 3}));
  const lines = chosen.map((product, position) => drawLine(faker, product, `${number}${position + 1}`));

  return withCost({
    id: `gid://shopify/Order/${number}`,
    name: `#${number}`,
    confirmationNumber: faker.string.alphanumeric({length: 9, casing: 'upper'}),
    checkoutToken: faker.string.hexadecimal({length: 32, prefix: '', casing: 'lower'}),
    customerId: customer.id,
    email: customer.email,
    phone: customer.phone,
    processedAt: new Date(
      Date.UTC(2026, 0, 10 - index, 9, faker.number.int({min: 0, max: 59})),
    ).toISOString(),
    cancelledAt: null,
    lines: isFirst ? withSpecialLine(lines, customer) : lines,
    cost: {shipping: drawShippingCost(faker, shop)},
    taxRate: 80,
    discountCodes: isFirst ? [CODE] : [],
    discountAllocations: [],
    giftCards: isFirst ? [drawGiftCard(faker, shop)] : [],
    note: isFirst ? 'Please ring twice' : null,
    attributes: isFirst ? [{key: 'Gift message', value: 'With best wishes'}] : [],
    shippingAddress: customer.address,
    billingAddress: customer.address,
    payment: {brand: 'Visa', lastDigits: '4242'},
    fulfillments: [
      {
        id: `gid://shopify/Fulfillment/${number}1`,
        status: isFirst ? 'in transit' : 'delivered',
        trackingNumber: `SH${faker.string.numeric(10)}`,
        lineIds: idsOf(isFirst ? lines.slice(0, 2) : lines),
      },
    ],
    returns: returnsOf(number, index, lines),
    ...NO_EXTRAS,
  });
}

type UncostedLine = Omit<OrderLine, 'total'>;

function drawLine(faker: Faker, product: Product, number: string): UncostedLine {
  return {
    id: `gid://shopify/LineItem/${number}`,
    merchandise: faker.helpers.arrayElement(product.variants),
    quantity: faker.number.int({min: 1, max: 3}),
    attributes: [],
    discountAllocations: [],
  };
}

/** Adds an engraving and a discount of 10 % to the first line. */
function withSpecialLine(
  [special, ...lines]: readonly UncostedLine[],
  {firstName}: Customer,
): readonly UncostedLine[] {
  if (special === undefined) return [];
  const {price} = special.merchandise;
  const discount = Math.floor((minorUnits(price) * special.quantity) / 10);

  return [
    {
      ...special,
      attributes: [{key: 'Engraving', value: firstName}],
      discountAllocations: [
        {type: 'code', code: CODE, discountedAmount: moneyOf(discount, price.currencyCode)},
      ],
    },
    ...lines,
  ];
}

function drawShippingCost(faker: Faker, {currency}: Shop): Money {
  return moneyOf(faker.number.int({min: 4, max: 12}) * scaleOf(currency), currency);
}

function drawGiftCard(faker: Faker, {currency}: Shop): GiftCard {
  const unit = scaleOf(currency);
  return {
    lastCharacters: faker.string.alphanumeric({length: 4, casing: 'lower'}),
    amountUsed: moneyOf(5 * unit, currency),
    balance: moneyOf(20 * unit, currency),
  };
}

function returnsOf(number: number, index: number, lines: readonly UncostedLine[]): readonly Return[] {
  const made = {id: `gid://shopify/Return/${number}1`, name: `#${number}-R1`};
  if (index === 0) return [{...made, status: 'approved', lineIds: idsOf(lines.slice(1, 2))}];
  return index === 1 ? [{...made, status: 'closed', lineIds: idsOf(lines.slice(0, 1))}] : [];
}

function idsOf(lines: readonly UncostedLine[]): readonly string[] {
  return lines.map(({id}) => id);
}
