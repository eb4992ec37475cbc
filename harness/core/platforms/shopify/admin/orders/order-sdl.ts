import {METAFIELDS, PAGE, connectionSdl} from '../model/base-sdl.ts';

/** The sums of an order, each as a `MoneyBag`. */
const SUMS = [
  'currentSubtotalPriceSet',
  'currentTotalDiscountsSet',
  'currentTotalPriceSet',
  'currentTotalTaxSet',
  'netPaymentSet',
  'originalTotalPriceSet',
  'totalOutstandingSet',
  'totalPriceSet',
  'totalReceivedSet',
  'totalRefundedSet',
  'totalShippingPriceSet',
]
  .map((name) => `${name}: MoneyBag!`)
  .join('\n');

/** The orders of the shop. */
export const ORDER_SDL: string = `
  extend type QueryRoot {
    order(id: ID!): Order
    orderByIdentifier(identifier: OrderIdentifierInput!): Order
    orders(${PAGE}, query: String, savedSearchId: ID, sortKey: OrderSortKeys = PROCESSED_AT): OrderConnection!
    ordersCount(limit: Int = 10000, query: String, savedSearchId: ID): Count
    job(id: ID!): Job
  }
  extend type Mutation {
    orderUpdate(input: OrderInput!): OrderUpdatePayload
    orderClose(input: OrderCloseInput!): OrderClosePayload
    orderOpen(input: OrderOpenInput!): OrderOpenPayload
    orderCancel(
      notifyCustomer: Boolean = false, orderId: ID!, reason: OrderCancelReason!, refund: Boolean,
      refundMethod: OrderCancelRefundMethodInput, restock: Boolean!, staffNote: String
    ): OrderCancelPayload
    tagsAdd(id: ID!, tags: [String!]!): TagsAddPayload
    tagsRemove(id: ID!, tags: [String!]!): TagsRemovePayload
  }

  input OrderIdentifierInput @oneOf { customId: UniqueMetafieldValueInput id: ID }

  type Order implements HasMetafields & LegacyInteroperability & Node {
    billingAddress: MailingAddress
    billingAddressMatchesShippingAddress: Boolean!
    canMarkAsPaid: Boolean!
    canNotifyCustomer: Boolean!
    cancelReason: OrderCancelReason
    cancelledAt: DateTime
    closed: Boolean!
    closedAt: DateTime
    confirmationNumber: String
    confirmed: Boolean!
    createdAt: DateTime!
    currencyCode: CurrencyCode!
    currentSubtotalLineItemsQuantity: Int!
    customAttributes: [Attribute!]!
    customer: Customer
    customerAcceptsMarketing: Boolean!
    customerLocale: String
    discountCode: String
    discountCodes: [String!]!
    displayAddress: MailingAddress
    displayFinancialStatus: OrderDisplayFinancialStatus
    displayFulfillmentStatus: OrderDisplayFulfillmentStatus!
    edited: Boolean!
    email: String
    fulfillable: Boolean!
    fulfillments(first: Int, query: String): [Fulfillment!]!
    fullyPaid: Boolean!
    id: ID!
    legacyResourceId: UnsignedInt64!
    lineItems(${PAGE}): LineItemConnection!
    merchantEditable: Boolean!
    name: String!
    note: String
    number: Int!
    paymentGatewayNames: [String!]!
    phone: String
    poNumber: String
    presentmentCurrencyCode: CurrencyCode!
    processedAt: DateTime!
    requiresShipping: Boolean!
    returnStatus: OrderReturnStatus!
    shippingAddress: MailingAddress
    shippingLine: ShippingLine
    sourceName: String
    statusPageUrl: URL!
    subtotalLineItemsQuantity: Int!
    subtotalPriceSet: MoneyBag
    tags: [String!]!
    taxesIncluded: Boolean!
    test: Boolean!
    totalDiscountsSet: MoneyBag
    totalTaxSet: MoneyBag
    totalTipReceivedSet: MoneyBag
    transactions(capturable: Boolean, first: Int, manuallyResolvable: Boolean): [OrderTransaction!]!
    unpaid: Boolean!
    updatedAt: DateTime!
    ${SUMS}
    ${METAFIELDS}
  }
  ${connectionSdl('Order')}

  enum OrderSortKeys {
    CREATED_AT CURRENT_TOTAL_PRICE CUSTOMER_NAME DESTINATION FINANCIAL_STATUS FULFILLMENT_STATUS ID ORDER_NUMBER
    PO_NUMBER PROCESSED_AT RELEVANCE TOTAL_ITEMS_QUANTITY TOTAL_PRICE UPDATED_AT
  }
  enum OrderCancelReason { CUSTOMER DECLINED FRAUD INVENTORY OTHER STAFF }
  enum OrderDisplayFinancialStatus {
    AUTHORIZED EXPIRED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED
  }
  enum OrderDisplayFulfillmentStatus {
    FULFILLED IN_PROGRESS ON_HOLD OPEN PARTIALLY_FULFILLED PENDING_FULFILLMENT REQUEST_DECLINED RESTOCKED SCHEDULED
    UNFULFILLED
  }
  enum OrderReturnStatus { INSPECTION_COMPLETE IN_PROGRESS NO_RETURN RETURNED RETURN_FAILED RETURN_REQUESTED }

  type LineItem implements Node {
    currentQuantity: Int!
    customAttributes: [Attribute!]!
    discountAllocations: [DiscountAllocation!]!
    discountedTotalSet(withCodeDiscounts: Boolean = false): MoneyBag!
    discountedUnitPriceSet: MoneyBag!
    id: ID!
    image: Image
    isGiftCard: Boolean!
    name: String!
    originalTotalSet: MoneyBag!
    originalUnitPriceSet: MoneyBag!
    product: Product
    quantity: Int!
    refundableQuantity: Int!
    requiresShipping: Boolean!
    sku: String
    taxable: Boolean!
    title: String!
    unfulfilledQuantity: Int!
    variant: ProductVariant
    variantTitle: String
    vendor: String
  }
  ${connectionSdl('LineItem')}
  type DiscountAllocation { allocatedAmountSet: MoneyBag! }
  type ShippingLine { code: String id: ID originalPriceSet: MoneyBag! title: String! }

  type Fulfillment implements LegacyInteroperability & Node {
    createdAt: DateTime!
    displayStatus: FulfillmentDisplayStatus
    id: ID!
    legacyResourceId: UnsignedInt64!
    name: String!
    order: Order!
    requiresShipping: Boolean!
    status: FulfillmentStatus!
    totalQuantity: Int!
    trackingInfo(first: Int): [FulfillmentTrackingInfo!]!
    updatedAt: DateTime!
  }
  enum FulfillmentStatus { CANCELLED ERROR FAILURE OPEN PENDING SUCCESS }
  enum FulfillmentDisplayStatus {
    ATTEMPTED_DELIVERY CANCELED CARRIER_PICKED_UP CONFIRMED DELAYED DELIVERED FAILURE FULFILLED IN_TRANSIT LABEL_PRINTED
    LABEL_PURCHASED LABEL_VOIDED MARKED_AS_FULFILLED NOT_DELIVERED OUT_FOR_DELIVERY PICKED_UP READY_FOR_PICKUP SUBMITTED
  }
  type FulfillmentTrackingInfo { company: String number: String url: URL }

  type OrderTransaction implements Node {
    amountSet: MoneyBag!
    createdAt: DateTime!
    formattedGateway: String
    gateway: String
    id: ID!
    kind: OrderTransactionKind!
    order: Order
    processedAt: DateTime
    status: OrderTransactionStatus!
    test: Boolean!
  }
  enum OrderTransactionKind { AUTHORIZATION CAPTURE CHANGE EMV_AUTHORIZATION REFUND SALE SUGGESTED_REFUND VOID }
  enum OrderTransactionStatus { AWAITING_RESPONSE ERROR FAILURE PENDING SUCCESS UNKNOWN }

  input OrderInput {
    customAttributes: [AttributeInput!]
    email: String
    id: ID!
    metafields: [MetafieldInput!]
    note: String
    phone: String
    poNumber: String
    shippingAddress: MailingAddressInput
    tags: [String!]
  }
  input OrderCloseInput { id: ID! }
  input OrderOpenInput { id: ID! }
  input OrderCancelRefundMethodInput { originalPaymentMethodsRefund: Boolean }
  type OrderUpdatePayload { order: Order userErrors: [UserError!]! }
  type OrderClosePayload { order: Order userErrors: [UserError!]! }
  type OrderOpenPayload { order: Order userErrors: [UserError!]! }
  type OrderCancelPayload {
    job: Job
    orderCancelUserErrors: [OrderCancelUserError!]!
    userErrors: [UserError!]! @deprecated
  }
  type OrderCancelUserError implements DisplayableError {
    code: OrderCancelUserErrorCode
    field: [String!]
    message: String!
  }
  enum OrderCancelUserErrorCode { INVALID NOT_FOUND NO_REFUND_PERMISSION }
  type TagsAddPayload { node: Node userErrors: [UserError!]! }
  type TagsRemovePayload { node: Node userErrors: [UserError!]! }
`;
