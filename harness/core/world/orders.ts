import type {Faker} from '@faker-js/faker';
import type {Order, OrderLine} from '../../wire/order.ts';
import {withCost} from './cost.ts';
import {minorUnits, moneyOf, scaleOf} from './money.ts';
import type {Customer} from './people.ts';
import type {Product} from './products.ts';
import type {Shop} from './shop.ts';

export type {Order, OrderLine} from '../../wire/order.ts';

export interface OrdersOf {
  readonly shop: Shop;
  readonly products: readonly Product[];
  readonly customer: Customer;
  /** The number of the first order; the others follow. */
  readonly number: number;
  readonly count: number;
}

/**
 * Draws the orders of a customer. The first has everything that an order can have: a discount, a gift card, a note, something
 * fulfilled, something not, a return. Ids follow from the order's number.
 */
export function drawOrders(
  faker: Faker,
  {shop, products, customer, number: first, count}: OrdersOf,
): readonly Order[] {
  return Array.from({length: count}, (_, index) => {
    const number = first + index;
    const rich = index === 0;
    const chosen = faker.helpers.arrayElements(products, rich ? 3 : faker.number.int({min: 1, max: 3}));

    const lines = chosen.flatMap((product, position): Omit<OrderLine, 'total'>[] => {
      const merchandise = faker.helpers.arrayElement(product.variants);
      return [
        {
          id: `gid://shopify/LineItem/${number}${position + 1}`,
          merchandise,
          quantity: faker.number.int({min: 1, max: 3}),
          attributes: rich && position === 0 ? [{key: 'Engraving', value: customer.firstName}] : [],
          discountAllocations: [],
        },
      ];
    });

    const one = scaleOf(shop.currency);
    const discountCodes = rich ? ['WELCOME10'] : [];
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
      lines: lines.map((line, position) => (rich && position === 0 ? withCodeDiscount(line) : line)),
      cost: {shipping: moneyOf(faker.number.int({min: 4, max: 12}) * one, shop.currency)},
      taxRate: 80,
      discountCodes,
      discountAllocations: [],
      giftCards: rich
        ? [
            {
              lastCharacters: faker.string.alphanumeric({length: 4, casing: 'lower'}),
              amountUsed: moneyOf(5 * one, shop.currency),
              balance: moneyOf(20 * one, shop.currency),
            },
          ]
        : [],
      note: rich ? 'Please ring twice' : null,
      attributes: rich ? [{key: 'Gift message', value: 'With best wishes'}] : [],
      shippingAddress: customer.address,
      billingAddress: customer.address,
      payment: {brand: 'Visa', lastDigits: '4242'},
      fulfillments: [
        {
          id: `gid://shopify/Fulfillment/${number}1`,
          status: rich ? 'in transit' : 'delivered',
          trackingNumber: `SH${faker.string.numeric(10)}`,
          lineIds: (rich ? lines.slice(0, 2) : lines).map(({id}) => id),
        },
      ],
      returns: rich
        ? [
            {
              id: `gid://shopify/Return/${number}1`,
              name: `#${number}-R1`,
              status: 'approved',
              lineIds: lines.slice(1, 2).map(({id}) => id),
            },
          ]
        : [],
    });
  });
}

function withCodeDiscount(line: Omit<OrderLine, 'total'>): Omit<OrderLine, 'total'> {
  const {price} = line.merchandise;
  const amount = Math.floor((minorUnits(price) * line.quantity) / 10);
  return {
    ...line,
    discountAllocations: [
      {type: 'code', code: 'WELCOME10', discountedAmount: moneyOf(amount, price.currencyCode)},
    ],
  };
}
