import type {Checkout} from '../../wire/checkout.ts';

const nothing = {amount: 0, currencyCode: 'USD'};

/** A checkout with nothing in it. */
export const CHECKOUT: Checkout = {
  token: 'checkout-token',
  cartId: 'gid://shopify/Cart/checkout-token?key=key',
  layout: 'three-page',
  step: 'information',
  reached: 'information',
  lines: [],
  cost: {subtotal: nothing, shipping: null, tax: null, total: nothing, due: nothing},
  taxRate: 0,
  discountCodes: [],
  discountAllocations: [],
  giftCards: [],
  note: null,
  attributes: [],
  metafields: [],
  checkoutMetafields: [],
  contact: {email: null, phone: null},
  shippingAddress: null,
  billingAddress: null,
  deliveryGroups: [],
  paymentOptions: [],
  selectedPaymentOption: '',
  paymentMethodAttributes: [],
  bankIdNumber: null,
  localizedFields: [],
  instructions: {
    attributes: {canUpdateAttributes: true},
    delivery: {canSelectCustomAddress: true},
    discounts: {canUpdateDiscountCodes: true},
    lines: {canAddCartLine: true, canRemoveCartLine: true, canUpdateCartLine: true},
    metafields: {canSetCartMetafields: true, canDeleteCartMetafield: true},
    notes: {canUpdateNote: true},
  },
  settings: {orderSubmission: 'ORDER', shippingAddress: {isEditable: true}},
  accelerated: false,
  locationFormVisible: false,
  confirmation: null,
};
