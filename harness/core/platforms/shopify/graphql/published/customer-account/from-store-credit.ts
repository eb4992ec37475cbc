// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type StoreCreditAccount since 2024-07
  & Node
  balance: MoneyV2!
  expirableBalance: MoneyV2! since 2025-07
  id: ID!
  transactions(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: TransactionSortKeys = CREATED_AT): StoreCreditAccountTransactionConnection!
type StoreCreditAccountConnection since 2024-07
  edges: [StoreCreditAccountEdge!]!
  nodes: [StoreCreditAccount!]!
  pageInfo: PageInfo!
type StoreCreditAccountCreditTransaction since 2024-07
  & Node
  & StoreCreditAccountTransaction
  account: StoreCreditAccount!
  amount: MoneyV2!
  balanceAfterTransaction: MoneyV2!
  createdAt: DateTime!
  event: StoreCreditSystemEvent! since 2025-07
  expiresAt: DateTime
  id: ID!
  origin: StoreCreditAccountTransactionOrigin since 2025-07
  remainingAmount: MoneyV2!
type StoreCreditAccountDebitRevertTransaction since 2024-07
  & Node
  & StoreCreditAccountTransaction
  account: StoreCreditAccount!
  amount: MoneyV2!
  balanceAfterTransaction: MoneyV2!
  createdAt: DateTime!
  debitTransaction: StoreCreditAccountDebitTransaction!
  event: StoreCreditSystemEvent! since 2025-07
  id: ID!
  origin: StoreCreditAccountTransactionOrigin since 2025-07
type StoreCreditAccountDebitTransaction since 2024-07
  & Node
  & StoreCreditAccountTransaction
  account: StoreCreditAccount!
  amount: MoneyV2!
  balanceAfterTransaction: MoneyV2!
  createdAt: DateTime!
  event: StoreCreditSystemEvent! since 2025-07
  id: ID!
  origin: StoreCreditAccountTransactionOrigin since 2025-07
type StoreCreditAccountEdge since 2024-07
  cursor: String!
  node: StoreCreditAccount!
type StoreCreditAccountExpirationTransaction since 2024-07
  & StoreCreditAccountTransaction
  account: StoreCreditAccount!
  amount: MoneyV2!
  balanceAfterTransaction: MoneyV2!
  createdAt: DateTime!
  creditTransaction: StoreCreditAccountCreditTransaction!
  event: StoreCreditSystemEvent! since 2025-07
  origin: StoreCreditAccountTransactionOrigin since 2025-07
interface StoreCreditAccountTransaction since 2024-07
  account: StoreCreditAccount!
  amount: MoneyV2!
  balanceAfterTransaction: MoneyV2!
  createdAt: DateTime!
  event: StoreCreditSystemEvent! since 2025-07
  origin: StoreCreditAccountTransactionOrigin since 2025-07
type StoreCreditAccountTransactionConnection since 2024-07
  edges: [StoreCreditAccountTransactionEdge!]!
  nodes: [StoreCreditAccountTransaction!]!
  pageInfo: PageInfo!
type StoreCreditAccountTransactionEdge since 2024-07
  cursor: String!
  node: StoreCreditAccountTransaction!
union StoreCreditAccountTransactionOrigin since 2025-07
  | OrderTransaction
enum StoreCreditSystemEvent since 2025-07
  = ADJUSTMENT ORDER_CANCELLATION ORDER_PAYMENT ORDER_REFUND PAYMENT_FAILURE PAYMENT_RETURNED
  = TAX_FINALIZATION
type StorefrontCustomerAccessTokenCreatePayload since 2024-04
  customerAccessToken: String
  userErrors: [UserErrorsStorefrontCustomerAccessTokenCreateUserErrors!]!
scalar String
type StripeFinancialConnectionsSessionInitiatePayload since 2025-07
  clientSecret: String
  userErrors: [UserErrorsStripeFinancialConnectionsSessionUserErrors!]!
union SubscriptionAnchor since 2024-10
  | SubscriptionMonthDayAnchor
  | SubscriptionWeekDayAnchor
  | SubscriptionYearDayAnchor
type SubscriptionBillingCycle
  billingAttemptExpectedDate: DateTime!
  cycleEndAt: DateTime!
  cycleIndex: Int!
  cycleStartAt: DateTime!
  edited: Boolean!
  skipped: Boolean!
  status: SubscriptionBillingCycleBillingCycleStatus!
enum SubscriptionBillingCycleBillingCycleStatus
  = BILLED UNBILLED
type SubscriptionBillingCycleConnection
  edges: [SubscriptionBillingCycleEdge!]!
  nodes: [SubscriptionBillingCycle!]!
  pageInfo: PageInfo!
type SubscriptionBillingCycleEdge
  cursor: String!
  node: SubscriptionBillingCycle!
input SubscriptionBillingCycleInput
  contractId: ID!
  selector: SubscriptionBillingCycleSelector!
input SubscriptionBillingCycleSelector
  date: DateTime
  index: Int
type SubscriptionBillingCycleSkipPayload
  billingCycle: SubscriptionBillingCycle
  userErrors: [SubscriptionBillingCycleSkipUserError!]!
type SubscriptionBillingCycleSkipUserError
  & DisplayableError
  code: SubscriptionBillingCycleSkipUserErrorCode
  field: [String!]
  message: String!
enum SubscriptionBillingCycleSkipUserErrorCode
  = INVALID
type SubscriptionBillingCycleUnskipPayload
  billingCycle: SubscriptionBillingCycle
  userErrors: [SubscriptionBillingCycleUnskipUserError!]!
type SubscriptionBillingCycleUnskipUserError
  & DisplayableError
  code: SubscriptionBillingCycleUnskipUserErrorCode
  field: [String!]
  message: String!
enum SubscriptionBillingCycleUnskipUserErrorCode
  = INVALID
enum SubscriptionBillingCyclesSortKeys
  = CYCLE_END_AT CYCLE_INDEX ID
  = RELEVANCE until 2025-01
type SubscriptionBillingPolicy
  anchors: [SellingPlanAnchor!]! until 2024-07
  anchors: [SubscriptionAnchor!]! since 2024-10
  interval: SellingPlanInterval! until 2024-07
  interval: SubscriptionInterval! since 2024-10
  intervalCount: Count since 2024-10
  intervalCount: Int! until 2024-07
  maxCycles: Int
  minCycles: Int
type SubscriptionContract
  & Node
  & SubscriptionContractBase
  app: App since 2026-01
  appEligibleForCustomerActions: Boolean!
  billingPolicy: SubscriptionBillingPolicy!
  createdAt: DateTime!
  currencyCode: CurrencyCode!
  customAttributes: [Attribute!]!
  deliveryMethod: SubscriptionDeliveryMethod
  deliveryPolicy: SubscriptionDeliveryPolicy!
  deliveryPrice: MoneyV2!
  discounts(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SubscriptionDiscountConnection since 2025-07
  id: ID!
  lastBillingAttemptErrorType: SubscriptionContractLastBillingErrorType since 2024-10
  lastPaymentStatus: SubscriptionContractLastPaymentStatus
  lineCount: Int!
  lines(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SubscriptionLineConnection!
  linesCount: Count since 2024-10
  nextBillingDate: DateTime
  note: String
  orders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): OrderConnection!
  originOrder: Order
  paymentInstrument: PaymentInstrument
  priceBreakdownEstimate: SubscriptionPriceBreakdown
  revisionId: UnsignedInt64!
  status: SubscriptionContractSubscriptionStatus!
  upcomingBillingCycles(after: String; before: String; first: Int; last: Int; reverse: Boolean = false; sortKey: SubscriptionBillingCyclesSortKeys = CYCLE_INDEX): SubscriptionBillingCycleConnection!
  updatedAt: DateTime!
type SubscriptionContractActivatePayload
  contract: SubscriptionContract
  userErrors: [SubscriptionContractStatusUpdateUserError!]!
interface SubscriptionContractBase
  appEligibleForCustomerActions: Boolean!
  currencyCode: CurrencyCode!
  customAttributes: [Attribute!]!
  deliveryMethod: SubscriptionDeliveryMethod
  deliveryPrice: MoneyV2!
  discounts(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SubscriptionDiscountConnection since 2025-07
  lineCount: Int!
  lines(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SubscriptionLineConnection!
  linesCount: Count since 2024-10
  note: String
  orders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): OrderConnection!
  priceBreakdownEstimate: SubscriptionPriceBreakdown
  updatedAt: DateTime!
type SubscriptionContractCancelPayload
  contract: SubscriptionContract
  userErrors: [SubscriptionContractStatusUpdateUserError!]!
type SubscriptionContractChangePaymentInstrumentPayload
  contract: SubscriptionContract
  userErrors: [SubscriptionContractUserError!]!
type SubscriptionContractConnection
  edges: [SubscriptionContractEdge!]!
  nodes: [SubscriptionContract!]!
  pageInfo: PageInfo!
type SubscriptionContractEdge
  cursor: String!
  node: SubscriptionContract!
type SubscriptionContractFetchDeliveryOptionsPayload
  deliveryOptionsResult: SubscriptionDeliveryOptionsResult
  userErrors: [SubscriptionContractUserError!]!
enum SubscriptionContractLastBillingErrorType since 2024-10
  = CUSTOMER_ERROR INVENTORY_ERROR OTHER PAYMENT_ERROR
enum SubscriptionContractLastPaymentStatus
  = FAILED SUCCEEDED
type SubscriptionContractPausePayload
  contract: SubscriptionContract
  userErrors: [SubscriptionContractStatusUpdateUserError!]!
type SubscriptionContractSelectDeliveryMethodPayload
  contract: SubscriptionContract
  userErrors: [SubscriptionContractUserError!]!
enum SubscriptionContractStatusUpdateErrorCode
  = CONTRACT_FAILED CONTRACT_TERMINATED HAS_FUTURE_EDITS INVALID SUBSCRIPTION_CONTRACT_DOES_NOT_EXIST
type SubscriptionContractStatusUpdateUserError
  & DisplayableError
  code: SubscriptionContractStatusUpdateErrorCode
  field: [String!]
  message: String!
enum SubscriptionContractSubscriptionStatus
  = ACTIVE CANCELLED EXPIRED FAILED PAUSED STALE
type SubscriptionContractUserError
  & DisplayableError
  code: SubscriptionContractUserErrorCode
  field: [String!]
  message: String!
enum SubscriptionContractUserErrorCode
  = BLANK HAS_FUTURE_EDITS INVALID PAYMENT_INSTRUMENT_DOES_NOT_EXIST
  = SUBSCRIPTION_CONTRACT_DOES_NOT_EXIST
enum SubscriptionContractsSortKeys
  = CREATED_AT ID UPDATED_AT
  = RELEVANCE until 2025-01
  = STATUS since 2025-07`;
