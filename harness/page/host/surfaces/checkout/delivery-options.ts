import type {ShippingAddress} from '../../../../wire/shipping-address.ts';
import type {DeliveryGroup as Group, DeliveryOption as Option} from '../../../../wire/checkout-delivery.ts';
import type {Money} from '../../../../wire/order.ts';

/** Converts a delivery group to the form of the API. */
export function deliveryGroup({id, groupType, lineIds, options, selected}: Group): DeliveryGroup {
  return {
    id,
    targetedCartLines: lineIds.map((lineId) => ({id: lineId})),
    deliveryOptions: options.map(deliveryOption),
    selectedDeliveryOption: {handle: selected},
    groupType,
    isDeliveryRequired: true,
  };
}

/** Converts a delivery option to the form of the API. */
export function deliveryOption(option: Option): DeliveryOption {
  switch (option.type) {
    case 'pickup':
      return pickupOption(option);
    case 'pickupPoint': {
      const {type, carrier, cost, costAfterDiscounts, location} = option;
      return {...base(option), type, carrier, cost, costAfterDiscounts, location};
    }
    default:
      return shippingOption(option);
  }
}

/** Converts a shipping option to the form of the API. */
export function shippingOption(option: Extract<Option, {type: 'shipping' | 'local'}>): ShippingOption {
  const {type, carrier, cost, costAfterDiscounts, timeInTransit} = option;
  return {
    ...base(option),
    type,
    carrier: {name: carrier},
    cost,
    costAfterDiscounts,
    deliveryEstimate: {timeInTransit},
  };
}

/** Converts a pickup location to the form of the API. */
export function pickupOption(option: Extract<Option, {type: 'pickup'}>): PickupOption {
  return {...base(option), type: option.type, location: option.location};
}

function base({handle, title, description, code}: Option): OptionBase {
  return {handle, title, ...(description === undefined ? {} : {description}), code, metafields: []};
}

interface OptionBase {
  readonly handle: string;
  readonly title: string;
  readonly description?: string;
  readonly code: string;
  readonly metafields: readonly never[];
}

export interface ShippingOption extends OptionBase {
  readonly type: 'shipping' | 'local';
  readonly carrier: {readonly name: string};
  readonly cost: Money;
  readonly costAfterDiscounts: Money;
  readonly deliveryEstimate: {readonly timeInTransit: {readonly lower: number; readonly upper: number}};
}

export interface PickupOption extends OptionBase {
  readonly type: 'pickup';
  readonly location: {readonly name: string; readonly address: Omit<ShippingAddress, 'oneTimeUse'>};
}

interface PickupPointOption extends OptionBase {
  readonly type: 'pickupPoint';
  readonly carrier: {readonly code: string; readonly name: string};
  readonly cost: Money;
  readonly costAfterDiscounts: Money;
  readonly location: {
    readonly name: string;
    readonly handle: string;
    readonly address: Omit<ShippingAddress, 'oneTimeUse'>;
  };
}

export type DeliveryOption = ShippingOption | PickupOption | PickupPointOption;

export interface DeliveryGroup {
  readonly id: string;
  readonly targetedCartLines: readonly {readonly id: string}[];
  readonly deliveryOptions: readonly DeliveryOption[];
  readonly selectedDeliveryOption: {readonly handle: string};
  readonly groupType: 'oneTimePurchase' | 'subscription';
  readonly isDeliveryRequired: boolean;
}
