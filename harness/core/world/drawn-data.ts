import {faker} from '@faker-js/faker/locale/en';
import {createOffers} from './checkout-offers.ts';
import type {CheckoutOffers} from './checkout-offers.ts';
import {drawEarlierOrders} from './earlier-orders.ts';
import {drawOrders} from './orders.ts';
import type {Order} from './orders.ts';
import {PEOPLE} from './people.ts';
import {drawProducts, giftCardOf} from './products.ts';
import type {Product} from './products.ts';
import type {Shop} from './shop.ts';

/** The part of a world that depends on its seed and its shop alone. */
export interface DrawnData {
  readonly products: readonly Product[];
  readonly orders: readonly Order[];
  /** The orders of the second VTEX account. */
  readonly otherOrders: readonly Order[];
  readonly earlierOrders: readonly Order[];
  readonly offers: CheckoutOffers;
  readonly checkoutToken: string;
  /** The confirmation number of the next order. */
  readonly confirmationNumber: string;
}

/** The data of the last shops and seeds. Tests of one suite have few of them. */
const kept = new Map<string, DrawnData>();
const MOST_KEPT = 16;

/**
 * Returns the data for a seed and a shop. Drawing it takes a third of the time and memory of a simulation, so
 * simulations with the same seed and shop share it. It is frozen, so that no test changes the world of another one.
 */
export function drawnData(seed: number, shop: Shop): DrawnData {
  const key = JSON.stringify([seed, shop]);
  const known = kept.get(key);
  if (known !== undefined) return known;

  const drawn = frozen(draw(seed, shop));
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);

  kept.set(key, drawn);
  return drawn;
}

function draw(seed: number, shop: Shop): DrawnData {
  faker.seed(seed);
  const products = drawProducts(faker, shop);
  const {ada, bea} = PEOPLE;
  const ordersOf = (customer: typeof ada, number: number, count: number): readonly Order[] =>
    drawOrders(faker, {shop, products, customer, number, count});

  const orders = [...ordersOf(ada, 1001, 3), ...ordersOf(bea, 1004, 1)];
  const otherOrders = [...ordersOf(ada, 2001, 1), ...ordersOf(bea, 2002, 1)];
  const checkoutToken = faker.string.hexadecimal({length: 32, prefix: '', casing: 'lower'});
  const confirmationNumber = faker.string.alphanumeric({length: 9, casing: 'upper'});

  return {
    products: [...products, giftCardOf(shop)],
    orders,
    otherOrders,
    offers: createOffers(shop),
    checkoutToken,
    confirmationNumber,
    // Drawn last: what is drawn before stays the same.
    earlierOrders: drawEarlierOrders(faker, {shop, products, customer: ada}),
  };
}

/** Freezes a value and all that it holds. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) frozen(member);
  return value;
}
