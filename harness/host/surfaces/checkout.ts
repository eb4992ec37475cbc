/** The API of checkout targets (`@shopify/ui-extensions` 2025.10 to 2026.7, `surfaces/checkout/api`). */
import {checkoutPlaceOf, type CheckoutApiPart} from '../../wire/checkout-targets.ts';
import type {Mount, PageState} from '../../wire/control.ts';
import type {ApiTree} from '../../wire/sandbox.ts';
import {autocompleteApi, formatSuggestionApi, plainMetafieldsApi, suggestApi} from './checkout/autocomplete.ts';
import {changesApi, paymentOptionApi, redeemableApi} from './checkout/changes.ts';
import {
  cartLineApi,
  confirmationApi,
  locationFormApi,
  pickupLocationApi,
  shippingOptionApi,
  shippingOptionsApi,
} from './checkout/context.ts';
import {metafieldsApi, standardApi, uiApi} from './checkout/standard.ts';

/** The tree of the API as the state has it now. */
export function checkoutApi(mount: Mount, state: PageState): ApiTree {
  const parts = checkoutPlaceOf(mount.target)?.api ?? [];
  const until = (version: string, tree: () => ApiTree): ApiTree => (mount.apiVersion <= version ? tree() : {});
  return Object.assign(
    {},
    ...parts.map((part) => PARTS[part](mount, state)),
    until('2026-01', () => (parts.includes('standard') ? metafieldsApi(state) : plainMetafieldsApi(state))),
    until('2025-10', () => (parts.includes('standard') ? uiApi() : {})),
  ) as ApiTree;
}

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
