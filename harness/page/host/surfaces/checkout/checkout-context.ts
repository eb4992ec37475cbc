import type {DeliveryOption as Option} from '../../../../wire/checkout-delivery.ts';
import type {OrderConfirmation} from '../../../../wire/checkout.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {Money} from '../../../../wire/order.ts';
import type {SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {signal, value} from '../api-node.ts';
import {cartLine, type CartLine} from './checkout-cart-line.ts';
import {
  deliveryGroup,
  pickupOption,
  shippingOption,
  type DeliveryGroup,
  type PickupOption,
  type ShippingOption,
} from './delivery-options.ts';

/** Returns the cart line of a target at one line: the first one. */
export function cartLineApi(_mount: Mount, {checkout}: PageState): CartLineApi {
  const [line] = checkout.lines;
  return {target: signal((line === undefined ? undefined : cartLine(line)) as CartLine)};
}

/** Returns the shipping option of a target at one option: the first one. */
export function shippingOptionApi(_mount: Mount, state: PageState): ShippingOptionApi {
  const {option, selected} = firstOption(state, (each) => each.type === 'shipping' || each.type === 'local');
  const target =
    option === undefined
      ? undefined
      : shippingOption(option as Extract<Option, {type: 'shipping' | 'local'}>);

  return {
    target: signal(target as ShippingOption),
    isTargetSelected: signal(selected),
    renderMode: value({overlay: false}),
  };
}

/** Returns the pickup location of a target at one location: the first one. */
export function pickupLocationApi(_mount: Mount, state: PageState): PickupLocationApi {
  const {option, selected} = firstOption(state, (each) => each.type === 'pickup');
  const target = option === undefined ? undefined : pickupOption(option as Extract<Option, {type: 'pickup'}>);
  return {target: signal(target as PickupOption), isTargetSelected: signal(selected)};
}

/** Returns the delivery groups of a target at the list of shipping options. */
export function shippingOptionsApi(_mount: Mount, {checkout}: PageState): ShippingOptionsApi {
  const groups = checkout.deliveryGroups
    .filter(({groupType}) => groupType === 'oneTimePurchase')
    .map(deliveryGroup);

  return {
    target: signal(groups.length === 0 ? undefined : {groupType: 'oneTimePurchase', deliveryGroups: groups}),
    deliverySelectionGroups: signal(undefined),
  };
}

/** Returns whether the form for a pickup location is visible. */
export function locationFormApi(_mount: Mount, {checkout}: PageState): LocationFormApi {
  return {isLocationFormVisible: signal(checkout.locationFormVisible)};
}

/** Returns the order confirmation of targets on the thank-you page. */
export function confirmationApi(_mount: Mount, {checkout, checkoutRules}: PageState): ConfirmationApi {
  const confirmation = checkout.confirmation as OrderConfirmation;
  const id = confirmation?.order.id.replace('/Order/', `/${checkoutRules.orderIdType}/`);

  return {orderConfirmation: signal({...confirmation, order: {id}})};
}

function firstOption(
  {checkout}: PageState,
  fits: (option: Option) => boolean,
): {option: Option | undefined; selected: boolean} {
  const [group] = checkout.deliveryGroups;
  const option = group?.options.find(fits);
  return {option, selected: option !== undefined && option.handle === group?.selected};
}

export type CartLineApi = {readonly target: SignalNode<CartLine>};

export type ShippingOptionApi = {
  readonly target: SignalNode<ShippingOption>;
  readonly isTargetSelected: SignalNode<boolean>;
  readonly renderMode: ValueNode<{readonly overlay: boolean}>;
};

export type PickupLocationApi = {
  readonly target: SignalNode<PickupOption>;
  readonly isTargetSelected: SignalNode<boolean>;
};

export type ShippingOptionsApi = {
  readonly target: SignalNode<
    | {
        readonly groupType: 'oneTimePurchase' | 'subscription';
        readonly deliveryGroups: readonly DeliveryGroup[];
      }
    | undefined
  >;
  readonly deliverySelectionGroups: SignalNode<readonly DeliverySelectionGroup[] | undefined>;
};

interface DeliverySelectionGroup {
  readonly handle: string;
  readonly selected: boolean;
  readonly title: string;
  readonly associatedDeliveryOptions: readonly {readonly handle: string}[];
  readonly cost: Money;
  readonly costAfterDiscounts: Money;
}

export type LocationFormApi = {readonly isLocationFormVisible: SignalNode<boolean>};

export type ConfirmationApi = {readonly orderConfirmation: SignalNode<OrderConfirmation>};
