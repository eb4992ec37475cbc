import {faker} from '@faker-js/faker/locale/en';
import type {Customer} from './people.ts';
import type {Shop} from './shop.ts';

export interface Order {
  /** `gid://shopify/Order/…` */
  readonly id: string;
  /** As people see it, for example `#1001`. */
  readonly name: string;
  readonly customerId: string;
  readonly lines: readonly OrderLine[];
  readonly total: Money;
}

export interface OrderLine {
  readonly id: string;
  readonly title: string;
  readonly quantity: number;
  readonly total: Money;
}

export interface Money {
  /** In the currency's main unit, two decimals. */
  readonly amount: number;
  readonly currencyCode: string;
}

const DOCUMENTED_COUNT = 3;

/** Draws the orders of a customer, all at once: nothing draws from the seed later. */
export function drawOrders({seed, shop, customer}: {seed: number; shop: Shop; customer: Customer}): readonly Order[] {
  faker.seed(seed);
  return Array.from({length: DOCUMENTED_COUNT}, (_, index) => {
    const number = 1001 + index;
    const lines = Array.from({length: faker.number.int({min: 1, max: 3})}, (_line, position): OrderLine => {
      const quantity = faker.number.int({min: 1, max: 3});
      const cents = faker.number.int({min: 900, max: 9900}) * quantity;
      return {
        id: `gid://shopify/LineItem/${number}${position + 1}`,
        title: faker.commerce.productName(),
        quantity,
        total: money(cents, shop),
      };
    });
    const cents = lines.reduce((sum, line) => sum + Math.round(line.total.amount * 100), 0);
    return {id: `gid://shopify/Order/${number}`, name: `#${number}`, customerId: customer.id, lines, total: money(cents, shop)};
  });
}

function money(cents: number, shop: Shop): Money {
  return {amount: cents / 100, currencyCode: shop.currency};
}
