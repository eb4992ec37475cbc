import type {DiscountSettings} from '../../../../wire/admin-view.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {CallNode, GroupNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, signal, value} from '../api-node.ts';
import type {Outcome} from '../common-api.ts';

/** Creates `applyMetafieldChange`. */
export function metafieldApi(): MetafieldApi {
  return {applyMetafieldChange: call()};
}

/** The API of settings with metafields. */
export type MetafieldApi = {
  readonly applyMetafieldChange: CallNode<(change: AdminMetafieldChange) => Promise<Outcome>>;
};

/** Creates `applyMetafieldsChange` of order routing. */
export function metafieldsApi(): MetafieldsApi {
  return {applyMetafieldsChange: call()};
}

/** The API of order routing with metafields. */
export type MetafieldsApi = {
  readonly applyMetafieldsChange: CallNode<
    (changes: (AdminMetafieldChange | AdminMetafieldChange[])[]) => void
  >;
};

/** A change of one metafield. */
export type AdminMetafieldChange =
  | {type: 'updateMetafield'; key: string; namespace?: string; value: string | number; valueType?: string}
  | {type: 'removeMetafield'; key: string; namespace: string};

/** The first API version with the purchase type and the cycle limit of a discount. */
const FIRST_WITH_PURCHASE_TYPE = '2026-04';

/** Creates `discounts`. */
export function discountsApi({apiVersion}: Pick<Mount, 'apiVersion'>, {admin}: PageState): DiscountsApi {
  const {discountClasses, discountMethod, purchaseType, recurringCycleLimit} = admin?.discount ?? NO_DISCOUNT;
  const classes = {
    discountClasses: signal(discountClasses),
    updateDiscountClasses: call(),
    discountMethod: signal(discountMethod),
  };
  const cycles = {
    purchaseType: signal(purchaseType),
    updatePurchaseType: call(),
    recurringCycleLimit: signal(recurringCycleLimit),
    updateRecurringCycleLimit: call(),
  };

  return {
    discounts: group(apiVersion < FIRST_WITH_PURCHASE_TYPE ? classes : {...classes, ...cycles}),
  } as DiscountsApi;
}

const NO_DISCOUNT: DiscountSettings = {
  discountClasses: [],
  discountMethod: 'code',
  purchaseType: 'one_time_purchase',
  recurringCycleLimit: null,
};

type Classes = DiscountSettings['discountClasses'][number][];
type PurchaseType = DiscountSettings['purchaseType'];

/** The API of discount settings. The sandbox answers the three functions itself, because they answer at once. */
export type DiscountsApi = {
  readonly discounts: GroupNode<{
    readonly discountClasses: SignalNode<DiscountSettings['discountClasses']>;
    readonly updateDiscountClasses: CallNode<UpdateSignal<Classes>>;
    readonly discountMethod: SignalNode<DiscountSettings['discountMethod']>;
    readonly purchaseType: SignalNode<PurchaseType>;
    readonly updatePurchaseType: CallNode<UpdateSignal<PurchaseType>>;
    readonly recurringCycleLimit: SignalNode<number | null>;
    readonly updateRecurringCycleLimit: CallNode<UpdateSignal<number | null>>;
  }>;
};

type UpdateSignal<T> = (value: T) => UpdateResult<T>;

/** The result of a change of a discount. */
export type UpdateResult<T> =
  | {readonly success: true; readonly value: T}
  | {readonly success: false; readonly errors: {type: 'error'; message: string; code: string}[]};

/** Creates the private member of segment templates. */
export function featuresApi(): FeaturesApi {
  return {__enabledFeatures: value([])};
}

/** The private member of segment templates. */
export type FeaturesApi = {readonly __enabledFeatures: ValueNode<readonly never[]>};
