import {SUBSCRIPTION_CONNECTIONS, SUBSCRIPTION_FIELDS, SUBSCRIPTION_TYPES} from './subscription-schema.ts';

/** The types that come in pages. */
const CONNECTIONS = [
  'CustomerAddress',
  'Fulfillment',
  'FulfillmentLineItem',
  'LineItem',
  'Order',
  'Return',
  'StoreCreditAccount',
  ...SUBSCRIPTION_CONNECTIONS,
].map(
  (type) => /* GraphQL */ `
    type ${type}Connection {
      nodes: [${type}!]!
      edges: [${type}Edge!]!
      pageInfo: PageInfo!
    }

    type ${type}Edge {
      cursor: String!
      node: ${type}!
    }
  `,
);

/**
 * The part of the Customer Account API's schema that the world can answer, names and nullability as
 * published.
 *
 * @see https://shopify.dev/docs/api/customer/latest
 */
export const SDL: string = /* GraphQL */ `
  schema {
    query: QueryRoot
    mutation: Mutation
  }

  scalar CountryCode
  scalar CurrencyCode
  scalar DateTime
  scalar Decimal
  scalar JSON
  scalar URL

  type QueryRoot {
    customer: Customer!
    order(id: ID!): Order
    shop: Shop!
  }

  type Mutation {
    metafieldsSet(metafields: [MetafieldsSetInput!]!): MetafieldsSetPayload
  }

  interface Node {
    id: ID!
  }

  interface HasMetafields {
    metafield(namespace: String!, key: String!): Metafield
    metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  }

  input HasMetafieldsIdentifier {
    namespace: String!
    key: String!
  }

  type Metafield implements Node {
    id: ID!
    namespace: String!
    key: String!
    type: String!
    value: String!
    jsonValue: JSON!
  }

  ${CONNECTIONS.join('')}

  ${SUBSCRIPTION_TYPES}

  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }

  type MoneyV2 {
    amount: Decimal!
    currencyCode: CurrencyCode!
  }

  type Shop implements Node & HasMetafields {
    id: ID!
    name: String!
    myshopifyDomain: String!
    url: URL!
    metafield(namespace: String!, key: String!): Metafield
    metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  }

  type Customer implements Node & HasMetafields {
    id: ID!
    firstName: String
    lastName: String
    displayName: String!
    emailAddress: CustomerEmailAddress
    phoneNumber: CustomerPhoneNumber
    defaultAddress: CustomerAddress
    addresses(
      first: Int
      after: String
      last: Int
      before: String
      reverse: Boolean = false
      skipDefault: Boolean = false
    ): CustomerAddressConnection!
    orders(
      first: Int
      after: String
      last: Int
      before: String
      reverse: Boolean = false
      sortKey: OrderSortKeys = ID
    ): OrderConnection!
    storeCreditAccounts(first: Int, after: String, last: Int, before: String): StoreCreditAccountConnection!
    ${SUBSCRIPTION_FIELDS}
    tags: [String!]!
    metafield(namespace: String!, key: String!): Metafield
    metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  }

  type CustomerEmailAddress {
    emailAddress: String
    marketingState: EmailMarketingState!
  }

  type CustomerPhoneNumber {
    phoneNumber: String!
  }

  enum EmailMarketingState {
    NOT_SUBSCRIBED
    SUBSCRIBED
  }

  type CustomerAddress implements Node {
    id: ID!
    firstName: String
    lastName: String
    name: String
    company: String
    address1: String
    address2: String
    city: String
    zip: String
    "The world knows its code alone."
    province: String
    zoneCode: String
    country: String
    territoryCode: CountryCode
    phoneNumber: String
    formatted(withName: Boolean = false, withCompany: Boolean = true): [String!]!
    formattedArea: String
  }

  type StoreCreditAccount implements Node {
    id: ID!
    balance: MoneyV2!
  }

  enum OrderSortKeys {
    CREATED_AT
    ID
    ORDER_NUMBER
    PROCESSED_AT
    TOTAL_PRICE
    UPDATED_AT
  }

  type Order implements Node & HasMetafields {
    id: ID!
    name: String!
    number: Int!
    confirmationNumber: String
    checkoutToken: String
    createdAt: DateTime!
    processedAt: DateTime!
    updatedAt: DateTime!
    cancelledAt: DateTime
    currencyCode: CurrencyCode!
    customer: Customer
    email: String
    phone: String
    note: String
    customAttributes: [Attribute!]!
    financialStatus: OrderFinancialStatus
    fulfillmentStatus: OrderFulfillmentStatus!
    statusPageUrl: URL!
    edited: Boolean!
    requiresShipping: Boolean!
    subtotal: MoneyV2
    totalPrice: MoneyV2!
    totalShipping: MoneyV2!
    totalTax: MoneyV2
    totalRefunded: MoneyV2!
    shippingAddress: CustomerAddress
    billingAddress: CustomerAddress
    lineItems(
      first: Int
      after: String
      last: Int
      before: String
      reverse: Boolean = false
    ): LineItemConnection!
    fulfillments(
      first: Int
      after: String
      last: Int
      before: String
      reverse: Boolean = false
    ): FulfillmentConnection!
    returns(first: Int, after: String, last: Int, before: String, reverse: Boolean = false): ReturnConnection!
    metafield(namespace: String!, key: String!): Metafield
    metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  }

  enum OrderFinancialStatus {
    PAID
  }

  enum OrderFulfillmentStatus {
    FULFILLED
    PARTIALLY_FULFILLED
    UNFULFILLED
  }

  type Attribute {
    key: String!
    value: String
  }

  type LineItem implements Node {
    id: ID!
    name: String!
    title: String!
    presentmentTitle: String
    quantity: Int!
    refundableQuantity: Int!
    image: Image
    price: MoneyV2
    totalPrice: MoneyV2
    currentTotalPrice: MoneyV2
    totalPriceBeforeDiscounts: MoneyV2
    totalPriceWithDiscounts: MoneyV2
    totalDiscount: MoneyV2!
    productId: ID
    productType: String
    vendor: String
    variantId: ID
    variantTitle: String
    variantOptions: [LineItemVariantOption!]
    sku: String
    requiresShipping: Boolean!
    giftCard: Boolean!
    customAttributes: [Attribute!]!
  }

  type LineItemVariantOption {
    name: String!
    value: String!
  }

  type Image {
    id: ID
    url: URL!
    altText: String
  }

  type Fulfillment implements Node {
    id: ID!
    status: FulfillmentStatus
    latestShipmentStatus: FulfillmentEventStatus
    isPickedUp: Boolean!
    requiresShipping: Boolean!
    trackingInformation: [TrackingInformation!]!
    fulfillmentLineItems(
      first: Int
      after: String
      last: Int
      before: String
      reverse: Boolean = false
    ): FulfillmentLineItemConnection!
  }

  enum FulfillmentStatus {
    SUCCESS
  }

  enum FulfillmentEventStatus {
    DELIVERED
    IN_TRANSIT
  }

  type TrackingInformation {
    company: String
    number: String
    url: URL
  }

  type FulfillmentLineItem implements Node {
    id: ID!
    quantity: Int
    lineItem: LineItem!
  }

  type Return implements Node {
    id: ID!
    name: String!
    status: ReturnStatus!
  }

  enum ReturnStatus {
    CLOSED
    OPEN
    REQUESTED
  }

  input MetafieldsSetInput {
    ownerId: ID!
    namespace: String!
    key: String!
    type: String
    value: String!
  }

  type MetafieldsSetPayload {
    metafields: [Metafield!]
    userErrors: [MetafieldsSetUserError!]!
  }

  type MetafieldsSetUserError {
    code: MetafieldsSetUserErrorCode
    elementIndex: Int
    field: [String!]
    message: String!
  }

  enum MetafieldsSetUserErrorCode {
    BLANK
    INVALID
    INVALID_VALUE
  }
`;
