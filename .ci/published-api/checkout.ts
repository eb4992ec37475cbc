// The API that simhost gives checkout targets, held against the published types of one version. Never run: a member that is
// renamed, missing, too many or of another type breaks `tsc -p .ci/published-api/<version>.json`.
import type {ApiForExtension, ExtensionTargets} from 'published-checkout/extension-targets.d.ts';
import type {
  AutocompleteApi,
  FormatSuggestionApi,
  PlainMetafieldsApi,
  SuggestApi,
} from '../../harness/host/surfaces/checkout/autocomplete.ts';
import type {ChangesApi, PaymentOptionApi, RedeemableApi} from '../../harness/host/surfaces/checkout/changes.ts';
import type {
  CartLineApi,
  ConfirmationApi,
  LocationFormApi,
  PickupLocationApi,
  ShippingOptionApi,
  ShippingOptionsApi,
} from '../../harness/host/surfaces/checkout/context.ts';
import type {MetafieldsApi, StandardApi, UiApi} from '../../harness/host/surfaces/checkout/standard.ts';
import type {I18n} from '../../harness/sandbox/i18n.ts';
import type {
  CHECKOUT_ALIASES,
  CHECKOUT_TARGETS,
  CheckoutAlias,
  CheckoutApiPart,
  CheckoutTarget,
} from '../../harness/wire/checkout-targets.ts';
import type {All, Failing, NoMember, SameTargets, View} from './view.ts';

/** What each part of the table of targets gives. */
interface Parts extends Record<CheckoutApiPart, object> {
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

type Name = CheckoutTarget | CheckoutAlias;
type Today<Target extends Name> = Target extends CheckoutAlias ? (typeof CHECKOUT_ALIASES)[Target] : Target;
type PartsOf<Target extends Name> =
  Today<Target> extends infer Known extends CheckoutTarget ? (typeof CHECKOUT_TARGETS)[Known]['api'][number] : never;

/** What only some versions have. */
type OfVersion<Target extends Name & keyof ExtensionTargets> = ('metafields' extends keyof ApiForExtension<Target>
  ? 'autocomplete' extends PartsOf<Target>
    ? View<PlainMetafieldsApi>
    : View<MetafieldsApi>
  : object) &
  ('ui' extends keyof ApiForExtension<Target> ? View<UiApi> : object);

type Simulated<Target extends Name & keyof ExtensionTargets> = All<Parts[PartsOf<Target>]> & {readonly i18n: I18n} & OfVersion<Target>;

/** Without the member that the types themselves mark as private. */
type Published<Target extends keyof ExtensionTargets> = Omit<ApiForExtension<Target>, 'experimentalIsShopAppStyle'>;

type Mismatches = {[Target in Name & keyof ExtensionTargets]: Failing<Simulated<Target>, Published<Target>>};

export type Checked = NoMember<Mismatches>;
export type CheckedTargets = SameTargets<Name, keyof ExtensionTargets, Name>;
