/** The ways to deliver the lines of a checkout. */
import type {Money} from './order.ts';
import type {ShippingAddress} from './shipping-address.ts';

/** Lines that are delivered together, with the ways to deliver them. */
export interface DeliveryGroup {
  /** The id of the group. */
  readonly id: string;
  /** Whether the lines are a one-time purchase or a subscription. */
  readonly groupType: 'oneTimePurchase' | 'subscription';
  /** The ids of its lines. */
  readonly lineIds: readonly string[];
  /** The ways to deliver it. */
  readonly options: readonly DeliveryOption[];
  /** The handle of the chosen option. */
  readonly selected: string;
}

/** A way to deliver a group. */
export type DeliveryOption = ShippingOption | PickupOption | PickupPointOption;

/** The fields that every delivery option has. */
interface DeliveryOptionBase {
  /** The id of the option within its group. */
  readonly handle: string;
  /** The title that the page shows. */
  readonly title: string;
  /** The description that the page shows. */
  readonly description?: string;
  /** The code of the shipping rate. */
  readonly code: string;
}

/** Delivery to an address. */
export interface ShippingOption extends DeliveryOptionBase {
  /** Whether a carrier delivers it, or the shop itself. */
  readonly type: 'shipping' | 'local';
  /** The name of the carrier. */
  readonly carrier: string;
  /** The price before discounts. */
  readonly cost: Money;
  /** The price that the buyer pays. */
  readonly costAfterDiscounts: Money;
  /** The estimated time of delivery, in seconds. */
  readonly timeInTransit: {readonly lower: number; readonly upper: number};
}

/** Pickup at a location of the shop. */
export interface PickupOption extends DeliveryOptionBase {
  /** The kind of option. */
  readonly type: 'pickup';
  /** The location. */
  readonly location: {readonly name: string; readonly address: ShippingAddress};
}

/** Pickup at a location of a carrier. */
export interface PickupPointOption extends DeliveryOptionBase {
  /** The kind of option. */
  readonly type: 'pickupPoint';
  /** The carrier. */
  readonly carrier: {readonly code: string; readonly name: string};
  /** The price before discounts. */
  readonly cost: Money;
  /** The price that the buyer pays. */
  readonly costAfterDiscounts: Money;
  /** The location. */
  readonly location: {readonly name: string; readonly handle: string; readonly address: ShippingAddress};
}
