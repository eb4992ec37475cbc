import type {PageState} from '../../wire/control.ts';
import type {Order} from '../../wire/order.ts';
import type {Live} from '../world/live-changes.ts';
import type {World} from '../world/world.ts';
import {pageEndpoints} from './page-endpoints.ts';
import {shownWords} from './shown-words.ts';

/** The page state that the world gives; the rest is the simulation's. */
export type WorldState = Omit<
  PageState,
  'forward' | 'clock' | 'tokenEpoch' | 'mounts' | 'buildFailures' | 'look' | 'admin'
>;

/** The parts of a live world that pages show. */
interface Shown {
  readonly live: Live;
  /** The order and the checkout in the language of the page. */
  readonly shown: Pick<PageState, 'order' | 'checkout'>;
  /** The orders of the customer who is signed in. */
  readonly orders: readonly Order[];
}

/** Returns the part of the page state that the world determines. */
export function worldState(world: World, {live, shown, orders}: Shown): WorldState {
  const {shop, app, checkoutRules} = world;
  const {clientId, name, url = null, scopes, protectedCustomerData} = app;
  const {catalogue: _, earlierOrders: __, ...parts} = live;

  return {
    app: {clientId, name, url, scopes, protectedCustomerData},
    shop: {id: shop.id, name: shop.name, myshopifyDomain: shop.domain, storefrontUrl: shop.storefrontUrl},
    ...parts,
    ...shown,
    checkoutRules,
    authenticationState: live.customer === null ? 'pre_authenticated' : 'fully_authenticated',
    orders: orders.map(({id, name: title, processedAt, cost}) => ({id, name: title, processedAt, cost})),
    words: shownWords({orders: [shown.order, ...orders], checkout: shown.checkout}, live.localization),
    endpoints: pageEndpoints(world),
  };
}
