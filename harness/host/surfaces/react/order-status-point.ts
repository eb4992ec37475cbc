/**
 * The API of the order status page's own targets: the checkout's of its time, of what has become an order
 * (`@shopify/checkout-ui-extensions` 0.27.3, `api/standard`; `@shopify/ui-extensions` 2023.7.3, `surfaces/checkout/api`).
 */
import type {Mount, PageState} from '../../../wire/control.ts';
import type {Money} from '../../../wire/order.ts';
import type {ApiTree, CallNode, GroupNode, SignalNode} from '../../../wire/sandbox.ts';
import {call, group, signal} from '../api-node.ts';
import {partsApi} from '../customer-account/parts.ts';
import {metafieldsApi, orderStatusApi, type MetafieldsApi, type OrderStatusApi} from '../customer-account/order-status.ts';
import {standardApi, type StandardApi} from '../customer-account/standard.ts';
import {presentmentLines, type PresentmentLine} from './presentment-lines.ts';
import {uiApi, type UiApi} from './ui.ts';

/** The tree of the API as the state has it now. */
export function orderStatusPointApi(mount: Mount, state: PageState): ApiTree {
  return {...orderStatusPoint(mount, state), ...(mount.apiVersion < '2023-07' ? presentmentApi(state) : {}), ...partsApi(mount, state)};
}

export function orderStatusPoint(mount: Mount, state: PageState): OrderStatusPointApi {
  const {extensionPoint, extension, version, settings, sessionToken, storage, query} = standardApi(mount, state);
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
    availablePaymentOptions: signal([]),
    buyerJourney: group({intercept: call(), completed: signal(true)}),
    cost: group({totalAmount: cost.members.totalAmount}),
    deliveryGroups: signal([]),
    selectedPaymentOptions: signal([]),
  };
}

/** Until 2023-04. */
export function presentmentApi({order}: PageState): PresentmentApi {
  return {presentmentLines: signal(presentmentLines(order.lines))};
}

export type PresentmentApi = {readonly presentmentLines: SignalNode<readonly PresentmentLine[]>};

export type OrderStatusPointApi = Omit<
  OrderStatusApi,
  'authenticationState' | 'billingAddress' | 'checkoutToken' | 'requireLogin' | 'cost'
> &
  MetafieldsApi &
  UiApi &
  Pick<StandardApi, 'extensionPoint' | 'extension' | 'version' | 'settings' | 'sessionToken' | 'storage' | 'query'> & {
    readonly analytics: GroupNode<{readonly publish: CallNode<(name: string, data: {[key: string]: unknown}) => Promise<boolean>>}>;
    readonly availablePaymentOptions: SignalNode<readonly never[]>;
    readonly buyerJourney: GroupNode<{
      readonly intercept: CallNode<(interceptor: (props: {canBlockProgress: boolean}) => unknown) => Promise<() => void>>;
      readonly completed: SignalNode<boolean>;
    }>;
    readonly cost: GroupNode<{readonly totalAmount: SignalNode<Money>}>;
    readonly deliveryGroups: SignalNode<readonly never[]>;
    readonly selectedPaymentOptions: SignalNode<readonly never[]>;
  };
