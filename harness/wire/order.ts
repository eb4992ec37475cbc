/** What a page of the platform knows of an order and of who bought it. The world draws it; the page's API speaks of it. */

export interface Money {
  /** In the currency's main unit. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currencyCode: string;
}

export interface Order {
  /** `gid://shopify/Order/…` */
  readonly id: string;
  /** As people see it, for example `#1001`. */
  readonly name: string;
  readonly confirmationNumber: string;
  readonly checkoutToken: string;
  readonly customerId: string;
  /** Where the buyer is told of it, as given at checkout. */
  readonly email: string | null;
  readonly phone: string | null;
  /** ISO 8601. */
  readonly processedAt: string;
  readonly cancelledAt: string | null;
  readonly lines: readonly OrderLine[];
  readonly cost: OrderCost;
  /** Thousandths of what is taxed. */
  readonly taxRate: number;
  readonly discountCodes: readonly string[];
  /** Of the whole order; those of a line stand there. */
  readonly discountAllocations: readonly DiscountAllocation[];
  readonly giftCards: readonly GiftCard[];
  readonly note: string | null;
  readonly attributes: readonly Attribute[];
  readonly shippingAddress: Address;
  readonly billingAddress: Address;
  readonly payment: Payment;
  readonly fulfillments: readonly Fulfillment[];
  readonly returns: readonly Return[];
}

export interface OrderLine {
  /** `gid://shopify/LineItem/…` */
  readonly id: string;
  readonly merchandise: Variant;
  readonly quantity: number;
  readonly attributes: readonly Attribute[];
  readonly discountAllocations: readonly DiscountAllocation[];
  /** Price times quantity, less the line's discounts. */
  readonly total: Money;
}

export interface OrderCost {
  readonly subtotal: Money;
  readonly shipping: Money;
  readonly tax: Money;
  readonly total: Money;
}

export interface Variant {
  /** `gid://shopify/ProductVariant/…` */
  readonly id: string;
  /** The product's title. */
  readonly title: string;
  /** The variant's own title. */
  readonly subtitle: string;
  readonly sku: string;
  readonly price: Money;
  readonly image: Image;
  readonly selectedOptions: readonly {readonly name: string; readonly value: string}[];
  readonly product: {readonly id: string; readonly vendor: string; readonly productType: string};
  readonly requiresShipping: boolean;
}

export interface Image {
  readonly url: string;
  readonly altText: string;
}

export interface Attribute {
  readonly key: string;
  readonly value: string;
}

export type DiscountAllocation =
  | {readonly type: 'code'; readonly code: string; readonly discountedAmount: Money}
  | {readonly type: 'automatic' | 'custom'; readonly title: string; readonly discountedAmount: Money};

export interface GiftCard {
  readonly lastCharacters: string;
  readonly amountUsed: Money;
  readonly balance: Money;
}

export interface Address {
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly company?: string;
  readonly address1: string;
  readonly address2?: string;
  readonly city: string;
  readonly zip: string;
  readonly provinceCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly phone?: string;
}

export interface Payment {
  readonly brand: string;
  readonly lastDigits: string;
}

export interface Fulfillment {
  /** `gid://shopify/Fulfillment/…` */
  readonly id: string;
  readonly status: 'in transit' | 'delivered';
  readonly trackingNumber: string;
  readonly lineIds: readonly string[];
}

export interface Return {
  /** `gid://shopify/Return/…` */
  readonly id: string;
  readonly name: string;
  readonly status: 'requested' | 'approved' | 'closed';
  readonly lineIds: readonly string[];
}
