import type {PageState} from '../../../../wire/control.ts';
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
  readonly applyMetafieldsChange: CallNode<(changes: AdminMetafieldChange[]) => void>;
};

/** A change of one metafield. */
export type AdminMetafieldChange =
  | {type: 'updateMetafield'; key: string; namespace?: string; value: string | number; valueType?: string}
  | {type: 'removeMetafield'; key: string; namespace: string};

/** Creates `discounts`. */
export function discountsApi({admin}: PageState): DiscountsApi {
  const {
    discountClasses = [],
    discountMethod = '',
    purchaseType = '',
    recurringCycleLimit = null,
  } = admin?.discount ?? {};
  return {
    discounts: group({
      discountClasses: signal(discountClasses),
      updateDiscountClasses: call(),
      discountMethod: signal(discountMethod),
      purchaseType: signal(purchaseType),
      updatePurchaseType: call(),
      recurringCycleLimit: signal(recurringCycleLimit),
      updateRecurringCycleLimit: call(),
    }),
  };
}

/** The API of discount settings. The sandbox answers the three functions itself, because they answer at once. */
export type DiscountsApi = {
  readonly discounts: GroupNode<{
    readonly discountClasses: SignalNode<readonly string[]>;
    readonly updateDiscountClasses: CallNode<(classes: string[]) => UpdateResult<string[]>>;
    readonly discountMethod: SignalNode<string>;
    readonly purchaseType: SignalNode<string>;
    readonly updatePurchaseType: CallNode<(purchaseType: string) => UpdateResult<string>>;
    readonly recurringCycleLimit: SignalNode<number | null>;
    readonly updateRecurringCycleLimit: CallNode<(limit: number | null) => UpdateResult<number | null>>;
  }>;
};

/** The result of a change of a discount. */
export type UpdateResult<T> =
  | {readonly success: true; readonly value: T}
  | {readonly success: false; readonly errors: readonly {readonly type: 'error'; readonly message: string}[]};

/** Creates the private member of segment templates. */
export function featuresApi(): FeaturesApi {
  return {__enabledFeatures: value([])};
}

/** The private member of segment templates. */
export type FeaturesApi = {readonly __enabledFeatures: ValueNode<readonly string[]>};
