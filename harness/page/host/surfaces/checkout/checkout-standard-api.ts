import type {CustomerPrivacy} from '../../../../wire/account.ts';
import type {ShippingAddress} from '../../../../wire/shipping-address.ts';
import type {
  CartInstructions,
  Checkout,
  CheckoutMetafield,
  CheckoutSettings,
  LocalizedField,
  PaymentOption,
} from '../../../../wire/checkout.ts';
import {needsDelivery} from '../../../../wire/checkout.ts';
import {isBefore, shownStep, shownSteps, type CheckoutStep} from '../../../../wire/checkout-steps.ts';
import {checkoutPlaceOf, isShownAt} from '../../../../wire/checkout-targets.ts';
import type {Mount, PageState, Shop} from '../../../../wire/control.ts';
import type {Attribute, DiscountAllocation, GiftCard} from '../../../../wire/order.ts';
import {isCustomerDataApproved} from '../../../../wire/protected-customer-data.ts';
import type {CallNode, GroupNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, signal, value, signals, type SignalsOf} from '../api-node.ts';
import {
  analyticsNode,
  type AnalyticsNode,
  costNode,
  type CostNode,
  extensionNode,
  type ExtensionNode,
  type QueryNode,
  sessionTokenNode,
  type SessionTokenNode,
  type SettingValues,
  shopNode,
  storageNode,
  type StorageNode,
  type TrackingConsentNode,
  WITHOUT_SLASH,
} from '../common-api.ts';
import {approvedAddress, approvedPrivacy} from '../protected-members.ts';
import {buyerIdentity, type BuyerIdentity} from './checkout-buyer-identity.ts';
import {cartLine, type CartLine} from './checkout-cart-line.ts';
import {deliveryGroup, type DeliveryGroup} from './delivery-options.ts';
import type {Interceptor} from './buyer-journey.ts';
import {checkoutMetafields, type CheckoutMetafieldEntry} from './checkout-metafields.ts';
import {checkoutLocalization, type CheckoutLocalization} from './checkout-region.ts';

const WITHHELD: {readonly [Member in keyof ProtectedApi]: ValueNode<undefined>} = {
  buyerIdentity: value(undefined),
  shippingAddress: value(undefined),
  billingAddress: value(undefined),
  localizedFields: value(undefined),
};

/** The names of the steps, as the page shows them. */
export const STEP_LABELS: Readonly<Record<CheckoutStep, string>> = {
  checkout: 'Checkout',
  information: 'Information',
  shipping: 'Shipping',
  payment: 'Payment',
  'thank-you': 'Thank you',
};

/**
 * Returns the members of every checkout target that renders (`StandardApi` of `@shopify/ui-extensions`,
 * `surfaces/checkout/api/standard`).
 */
export function standardApi(mount: Mount, state: PageState): StandardApi {
  const {shop, checkout, app} = state;
  const {target, apiVersion} = mount;

  return {
    ...(isCustomerDataApproved(app.protectedCustomerData) ? protectedApi(state) : WITHHELD),
    analytics: analyticsNode(),
    appliedGiftCards: signal(checkout.giftCards),
    applyTrackingConsentChange: call(),
    appMetafields: signal(checkoutMetafields(mount, state)),
    attributes: signal(checkout.attributes),
    availablePaymentOptions: signal(checkout.paymentOptions.map(paymentOption)),
    buyerJourney: group({
      intercept: call(),
      completed: signal(checkout.confirmation !== null),
      steps: signal(stepsOf(checkout)),
      activeStep: signal({handle: shownStep(checkout)}),
    }),
    checkoutSettings: signal(checkout.settings),
    checkoutToken: signal(checkout.token),
    cost: costNode(checkout.cost),
    customerPrivacy: signal(approvedPrivacy(state)),
    deliveryGroups: signal(checkout.deliveryGroups.map(deliveryGroup)),
    discountAllocations: signal(checkout.discountAllocations),
    discountCodes: signal(checkout.discountCodes.map((code) => ({code}))),
    extension: extensionNode(mount, isRendered(target, checkout)),
    extensionPoint: value(target),
    instructions: signal(checkout.instructions),
    lines: signal(checkout.lines.map((line) => cartLine(line))),
    localization: group(signals(checkoutLocalization(mount, state))),
    note: signal(checkout.note ?? undefined),
    query: call(),
    selectedPaymentOptions: signal(selectedPaymentOptions(checkout)),
    sessionToken: sessionTokenNode(),
    settings: signal(mount.settings),
    shop: shopNode(shop, mount, WITHOUT_SLASH.checkout),
    storage: storageNode(),
    version: value(apiVersion),
  };
}

/** Returns the metafields of the checkout itself, until API version 2026-01. */
export function metafieldsApi({checkout}: PageState): MetafieldsApi {
  return {metafields: signal(checkout.checkoutMetafields)};
}

/** Returns `ui`, which only API version 2025-10 has. */
export function uiApi(): UiApi {
  return {ui: group({overlay: group({close: call()})})};
}

/** Returns the members that are `undefined` for an app without protected customer data. */
function protectedApi(state: PageState): ProtectedApi {
  const {shippingAddress, billingAddress, localizedFields} = state.checkout;
  return {
    buyerIdentity: group(buyerIdentity(state)),
    // The platform gives an address only if something is delivered.
    shippingAddress: signal(
      needsDelivery(state.checkout) ? approvedAddress(shippingAddress, state) : undefined,
    ),
    billingAddress: signal(approvedAddress(billingAddress, state)),
    localizedFields: signal(localizedFields),
  };
}

function paymentOption({type, handle}: PaymentOption): Omit<PaymentOption, 'title'> {
  return {type, handle};
}

/** Lists the gift cards that pay, and the chosen payment option if something is left to pay. */
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

function stepsOf(checkout: Checkout): readonly JourneyStep[] {
  return shownSteps(checkout).map((handle) => ({
    handle,
    label: STEP_LABELS[handle],
    to: `shopify:checkout/${handle}`,
    disabled: isBefore(checkout.reached, handle),
  }));
}

function isRendered(target: string, checkout: Checkout): boolean {
  const page = checkoutPlaceOf(target)?.page;
  return page !== undefined && isShownAt(page, shownStep(checkout));
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
  readonly analytics: AnalyticsNode;
  readonly appliedGiftCards: SignalNode<readonly GiftCard[]>;
  readonly applyTrackingConsentChange: TrackingConsentNode;
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
  readonly cost: CostNode;
  readonly customerPrivacy: SignalNode<CustomerPrivacy>;
  readonly deliveryGroups: SignalNode<readonly DeliveryGroup[]>;
  readonly discountAllocations: SignalNode<readonly DiscountAllocation[]>;
  readonly discountCodes: SignalNode<readonly {readonly code: string}[]>;
  readonly extension: ExtensionNode;
  readonly extensionPoint: ValueNode<string>;
  readonly instructions: SignalNode<CartInstructions>;
  readonly lines: SignalNode<readonly CartLine[]>;
  readonly localization: GroupNode<SignalsOf<CheckoutLocalization>>;
  readonly note: SignalNode<string | undefined>;
  readonly query: QueryNode;
  readonly selectedPaymentOptions: SignalNode<readonly Omit<PaymentOption, 'title'>[]>;
  readonly sessionToken: SessionTokenNode;
  readonly settings: SignalNode<SettingValues>;
  readonly shop: ValueNode<Shop>;
  readonly storage: StorageNode;
  readonly version: ValueNode<string>;
};

export type MetafieldsApi = {readonly metafields: SignalNode<readonly CheckoutMetafield[]>};

export type UiApi = {
  readonly ui: GroupNode<{
    readonly overlay: GroupNode<{readonly close: CallNode<(overlayId: string) => void>}>;
  }>;
};
