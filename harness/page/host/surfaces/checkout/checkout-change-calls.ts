import type {ShippingAddress} from '../../../../wire/shipping-address.ts';
import type {AddressChangeResult, ChangeResult} from '../../../../wire/change-members.ts';
import type {PaymentMethodAttribute} from '../../../../wire/checkout.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {Attribute} from '../../../../wire/order.ts';
import {isCustomerDataApproved} from '../../../../wire/protected-customer-data.ts';
import type {CallNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, signal, value} from '../api-node.ts';

/** Returns the members that change the checkout, for targets before the thank-you page (`CheckoutApi`). */
export function changesApi(_mount: Mount, {app}: PageState): ChangesApi {
  return {
    applyAttributeChange: call(),
    applyCartLinesChange: call(),
    applyDiscountCodeChange: call(),
    applyGiftCardChange: call(),
    applyMetafieldChange: call(),
    applyNoteChange: call(),
    applyShippingAddressChange: isCustomerDataApproved(app.protectedCustomerData) ? call() : value(undefined),
  };
}

/** Returns the members of targets at redeemables (`RedeemableApi`). */
export function redeemableApi(): RedeemableApi {
  return {applyRedeemableChange: call()};
}

/** Returns the members of targets at a payment option (`PaymentOptionItemApi`). */
export function paymentOptionApi(_mount: Mount, {checkout}: PageState): PaymentOptionApi {
  return {
    applyPaymentMethodAttributesChange: call(),
    paymentMethodAttributes: signal(
      checkout.paymentMethodAttributes.length === 0 ? undefined : checkout.paymentMethodAttributes,
    ),
    bankIdNumber: signal(checkout.bankIdNumber ?? undefined),
  };
}

type Change<Given, Result> = CallNode<(change: Given) => Promise<Result>>;
type Parent = {lineId: string} | {merchandiseId: string};

export type ChangesApi = {
  readonly applyAttributeChange: Change<
    {type: 'updateAttribute'; key: string; value: string} | {type: 'removeAttribute'; key: string},
    ChangeResult
  >;
  readonly applyCartLinesChange: Change<
    | {
        type: 'addCartLine';
        merchandiseId: string;
        quantity: number;
        attributes?: readonly Attribute[];
        sellingPlanId?: string;
        parent?: Parent;
      }
    | {type: 'removeCartLine'; id: string; quantity: number}
    | {
        type: 'updateCartLine';
        id: string;
        merchandiseId?: string;
        quantity?: number;
        attributes?: readonly Attribute[];
        sellingPlanId?: string | null;
        parent?: Parent;
      },
    ChangeResult
  >;
  readonly applyDiscountCodeChange: Change<
    {type: 'addDiscountCode' | 'removeDiscountCode'; code: string},
    ChangeResult
  >;
  readonly applyGiftCardChange: Change<{type: 'addGiftCard' | 'removeGiftCard'; code: string}, ChangeResult>;
  readonly applyMetafieldChange: Change<MetafieldChange, ChangeResult>;
  readonly applyNoteChange: Change<{type: 'removeNote'} | {type: 'updateNote'; note: string}, ChangeResult>;
  readonly applyShippingAddressChange:
    | Change<{type: 'updateShippingAddress'; address: ShippingAddress}, AddressChangeResult>
    | ValueNode<undefined>;
};

type MetafieldChange =
  | {type: 'removeCartMetafield'; key: string; namespace?: string}
  | {type: 'updateCartMetafield'; metafield: {key: string; namespace?: string; value: string; type: string}}
  // Until API version 2026-01.
  | {type: 'removeMetafield'; key: string; namespace: string}
  | {
      type: 'updateMetafield';
      key: string;
      namespace: string;
      value: string | number;
      valueType: 'integer' | 'string' | 'json_string';
    };

export type RedeemableApi = {
  readonly applyRedeemableChange: Change<
    {type: 'redeemableAddChange'; attributes: readonly Attribute[]; identifier: string},
    ChangeResult
  >;
};

export type PaymentOptionApi = {
  readonly applyPaymentMethodAttributesChange: Change<
    {type: 'updatePaymentMethodAttributes'; attributes: readonly PaymentMethodAttribute[]},
    ChangeResult
  >;
  readonly paymentMethodAttributes: SignalNode<readonly PaymentMethodAttribute[] | undefined>;
  readonly bankIdNumber: SignalNode<string | undefined>;
};
