// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type ReturnLineItem
  & Node
  & ReturnLineItemType since 2025-07
  id: ID!
  lineItem: LineItem!
  quantity: Int!
  returnReason: ReturnReason!
  returnReasonDefinition: ReturnReasonDefinition since 2026-01
type ReturnLineItemConnection until 2025-01
  edges: [ReturnLineItemEdge!]!
  nodes: [ReturnLineItem!]!
  pageInfo: PageInfo!
type ReturnLineItemEdge until 2025-01
  cursor: String!
  node: ReturnLineItem!
interface ReturnLineItemType since 2025-07
  & Node
  id: ID!
  lineItem: LineItem!
  quantity: Int!
  returnReason: ReturnReason! deprecated since 2026-01
  returnReason: ReturnReason! since 2025-07 until 2025-10
  returnReasonDefinition: ReturnReasonDefinition since 2026-01
type ReturnLineItemTypeConnection since 2025-07
  edges: [ReturnLineItemTypeEdge!]!
  nodes: [ReturnLineItemType!]!
  pageInfo: PageInfo!
type ReturnLineItemTypeEdge since 2025-07
  cursor: String!
  node: ReturnLineItemType!
enum ReturnReason
  = COLOR DEFECTIVE NOT_AS_DESCRIBED OTHER SIZE_TOO_LARGE SIZE_TOO_SMALL STYLE UNKNOWN UNWANTED
  = WRONG_ITEM
type ReturnReasonDefinition since 2026-01
  & Node
  deleted: Boolean!
  handle: String!
  id: ID!
  name: String!
type ReturnReasonDefinitionConnection since 2026-01
  edges: [ReturnReasonDefinitionEdge!]!
  nodes: [ReturnReasonDefinition!]!
  pageInfo: PageInfo!
type ReturnReasonDefinitionEdge since 2026-01
  cursor: String!
  node: ReturnReasonDefinition!
type ReturnRestockingFee since 2025-07
  & ReturnFee
  amountSet: MoneyBag!
  title: String!
type ReturnShippingFee since 2025-07
  & ReturnFee
  amountSet: MoneyBag!
  title: String!
enum ReturnShippingMethod since 2025-07
  = CUSTOMER_PROVIDED_LABEL MERCHANT_PROVIDED_LABEL
enum ReturnSortKeys
  = CREATED_AT ID
  = RELEVANCE until 2025-01
enum ReturnStatus
  = CANCELED CLOSED DECLINED OPEN REQUESTED
type ReturnSupportedReason
  reason: ReturnReason!
  title: String!
type ReturnUserError since 2024-10
  & DisplayableError
  code: ReturnErrorCode
  field: [String!]
  message: String!
type ReturnableLineItem since 2025-07
  lineItem: LineItem!
  quantity: Int!
type ReturnableLineItemConnection since 2025-07
  edges: [ReturnableLineItemEdge!]!
  nodes: [ReturnableLineItem!]!
  pageInfo: PageInfo!
type ReturnableLineItemEdge since 2025-07
  cursor: String!
  node: ReturnableLineItem!
type ReverseDelivery
  & Node
  customerGeneratedLabel: Boolean!
  deliverable: ReverseDeliveryDeliverable
  id: ID!
type ReverseDeliveryConnection
  edges: [ReverseDeliveryEdge!]!
  nodes: [ReverseDelivery!]!
  pageInfo: PageInfo!
union ReverseDeliveryDeliverable
  | ReverseDeliveryShippingDeliverable
type ReverseDeliveryEdge
  cursor: String!
  node: ReverseDelivery!
type ReverseDeliveryLabel
  createdAt: DateTime!
  publicFileUrl: URL
  updatedAt: DateTime!
type ReverseDeliveryShippingDeliverable
  label: ReverseDeliveryLabel
  tracking: ReverseDeliveryTracking
type ReverseDeliveryTracking
  carrierName: String
  trackingNumber: String
  trackingUrl: URL
interface Sale
  & Node
  actionType: SaleActionType!
  id: ID!
  lineType: SaleLineType!
  quantity: Int
  taxes: [SaleTax!]!
  totalAmount: MoneyV2!
  totalDiscountAmountAfterTaxes: MoneyV2!
  totalDiscountAmountBeforeTaxes: MoneyV2!
  totalTaxAmount: MoneyV2!
enum SaleActionType
  = ORDER RETURN UNKNOWN UPDATE
type SaleConnection
  edges: [SaleEdge!]!
  nodes: [Sale!]!
  pageInfo: PageInfo!
type SaleEdge
  cursor: String!
  node: Sale!
enum SaleLineType
  = ADDITIONAL_FEE ADJUSTMENT DUTY GIFT_CARD PRODUCT SHIPPING TIP UNKNOWN
  = FEE since 2024-04
type SaleTax
  & Node
  amount: MoneyV2!
  id: ID!
  taxLine: TaxLine!
interface SalesAgreement
  & Node
  happenedAt: DateTime!
  id: ID!
  reason: OrderActionType!
  sales(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SaleConnection!
type SalesAgreementConnection
  edges: [SalesAgreementEdge!]!
  nodes: [SalesAgreement!]!
  pageInfo: PageInfo!
type SalesAgreementEdge
  cursor: String!
  node: SalesAgreement!
type ScriptDiscountApplication
  & DiscountApplication
  allocationMethod: DiscountApplicationAllocationMethod!
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  title: String!
  value: PricingValue!
type SellingPlanAnchor until 2024-07
  cutoffDay: Int
  day: Int!
  month: Int
  type: SellingPlanAnchorType!
enum SellingPlanAnchorType until 2024-07
  = MONTHDAY WEEKDAY YEARDAY
enum SellingPlanInterval until 2024-07
  = DAY MONTH WEEK YEAR
type ShippingLine
  handle: String
  originalPrice: MoneyV2!
  title: String!
type ShippingLineSale
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
type ShippingRate
  handle: String!
  price: MoneyV2!
  title: String!
type Shop
  & HasMetafields
  & Node
  addressFormSettings: AddressFormSettings!
  email: String!
  id: ID!
  metafield(key: String!; namespace: String!): Metafield
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  myshopifyDomain: String!
  name: String!
  shopPolicies: [ShopPolicy!]!
  url: URL!
type ShopAppLinksAndResources
  buyerHasShopApp: Boolean!
  buyerHasShopPay: Boolean!
  canTrackOrderUpdates: Boolean!
  installmentsHighlightEligible: Boolean!
  mobileUrl: URL!
  mobileUrlAttributionPayload: String!
  orderUpdateOptions: [String!]!
  qrCodeUrl: URL!
  shopAppEligible: Boolean!
  shopAppQrCodeKillswitch: Boolean!
  shopInstallmentsMobileUrl: URL!
  shopInstallmentsViewSchedules: URL!
  shopPayOrder: Boolean!
type ShopPayConfiguration until 2025-01
  checkoutOne: Boolean!
  transactionParams: String!
  transactionUrl: URL!
type ShopPayCreditCardGetUpdateUrlPayload
  updateShopPayCreditCardUrl: URL
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
type ShopPolicy
  & Node
  body: HTML!
  handle: String!
  id: ID!
  title: String!
  url: URL!
enum SmsMarketingState
  = NOT_SUBSCRIBED PENDING REDACTED SUBSCRIBED UNSUBSCRIBED`;
