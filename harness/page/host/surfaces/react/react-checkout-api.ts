/** The API of checkout targets until 2025-07 (`@shopify/ui-extensions` 2025.7.4 and 2023.7.3, `surfaces/checkout/api`). */
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

/** The tree of the API as the state has it now. */
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

  const others = parts.filter((part) => !NOT_YET.includes(part));
  return {
    ...checkoutPartsApi(others, mount, state),
    ...firstStandardApi(mount, state),
    ...(parts.includes('shipping-option') ? secondShippingOptionApi(mount, state) : {}),
    ...(parts.includes('payment-option') ? firstPaymentOptionApi(mount, state) : {}),
    ...(parts.includes('redeemable') ? firstRedeemableApi() : {}),
    ...order,
  };
}

/** In 2023-07. */
export function secondShippingOptionApi(mount: Mount, state: PageState): SecondShippingOptionApi {
  const {target, isTargetSelected} = shippingOptionApi(mount, state);
  return {target, isTargetSelected};
}

export type SecondShippingOptionApi = Omit<ShippingOptionApi, 'renderMode'>;

/** What is no order yet; by its older names a target was one of the order status page too. */
export function orderApi(): OrderApi {
  return {order: signal(undefined)};
}

export type OrderApi = {readonly order: SignalNode<undefined>};

export const WITH_ORDER: readonly string[] = [
  'Checkout::CartLineDetails::RenderAfter',
  'Checkout::CartLines::RenderAfter',
  'Checkout::CustomerInformation::RenderAfter',
  'Checkout::Dynamic::Render',
];

/** Parts that came after 2023-07, or were of another shape. */
const NOT_YET: readonly CheckoutApiPart[] = [
  'standard',
  'shipping-option',
  'payment-option',
  'redeemable',
  'confirmation',
  'shipping-options',
];
