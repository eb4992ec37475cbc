import type {CheckoutRules} from '../../wire/checkout-rules.ts';
import {createApp} from './app.ts';
import {createCheckoutRules} from './checkout-rules.ts';
import type {CheckoutOptions} from './checkout-rules.ts';
import type {CheckoutOffers} from './checkout-offers.ts';
import type {App, AppOptions} from './app.ts';
import {createMinis} from './minis.ts';
import type {Minis, MinisOptions} from './minis.ts';
import type {Order} from './orders.ts';
import {PEOPLE} from './people.ts';
import type {Customer} from './people.ts';
import {drawnData} from './drawn-data.ts';
import type {Product} from './products.ts';
import {createShop} from './shop.ts';
import type {Shop, ShopOptions} from './shop.ts';
import {createVtex} from './vtex.ts';
import type {Vtex, VtexOptions} from './vtex.ts';

/** The data that tokens and APIs are about. It is generated at creation, from one seed. */
export interface World {
  /** The seed that the world was generated from. */
  readonly seed: number;
  /** The shop. */
  readonly shop: Shop;
  /** The app under test. */
  readonly app: App;
  /** The Shop Mini under test. */
  readonly minis: Minis;
  /** The documented people by name: `ada` and `bea`. */
  readonly people: Readonly<Record<string, Customer>>;
  /** The products of the shop: six that are delivered, and a gift card. */
  readonly products: readonly Product[];
  /** The orders before the test: Ada's `#1001` to `#1003` and Bea's `#1004`. */
  readonly orders: readonly Order[];
  /**
   * Ada's earlier orders: `#1000` with a tip, `#999` with duties, and `#998`, which was edited. She has them after
   * `update({earlierOrders: true})`.
   */
  readonly earlierOrders: readonly Order[];
  /** The discount codes, gift cards and payment methods that checkouts accept. */
  readonly offers: CheckoutOffers;
  /** The rules that checkouts follow. */
  readonly checkoutRules: CheckoutRules;
  /** `shopify.checkoutToken` of the first checkout. */
  readonly checkoutToken: string;
  /** The ids of the next order that is placed. */
  readonly nextOrder: Pick<Order, 'id' | 'name' | 'confirmationNumber'>;
  /** The customer account that is created when a guest places an order. */
  readonly nextCustomer: Pick<Customer, 'id'>;
  /** The accounts, users and keys of VTEX. */
  readonly vtex: Vtex;
}

/** The options of a world; each has a default. */
export interface WorldOptions {
  app?: AppOptions;
  shop?: ShopOptions;
  checkout?: CheckoutOptions;
  vtex?: VtexOptions;
  minis?: MinisOptions;
  seed?: number;
}

/** The seed of a world without the option `seed`. */
export const DEFAULT_SEED = 1;

/**
 * Generates a world. The same options give the same world.
 *
 * @throws {SimhostError} the errors of the single options, for example `ERR_BAD_OPTION`, `ERR_BAD_SHOP_DOMAIN`
 */
export function createWorld({
  app: appOptions,
  shop: shopOptions,
  checkout,
  vtex: vtexOptions = {},
  minis,
  seed = DEFAULT_SEED,
}: WorldOptions = {}): World {
  const app = createApp(appOptions);
  const shop = createShop(shopOptions);
  const {otherOrders, confirmationNumber, ...drawn} = drawnData(seed, shop);

  return {
    seed,
    shop,
    app,
    minis: createMinis(minis, app),
    people: PEOPLE,
    ...drawn,
    vtex: createVtex(vtexOptions, {shop, orders: drawn.orders, otherOrders}),
    checkoutRules: createCheckoutRules(checkout),
    nextOrder: {id: 'gid://shopify/Order/1005', name: '#1005', confirmationNumber},
    nextCustomer: {id: 'gid://shopify/Customer/7003'},
  };
}
