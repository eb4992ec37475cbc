/** An order and its buyer, as pages know them. The world generates them. */

/** An amount of a currency: `{amount: 4.5, currencyCode: 'USD'}`. */
export interface Money {
  /** The amount, in the currency's main unit. */
  readonly amount: number;
  /** The currency, in ISO 4217. */
  readonly currencyCode: string;
}

/** An order as pages of one order show it. */
export interface Order {
  /** `gid://shopify/Order/…` */
  readonly id: string;
  /** The order number that people see, for example `#1001`. */
  readonly name: string;
  /** The number on the thank-you page, for example `'7KX2QF9LM'`. */
  readonly confirmationNumber: string;
  /** `shopify.checkoutToken` of the checkout that became the order. */
  readonly checkoutToken: string;
  /** `gid://shopify/Customer/…` of the buyer. */
  readonly customerId: string;
  /** The buyer's email as entered at checkout, for example `'ada@example.com'`; `null` without one. */
  readonly email: string | null;
  /** The buyer's phone as entered at checkout, for example `'+12125550101'`; `null` without one. */
  readonly phone: string | null;
  /** When the buyer paid, in ISO 8601: `'2026-01-10T09:00:00Z'`. */
  readonly processedAt: string;
  /** When the order was cancelled, in ISO 8601: `'2026-01-11T10:00:00Z'`; `null` if it was not. */
  readonly cancelledAt: string | null;
  /** The items: `[{id, merchandise, quantity, attributes, discountAllocations, total}]`. */
  readonly lines: readonly OrderLine[];
  /** The sums. They follow from lines, discounts, `cost.shipping` and `taxRate`. */
  readonly cost: OrderCost;
  /** Thousandths of what is taxed: `80` is 8 %. */
  readonly taxRate: number;
  /** The codes that were used: `['WELCOME10']`. */
  readonly discountCodes: readonly string[];
  /**
   * Discounts of the whole order; each line has its own: `[{type: 'code', code: 'FIVEOFF', discountedAmount:
   * {amount: 5, currencyCode: 'USD'}}]`.
   */
  readonly discountAllocations: readonly DiscountAllocation[];
  /**
   * The gift cards that paid: `[{lastCharacters: '0025', amountUsed: {amount: 5, currencyCode: 'USD'}, balance:
   * {amount: 20, currencyCode: 'USD'}}]`.
   */
  readonly giftCards: readonly GiftCard[];
  /** The buyer's note, for example `'Please ring twice'`; `null` without one. */
  readonly note: string | null;
  /** Custom attributes of the cart: `[{key: 'Gift message', value: 'With best wishes'}]`. */
  readonly attributes: readonly Attribute[];
  /** The delivery address; null if nothing is delivered or no address was entered. */
  readonly shippingAddress: Address | null;
  /** The billing address; null without one. */
  readonly billingAddress: Address | null;
  /** The payment: `{brand: 'Visa', lastDigits: '4242'}`. */
  readonly payment: Payment;
  /**
   * The parcels: `[{id: 'gid://shopify/Fulfillment/1', status: 'in transit', trackingNumber: 'SH0123', lineIds:
   * ['gid://shopify/LineItem/1']}]`.
   */
  readonly fulfillments: readonly Fulfillment[];
  /**
   * The returns: `[{id: 'gid://shopify/Return/1', name: '#1001-R1', status: 'requested', lineIds:
   * ['gid://shopify/LineItem/1']}]`.
   */
  readonly returns: readonly Return[];
  /** The tip, for example `{amount: 5, currencyCode: 'USD'}`; `null` without one. */
  readonly tip: Money | null;
  /** The import duties, for example `{amount: 12.5, currencyCode: 'USD'}`; `null` if there are none. */
  readonly duties: Money | null;
  /**
   * The edits after the buyer paid, the oldest first. `lines` are what is left: `[{happenedAt: '2026-01-11T10:00:00Z',
   * changes: [{lineId: 'gid://shopify/LineItem/10013', merchandise, delta: -1}]}]`.
   */
  readonly edits: readonly OrderEdit[];
}

/** A change of an order after the buyer paid. The difference is paid, or paid back, at once. */
export interface OrderEdit {
  /** In ISO 8601: `'2026-01-11T10:00:00Z'`. */
  readonly happenedAt: string;
  /** The lines that it changed: `[{lineId: 'gid://shopify/LineItem/10013', merchandise, delta: -1}]`. */
  readonly changes: readonly OrderEditChange[];
}

/** A line that an edit changed. */
export interface OrderEditChange {
  /** The `id` of the line. A line that is not in `lines` any more was removed. */
  readonly lineId: string;
  /** The variant of the line. */
  readonly merchandise: Variant;
  /** The number of items that were added, or taken away if it is below zero. */
  readonly delta: number;
}

/** An item of an order. */
export interface OrderLine {
  /** `gid://shopify/LineItem/…` */
  readonly id: string;
  /** The variant that was bought. */
  readonly merchandise: Variant;
  /** A whole number from 1 up. */
  readonly quantity: number;
  /** Custom attributes of the line: `[{key: 'Engraving', value: 'Ada'}]`. */
  readonly attributes: readonly Attribute[];
  /** Discounts of this line. */
  readonly discountAllocations: readonly DiscountAllocation[];
  /** Price times quantity, less the line's discounts. */
  readonly total: Money;
}

/** The sums of an order. */
export interface OrderCost {
  /** All lines, less discounts. */
  readonly subtotal: Money;
  /** The price of delivery. */
  readonly shipping: Money;
  /** `taxRate` of subtotal and shipping. */
  readonly tax: Money;
  /** Subtotal, shipping and tax together, with duties and tip. */
  readonly total: Money;
}

/** A variant of a product, as it is bought. */
export interface Variant {
  /** `gid://shopify/ProductVariant/…` */
  readonly id: string;
  /** The product's title. */
  readonly title: string;
  /** The variant's own title. */
  readonly subtitle: string;
  /** The merchant's own number, for example `'BAG-1'`. */
  readonly sku: string;
  /** The price of one. */
  readonly price: Money;
  /** The picture: `{url: 'https://cdn.shopify.com/bag.png', altText: 'Canvas bag'}`. */
  readonly image: Image;
  /** `[{name: 'Colour', value: 'Natural'}]`. */
  readonly selectedOptions: readonly {readonly name: string; readonly value: string}[];
  /** The product: `{id: 'gid://shopify/Product/3001', vendor: 'Acme', productType: 'Bag'}`. */
  readonly product: {readonly id: string; readonly vendor: string; readonly productType: string};
  /** Whether it is delivered; `false` for a download. */
  readonly requiresShipping: boolean;
}

/** A picture of merchandise. */
export interface Image {
  /** An absolute URL of http, https or data. */
  readonly url: string;
  /** The alternative text. */
  readonly altText: string;
}

/** A custom attribute of a cart, an order or a line. */
export interface Attribute {
  /** For example `'Gift message'`. */
  readonly key: string;
  /** For example `'With best wishes'`. */
  readonly value: string;
}

/** A discount that applies to a line or to the whole order. */
export type DiscountAllocation =
  | {
      /** The kind of discount. */
      readonly type: 'code' /** The discount code. */;
      /** The discount code, for example `'WELCOME10'`. */
      readonly code: string /** The amount that the discount takes off. */;
      /** The amount that the discount takes off. */
      readonly discountedAmount: Money;
    }
  | {
      /** The kind of discount: by code, automatic or custom. */
      readonly type: 'automatic' | 'custom' /** The title of the automatic or custom discount. */;
      /** The title of an automatic or custom discount. */
      readonly title: string;
      readonly discountedAmount: Money;
    };

/** A gift card that pays part of an order. */
export interface GiftCard {
  /** The last four characters of its code, for example `'0025'`. */
  readonly lastCharacters: string;
  /** The amount that it paid. */
  readonly amountUsed: Money;
  /** The amount on it before. */
  readonly balance: Money;
}

/** A postal address. */
export interface Address {
  /** `''` if it was not entered. */
  readonly firstName: string;
  /** `''` if it was not entered. */
  readonly lastName: string;
  /** First and last name together. */
  readonly name: string;
  /** Left out without a company. */
  readonly company?: string;
  /** Street and number. */
  readonly address1: string;
  /** Flat, floor or the like. */
  readonly address2?: string;
  /** For example `'New York'`. */
  readonly city: string;
  /** The postal code, for example `'10001'`. */
  readonly zip: string;
  /** State or province by its code, for example `'NY'`. */
  readonly provinceCode?: string;
  /** ISO 3166-1 alpha-2, for example `'US'`. */
  readonly countryCode: string;
  /** For example `'+12125550101'`. */
  readonly phone?: string;
}

/** The payment of an order. */
export interface Payment {
  /** The card's brand or another way to pay, for example `'Visa'`. */
  readonly brand: string;
  /** The card's last four digits, for example `'4242'`. */
  readonly lastDigits: string;
}

/** A parcel of an order. */
export interface Fulfillment {
  /** `gid://shopify/Fulfillment/…` */
  readonly id: string;
  /** The progress of the parcel. */
  readonly status: 'in transit' | 'delivered';
  /** The carrier's number, for example `'SH0123456789'`. */
  readonly trackingNumber: string;
  /** The `id` of each line that it contains. */
  readonly lineIds: readonly string[];
}

/** Lines of an order that come back. */
export interface Return {
  /** `gid://shopify/Return/…` */
  readonly id: string;
  /** The number that people see, for example `'#1001-R1'`. */
  readonly name: string;
  /** The progress of the return. */
  readonly status: 'requested' | 'approved' | 'closed';
  /** The `id` of each line that comes back. */
  readonly lineIds: readonly string[];
}
