/** What a checkout page knows of the checkout. The simulation owns it; pages show it and ask for changes. */
import type {Attribute, DiscountAllocation, GiftCard, Money, Variant} from './order.ts';

/** A checkout, from the cart to the thank-you page. */
export interface Checkout {
  /** `shopify.checkoutToken`. */
  readonly token: string;
  /** The step that the buyer is on. */
  readonly step: CheckoutStep;
  /** The furthest step that the buyer has reached. */
  readonly reached: CheckoutStep;
  /** The cart: `[{id, merchandise, quantity, attributes, sellingPlan, parentId, components, discountAllocations, total}]`. */
  readonly lines: readonly CheckoutLine[];
  /** The sums. They follow from lines, codes, delivery and `taxRate`. */
  readonly cost: CheckoutCost;
  /** The tax, in thousandths of the taxed amount: `80` is 8 %. */
  readonly taxRate: number;
  /** The codes that are applied: `['WELCOME10']`. */
  readonly discountCodes: readonly string[];
  /** Discounts of the whole cart. A line has its own. */
  readonly discountAllocations: readonly DiscountAllocation[];
  /** The gift cards that pay: `[{lastCharacters: '0025', amountUsed: {amount: 5, currencyCode: 'USD'}, balance: {amount: 25, currencyCode: 'USD'}}]`. */
  readonly giftCards: readonly GiftCard[];
  /** The buyer's note, for example `'Please ring twice'`; `null` without one. */
  readonly note: string | null;
  /** Custom attributes of the cart: `[{key: 'Gift message', value: 'With best wishes'}]`. */
  readonly attributes: readonly Attribute[];
  /** Metafields of the cart (`applyMetafieldChange`): `[{namespace: '$app', key: 'gift', value: 'yes', type: 'single_line_text_field'}]`. */
  readonly metafields: readonly CartMetafield[];
  /** Metafields of the checkout itself, which API versions until 2026-01 have: `[{namespace: 'custom', key: 'gift', value: 'yes', valueType: 'string'}]`. */
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
  /** Whether the buyer pays with a wallet such as Apple Pay. Then no extension may change anything. */
  readonly accelerated: boolean;
  /** Whether the buyer is searching for a pickup location. */
  readonly locationFormVisible: boolean;
  /** The order that the checkout has become; null before. */
  readonly confirmation: OrderConfirmation | null;
}

/** The steps of a checkout of three pages, in order. */
export const CHECKOUT_STEPS = ['information', 'shipping', 'payment', 'thank-you'] as const;

/** A step of the checkout. */
export type CheckoutStep = (typeof CHECKOUT_STEPS)[number];

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
  /** The id of the line that this line belongs to; null for a line of its own. */
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

/** A postal address as far as it was entered. */
export interface ShippingAddress {
  /** First and last name together. */
  readonly name?: string;
  /** The first name. */
  readonly firstName?: string;
  /** The last name. */
  readonly lastName?: string;
  /** The company. */
  readonly company?: string;
  /** Street and number. */
  readonly address1?: string;
  /** Flat, floor or the like. */
  readonly address2?: string;
  /** The city. */
  readonly city?: string;
  /** The postal code. */
  readonly zip?: string;
  /** The country, in ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
  /** The code of the state or province, for example `NY`. */
  readonly provinceCode?: string;
  /** The phone number. */
  readonly phone?: string;
  /** Whether the address must not be saved. */
  readonly oneTimeUse?: boolean;
}

/** Whether a line of the cart is delivered. */
export function needsDelivery({lines}: Pick<Checkout, 'lines'>): boolean {
  return lines.some(({merchandise}) => merchandise.requiresShipping);
}

/** Lines that are delivered together, with the ways to deliver them. */
export interface DeliveryGroup {
  /** The id of the group. */
  readonly id: string;
  /** Whether the lines are a one-time purchase or a subscription. */
  readonly groupType: 'oneTimePurchase' | 'subscription';
  /** The ids of its lines. */
  readonly lineIds: readonly string[];
  /** The ways to deliver it. */
  readonly options: readonly DeliveryOption[];
  /** The handle of the chosen option. */
  readonly selected: string;
}

/** A way to deliver a group. */
export type DeliveryOption = ShippingOption | PickupOption | PickupPointOption;

/** The fields that every delivery option has. */
interface DeliveryOptionBase {
  /** The id of the option within its group. */
  readonly handle: string;
  /** The title that the page shows. */
  readonly title: string;
  /** The description that the page shows. */
  readonly description?: string;
  /** The code of the shipping rate. */
  readonly code: string;
}

/** Delivery to an address. */
export interface ShippingOption extends DeliveryOptionBase {
  /** Whether a carrier delivers it, or the shop itself. */
  readonly type: 'shipping' | 'local';
  /** The name of the carrier. */
  readonly carrier: string;
  /** The price before discounts. */
  readonly cost: Money;
  /** The price that the buyer pays. */
  readonly costAfterDiscounts: Money;
  /** The estimated time of delivery, in seconds. */
  readonly timeInTransit: {readonly lower: number; readonly upper: number};
}

/** Pickup at a location of the shop. */
export interface PickupOption extends DeliveryOptionBase {
  /** The kind of option. */
  readonly type: 'pickup';
  /** The location. */
  readonly location: {readonly name: string; readonly address: ShippingAddress};
}

/** Pickup at a location of a carrier. */
export interface PickupPointOption extends DeliveryOptionBase {
  /** The kind of option. */
  readonly type: 'pickupPoint';
  /** The carrier. */
  readonly carrier: {readonly code: string; readonly name: string};
  /** The price before discounts. */
  readonly cost: Money;
  /** The price that the buyer pays. */
  readonly costAfterDiscounts: Money;
  /** The location. */
  readonly location: {readonly name: string; readonly handle: string; readonly address: ShippingAddress};
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
    /** `gid://shopify/Order/…` */
    readonly id: string;
  };
  /** The number on the thank-you page. */
  readonly number: string;
  /** Whether it is the buyer's first order. */
  readonly isFirstOrder: boolean;
}

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

/** The actions of the buyer on the page itself, with their arguments. */
export interface BuyerActions {
  /** Goes to a step; the page has asked the extensions before. Paying is going to `thank-you`. */
  goTo: {readonly step: CheckoutStep};
  enterContact: {readonly email?: string; readonly phone?: string};
  enterAddress: ShippingAddress;
  chooseDelivery: {readonly group: string; readonly handle: string};
  choosePayment: {readonly handle: string};
  addDiscountCode: {readonly code: string};
  removeDiscountCode: {readonly code: string};
  addGiftCard: {readonly code: string};
  removeGiftCard: {readonly code: string};
}
