import {checkoutPlaceOf, type CheckoutApiPart} from '../../../../wire/checkout-targets.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {ApiTree, SignalNode} from '../../../../wire/sandbox.ts';
import {signal} from '../api-node.ts';
import {plainMetafieldsApi} from '../checkout/address-autocomplete.ts';
import {shippingOptionApi, type ShippingOptionApi} from '../checkout/checkout-context.ts';
import {checkoutPartsApi} from '../checkout/checkout-api-parts.ts';
import {metafieldsApi, uiApi} from '../checkout/checkout-standard-api.ts';
import {announcementApi} from './announcement-api.ts';
import {earliestApi} from './checkout-2023-04.ts';
import {firstPaymentOptionApi, firstRedeemableApi, firstStandardApi} from './checkout-2023.ts';

export const WITH_ORDER: readonly string[] = [
  'Checkout::CartLineDetails::RenderAfter',
  'Checkout::CartLines::RenderAfter',
  'Checkout::CustomerInformation::RenderAfter',
  'Checkout::Dynamic::Render',
];

/** Parts that are newer than 2023-07, or had another shape then. */
const NOT_IN_2023_07: readonly CheckoutApiPart[] = [
  'standard',
  'shipping-option',
  'payment-option',
  'redeemable',
  'confirmation',
  'shipping-options',
];

/**
 * Returns the API of a checkout target for the current state, until 2025-07 (`@shopify/ui-extensions`
 * 2025.7.4 and 2023.7.3, `surfaces/checkout/api`).
 */
export function reactCheckoutApi(mount: Mount, state: PageState): ApiTree {
  const parts = checkoutPlaceOf(mount.target)?.api ?? [];
  if (parts.includes('autocomplete'))
    return {...checkoutPartsApi(parts, mount, state), ...plainMetafieldsApi(state)};

  const order = {
    ...(WITH_ORDER.includes(mount.target) ? orderApi() : {}),
    ...(checkoutPlaceOf(mount.target)?.place === 'announcement' ? announcementApi() : {}),
  };

  if (mount.apiVersion >= '2023-10')
    return {...checkoutPartsApi(parts, mount, state), ...metafieldsApi(state), ...uiApi(), ...order};
  if (mount.apiVersion < '2023-07') return {...earliestApi(parts, mount, state), ...order};

  const others = parts.filter((part) => !NOT_IN_2023_07.includes(part));
  return {
    ...checkoutPartsApi(others, mount, state),
    ...firstStandardApi(mount, state),
    ...(parts.includes('shipping-option') ? secondShippingOptionApi(mount, state) : {}),
    ...(parts.includes('payment-option') ? firstPaymentOptionApi(mount, state) : {}),
    ...(parts.includes('redeemable') ? firstRedeemableApi() : {}),
    ...order,
  };
}

/** Returns the members of a target at one shipping option in 2023-07. */
export function secondShippingOptionApi(mount: Mount, state: PageState): SecondShippingOptionApi {
  const {target, isTargetSelected} = shippingOptionApi(mount, state);
  return {target, isTargetSelected};
}

export type SecondShippingOptionApi = Omit<ShippingOptionApi, 'renderMode'>;

/**
 * Returns `order`, which is undefined in checkout. Targets with these older names were on the order status
 * page too.
 */
export function orderApi(): OrderApi {
  return {order: signal(undefined)};
}

export type OrderApi = {readonly order: SignalNode<undefined>};
