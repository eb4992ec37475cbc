// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `enum PermittedOperation
  = ADD ALL DELETE EDIT USE VIEW
type PersonalAccount until 2024-04
  & HasMetafields
  & Node
  acceptsEmailMarketing: Boolean!
  acceptsSmsMarketing: Boolean!
  addresses(after: String; before: String; first: Int; last: Int; reverse: Boolean = false; skipDefault: Boolean = false): CustomerMailingAddressConnection!
  availableWalletPaymentConfigs: [WalletPaymentConfig!]!
  createdAt: DateTime!
  creationDate: DateTime!
  creditCard(id: ID!): CustomerCreditCard
  creditCards(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CustomerCreditCardConnection!
  customerEmailAddress: CustomerEmailAddress
  customerPhoneNumber: CustomerPhoneNumber
  defaultAddress: CustomerMailingAddress
  displayName: String!
  draftOrder(id: ID!): DraftOrder
  draftOrders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: DraftOrderSortKeys = ID): DraftOrderConnection!
  email: String
  emailMarketingConsent: EmailMarketingConsentState
  firstName: String
  id: ID!
  imageUrl: URL!
  lastIncompleteCheckout: Checkout
  lastName: String
  metafield(key: String!; namespace: String!): Metafield
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  order(id: ID!): Order
  orderDetailsPageOrder(id: ID!): OrderDetailsPageOrder
  orders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: OrderSortKeys = ID): OrderConnection!
  paypalBillingAgreement: PaypalBillingAgreement
  phone: String
  return(id: ID!): Return
  subscriptionContract(id: ID!): SubscriptionContract
  subscriptionContracts(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: SubscriptionContractsSortKeys = CREATED_AT): SubscriptionContractConnection!
  tags: [String!]!
  taxExempt: Boolean!
  taxExemptions: [TaxExemption!]!
  taxExemptionsDetails: [TaxExemptionDetails!]!
input PersonalInformationUpdateInput until 2024-04
  firstName: String
  lastName: String
type PersonalInformationUpdatePayload until 2024-04
  personalInformation: PersonalAccount
  userErrors: [UserErrorsPersonalInformationUserErrors!]!
type PickupAddress
  address1: String!
  address2: String
  city: String!
  countryCode: CountryCode!
  phone: String
  zip: String
  zoneCode: String
enum PickupStatus
  = CLOSED IN_PROGRESS OPEN
type PricingPercentageValue
  percentage: Float!
union PricingValue
  | MoneyV2
  | PricingPercentageValue
type ProductSale
  & Node
  & Sale
  actionType: SaleActionType!
  id: ID!
  lineItem: LineItem!
  lineType: SaleLineType!
  quantity: Int
  taxes: [SaleTax!]!
  totalAmount: MoneyV2!
  totalDiscountAmountAfterTaxes: MoneyV2!
  totalDiscountAmountBeforeTaxes: MoneyV2!
  totalTaxAmount: MoneyV2!
type PublicOrder until 2025-01
  & Node
  cancelledAt: DateTime
  confirmationNumber: String
  discountInformation: OrderDiscountInformation!
  draftOrderName: String
  editSummary: OrderEditSummary
  financialStatus: OrderFinancialStatus
  fulfillmentStatus: OrderFulfillmentStatus!
  fulfillments(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: FulfillmentSortKeys = ID): FulfillmentConnection!
  hasEmail: Boolean!
  id: ID!
  legacyAggregatedMerchandiseTermsAsFees: [LegacyAggregatedMerchandiseTermsAsFees!]! since 2024-07 until 2025-01
  legacyRepresentProductsAsFees: Boolean! since 2024-07 until 2025-01
  legacySubtotalWithoutFees: MoneyV2 since 2024-07 until 2025-01
  lineItemContainers: [LineItemContainer!]!
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): LineItemConnection!
  market: Market!
  name: String!
  paymentInformation: OrderPaymentInformation
  pickupInformation: OrderPickupInformation
  poNumber: String
  processedAt: DateTime!
  refunds: [Refund!]!
  reorderPath: String
  requiresShipping: Boolean!
  return(id: ID!): Return since 2024-07 until 2025-01
  returns(after: String; before: String; first: Int; last: Int; reverse: Boolean = false; sortKey: ReturnSortKeys = ID): ReturnConnection!
  shippingLineGroups: [OrderShippingLineGroup!]!
  soldInformation: OrderSoldInformation!
  subtotal: MoneyV2
  subtotalBeforeDiscounts: MoneyV2
  totalDiscountedShipping: MoneyV2!
  totalDuties: MoneyV2
  totalDutiesSummary: OrderDutiesSummary
  totalPrice: MoneyV2!
  totalRefunded: MoneyV2!
  totalShipping: MoneyV2!
  totalTax: MoneyV2
  totalTip: MoneyV2
  transactions: [OrderTransaction!]!
type PurchasingCompany
  company: Company!
  contact: CompanyContact
  contactV1: Contact until 2024-04
  location: CompanyLocation!
  locationV1: Location! until 2024-04
union PurchasingEntity
  | Customer
  | PurchasingCompany
union PurchasingEntityV1 until 2024-04
  | PersonalAccount
  | PurchasingCompany
type QueryRoot
  addressFormSettings: AddressFormSettings! until 2024-04
  businessAccount: BusinessAccount! until 2024-04
  company(id: ID!): Company
  companyLocation(id: ID!): CompanyLocation
  customer: Customer!
  draftOrder(id: ID!): DraftOrder
  extensionApiTokens(appId: ID!): ExtensionApiTokens until 2024-07
  extensionApiTokens(appId: ID!; extensionType: String): ExtensionApiTokens since 2024-10
  order(id: ID!): Order
  orderDetailsPageOrder(id: ID!): OrderDetailsPageOrder until 2025-01
  personalAccount: PersonalAccount! until 2024-04
  return(id: ID!): Return since 2025-07
  returnCalculate(input: CalculateReturnInput!): CalculatedReturn since 2025-07
  shop: Shop!
  uiExtensionMetafields(filters: [UiExtensionMetafieldFilterInput!]!; orderId: ID; resourceIds: [ID!]): [UiExtensionMetafield!]! until 2024-01
  uiExtensionMetafields(filters: [UiExtensionMetafieldFilterInput!]; orderId: ID; resourceIds: [ID!]): [UiExtensionMetafield!]! since 2024-04 until 2025-01
  uiExtensionMetafields(orderId: ID; resourceIds: [ID!]): [UiExtensionMetafield!]! since 2025-07
  uiExtensionSessionToken(appId: ID; extensionActivationId: ID): UiExtensionSessionToken since 2025-07
  uiExtensionSessionToken(appId: ID; extensionActivationId: ID; id: ID): UiExtensionSessionToken since 2025-01 until 2025-01
  uiExtensionSessionToken(id: ID!): UiExtensionSessionToken until 2024-10
type Refund
  & Node
  createdAt: DateTime
  id: ID!
  returnName: String
  totalRefunded: MoneyV2!
  updatedAt: DateTime!
type RefundAgreement
  & Node
  & SalesAgreement
  happenedAt: DateTime!
  id: ID!
  reason: OrderActionType!
  refund: Refund!
  sales(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SaleConnection!
type RemainingLineItemContainer
  id: ID!
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): RemainingLineItemContainerLineItemConnection!
type RemainingLineItemContainerLineItem
  & Node
  id: ID!
  lineItem: LineItem!
type RemainingLineItemContainerLineItemConnection
  edges: [RemainingLineItemContainerLineItemEdge!]!
  nodes: [RemainingLineItemContainerLineItem!]!
  pageInfo: PageInfo!
type RemainingLineItemContainerLineItemEdge
  cursor: String!
  node: RemainingLineItemContainerLineItem!
input RemoteTokenPaymentInstrumentInput since 2026-01
  billingAddress: CustomerAddressInput
  credentials: [PaymentCredentialRemoteTokenInput!]!
  ownerId: ID!
input RequestedLineItemInput
  customerNote: String
  lineItemId: ID!
  quantity: Int!
  returnReason: ReturnReason! until 2025-10
  returnReasonDefinitionId: ID since 2026-01
type ResendGiftCardPayload
  orderId: ID
  userErrors: [UserErrorsResendGiftCardErrors!]!
type ResourcePermission
  permittedOperations: [PermittedOperation!]!
  resource: ResourceType!
enum ResourceType
  = BUSINESS_PROFILE COMPANY COMPANY_CONTACT COMPANY_CONTACT_ROLE COMPANY_LOCATION
  = COMPANY_LOCATION_BILLING_ADDRESS COMPANY_LOCATION_SHIPPING_ADDRESS COMPANY_TAX_EXEMPTION DRAFT_ORDER
  = ORDER PAYMENT_METHOD
type Return
  & Node
  closedAt: DateTime
  createdAt: DateTime
  decline: ReturnDecline since 2024-10
  exchangeLineItems(after: String; before: String; first: Int; includeRemovedItems: Boolean = false; last: Int; reverse: Boolean = false): ExchangeLineItemConnection! since 2025-07
  id: ID!
  name: String!
  returnLineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): ReturnLineItemConnection! until 2025-01
  returnLineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): ReturnLineItemTypeConnection! since 2025-07
  returnLineItemsCount: Count since 2025-07
  reverseDeliveries(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): ReverseDeliveryConnection!
  status: ReturnStatus!
  timelineEvents: [TimelineEvent!]!
  tmpReturnLineItemsCount: Int! since 2025-07
  updatedAt: DateTime
type ReturnAgreement since 2024-04
  & Node
  & SalesAgreement
  happenedAt: DateTime!
  id: ID!
  reason: OrderActionType!
  return: Return!
  sales(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SaleConnection!
type ReturnConnection
  edges: [ReturnEdge!]!
  nodes: [Return!]!
  pageInfo: PageInfo!
type ReturnDecline since 2024-10
  note: String
  reason: ReturnDeclineReason!
enum ReturnDeclineReason since 2024-10
  = FINAL_SALE OTHER RETURN_PERIOD_ENDED
type ReturnEdge
  cursor: String!
  node: Return!
enum ReturnErrorCode since 2024-10
  = ALREADY_EXISTS BLANK CREATION_FAILED EQUAL_TO FEATURE_NOT_ENABLED GREATER_THAN
  = GREATER_THAN_OR_EQUAL_TO INCLUSION INTERNAL_ERROR INVALID INVALID_STATE LESS_THAN
  = LESS_THAN_OR_EQUAL_TO NOTIFICATION_FAILED NOT_AUTHORIZED NOT_A_NUMBER NOT_EDITABLE NOT_FOUND PRESENT
  = TAKEN TOO_BIG TOO_LONG TOO_MANY_ARGUMENTS TOO_SHORT WRONG_LENGTH
interface ReturnFee since 2025-07
  amountSet: MoneyBag!
  title: String!
type ReturnFinancialSummary since 2025-07
  restockingFeeSubtotalSet: MoneyBag!
  returnOrderLevelDiscountSubtotalSet: MoneyBag! since 2026-01
  returnShippingFeeSubtotalSet: MoneyBag!
  returnSubtotalBeforeTargetAllDiscountsSet: MoneyBag! since 2026-01
  returnSubtotalSet: MoneyBag!
  returnSubtotalWithCartDiscountSet: MoneyBag!
  returnTotalSet: MoneyBag!
  returnTotalTaxSet: MoneyBag!`;
