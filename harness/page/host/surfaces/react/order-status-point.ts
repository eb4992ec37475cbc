import type {Mount, PageState} from '../../../../wire/control.ts';
import {accountPlaceOf} from '../../../../wire/customer-account-targets.ts';
import type {Money} from '../../../../wire/order.ts';
import type {ApiTree, CallNode, GroupNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, signal} from '../api-node.ts';
import {partsApi} from '../customer-account/account-api-parts.ts';
import {
  metafieldsApi,
  orderStatusApi,
  type MetafieldsApi,
  type OrderStatusApi,
} from '../customer-account/order-status-api.ts';
import {standardApi, type StandardApi} from '../customer-account/account-standard-api.ts';
import {earliestIdentity, type EarliestIdentity} from './checkout-2023-04.ts';
import {presentmentApi, presentmentTarget, type PresentmentApi} from './presentment-lines.ts';
import type {Interceptor} from '../checkout/buyer-journey.ts';
import {uiApi, type UiApi} from '../checkout/checkout-standard-api.ts';

/**
 * Returns the API of the order status page's own targets for the current state. It is the checkout API of the
 * time, applied to an order (`@shopify/checkout-ui-extensions` 0.27.3, `api/standard`;
 * `@shopify/ui-extensions` 2023.7.3, `surfaces/checkout/api`).
 */
export function orderStatusPointApi(mount: Mount, state: PageState): ApiTree {
  if (mount.apiVersion >= '2023-07') return {...orderStatusPoint(mount, state), ...partsApi(mount, state)};
  const isAtLine = accountPlaceOf(mount.target)?.api.includes('cart-line') === true;
  return {...earliestPoint(mount, state), ...(isAtLine ? presentmentTarget(state.order.lines) : {})};
}

export function orderStatusPoint(mount: Mount, state: PageState): OrderStatusPointApi {
  const {extensionPoint, extension, version, settings, sessionToken, storage, query} = standardApi(
    mount,
    state,
  );

  const {
    authenticationState: _authenticationState,
    billingAddress: _billingAddress,
    checkoutToken: _checkoutToken,
    requireLogin: _requireLogin,
    cost,
    ...order
  } = orderStatusApi(mount, state);

  return {
    ...order,
    ...metafieldsApi(),
    ...uiApi(),
    extensionPoint,
    extension,
    version,
    settings,
    sessionToken,
    storage,
    query,
    analytics: group({publish: call()}),
    cost: group({totalAmount: cost.members.totalAmount}),
  };
}

/** Returns the API of 2023-04, with the members of a completed checkout. */
export function earliestPoint(mount: Mount, state: PageState): EarliestPointApi {
  const {checkoutSettings: _checkoutSettings, buyerIdentity, ...point} = orderStatusPoint(mount, state);
  return {
    ...point,
    ...presentmentApi(state.order.lines),
    buyerIdentity: earliestIdentity(buyerIdentity),
    availablePaymentOptions: signal([]),
    buyerJourney: group({intercept: call(), completed: signal(true)}),
    deliveryGroups: signal([]),
    selectedPaymentOptions: signal([]),
  };
}

export type OrderStatusPointApi = Omit<
  OrderStatusApi,
  'authenticationState' | 'billingAddress' | 'checkoutToken' | 'requireLogin' | 'cost'
> &
  MetafieldsApi &
  UiApi &
  Pick<
    StandardApi,
    'extensionPoint' | 'extension' | 'version' | 'settings' | 'sessionToken' | 'storage' | 'query'
  > & {
    readonly analytics: GroupNode<{
      readonly publish: CallNode<(name: string, data: {[key: string]: unknown}) => Promise<boolean>>;
    }>;
    readonly cost: GroupNode<{readonly totalAmount: SignalNode<Money>}>;
  };

export type EarliestPointApi = Omit<OrderStatusPointApi, 'checkoutSettings' | 'buyerIdentity'> &
  PresentmentApi & {
    readonly buyerIdentity: GroupNode<EarliestIdentity> | ValueNode<undefined>;
    readonly availablePaymentOptions: SignalNode<readonly never[]>;
    readonly buyerJourney: GroupNode<{
      readonly intercept: CallNode<(interceptor: Interceptor) => Promise<() => void>>;
      readonly completed: SignalNode<boolean>;
    }>;
    readonly deliveryGroups: SignalNode<readonly never[]>;
    readonly selectedPaymentOptions: SignalNode<readonly never[]>;
  };
