// What targets of checkout and of the order status page get in 2023-04 and 2023-07.
import type {OrderApi} from '../../harness/page/host/surfaces/react/react-checkout-api.ts';
import type {I18n} from '../../harness/page/sandbox/i18n.ts';
import type {Metafield, MetafieldOwner} from '../../harness/wire/account.ts';
import type {CheckoutApiPart} from '../../harness/wire/checkout-targets.ts';
import type {ORDER_STATUS_POINTS} from '../../harness/wire/customer-account-targets.ts';
import type {Name, PartsOf} from './checkout-parts.ts';
import type {All, SignalOf} from './view.ts';

/** No version until 2026-01 has metafields of orders, and none are given. */
export type WithoutOrders<Api> = Omit<Api, 'appMetafields'> & {
  readonly appMetafields: SignalOf<
    readonly (Metafield & {readonly target: {readonly type: Exclude<MetafieldOwner, 'order'>}})[]
  >;
};

export type OrderStatusPoint = keyof typeof ORDER_STATUS_POINTS;

/** The API of a target, of the parts that its version has. */
export type FirstApi<Target, Published, Parts extends Record<CheckoutApiPart, object>, Point, PointLine> = {
  readonly i18n: I18n;
} & (Target extends OrderStatusPoint
  ? Point & ('cart-line' extends (typeof ORDER_STATUS_POINTS)[Target]['api'][number] ? PointLine : object)
  : Target extends Name
    ? All<Parts[PartsOf<Target>]> &
        ('order' extends keyof Published
          ? {readonly order: {readonly value: OrderApi['order']['value']}}
          : object)
    : never);
