/** What every checkout target that renders has (`StandardApi` of `@shopify/ui-extensions`, `surfaces/checkout/api/standard`). */
import type {CustomerPrivacy, VisitorConsentChange} from '../../../../wire/account.ts';
import type {
  CartInstructions,
  Checkout,
  CheckoutMetafield,
  CheckoutSettings,
  CheckoutStep,
  LocalizedField,
  PaymentOption,
  ShippingAddress,
} from '../../../../wire/checkout.ts';
import {CHECKOUT_STEPS, needsDelivery} from '../../../../wire/checkout.ts';
import {checkoutPlaceOf} from '../../../../wire/checkout-targets.ts';
import type {Mount, PageState, Shop} from '../../../../wire/control.ts';
import type {Attribute, DiscountAllocation, GiftCard, Money} from '../../../../wire/order.ts';
import type {CallNode, GroupNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, signal, value} from '../api-node.ts';
import {languageOf} from '../customer-account/extension-language.ts';
import type {Outcome} from '../customer-account/account-standard-api.ts';
import {buyerIdentity, type BuyerIdentity} from './checkout-buyer-identity.ts';
import {cartLine, type CartLine} from './checkout-cart-line.ts';
import {deliveryGroup, type DeliveryGroup} from './delivery-options.ts';
import type {Interceptor} from './buyer-journey.ts';
import {checkoutMetafields, type CheckoutMetafieldEntry} from './checkout-metafields.ts';
import {countryOf, marketOf} from './checkout-region.ts';

export function standardApi(mount: Mount, state: PageState): StandardApi {
  const {localization, privacy, shop, checkout, app} = state;
  const {target, apiVersion, capabilities, scriptUrl} = mount;
  const {cost} = checkout;

  return {
    ...(app.protectedCustomerData ? protectedApi(state) : WITHHELD),
    analytics: group({publish: call(), visitor: call()}),
    appliedGiftCards: signal(checkout.giftCards),
    applyTrackingConsentChange: call(),
    appMetafields: signal(checkoutMetafields(mount, state)),
    attributes: signal(checkout.attributes),
    availablePaymentOptions: signal(checkout.paymentOptions.map(paymentOption)),
    buyerJourney: group({
      intercept: call(),
      completed: signal(checkout.confirmation !== null),
      steps: signal(stepsOf(checkout)),
      activeStep: signal({handle: checkout.step}),
    }),
    checkoutSettings: signal(checkout.settings),
    checkoutToken: signal(checkout.token),
    cost: group({
      subtotalAmount: signal(cost.subtotal),
      totalShippingAmount: signal(cost.shipping ?? undefined),
      totalTaxAmount: signal(cost.tax ?? undefined),
      totalAmount: signal(cost.total),
    }),
    customerPrivacy: signal(privacy),
    deliveryGroups: signal(checkout.deliveryGroups.map(deliveryGroup)),
    discountAllocations: signal(checkout.discountAllocations),
    discountCodes: signal(checkout.discountCodes.map((code) => ({code}))),
    extension: group({
      apiVersion: value(apiVersion),
      capabilities: signal(capabilities),
      editor: value(undefined),
      rendered: signal(isRendered(target, checkout)),
      scriptUrl: value(scriptUrl),
      target: value(target),
      version: value(undefined),
    }),
    extensionPoint: value(target),
    instructions: signal(checkout.instructions),
    lines: signal(checkout.lines.map((line) => cartLine(line))),
    localization: group({
      country: signal(countryOf(state)),
      currency: signal({isoCode: localization.currency}),
      extensionLanguage: signal({
        isoCode: languageOf(mount.translations, localization.language).extensionLocale,
      }),
      language: signal({isoCode: localization.language}),
      market: signal(marketOf(state)),
      timezone: signal(localization.timezone),
    }),
    note: signal(checkout.note ?? undefined),
    query: call(),
    selectedPaymentOptions: signal(selectedPaymentOptions(checkout)),
    sessionToken: group({get: call()}),
    settings: signal(mount.settings),
    shop: value({
      id: shop.id,
      name: shop.name,
      storefrontUrl: shop.storefrontUrl,
      myshopifyDomain: shop.myshopifyDomain,
    }),
    storage: group({read: call(), write: call(), delete: call()}),
    version: value(apiVersion),
  };
}

/** Until API version 2026-01: the metafields of the checkout itself. */
export function metafieldsApi({checkout}: PageState): MetafieldsApi {
  return {metafields: signal(checkout.checkoutMetafields)};
}

/** In API version 2025-10 alone. */
export function uiApi(): UiApi {
  return {ui: group({overlay: group({close: call()})})};
}

/** Members that are `undefined` for an app without protected customer data. */
function protectedApi(state: PageState): ProtectedApi {
  const {shippingAddress, billingAddress, localizedFields} = state.checkout;
  return {
    buyerIdentity: group(buyerIdentity(state)),
    // An address is there only where something is delivered.
    shippingAddress: signal(needsDelivery(state.checkout) ? (shippingAddress ?? undefined) : undefined),
    billingAddress: signal(billingAddress ?? undefined),
    localizedFields: signal(localizedFields),
  };
}

const WITHHELD: {readonly [Member in keyof ProtectedApi]: ValueNode<undefined>} = {
  buyerIdentity: value(undefined),
  shippingAddress: value(undefined),
  billingAddress: value(undefined),
  localizedFields: value(undefined),
};

function paymentOption({type, handle}: PaymentOption): Omit<PaymentOption, 'title'> {
  return {type, handle};
}

/** Each gift card that pays, and the chosen way to pay where they leave something. */
function selectedPaymentOptions({
  giftCards,
  paymentOptions,
  selectedPaymentOption,
  cost,
}: Checkout): Omit<PaymentOption, 'title'>[] {
  const redeemed = giftCards
    .filter(({amountUsed}) => amountUsed.amount > 0)
    .map(({lastCharacters}) => ({type: 'redeemable' as const, handle: `gift-card-${lastCharacters}`}));
  if (redeemed.length > 0 && cost.due.amount === 0) return redeemed;
  return [
    ...redeemed,
    ...paymentOptions.filter(({handle}) => handle === selectedPaymentOption).map(paymentOption),
  ];
}

function stepsOf({reached}: Checkout): readonly JourneyStep[] {
  return CHECKOUT_STEPS.map((handle) => ({
    handle,
    label: STEP_LABELS[handle],
    to: `shopify:checkout/${handle}`,
    disabled: CHECKOUT_STEPS.indexOf(handle) > CHECKOUT_STEPS.indexOf(reached),
  }));
}

/** As the page names the steps. */
export const STEP_LABELS: Readonly<Record<CheckoutStep, string>> = {
  information: 'Information',
  shipping: 'Shipping',
  payment: 'Payment',
  'thank-you': 'Thank you',
};

function isRendered(target: string, {step, confirmation}: Checkout): boolean {
  const page = checkoutPlaceOf(target)?.page;
  return page === 'any' ? confirmation === null : page === step;
}

interface JourneyStep {
  readonly handle: CheckoutStep;
  readonly label: string;
  readonly to: string;
  readonly disabled: boolean;
}

type ProtectedApi = {
  readonly buyerIdentity: GroupNode<BuyerIdentity>;
  readonly shippingAddress: SignalNode<ShippingAddress | undefined>;
  readonly billingAddress: SignalNode<ShippingAddress | undefined>;
  readonly localizedFields: SignalNode<readonly LocalizedField[]>;
};

export type StandardApi = {
  readonly [Member in keyof ProtectedApi]: ProtectedApi[Member] | ValueNode<undefined>;
} & {
  readonly analytics: GroupNode<{
    readonly publish: CallNode<(name: string, data: Record<string, unknown>) => Promise<boolean>>;
    readonly visitor: CallNode<(data: {email?: string; phone?: string}) => Promise<Outcome>>;
  }>;
  readonly appliedGiftCards: SignalNode<readonly GiftCard[]>;
  readonly applyTrackingConsentChange: CallNode<(change: VisitorConsentChange) => Promise<Outcome>>;
  readonly appMetafields: SignalNode<readonly CheckoutMetafieldEntry[]>;
  readonly attributes: SignalNode<readonly Attribute[]>;
  readonly availablePaymentOptions: SignalNode<readonly Omit<PaymentOption, 'title'>[]>;
  readonly buyerJourney: GroupNode<{
    readonly intercept: CallNode<(interceptor: Interceptor) => Promise<() => void>>;
    readonly completed: SignalNode<boolean>;
    readonly steps: SignalNode<readonly JourneyStep[]>;
    readonly activeStep: SignalNode<{readonly handle: CheckoutStep} | undefined>;
  }>;
  readonly checkoutSettings: SignalNode<CheckoutSettings>;
  readonly checkoutToken: SignalNode<string | undefined>;
  readonly cost: GroupNode<{
    readonly subtotalAmount: SignalNode<Money>;
    readonly totalShippingAmount: SignalNode<Money | undefined>;
    readonly totalTaxAmount: SignalNode<Money | undefined>;
    readonly totalAmount: SignalNode<Money>;
  }>;
  readonly customerPrivacy: SignalNode<CustomerPrivacy>;
  readonly deliveryGroups: SignalNode<readonly DeliveryGroup[]>;
  readonly discountAllocations: SignalNode<readonly DiscountAllocation[]>;
  readonly discountCodes: SignalNode<readonly {readonly code: string}[]>;
  readonly extension: GroupNode<{
    readonly apiVersion: ValueNode<string>;
    readonly capabilities: SignalNode<readonly string[]>;
    readonly editor: ValueNode<undefined>;
    readonly rendered: SignalNode<boolean>;
    readonly scriptUrl: ValueNode<string>;
    readonly target: ValueNode<string>;
    readonly version: ValueNode<undefined>;
  }>;
  readonly extensionPoint: ValueNode<string>;
  readonly instructions: SignalNode<CartInstructions>;
  readonly lines: SignalNode<readonly CartLine[]>;
  readonly localization: GroupNode<{
    readonly country: SignalNode<{readonly isoCode: string} | undefined>;
    readonly currency: SignalNode<{readonly isoCode: string}>;
    readonly extensionLanguage: SignalNode<{readonly isoCode: string}>;
    readonly language: SignalNode<{readonly isoCode: string}>;
    readonly market: SignalNode<{readonly id: string; readonly handle: string} | undefined>;
    readonly timezone: SignalNode<string>;
  }>;
  readonly note: SignalNode<string | undefined>;
  readonly query: QueryNode;
  readonly selectedPaymentOptions: SignalNode<readonly Omit<PaymentOption, 'title'>[]>;
  readonly sessionToken: GroupNode<{readonly get: CallNode<() => Promise<string>>}>;
  readonly settings: SignalNode<Readonly<Record<string, string | number | boolean>>>;
  readonly shop: ValueNode<Shop>;
  readonly storage: StorageNode;
  readonly version: ValueNode<string>;
};

export type QueryNode = CallNode<
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the published signature
  <Data = unknown, Variables = Record<string, unknown>>(
    query: string,
    options?: {variables?: Variables; version?: string},
  ) => Promise<{data?: Data; errors?: {message: string; extensions: {requestId: string; code: string}}[]}>
>;

export type StorageNode = GroupNode<{
  readonly read: CallNode<<T = unknown>(key: string) => Promise<T | null>>;
  readonly write: CallNode<(key: string, data: unknown) => Promise<void>>;
  readonly delete: CallNode<(key: string) => Promise<void>>;
}>;

export type MetafieldsApi = {readonly metafields: SignalNode<readonly CheckoutMetafield[]>};

export type UiApi = {
  readonly ui: GroupNode<{
    readonly overlay: GroupNode<{readonly close: CallNode<(overlayId: string) => void>}>;
  }>;
};
