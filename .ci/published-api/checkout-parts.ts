// What checkout targets get, whatever the version.
import type {
  AutocompleteApi,
  FormatSuggestionApi,
  SuggestApi,
} from '../../harness/page/host/surfaces/checkout/address-autocomplete.ts';
import type {
  ChangesApi,
  PaymentOptionApi,
  RedeemableApi,
} from '../../harness/page/host/surfaces/checkout/checkout-change-calls.ts';
import type {
  CartLineApi,
  ConfirmationApi,
  LocationFormApi,
  PickupLocationApi,
  ShippingOptionApi,
  ShippingOptionsApi,
} from '../../harness/page/host/surfaces/checkout/checkout-context.ts';
import type {StandardApi} from '../../harness/page/host/surfaces/checkout/checkout-standard-api.ts';
import type {
  CHECKOUT_ALIASES,
  CHECKOUT_TARGETS,
  CheckoutAlias,
  CheckoutApiPart,
  CheckoutTarget,
} from '../../harness/wire/checkout-targets.ts';
import type {View} from './view.ts';

/** What each part of the table of targets gives. */
export interface Parts extends Record<CheckoutApiPart, object> {
  standard: View<StandardApi>;
  changes: View<ChangesApi>;
  'cart-line': View<CartLineApi>;
  redeemable: View<RedeemableApi>;
  'payment-option': View<PaymentOptionApi>;
  'location-form': View<LocationFormApi>;
  'pickup-location': View<PickupLocationApi>;
  'shipping-option': View<ShippingOptionApi>;
  'shipping-options': View<ShippingOptionsApi>;
  confirmation: View<ConfirmationApi>;
  autocomplete: View<AutocompleteApi>;
  suggest: View<SuggestApi> & {readonly signal: AbortSignal};
  'format-suggestion': View<FormatSuggestionApi>;
}

export type Name = CheckoutTarget | CheckoutAlias;
type Today<Target extends Name> = Target extends CheckoutAlias ? (typeof CHECKOUT_ALIASES)[Target] : Target;
export type PartsOf<Target extends Name> =
  Today<Target> extends infer Known extends CheckoutTarget
    ? (typeof CHECKOUT_TARGETS)[Known]['api'][number]
    : never;
