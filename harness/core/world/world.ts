import {faker} from '@faker-js/faker/locale/en';
import {createApp} from './app.ts';
import {createOffers} from './checkout-offers.ts';
import type {CheckoutOffers} from './checkout-offers.ts';
import type {App, AppOptions} from './app.ts';
import {createMinis} from './minis.ts';
import type {Minis, MinisOptions} from './minis.ts';
import {drawOrders} from './orders.ts';
import type {Order} from './orders.ts';
import {PEOPLE} from './people.ts';
import type {Customer} from './people.ts';
import {drawProducts} from './products.ts';
import type {Product} from './products.ts';
import {createShop} from './shop.ts';
import type {Shop, ShopOptions} from './shop.ts';
import {createVtex} from './vtex.ts';
import type {Vtex, VtexOptions} from './vtex.ts';

/** Everything that tokens and APIs speak of, drawn whole from one seed. */
export interface World {
  readonly seed: number;
  readonly shop: Shop;
  readonly app: App;
  /** The Shop Mini under test. */
  readonly minis: Minis;
  readonly people: Readonly<Record<string, Customer>>;
  readonly products: readonly Product[];
  /** Ada's `#1001` to `#1003`, Bea's `#1004`. */
  readonly orders: readonly Order[];
  /** Which codes, gift cards and ways to pay checkouts know. */
  readonly offers: CheckoutOffers;
  readonly checkoutToken: string;
  /** What an order will be called that is placed later. */
  readonly nextOrder: Pick<Order, 'id' | 'name' | 'confirmationNumber'>;
  /** Whom it makes a customer where a guest places it. */
  readonly nextCustomer: Pick<Customer, 'id'>;
  readonly vtex: Vtex;
}

export interface WorldOptions {
  app?: AppOptions;
  shop?: ShopOptions;
  vtex?: VtexOptions;
  minis?: MinisOptions;
  seed?: number;
}

export const DEFAULT_SEED = 1;

export function createWorld({
  app: appOptions,
  shop: shopOptions,
  vtex: vtexOptions = {},
  minis,
  seed = DEFAULT_SEED,
}: WorldOptions = {}): World {
  const app = createApp(appOptions);
  const shop = createShop(shopOptions);
  faker.seed(seed);
  const products = drawProducts(faker, shop);
  const orders = [
    ...drawOrders(faker, {shop, products, customer: PEOPLE.ada, number: 1001, count: 3}),
    ...drawOrders(faker, {shop, products, customer: PEOPLE.bea, number: 1004, count: 1}),
  ];

  const otherOrders = [
    ...drawOrders(faker, {shop, products, customer: PEOPLE.ada, number: 2001, count: 1}),
    ...drawOrders(faker, {shop, products, customer: PEOPLE.bea, number: 2002, count: 1}),
  ];

  const vtex = createVtex(vtexOptions, {shop, orders, otherOrders});
  return {
    seed,
    shop,
    app,
    minis: createMinis(minis, app),
    people: PEOPLE,
    products,
    orders,
    vtex,
    offers: createOffers(shop),
    checkoutToken: faker.string.hexadecimal({length: 32, prefix: '', casing: 'lower'}),
    nextOrder: {
      id: 'gid://shopify/Order/1005',
      name: '#1005',
      confirmationNumber: faker.string.alphanumeric({length: 9, casing: 'upper'}),
    },
    nextCustomer: {id: 'gid://shopify/Customer/7003'},
  };
}
