import type {ChangeResult} from '../../../../wire/change-members.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {Attribute, Money} from '../../../../wire/order.ts';
import type {CallNode, GroupNode, SignalNode} from '../../../../wire/sandbox.ts';
import {call, group} from '../api-node.ts';
import {paymentOptionApi, type PaymentOptionApi} from '../checkout/checkout-change-calls.ts';
import {
  metafieldsApi,
  standardApi,
  uiApi,
  type MetafieldsApi,
  type StandardApi,
  type UiApi,
} from '../checkout/checkout-standard-api.ts';

/** Returns the standard members that checkout targets had in both 2023-04 and 2023-07 (`StandardApi`). */
export function firstStandardApi(mount: Mount, state: PageState): FirstStandardApi {
  const {
    applyTrackingConsentChange: _applyTrackingConsentChange,
    billingAddress: _billingAddress,
    checkoutToken: _checkoutToken,
    customerPrivacy: _customerPrivacy,
    instructions: _instructions,
    localizedFields: _localizedFields,
    buyerJourney,
    cost,
    ...standard
  } = standardApi(mount, state);

  return {
    ...standard,
    ...metafieldsApi(state),
    ...uiApi(),
    analytics: group({publish: call()}),
    buyerJourney: group({intercept: call(), completed: buyerJourney.members.completed}),
    cost: group({totalAmount: cost.members.totalAmount}),
  };
}

export function firstRedeemableApi(): FirstRedeemableApi {
  return {applyRedeemableChange: call()};
}

export function firstPaymentOptionApi(mount: Mount, state: PageState): FirstPaymentOptionApi {
  const {applyPaymentMethodAttributesChange} = paymentOptionApi(mount, state);
  return {applyPaymentMethodAttributesChange};
}

export type FirstStandardApi = Omit<
  StandardApi,
  | 'applyTrackingConsentChange'
  | 'billingAddress'
  | 'checkoutToken'
  | 'customerPrivacy'
  | 'instructions'
  | 'localizedFields'
  | 'analytics'
  | 'buyerJourney'
  | 'cost'
> &
  MetafieldsApi &
  UiApi & {
    readonly analytics: GroupNode<{
      readonly publish: CallNode<(name: string, data: {[key: string]: unknown}) => Promise<boolean>>;
    }>;
    readonly buyerJourney: GroupNode<Pick<StandardApi['buyerJourney']['members'], 'intercept' | 'completed'>>;
    readonly cost: GroupNode<{readonly totalAmount: SignalNode<Money>}>;
  };

export type FirstRedeemableApi = {
  readonly applyRedeemableChange: CallNode<
    (change: {type: 'redeemableAddChange'; attributes: readonly Attribute[]}) => Promise<ChangeResult>
  >;
};

export type FirstPaymentOptionApi = Pick<PaymentOptionApi, 'applyPaymentMethodAttributesChange'>;
