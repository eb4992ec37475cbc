import type {AuthenticationState, Metafield} from '../../../../wire/account.ts';
import type {Mount, PageState, Shop} from '../../../../wire/control.ts';
import type {Address, Attribute, DiscountAllocation, GiftCard} from '../../../../wire/order.ts';
import {isCustomerDataApproved} from '../../../../wire/protected-customer-data.ts';
import type {CallNode, GroupNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, signal, value} from '../api-node.ts';
import {costNode, type CostNode, shopNode, WITHOUT_SLASH} from '../common-api.ts';
import {buyerIdentity, type BuyerIdentity} from './account-buyer-identity.ts';
import {cartLine, type CartLine} from '../cart-line.ts';
import {approvedAddress} from '../protected-members.ts';
import {visibleMetafields} from './account-metafields.ts';
import {standardApi, type StandardLocalization} from './account-standard-api.ts';

const WITHHELD: Withheld = {
  buyerIdentity: value(undefined),
  shippingAddress: value(undefined),
  billingAddress: value(undefined),
};

/** Returns the members of targets on pages of one order (`OrderStatusApi` of `@shopify/ui-extensions`). */
export function orderStatusApi(mount: Mount, state: PageState): OrderStatusApi {
  const {order, localization, shop} = state;

  return {
    ...(isCustomerDataApproved(state.app.protectedCustomerData) ? protectedApi(state) : WITHHELD),
    appliedGiftCards: signal(order.giftCards),
    appMetafields: signal(visibleMetafields(mount, state)),
    attributes: signal(order.attributes.length === 0 ? undefined : order.attributes),
    authenticationState: signal(state.authenticationState),
    checkoutSettings: signal({orderSubmission: 'ORDER', shippingAddress: {isEditable: false}}),
    checkoutToken: signal(order.checkoutToken),
    cost: costNode(order.cost),
    discountAllocations: signal(order.discountAllocations),
    discountCodes: signal(order.discountCodes.map((code) => ({code}))),
    lines: signal(order.lines.map(cartLine)),
    localization: group({
      ...standardApi(mount, state).localization.members,
      currency: signal({isoCode: localization.currency}),
      timezone: signal(localization.timezone),
      market: signal(localization.market),
    }),
    note: signal(order.note ?? undefined),
    order: signal({
      id: order.id,
      name: order.name,
      confirmationNumber: order.confirmationNumber,
      processedAt: order.processedAt,
      ...(order.cancelledAt === null ? {} : {cancelledAt: order.cancelledAt}),
    }),
    requireLogin: call(),
    shop: shopNode(shop, mount, WITHOUT_SLASH.orderStatus),
  };
}

/**
 * Returns the metafields of the order, until API version 2026-01. They are empty, because metafields belong
 * to apps.
 */
export function metafieldsApi(): MetafieldsApi {
  return {metafields: signal([])};
}

/** Returns the members that are `undefined` for an app without protected customer data. */
function protectedApi(state: PageState): ProtectedApi {
  const {shippingAddress, billingAddress} = state.order;
  return {
    buyerIdentity: group(buyerIdentity(state)),
    shippingAddress: signal(approvedAddress(shippingAddress, state)),
    billingAddress: signal(approvedAddress(billingAddress, state)),
  };
}

type Withheld = {readonly [Member in keyof ProtectedApi]: ValueNode<undefined>};

type ProtectedApi = {
  readonly buyerIdentity: GroupNode<BuyerIdentity>;
  readonly shippingAddress: SignalNode<Partial<Address> | undefined>;
  readonly billingAddress: SignalNode<Partial<Address> | undefined>;
};

export type OrderStatusApi = {
  readonly [Member in keyof ProtectedApi]: ProtectedApi[Member] | ValueNode<undefined>;
} & {
  readonly appliedGiftCards: SignalNode<readonly GiftCard[]>;
  readonly appMetafields: SignalNode<readonly Metafield[]>;
  readonly attributes: SignalNode<readonly Attribute[] | undefined>;
  readonly authenticationState: SignalNode<AuthenticationState>;
  readonly checkoutSettings: SignalNode<CheckoutSettings>;
  readonly checkoutToken: SignalNode<string | undefined>;
  readonly cost: CostNode;
  readonly discountAllocations: SignalNode<readonly DiscountAllocation[]>;
  readonly discountCodes: SignalNode<readonly {readonly code: string}[]>;
  readonly lines: SignalNode<readonly CartLine[]>;
  readonly localization: GroupNode<
    StandardLocalization & {
      readonly currency: SignalNode<{readonly isoCode: string}>;
      readonly timezone: SignalNode<string>;
      readonly market: SignalNode<{readonly id: string; readonly handle: string} | undefined>;
    }
  >;
  readonly note: SignalNode<string | undefined>;
  readonly order: SignalNode<OrderSummary | undefined>;
  readonly requireLogin: CallNode<() => Promise<void>>;
  readonly shop: ValueNode<Shop>;
};

export type MetafieldsApi = {readonly metafields: SignalNode<readonly never[]>};

export interface CheckoutSettings {
  readonly orderSubmission: 'DRAFT_ORDER' | 'ORDER';
  readonly shippingAddress: {readonly isEditable: boolean};
}

export interface OrderSummary {
  readonly id: string;
  readonly name: string;
  readonly confirmationNumber: string;
  readonly processedAt: string;
  readonly cancelledAt?: string;
}
