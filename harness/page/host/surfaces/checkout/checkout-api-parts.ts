import type {CheckoutApiPart} from '../../../../wire/checkout-targets.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {ApiTree} from '../../../../wire/sandbox.ts';
import {autocompleteApi, formatSuggestionApi, suggestApi} from './address-autocomplete.ts';
import {changesApi, paymentOptionApi, redeemableApi} from './checkout-change-calls.ts';
import {
  cartLineApi,
  confirmationApi,
  locationFormApi,
  pickupLocationApi,
  shippingOptionApi,
  shippingOptionsApi,
} from './checkout-context.ts';
import {standardApi} from './checkout-standard-api.ts';

const PARTS: Readonly<Record<CheckoutApiPart, (mount: Mount, state: PageState) => ApiTree>> = {
  standard: standardApi,
  changes: changesApi,
  'cart-line': cartLineApi,
  redeemable: redeemableApi,
  'payment-option': paymentOptionApi,
  'location-form': locationFormApi,
  'pickup-location': pickupLocationApi,
  'shipping-option': shippingOptionApi,
  'shipping-options': shippingOptionsApi,
  confirmation: confirmationApi,
  autocomplete: autocompleteApi,
  suggest: suggestApi,
  'format-suggestion': formatSuggestionApi,
};

/** Combines the parts of the API that a target has. */
export function checkoutPartsApi(parts: readonly CheckoutApiPart[], mount: Mount, state: PageState): ApiTree {
  return Object.assign({}, ...parts.map((part) => PARTS[part](mount, state))) as ApiTree;
}
