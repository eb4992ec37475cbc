/** What a checkout page knows of the checkout. The simulation owns it; pages show it and ask for changes. */
import type {Attribute, DiscountAllocation, GiftCard, Money, Variant} from './order.ts';

/** A checkout, from the cart to the page that thanks. */
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
  /** Thousandths of what is taxed: `80` is 8 %. */
  readonly taxRate: number;
  /** The codes that are applied: `['WELCOME10']`. */
  readonly discountCodes: readonly string[];
  /** Of the whole cart; those of a line stand there. */
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
  /** Where the buyer is reached: `{email: 'ada@example.com', phone: null}`. A signed-in buyer's own at first. */
  readonly contact: {readonly email: string | null; readonly phone: string | null};
  /** Where the goods go, as far as it was entered: `{address1: '1 Road', countryCode: 'US', zip: '10001'}`; `null` before. */
  readonly shippingAddress: ShippingAddress | null;
  /** Who is billed, as far as it was entered; `null` before. */
  readonly billingAddress: ShippingAddress | null;
  /** None until there is an address to deliver to. */
  readonly deliveryGroups: readonly DeliveryGroup[];
  /** The ways to pay: `[{type: 'creditCard', handle: 'credit-card', title: 'Credit card'}]`. */
  readonly paymentOptions: readonly PaymentOption[];
  /** The handle of the chosen payment option: `'credit-card'`. */
  readonly selectedPaymentOption: string;
  /** Attributes of the way to pay: `[{key: 'po-number', value: 'PO-1'}]`. */
  readonly paymentMethodAttributes: readonly PaymentMethodAttribute[];
  /** The first digits of the card that the buyer has typed: `'424242'`; `null` before. */
  readonly bankIdNumber: string | null;
  /** Fields that a country asks for: `[{key: 'TAX_CREDENTIAL_BR', title: 'CPF/CNPJ', value: ''}]`. */
  readonly localizedFields: readonly LocalizedField[];
  /** What extensions may change: `{lines: {canAddCartLine: false, …}, …}`. */
  readonly instructions: CartInstructions;
  /** `shopify.checkoutSettings`: `{orderSubmission: 'ORDER', shippingAddress: {isEditable: true}}`. */
  readonly settings: CheckoutSettings;
  /** The buyer pays by a wallet such as Apple Pay: no extension may change anything. */
  readonly accelerated: boolean;
  /** The buyer searches for a place to pick up. */
  readonly locationFormVisible: boolean;
  /** The order that the checkout has become. */
  readonly confirmation: OrderConfirmation | null;
}

/** The steps of a checkout of three pages, in order. */
export const CHECKOUT_STEPS = ['information', 'shipping', 'payment', 'thank-you'] as const;

export type CheckoutStep = (typeof CHECKOUT_STEPS)[number];

export interface CheckoutCost {
  /** All lines, less discounts. */
  readonly subtotal: Money;
  /** `null` until the buyer has come to the choice of delivery, and without an address to deliver to. */
  readonly shipping: Money | null;
  /** `null` until there is an address. */
  readonly tax: Money | null;
  /** Of what is known so far. Gift cards pay part of it and do not lower it. */
  readonly total: Money;
  /** What gift cards leave of it. */
  readonly due: Money;
}

export interface CheckoutLine {
  /** `gid://shopify/CartLine/…` */
  readonly id: string;
  readonly merchandise: Variant;
  readonly quantity: number;
  readonly attributes: readonly Attribute[];
  readonly sellingPlan: {readonly id: string; readonly recurringDeliveries: boolean} | null;
  /** The line that this one belongs to. */
  readonly parentId: string | null;
  readonly components: readonly LineComponent[];
  readonly discountAllocations: readonly DiscountAllocation[];
  /** Price times quantity, less the line's discounts. */
  readonly total: Money;
}

/** A part of a bundle. */
export interface LineComponent {
  readonly id: string;
  readonly merchandise: Variant;
  readonly quantity: number;
  readonly attributes: readonly Attribute[];
}

export interface CartMetafield {
  readonly namespace: string;
  readonly key: string;
  readonly value: string;
  readonly type: string;
}

export interface CheckoutMetafield {
  readonly namespace: string;
  readonly key: string;
  readonly value: string | number;
  readonly valueType: 'integer' | 'string' | 'json_string';
}

export interface ShippingAddress {
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly company?: string;
  readonly address1?: string;
  readonly address2?: string;
  readonly city?: string;
  readonly zip?: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
  readonly provinceCode?: string;
  readonly phone?: string;
  readonly oneTimeUse?: boolean;
}

/** Whether anything in the cart is delivered. */
export function needsDelivery({lines}: Pick<Checkout, 'lines'>): boolean {
  return lines.some(({merchandise}) => merchandise.requiresShipping);
}

export interface DeliveryGroup {
  readonly id: string;
  readonly groupType: 'oneTimePurchase' | 'subscription';
  readonly lineIds: readonly string[];
  readonly options: readonly DeliveryOption[];
  /** The handle of the chosen option. */
  readonly selected: string;
}

export type DeliveryOption = ShippingOption | PickupOption | PickupPointOption;

interface DeliveryOptionBase {
  readonly handle: string;
  readonly title: string;
  readonly description?: string;
  readonly code: string;
}

export interface ShippingOption extends DeliveryOptionBase {
  readonly type: 'shipping' | 'local';
  readonly carrier: string;
  readonly cost: Money;
  /** What the buyer pays for it. */
  readonly costAfterDiscounts: Money;
  /** Seconds. */
  readonly timeInTransit: {readonly lower: number; readonly upper: number};
}

export interface PickupOption extends DeliveryOptionBase {
  readonly type: 'pickup';
  readonly location: {readonly name: string; readonly address: ShippingAddress};
}

export interface PickupPointOption extends DeliveryOptionBase {
  readonly type: 'pickupPoint';
  readonly carrier: {readonly code: string; readonly name: string};
  readonly cost: Money;
  readonly costAfterDiscounts: Money;
  readonly location: {readonly name: string; readonly handle: string; readonly address: ShippingAddress};
}

export interface PaymentOption {
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
  readonly handle: string;
  /** As the page names it. */
  readonly title: string;
}

export interface PaymentMethodAttribute {
  readonly key: string;
  readonly value: string | number | boolean;
}

export interface LocalizedField {
  readonly key: string;
  readonly title: string;
  readonly value: string;
}

export interface CartInstructions {
  readonly attributes: {readonly canUpdateAttributes: boolean};
  readonly delivery: {readonly canSelectCustomAddress: boolean};
  readonly discounts: {readonly canUpdateDiscountCodes: boolean};
  readonly lines: {
    readonly canAddCartLine: boolean;
    readonly canRemoveCartLine: boolean;
    readonly canUpdateCartLine: boolean;
  };
  readonly metafields: {readonly canSetCartMetafields: boolean; readonly canDeleteCartMetafield: boolean};
  readonly notes: {readonly canUpdateNote: boolean};
}

export interface CheckoutSettings {
  readonly orderSubmission: 'DRAFT_ORDER' | 'ORDER';
  readonly shippingAddress: {readonly isEditable: boolean};
}

export interface OrderConfirmation {
  readonly order: {
    /** `gid://shopify/Order/…` */
    readonly id: string;
  };
  readonly number: string;
  readonly isFirstOrder: boolean;
}

/** The members of the API that change a checkout, each by one argument. */
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

export type ChangeMember = (typeof CHANGE_MEMBERS)[number];

/** How a change of the checkout ended. */
export type ChangeResult = {readonly type: 'success'} | {readonly type: 'error'; readonly message: string};

export type AddressChangeResult =
  | {readonly type: 'success'; readonly errors: null}
  | {
      readonly type: 'error';
      readonly errors: {field?: Exclude<keyof ShippingAddress, 'oneTimeUse'>; message: string}[];
    };

/** What the buyer does on the page itself, beside extensions. */
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
