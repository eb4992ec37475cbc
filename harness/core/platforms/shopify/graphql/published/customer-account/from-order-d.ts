// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `union OrderDetailsPageOrder until 2025-01
  | Order
  | PublicOrder
type OrderDiscountInformation
  allAppliedDiscounts: [OrderAllDiscounts!]!
  allOrderLevelAppliedDiscounts: [OrderAllDiscounts!]!
  allOrderLevelAppliedDiscountsOnSoldItems: [OrderAllDiscounts!]!
  totalDiscounts: MoneyV2!
  totalOrderLevelAppliedDiscounts: MoneyV2!
enum OrderDutiesStatusType
  = DUTIES_ERROR DUTIES_OK DUTIES_ZERO
type OrderDutiesSummary
  totalDuties: MoneyV2
  totalDutiesStatus: OrderDutiesStatusType
type OrderEdge
  cursor: String!
  node: Order!
type OrderEditAgreement
  & Node
  & SalesAgreement
  happenedAt: DateTime!
  id: ID!
  reason: OrderActionType!
  sales(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SaleConnection!
type OrderEditSummary
  changes: [OrderEditSummaryChange!]!
  latestHappenedAt: DateTime
type OrderEditSummaryChange
  & Node
  delta: Int!
  handle: String
  id: ID!
  lineItem: LineItem!
enum OrderFinancialStatus
  = AUTHORIZED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED
  = EXPIRED since 2024-07
enum OrderFulfillmentStatus
  = READY_FOR_PICKUP
  = ATTEMPTED_TO_DELIVER until 2025-01
  = CONFIRMED until 2025-01
  = DELIVERED until 2025-01
  = FULFILLED since 2025-07
  = IN_PROGRESS since 2025-07
  = IN_TRANSIT until 2025-01
  = MULTIPLE_SHIPMENTS until 2025-01
  = ON_HOLD since 2025-07
  = ON_ITS_WAY until 2025-01
  = OPEN since 2025-07
  = OUT_FOR_DELIVERY until 2025-01
  = PARTIALLY_FULFILLED since 2025-07
  = PENDING_FULFILLMENT since 2025-07
  = PICKED_UP until 2025-01
  = PREPARING_FOR_SHIPPING until 2025-01
  = READY_FOR_DELIVERY since 2025-07
  = RESTOCKED since 2025-07
  = SCHEDULED since 2025-07
  = THERE_WAS_A_PROBLEM until 2025-01
  = UNFULFILLED since 2025-07
type OrderLineItemsSummary
  lineItemCount: Int!
  totalQuantityOfLegacyFeesLineItems: Int! since 2024-07
  totalQuantityOfLineItems: Int!
  totalQuantityOfTipLineItems: Int!
type OrderNonReturnableSummary since 2025-07
  nonReturnableReasons: [NonReturnableReason!]!
  summaryMessage: String
type OrderPaymentInformation
  paymentCollectionUrl: URL
  paymentStatus: OrderPaymentStatus
  paymentTerms: PaymentTerms
  totalOutstandingAmount: MoneyV2!
  totalPaidAmount: MoneyV2!
enum OrderPaymentStatus
  = AUTHORIZED EXPIRED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED
type OrderPickupInformation
  address: PickupAddress
  createdAt: DateTime
  status: PickupStatus
  updatedAt: DateTime
type OrderRequestReturnPayload
  return: Return
  userErrors: [ReturnUserError!]! since 2024-10
type OrderReturnInformation since 2025-07
  hasRestockingFee: Boolean!
  hasReturnPromise: Boolean!
  hasReturnShippingFee: Boolean!
  nonReturnableLineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): NonReturnableLineItemConnection!
  nonReturnableSummary: OrderNonReturnableSummary
  returnFees: [ReturnFee!]!
  returnShippingMethodNote: String
  returnShippingMethods: [ReturnShippingMethod!]!
  returnableLineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): ReturnableLineItemConnection!
type OrderShippingLineGroup
  groupType: DeliveryOptionGroupType!
  lineAmountAfterDiscounts: MoneyV2!
type OrderSoldInformation
  quantity: Int!
  refundedQuantity: Int!
  subtotal: MoneyV2
  total: MoneyV2
  totalDiscount: MoneyV2
  totalTaxes: MoneyV2
enum OrderSortKeys
  = CREATED_AT ID ORDER_NUMBER PROCESSED_AT TOTAL_PRICE UPDATED_AT
  = RELEVANCE until 2025-01
type OrderTransaction
  & Node
  & PaymentIcon
  createdAt: DateTime!
  giftCardDetails: GiftCardDetails
  id: ID!
  kind: OrderTransactionKind
  order: Order since 2025-07
  paymentDetails: PaymentDetails
  paymentIcon: PaymentIconImage
  processedAt: DateTime
  status: OrderTransactionStatus
  transactionAmount: MoneyBag!
  transactionParentId: String
  type: OrderTransactionType!
  typeDetails: TransactionTypeDetails
enum OrderTransactionKind
  = AUTHORIZATION CAPTURE CARD_APPROVAL CARD_DECLINE CHANGE EMV_AUTHORIZATION REFUND REFUND_EMV_INITIATE
  = SALE SUGGESTED_REFUND VOID
enum OrderTransactionStatus
  = ERROR FAILURE PENDING PENDING_AUTHENTICATION SUCCESS
enum OrderTransactionType
  = BANK_DEPOSIT CARD CASH_ON_DELIVERY CUSTOM GIFT_CARD MANUAL MONEY_ORDER SHOPIFY_INSTALLMENTS
  = ACH since 2026-01
  = STORE_CREDIT since 2024-07
type PageInfo
  endCursor: String
  hasNextPage: Boolean!
  hasPreviousPage: Boolean!
  startCursor: String
input PaymentCredentialRemoteTokenInput since 2026-01
  providerId: Int
  token: String!
  type: String!
union PaymentDetails
  | AchPaymentDetails since 2026-01
  | CardPaymentDetails
interface PaymentIcon
  paymentIcon: PaymentIconImage
type PaymentIconImage
  & Node
  altText: String
  height: Int
  id: ID!
  originalSrc: URL! deprecated
  src: URL! deprecated
  thumbhash: String since 2025-07
  transformedSrc(crop: CropRegion; maxHeight: Int; maxWidth: Int; preferredContentType: ImageContentType; scale: Int = 1): URL! deprecated
  url(transform: ImageTransformInput): URL!
  width: Int
interface PaymentInstrument
  & Node
  draftOrders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DraftOrderConnection! since 2026-01
  id: ID!
  orders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): OrderConnection! since 2026-01
  subscriptionContracts(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: SubscriptionContractsSortKeys = CREATED_AT): SubscriptionContractConnection! since 2026-01
type PaymentInstrumentAddPayload since 2026-01
  nextActionUrl: URL
  paymentInstrument: PaymentInstrument
  processing: Boolean
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
type PaymentInstrumentBillingAddress
  address1: String
  address2: String
  city: String
  country: String
  countryCode: CountryCode
  firstName: String
  lastName: String
  province: String
  provinceCode: String
  zip: String
type PaymentInstrumentConnection since 2026-01
  edges: [PaymentInstrumentEdge!]!
  nodes: [PaymentInstrument!]!
  pageInfo: PageInfo!
type PaymentInstrumentEdge since 2026-01
  cursor: String!
  node: PaymentInstrument!
input PaymentInstrumentInput since 2026-01
  remoteToken: RemoteTokenPaymentInstrumentInput
type PaymentInstrumentRemovePayload
  deletedPaymentInstrumentId: ID
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
type PaymentInstrumentReplacePayload since 2026-01
  nextActionUrl: URL
  paymentInstrument: PaymentInstrument
  processing: Boolean
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
type PaymentInstrumentUpdateDefaultPayload
  updatedPaymentInstrumentId: ID
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
enum PaymentInstrumentWalletType
  = APPLE_PAY GOOGLE_PAY SHOP_PAY
input PaymentMandateInput since 2026-01
  resourceId: Int
  resourceType: PaymentMandateResourceType!
enum PaymentMandateResourceType since 2026-01
  = ANY CHECKOUT DRAFTORDER ORDER RECEIPT SUBSCRIPTIONS
union PaymentMethod since 2026-01
  | BankPaymentMethod
type PaymentProviderClientCredentials since 2026-01
  apiClientKey: String
  merchantAccountId: String
type PaymentSchedule
  & Node
  amount: MoneyV2! deprecated since 2025-01
  amount: MoneyV2! until 2024-10
  completed: Boolean!
  completedAt: DateTime
  dueAt: DateTime
  id: ID!
  totalBalance: MoneyV2! since 2025-10
type PaymentScheduleConnection
  edges: [PaymentScheduleEdge!]!
  nodes: [PaymentSchedule!]!
  pageInfo: PageInfo!
type PaymentScheduleEdge
  cursor: String!
  node: PaymentSchedule!
type PaymentTerms
  & Node
  id: ID!
  nextDueAt: DateTime
  overdue: Boolean!
  paymentSchedules(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): PaymentScheduleConnection!
  paymentTermsName: String!
  paymentTermsType: PaymentTermsType!
type PaymentTermsTemplate
  & Node
  description: String!
  dueInDays: Int
  id: ID!
  name: String!
  paymentTermsType: PaymentTermsType!
  translatedName: String!
enum PaymentTermsType
  = FIXED FULFILLMENT NET RECEIPT UNKNOWN
type PaypalAccountEnablePayload
  paypalBillingAgreement: PaypalBillingAgreement
  userErrors: [UserErrorsPaypalTokenUserErrors!]!
type PaypalBillingAgreement
  & Node
  & PaymentInstrument
  billingAddress: PaymentInstrumentBillingAddress
  draftOrders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DraftOrderConnection! since 2026-01
  id: ID!
  orders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): OrderConnection! since 2026-01
  paypalAccountEmail: String
  pendingOrders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): OrderConnection!
  subscriptionContracts(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: SubscriptionContractsSortKeys = CREATED_AT): SubscriptionContractConnection!
type PaypalTokenCreatePayload
  token: String
  userErrors: [UserErrorsPaypalTokenUserErrors!]!`;
