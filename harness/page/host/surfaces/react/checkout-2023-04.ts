import type {CheckoutApiPart} from '../../../../wire/checkout-targets.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {ApiTree, GroupNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {group, value} from '../api-node.ts';
import type {BuyerIdentity} from '../checkout/checkout-buyer-identity.ts';
import {changesApi, type ChangesApi} from '../checkout/checkout-change-calls.ts';
import {shippingOptionApi, type ShippingOptionApi} from '../checkout/checkout-context.ts';
import {checkoutPartsApi} from '../checkout/checkout-api-parts.ts';
import {
  firstPaymentOptionApi,
  firstRedeemableApi,
  firstStandardApi,
  type FirstStandardApi,
} from './checkout-2023.ts';
import {presentmentApi, presentmentTarget, type PresentmentApi} from './presentment-lines.ts';

const PARTS: Readonly<Partial<Record<CheckoutApiPart, (mount: Mount, state: PageState) => ApiTree>>> = {
  standard: earliestStandardApi,
  changes: earliestChangesApi,
  'cart-line': (_mount, {checkout}) => presentmentTarget(checkout.lines),
  'shipping-option': earliestShippingOptionApi,
  'payment-option': firstPaymentOptionApi,
  redeemable: firstRedeemableApi,
  confirmation: () => ({}),
  'shipping-options': () => ({}),
};

/** Returns the API of checkout targets in 2023-04 (`@shopify/checkout-ui-extensions` 0.27.3, `api`). */
export function earliestApi(parts: readonly CheckoutApiPart[], mount: Mount, state: PageState): ApiTree {
  const others = parts.filter((part) => !Object.hasOwn(PARTS, part));
  const own = parts.map((part) => PARTS[part]?.(mount, state) ?? {});
  return Object.assign({}, checkoutPartsApi(others, mount, state), ...own) as ApiTree;
}

export function earliestStandardApi(mount: Mount, state: PageState): EarliestStandardApi {
  const {checkoutSettings: _checkoutSettings, buyerIdentity, ...standard} = firstStandardApi(mount, state);
  return {
    ...standard,
    ...presentmentApi(state.checkout.lines),
    buyerIdentity: earliestIdentity(buyerIdentity),
  };
}

/** Returns the buyer without the company. */
export function earliestIdentity(
  identity:
    | GroupNode<Omit<BuyerIdentity, 'customer'> & {readonly customer: SignalNode<unknown>}>
    | ValueNode<undefined>,
): GroupNode<EarliestIdentity> | ValueNode<undefined> {
  if (identity.kind === 'value') return value(undefined);
  const {customer, email, phone} = identity.members as BuyerIdentity;
  return group({customer, email, phone});
}

export function earliestChangesApi(mount: Mount, state: PageState): EarliestChangesApi {
  const {applyShippingAddressChange: _applyShippingAddressChange, ...changes} = changesApi(mount, state);
  return changes;
}

export function earliestShippingOptionApi(mount: Mount, state: PageState): EarliestShippingOptionApi {
  const {target, isTargetSelected} = shippingOptionApi(mount, state);
  return {target, targetSelected: isTargetSelected};
}

export type EarliestStandardApi = Omit<FirstStandardApi, 'checkoutSettings' | 'buyerIdentity'> &
  PresentmentApi & {readonly buyerIdentity: GroupNode<EarliestIdentity> | ValueNode<undefined>};

export type EarliestIdentity = Pick<BuyerIdentity, 'customer' | 'email' | 'phone'>;

export type EarliestChangesApi = Omit<ChangesApi, 'applyShippingAddressChange'>;

export type EarliestShippingOptionApi = {
  readonly target: ShippingOptionApi['target'];
  readonly targetSelected: ShippingOptionApi['isTargetSelected'];
};
