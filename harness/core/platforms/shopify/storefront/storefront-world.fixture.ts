import {Clock} from '../../../../clock.ts';
import {newAddressBook} from '../../../world/address-book.ts';
import {NEW_CART} from '../../../world/cart.ts';
import {collectionsOf} from '../../../world/collections.ts';
import {createCheckout} from '../../../world/checkout.ts';
import {CustomerAccounts} from '../../../world/customer-accounts.ts';
import {catalogueOf} from '../../../world/live-changes.ts';
import {Ids} from '../../../world/ids.ts';
import type {Customer} from '../../../world/people.ts';
import {createWorld} from '../../../world/world.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** Makes the state of a storefront with the first checkout of a buyer. Changes are lost. */
export function storefrontWorld(
  buyer: Customer | null = null,
  change: Partial<StorefrontWorld> = {},
): StorefrontWorld {
  const world = createWorld();
  const {checkout = createCheckout(world, buyer)} = change;
  const ids = new Ids({seed: world.seed, scope: 'fixture'});
  const time = '2026-01-12T09:00:00Z';
  const cart = {checkout, customer: buyer, ...NEW_CART, createdAt: time, updatedAt: time};

  return {
    ...world,
    language: 'en',
    market: {id: 'gid://shopify/Market/1', handle: 'us'},
    collections: collectionsOf(world.products),
    metafields: [],
    ...catalogueOf(world.products),
    checkout,
    accounts: new CustomerAccounts({shop: world.shop, clock: new Clock(), ids}),
    changeCustomer: (changed) => ({addressBook: newAddressBook(null), password: null, ...changed}),
    carts: {
      find: (token) => (token === checkout.token ? cart : undefined),
      change: () => {},
      create: () => cart,
      reportLineId: () => {},
    },
    ...change,
  };
}
