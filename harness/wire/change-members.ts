import type {ShippingAddress} from './shipping-address.ts';

/** The members of the API that change a checkout. Each takes one argument. */
export const CHANGE_MEMBERS = [
  'applyAttributeChange',
  'applyCartLinesChange',
  'applyDiscountCodeChange',
  'applyGiftCardChange',
  'applyMetafieldChange',
  'applyNoteChange',
  'applyPaymentMethodAttributesChange',
  'applyRedeemableChange',
  'applyShippingAddressChange',
] as const;

/** The name of such a member. */
export type ChangeMember = (typeof CHANGE_MEMBERS)[number];

/** The result of a change of the checkout. */
export type ChangeResult = {readonly type: 'success'} | {readonly type: 'error'; readonly message: string};

/** The result of a change of the delivery address. */
export type AddressChangeResult =
  | {readonly type: 'success'; readonly errors: null}
  | {
      readonly type: 'error';
      readonly errors: {field?: Exclude<keyof ShippingAddress, 'oneTimeUse'>; message: string}[];
    };
