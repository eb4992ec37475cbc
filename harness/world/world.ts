import {createApp} from './app.ts';
import type {App, AppOptions} from './app.ts';
import {drawOrders} from './orders.ts';
import type {Order} from './orders.ts';
import {PEOPLE} from './people.ts';
import type {Customer} from './people.ts';
import {createShop} from './shop.ts';
import type {Shop, ShopOptions} from './shop.ts';

/** Everything that tokens and APIs speak of, drawn whole from one seed. */
export interface World {
  readonly seed: number;
  readonly shop: Shop;
  readonly app: App;
  readonly people: Readonly<Record<string, Customer>>;
  readonly orders: readonly Order[];
}

export interface WorldOptions {
  app?: AppOptions;
  shop?: ShopOptions;
  seed?: number;
}

export const DEFAULT_SEED = 1;

export function createWorld({app, shop, seed = DEFAULT_SEED}: WorldOptions = {}): World {
  const theShop = createShop(shop);
  return {seed, shop: theShop, app: createApp(app), people: PEOPLE, orders: drawOrders({seed, shop: theShop, customer: PEOPLE.ada})};
}
