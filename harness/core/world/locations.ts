import type {ShippingAddress} from '../../wire/shipping-address.ts';
import {PICKUP_LOCATION} from './pickup-location.ts';

/** A place of the shop at which buyers pick up their orders. */
export interface Location {
  /** `gid://shopify/Location/…` */
  readonly id: string;
  /** The name, as checkouts show it. */
  readonly name: string;
  /** The address. */
  readonly address: ShippingAddress;
  /** The time until an order can be picked up, as the merchant wrote it. */
  readonly pickUpTime: string;
}

/** The locations of the shop: the only one with local pickup, which checkouts offer too. */
export const LOCATIONS: readonly Location[] = [{...PICKUP_LOCATION, pickUpTime: 'Usually ready in 24 hours'}];
