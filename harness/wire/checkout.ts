/** The checkout as pages know it. The simulation owns it; pages show it and request changes. */
import type {DeliveryGroup} from './checkout-delivery.ts';
import type {CheckoutLayout, CheckoutStep} from './checkout-steps.ts';
import type {Attribute, DiscountAllocation, GiftCard, Money, Variant} from './order.ts';
import type {ShippingAddress} from './shipping-address.ts';

/** A checkout, from the cart to the thank-you page. */
export interface Checkout {
  /** `shopify.checkoutToken`. */
  readonly token: string;
  /**
   * The id of the cart in the Storefront API: `gid://shopify/Cart/<token>?key=<key>`. Mutations need the key, which no
   * extension gets.
   */
  readonly cartId: string;
  /** The number of pages before the thank-you page, by the option `checkout.layout`. */
  readonly layout: CheckoutLayout;
  /** The step that the buyer is on; `checkout` on a one-page checkout. */
  readonly step: CheckoutStep;
  /** The furthest step that the buyer has reached. */
  readonly reached: CheckoutStep;
  /**
   * The cart: `[{id, merchandise, quantity, attributes, sellingPlan, parentId, components, discountAllocations,
   * total}]`.
   */
  readonly lines: readonly CheckoutLine[];
  /** The sums. They follow from lines, codes, delivery and `taxRate`. */
  readonly cost: CheckoutCost;
  /** The tax, in thousandths of the taxed amount: `80` is 8 %. */
  readonly taxRate: number;
  /** The codes that are applied: `['WELCOME10']`. */
  readonly discountCodes: readonly string[];
  /** Discounts of the whole cart. A line has its own. */
  readonly discountAllocations: readonly DiscountAllocation[];
  /**
   * The gift cards that pay: `[{lastCharacters: '0025', amountUsed: {amount: 5, currencyCode: 'USD'}, balance:
   * {amount: 25, currencyCode: 'USD'}}]`.
   */
  readonly giftCards: readonly GiftCard[];
  /** The buyer's note, for example `'Please ring twice'`; `null` without one. */
  readonly note: string | null;
  /** Custom attributes of the cart: `[{key: 'Gift message', value: 'With best wishes'}]`. */
  readonly attributes: readonly Attribute[];
  /**
   * Metafields of the cart (`applyMetafieldChange`): `[{namespace: '$app', key: 'gift', value: 'yes', type:
   * 'single_line_text_field'}]`.
   */
  readonly metafields: readonly CartMetafield[];
  /**
   * Metafields of the checkout itself, which API versions until 2026-01 have: `[{namespace: 'custom', key:
   * 'gift', value: 'yes', valueType: 'string'}]`.
   */
  readonly checkoutMetafields: readonly CheckoutMetafield[];
  /** The buyer's contact: `{email: 'ada@example.com', phone: null}`. At first that of the signed-in customer. */
  readonly contact: {readonly email: string | null; readonly phone: string | null};
  /**
   * The delivery address as far as it was entered: `{address1: '1 Road', countryCode: 'US', zip: '10001'}`;
   * null before.
   */
  readonly shippingAddress: ShippingAddress | null;
  /** The billing address as far as it was entered; null before. */
  readonly billingAddress: ShippingAddress | null;
  /** The deliveries. Empty until there is a delivery address. */
  readonly deliveryGroups: readonly DeliveryGroup[];
  /** The payment methods: `[{type: 'creditCard', handle: 'credit-card', title: 'Credit card'}]`. */
  readonly paymentOptions: readonly PaymentOption[];
  /** The handle of the chosen payment option: `'credit-card'`. */
  readonly selectedPaymentOption: string;
  /** Attributes of the payment method: `[{key: 'po-number', value: 'PO-1'}]`. */
  readonly paymentMethodAttributes: readonly PaymentMethodAttribute[];
  /** The first digits of the card that the buyer has entered: `'424242'`; null before. */
  readonly bankIdNumber: string | null;
  /** Fields that a country requires: `[{key: 'TAX_CREDENTIAL_BR', title: 'CPF/CNPJ', value: ''}]`. */
  readonly localizedFields: readonly LocalizedField[];
  /** The changes that extensions may make: `{lines: {canAddCartLine: false, …}, …}`. */
  readonly instructions: CartInstructions;
  /** `shopify.checkoutSettings`: `{orderSubmission: 'ORDER', shippingAddress: {isEditable: true}}`. */
  readonly settings: CheckoutSettings;
  /** Whether the buyer pays with a wallet such as Apple Pay. Then no extension may change anything, and the page is one. */
  readonly accelerated: boolean;
  /** Whether the buyer is searching for a pickup location. */
  readonly locationFormVisible: boolean;
  /** The order that the checkout has become; null before. */
  readonly confirmation: OrderConfirmation | null;
}

/** The sums of a checkout. */
export interface CheckoutCost {
  /** All lines, less discounts. */
  readonly subtotal: Money;
  /** The price of delivery. Null before the shipping step, and without a delivery address. */
  readonly shipping: Money | null;
  /** The tax. Null without a delivery address. */
  readonly tax: Money | null;
  /** The sum of the amounts that are known so far. Gift cards pay part of it and do not lower it. */
  readonly total: Money;
  /** The total less gift cards. */
  readonly due: Money;
}

/** A line of the cart. */
export interface CheckoutLine {
  /** `gid://shopify/CartLine/…` */
  readonly id: string;
  /** The product variant. */
  readonly merchandise: Variant;
  /** A whole number from 1 up. */
  readonly quantity: number;
  /** Custom attributes of the line: `[{key: 'Engraving', value: 'Ada'}]`. */
  readonly attributes: readonly Attribute[];
  /** The selling plan of a subscription; null for a one-time purchase. */
  readonly sellingPlan: {readonly id: string; readonly recurringDeliveries: boolean} | null;
  /** The id of the line that this line belongs to; null for a separate line. */
  readonly parentId: string | null;
  /** The parts of a bundle; empty for other lines. */
  readonly components: readonly LineComponent[];
  /** Discounts of this line. */
  readonly discountAllocations: readonly DiscountAllocation[];
  /** Price times quantity, less the line's discounts. */
  readonly total: Money;
}

/** A part of a bundle. */
export interface LineComponent {
  /** The id of the part. */
  readonly id: string;
  /** The product variant. */
  readonly merchandise: Variant;
  /** A whole number from 1 up. */
  readonly quantity: number;
  /** Custom attributes of the part. */
  readonly attributes: readonly Attribute[];
}

/** A metafield of the cart. */
export interface CartMetafield {
  /** The namespace, for example `$app`. */
  readonly namespace: string;
  /** The key, for example `gift`. */
  readonly key: string;
  /** The value, as a string. */
  readonly value: string;
  /** The type of its definition, for example `single_line_text_field`. */
  readonly type: string;
}

/** A metafield of the checkout, which API versions until 2026-01 have. */
export interface CheckoutMetafield {
  /** The namespace, for example `custom`. */
  readonly namespace: string;
  /** The key, for example `gift`. */
  readonly key: string;
  /** The value. */
  readonly value: string | number;
  /** The type of the value. */
  readonly valueType: 'integer' | 'string' | 'json_string';
}

/** Whether a line of the cart is delivered. */
export function needsDelivery({lines}: Pick<Checkout, 'lines'>): boolean {
  return lines.some(({merchandise}) => merchandise.requiresShipping);
}

/** A payment method. */
export interface PaymentOption {
  /** The kind of payment method. */
  readonly type:
    | 'creditCard'
    | 'deferred'
    | 'local'
    | 'manualPayment'
    | 'offsite'
    | 'other'
    | 'paymentOnDelivery'
    | 'redeemable'
    | 'wallet'
    | 'customOnsite';
  /** The id of the payment method. */
  readonly handle: string;
  /** The title that the page shows. */
  readonly title: string;
}

/** An attribute of the payment method. */
export interface PaymentMethodAttribute {
  /** For example `po-number`. */
  readonly key: string;
  /** For example `PO-1`. */
  readonly value: string | number | boolean;
}

/** A field that a country requires. */
export interface LocalizedField {
  /** For example `TAX_CREDENTIAL_BR`. */
  readonly key: string;
  /** The label that the page shows. */
  readonly title: string;
  /** The buyer's entry; empty at first. */
  readonly value: string;
}

/** The changes of the cart that extensions may make. */
export interface CartInstructions {
  /** Changes of custom attributes. */
  readonly attributes: {readonly canUpdateAttributes: boolean};
  /** Changes of the delivery address. */
  readonly delivery: {readonly canSelectCustomAddress: boolean};
  /** Changes of discount codes. */
  readonly discounts: {readonly canUpdateDiscountCodes: boolean};
  /** Changes of lines. */
  readonly lines: {
    readonly canAddCartLine: boolean;
    readonly canRemoveCartLine: boolean;
    readonly canUpdateCartLine: boolean;
  };
  /** Changes of metafields. */
  readonly metafields: {readonly canSetCartMetafields: boolean; readonly canDeleteCartMetafield: boolean};
  /** Changes of the note. */
  readonly notes: {readonly canUpdateNote: boolean};
}

/** Settings of the checkout. */
export interface CheckoutSettings {
  /** Whether the checkout becomes an order or a draft order. */
  readonly orderSubmission: 'DRAFT_ORDER' | 'ORDER';
  /** Whether the buyer may edit the delivery address. */
  readonly shippingAddress: {readonly isEditable: boolean};
}

/** The order that a checkout has become. */
export interface OrderConfirmation {
  /** The order. */
  readonly order: {
    /** `gid://shopify/Order/…`. Extensions get `gid://shopify/OrderIdentity/…`, see `checkout.orderIdType`. */
    readonly id: string;
  };
  /** The number on the thank-you page. */
  readonly number: string;
  /** Whether it is the buyer's first order. */
  readonly isFirstOrder: boolean;
}
