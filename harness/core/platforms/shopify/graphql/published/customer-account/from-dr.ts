// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type DraftOrder
  & Node
  billingAddress: CustomerAddress
  contactExists: Boolean!
  createdAt: DateTime!
  currencyCode: CurrencyCode!
  customer: Customer
  customerV1: PersonalAccount until 2024-04
  discountApplications(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DiscountApplicationConnection! since 2026-04
  discountInformation: DraftOrderDiscountInformation!
  email: String
  emailAddress: CustomerEmailAddress until 2024-04
  id: ID!
  inReview: Boolean!
  invoiceUrl: URL
  legacyAggregatedMerchandiseTermsAsFees: [LegacyAggregatedMerchandiseTermsAsFees!]! since 2024-07
  legacyRepresentProductsAsFees: Boolean! since 2024-07
  legacySubtotalWithoutFees: MoneyV2! since 2024-07
  lineItems(after: String; before: String; first: Int; flattenComponents: Boolean = false; last: Int; reverse: Boolean = false): DraftOrderLineItemConnection! since 2026-04
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DraftOrderLineItemConnection! until 2026-01
  lineItemsSummary: DraftOrderLineItemsSummary
  name: String!
  order: Order
  phone: String
  purchasingEntity: PurchasingEntity
  purchasingEntityV1: PurchasingEntityV1 until 2024-04
  requiresShipping: Boolean!
  shippingAddress: CustomerAddress
  status: DraftOrderStatus!
  subtotalPrice: MoneyV2!
  subtotalPriceBeforeDiscounts: MoneyV2!
  taxExempt: Boolean!
  taxesIncluded: Boolean!
  totalLineItemsPrice: MoneyV2!
  totalPrice: MoneyV2!
  totalShippingPrice: MoneyV2!
  totalTax: MoneyV2!
  totalWeight: UnsignedInt64!
  updatedAt: DateTime!
type DraftOrderAppliedDiscount
  discountValue: MoneyV2!
  title: String
enum DraftOrderByCompanySortKeys
  = CUSTOMER_NAME ID NUMBER RELEVANCE STATUS TOTAL_PRICE UPDATED_AT
enum DraftOrderByLocationSortKeys
  = CUSTOMER_NAME ID NUMBER RELEVANCE STATUS TOTAL_PRICE UPDATED_AT
type DraftOrderConnection
  edges: [DraftOrderEdge!]!
  nodes: [DraftOrder!]!
  pageInfo: PageInfo!
type DraftOrderDiscountInformation
  allAppliedDiscounts: [OrderAllDiscounts!]! since 2026-04
  allOrderLevelAppliedDiscounts: [OrderAllDiscounts!]! since 2026-04
  appliedDiscount: DraftOrderAppliedDiscount
  totalDiscounts: MoneyV2!
type DraftOrderEdge
  cursor: String!
  node: DraftOrder!
type DraftOrderLineItem
  & Node
  approximateDiscountedUnitPrice: MoneyV2! since 2026-04
  components: [DraftOrderLineItem!]! since 2026-04
  discountAllocations: [DiscountAllocation!]! since 2026-04
  discountInformation: DraftOrderLineItemDiscountInformation!
  discountedTotal: MoneyV2!
  discountedUnitPrice: MoneyV2!
  id: ID!
  image(crop: CropRegion; maxHeight: Int; maxWidth: Int; scale: Int = 1): Image until 2024-07
  image: Image since 2024-10
  legacyFee: Boolean! since 2024-07
  legacyFeeDescription: String since 2024-07
  legacyFeeTitle: String since 2024-07
  name: String!
  originalTotal: MoneyV2!
  originalUnitPrice: MoneyV2!
  quantity: Int!
  requiresShipping: Boolean!
  sku: String
  taxable: Boolean!
  title: String!
  variantTitle: String
  vendor: String
  weight: Weight
type DraftOrderLineItemConnection
  edges: [DraftOrderLineItemEdge!]!
  nodes: [DraftOrderLineItem!]!
  pageInfo: PageInfo!
type DraftOrderLineItemDiscountInformation
  title: String
  totalDiscount: MoneyV2!
type DraftOrderLineItemEdge
  cursor: String!
  node: DraftOrderLineItem!
type DraftOrderLineItemsSummary
  lineItemCount: Int!
  totalQuantityOfLegacyFeeLineItems: Int! since 2024-07
  totalQuantityOfLineItems: Int!
enum DraftOrderSortKeys
  = CUSTOMER_NAME ID NUMBER RELEVANCE STATUS TOTAL_PRICE UPDATED_AT
enum DraftOrderStatus
  = COMPLETED INVOICE_SENT OPEN
type DutySale
  & Node
  & Sale
  actionType: SaleActionType!
  id: ID!
  lineType: SaleLineType!
  quantity: Int
  taxes: [SaleTax!]!
  totalAmount: MoneyV2!
  totalDiscountAmountAfterTaxes: MoneyV2!
  totalDiscountAmountBeforeTaxes: MoneyV2!
  totalTaxAmount: MoneyV2!
type EmailMarketingConsentState until 2024-04
  & Node
  consentUpdatedAt: DateTime
  id: ID!
  marketingOptInLevel: MarketingOptInLevel
  marketingState: EmailMarketingState!
enum EmailMarketingState
  = INVALID NOT_SUBSCRIBED PENDING REDACTED SUBSCRIBED UNSUBSCRIBED
type ExchangeLineItem since 2025-07
  & Node
  id: ID!
  image: Image
  productHasOnlyDefaultVariant: Boolean
  productId: ID
  quantity: Int!
  title: String
  variantId: ID
  variantSku: String
  variantTitle: String
type ExchangeLineItemConnection since 2025-07
  edges: [ExchangeLineItemEdge!]!
  nodes: [ExchangeLineItem!]!
  pageInfo: PageInfo!
type ExchangeLineItemEdge since 2025-07
  cursor: String!
  node: ExchangeLineItem!
type ExtensionApiTokens
  storefrontApi: ExtensionStorefrontApiToken
type ExtensionStorefrontApiToken
  expiresAt: ISO8601DateTime!
  token: String!
type FeeSale since 2024-04
  & Node
  & Sale
  actionType: SaleActionType!
  id: ID!
  lineType: SaleLineType!
  quantity: Int
  taxes: [SaleTax!]!
  totalAmount: MoneyV2!
  totalDiscountAmountAfterTaxes: MoneyV2!
  totalDiscountAmountBeforeTaxes: MoneyV2!
  totalTaxAmount: MoneyV2!
scalar Float
type Fulfillment
  & Node
  createdAt: DateTime!
  estimatedDeliveryAt: DateTime
  events(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: FulfillmentEventSortKeys = ID): FulfillmentEventConnection!
  fulfillmentLineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): FulfillmentLineItemConnection!
  id: ID!
  isPickedUp: Boolean!
  latestShipmentStatus: FulfillmentEventStatus
  pickupAddress: PickupAddress
  requiresShipping: Boolean!
  status: FulfillmentStatus
  trackingInformation: [TrackingInformation!]!
  updatedAt: DateTime!
type FulfillmentConnection
  edges: [FulfillmentEdge!]!
  nodes: [Fulfillment!]!
  pageInfo: PageInfo!
type FulfillmentEdge
  cursor: String!
  node: Fulfillment!
type FulfillmentEvent
  & Node
  happenedAt: DateTime!
  id: ID!
  status: FulfillmentEventStatus!
type FulfillmentEventConnection
  edges: [FulfillmentEventEdge!]!
  nodes: [FulfillmentEvent!]!
  pageInfo: PageInfo!
type FulfillmentEventEdge
  cursor: String!
  node: FulfillmentEvent!
enum FulfillmentEventSortKeys
  = HAPPENED_AT ID
  = RELEVANCE until 2025-01
enum FulfillmentEventStatus
  = ATTEMPTED_DELIVERY CARRIER_PICKED_UP CONFIRMED DELAYED DELIVERED FAILURE IN_TRANSIT LABEL_PRINTED
  = LABEL_PURCHASED OUT_FOR_DELIVERY PICKED_UP READY_FOR_PICKUP
type FulfillmentLineItem
  & Node
  id: ID!
  lineItem: LineItem!
  quantity: Int
type FulfillmentLineItemConnection
  edges: [FulfillmentLineItemEdge!]!
  nodes: [FulfillmentLineItem!]!
  pageInfo: PageInfo!
type FulfillmentLineItemEdge
  cursor: String!
  node: FulfillmentLineItem!
enum FulfillmentSortKeys
  = CREATED_AT ID
  = RELEVANCE until 2025-01
enum FulfillmentStatus
  = CANCELLED ERROR FAILURE SUCCESS
  = OPEN deprecated
  = PENDING deprecated`;
