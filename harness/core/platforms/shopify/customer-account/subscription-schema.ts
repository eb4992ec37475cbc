/** The subscription types that come in pages. */
export const SUBSCRIPTION_CONNECTIONS: readonly string[] = [
  'SubscriptionBillingCycle',
  'SubscriptionContract',
  'SubscriptionDiscount',
  'SubscriptionLine',
];

/** The arguments of a field that comes in pages. */
const PAGE = '(first: Int, after: String, last: Int, before: String, reverse: Boolean = false)';

/**
 * The fields of `Customer` about subscriptions. The world has no subscriptions, so the list is empty, and a contract is
 * `null`.
 *
 * @see https://shopify.dev/docs/api/customer/latest/objects/Customer
 */
export const SUBSCRIPTION_FIELDS: string = /* GraphQL */ `
  subscriptionContract(id: ID!): SubscriptionContract
  subscriptionContracts(
    first: Int
    after: String
    last: Int
    before: String
    query: String
    reverse: Boolean = false
    sortKey: SubscriptionContractsSortKeys = CREATED_AT
  ): SubscriptionContractConnection!
`;

/**
 * The types that a query for subscription contracts can name, names and nullability as published.
 *
 * @see https://shopify.dev/docs/api/customer/latest/objects/SubscriptionContract
 */
export const SUBSCRIPTION_TYPES: string = [
  /* GraphQL */ `
    type SubscriptionContract implements Node {
      id: ID!
      appEligibleForCustomerActions: Boolean!
      billingPolicy: SubscriptionBillingPolicy!
      createdAt: DateTime!
      currencyCode: CurrencyCode!
      customAttributes: [Attribute!]!
      deliveryMethod: SubscriptionDeliveryMethod
      deliveryPolicy: SubscriptionDeliveryPolicy!
      deliveryPrice: MoneyV2!
      discounts${PAGE}: SubscriptionDiscountConnection
      lastBillingAttemptErrorType: SubscriptionContractLastBillingErrorType
      lastPaymentStatus: SubscriptionContractLastPaymentStatus
      lineCount: Int!
      lines${PAGE}: SubscriptionLineConnection!
      linesCount: Count
      nextBillingDate: DateTime
      note: String
      orders${PAGE}: OrderConnection!
      originOrder: Order
      paymentInstrument: PaymentInstrument
      priceBreakdownEstimate: SubscriptionPriceBreakdown
      revisionId: UnsignedInt64!
      status: SubscriptionContractSubscriptionStatus!
      upcomingBillingCycles(
        first: Int
        after: String
        last: Int
        before: String
        reverse: Boolean = false
        sortKey: SubscriptionBillingCyclesSortKeys = CYCLE_INDEX
      ): SubscriptionBillingCycleConnection!
      updatedAt: DateTime!
    }

    type SubscriptionLine {
      id: ID!
      currentPrice: MoneyV2!
      customAttributes: [Attribute!]!
      discountAllocations: [SubscriptionDiscountAllocation!]!
      image: Image
      lineDiscountedPrice: MoneyV2!
      name: String!
      onlineStoreUrl: URL
      quantity: Int!
      requiresShipping: Boolean!
      sku: String
      taxable: Boolean!
      title: String!
      variantImage: Image
      variantTitle: String
    }

    type SubscriptionBillingCycle {
      billingAttemptExpectedDate: DateTime!
      cycleEndAt: DateTime!
      cycleIndex: Int!
      cycleStartAt: DateTime!
      edited: Boolean!
      skipped: Boolean!
      status: SubscriptionBillingCycleBillingCycleStatus!
    }

    type SubscriptionPriceBreakdown {
      subtotalPrice: MoneyV2!
      taxesIncluded: Boolean!
      totalDiscounts: MoneyV2!
      totalPrice: MoneyV2!
      totalShippingPrice: MoneyV2!
      totalTax: MoneyV2!
    }
  `,

  /* GraphQL */ `
    type SubscriptionBillingPolicy {
      anchors: [SubscriptionAnchor!]!
      interval: SubscriptionInterval!
      intervalCount: Count
      maxCycles: Int
      minCycles: Int
    }

    type SubscriptionDeliveryPolicy {
      anchors: [SubscriptionAnchor!]!
      interval: SubscriptionInterval!
      intervalCount: Count
    }

    union SubscriptionAnchor =
      | SubscriptionMonthDayAnchor
      | SubscriptionWeekDayAnchor
      | SubscriptionYearDayAnchor

    type SubscriptionMonthDayAnchor {
      dayOfMonth: Int!
    }

    type SubscriptionWeekDayAnchor {
      dayOfWeek: Int!
    }

    type SubscriptionYearDayAnchor {
      dayOfMonth: Int!
      month: Int!
    }

    type Count {
      count: Int!
      precision: CountPrecision!
    }
  `,

  /* GraphQL */ `
    union SubscriptionDeliveryMethod =
      | SubscriptionDeliveryMethodLocalDelivery
      | SubscriptionDeliveryMethodPickup
      | SubscriptionDeliveryMethodShipping

    type SubscriptionDeliveryMethodLocalDelivery {
      address: SubscriptionMailingAddress!
      localDeliveryOption: SubscriptionDeliveryMethodLocalDeliveryOption!
    }

    type SubscriptionDeliveryMethodPickup {
      pickupOption: SubscriptionDeliveryMethodPickupOption!
    }

    type SubscriptionDeliveryMethodShipping {
      address: SubscriptionMailingAddress!
      shippingOption: SubscriptionDeliveryMethodShippingOption!
    }

    type SubscriptionDeliveryMethodLocalDeliveryOption {
      description: String
      instructions: String
      phone: String!
      presentmentTitle: String
      title: String
    }

    type SubscriptionDeliveryMethodPickupOption {
      description: String
      pickupAddress: PickupAddress!
      presentmentTitle: String
      title: String
    }

    type SubscriptionDeliveryMethodShippingOption {
      description: String
      presentmentTitle: String
      title: String
    }

    type SubscriptionMailingAddress {
      address1: String
      address2: String
      city: String
      company: String
      country: String
      countryCode: CountryCode
      firstName: String
      lastName: String
      name: String
      phone: String
      province: String
      provinceCode: String
      zip: String
    }
  `,

  /* GraphQL */ `
    type SubscriptionDiscount {
      id: ID!
      appliesToAllLines: Boolean!
      lines${PAGE}: SubscriptionLineConnection
      recurringCycleLimit: Int
      title: String
      usageCount: Count
      value: SubscriptionDiscountValue!
    }

    union SubscriptionDiscountValue = SubscriptionDiscountFixedAmountValue | SubscriptionDiscountPercentageValue

    type SubscriptionDiscountFixedAmountValue {
      amount: MoneyV2!
      appliesOnEachItem: Boolean!
    }

    type SubscriptionDiscountPercentageValue {
      percentage: Int!
    }

    type SubscriptionDiscountAllocation {
      amount: MoneyV2!
      discount: SubscriptionDiscount!
    }
  `,

  /* GraphQL */ `
    interface PaymentInstrument implements Node {
      id: ID!
    }

    type CustomerCreditCard implements Node & PaymentInstrument {
      id: ID!
      brand: String!
      default: Boolean!
      expiresSoon: Boolean!
      expiryMonth: Int!
      expiryYear: Int!
      firstDigits: String
      lastDigits: String!
      maskedNumber: String!
      name: String!
      permissionToShowAtCheckout: Boolean!
      virtualLastDigits: String
      walletType: PaymentInstrumentWalletType
    }

    type PaypalBillingAgreement implements Node & PaymentInstrument {
      id: ID!
      paypalAccountEmail: String
    }

    type PickupAddress {
      address1: String!
      address2: String
      city: String!
      countryCode: CountryCode!
      phone: String
      zip: String
      zoneCode: String
    }
  `,

  /* GraphQL */ `
    scalar UnsignedInt64

    enum CountPrecision {
      AT_LEAST
      EXACT
    }

    enum PaymentInstrumentWalletType {
      APPLE_PAY
      GOOGLE_PAY
      SHOP_PAY
    }

    enum SubscriptionBillingCycleBillingCycleStatus {
      BILLED
      UNBILLED
    }

    enum SubscriptionBillingCyclesSortKeys {
      CYCLE_END_AT
      CYCLE_INDEX
      ID
    }

    enum SubscriptionContractLastBillingErrorType {
      CUSTOMER_ERROR
      INVENTORY_ERROR
      OTHER
      PAYMENT_ERROR
    }

    enum SubscriptionContractLastPaymentStatus {
      FAILED
      SUCCEEDED
    }

    enum SubscriptionContractSubscriptionStatus {
      ACTIVE
      CANCELLED
      EXPIRED
      FAILED
      PAUSED
      STALE
    }

    enum SubscriptionContractsSortKeys {
      CREATED_AT
      ID
      STATUS
      UPDATED_AT
    }

    enum SubscriptionInterval {
      DAY
      MONTH
      WEEK
      YEAR
    }
  `,
].join('');
