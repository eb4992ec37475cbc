// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type MetafieldsDeletePayload since 2024-07
  deletedMetafields: [MetafieldIdentifier]
  userErrors: [MetafieldsDeleteUserError!]!
type MetafieldsDeleteUserError since 2024-07
  & DisplayableError
  code: MetafieldsDeleteUserErrorCode
  elementIndex: Int
  field: [String!]
  message: String!
enum MetafieldsDeleteUserErrorCode since 2024-07
  = BLANK DISALLOWED_OWNER_TYPE INVALID METAFIELD_DELETE_FAILED NOT_FOUND
input MetafieldsSetInput since 2024-07
  compareDigest: String
  key: String!
  namespace: String!
  ownerId: ID!
  type: String
  value: String!
type MetafieldsSetPayload since 2024-07
  metafields: [Metafield!]
  userErrors: [MetafieldsSetUserError!]!
type MetafieldsSetUserError since 2024-07
  & DisplayableError
  code: MetafieldsSetUserErrorCode
  elementIndex: Int
  field: [String!]
  message: String!
enum MetafieldsSetUserErrorCode since 2024-07
  = APP_NOT_AUTHORIZED BLANK DISALLOWED_OWNER_TYPE INCLUSION INVALID_COMPARE_DIGEST INVALID_TYPE
  = INVALID_VALUE LESS_THAN_OR_EQUAL_TO PRESENT STALE_OBJECT TOO_LONG TOO_SHORT
  = INVALID since 2025-07
  = TAKEN since 2025-07
type Metaobject since 2026-01
  & Node
  field(key: String!): MetaobjectField
  fields: [MetaobjectField!]!
  handle: String!
  id: ID!
  type: String!
  updatedAt: DateTime!
type MetaobjectField since 2026-01
  key: String!
  reference: MetafieldReference
  type: String!
  value: String
type Model3d since 2026-01
  & Media
  alt: String
  id: ID!
  mediaContentType: MediaContentType!
  previewImage: Image
  sources: [Model3dSource!]!
type Model3dSource since 2026-01
  filesize: Int!
  format: String!
  mimeType: String!
  url: String!
type MoneyBag
  presentmentMoney: MoneyV2!
  shopMoney: MoneyV2!
type MoneyV2
  amount: Decimal!
  currencyCode: CurrencyCode!
type Mutation
  addressCreate(address: CustomerMailingAddressInput!; defaultAddress: Boolean = false): AddressCreatePayload until 2024-04
  addressDelete(addressId: ID!): AddressDeletePayload until 2024-04
  addressUpdate(address: CustomerMailingAddressInput; addressId: ID!; defaultAddress: Boolean = null): AddressUpdatePayload until 2024-04
  applePayCreditCardAdd(applePayTokenizedCard: String!; billingAddress: ApplePayBillingAddressInput!; displayLastDigits: String): ApplePayCreditCardAddPayload
  applePayCreditCardUpdate(applePayTokenizedCard: String!; billingAddress: ApplePayBillingAddressInput!; displayLastDigits: String; paymentMethodId: ID!): ApplePayCreditCardUpdatePayload
  applePaySessionCreate(resourceId: String!; validationUrl: String!): ApplePaySessionCreatePayload
  businessContactUpdate(companyId: ID; input: BusinessContactUpdateInput!): BusinessContactUpdatePayload
  businessContactUpdateV1(companyId: ID; input: BusinessContactUpdateInput!): BusinessContactUpdateV1Payload until 2024-04
  businessLocationBillingAddressCreate(address: CompanyAddressInput!; companyLocationId: ID!; useAsShipping: Boolean = false): BusinessLocationBillingAddressCreatePayload until 2024-04
  businessLocationBillingAddressUpdate(address: CompanyAddressInput!; companyLocationId: ID!): BusinessLocationBillingAddressUpdatePayload until 2024-04
  businessLocationCreditCardAdd(billingAddress: CustomerMailingAddressInput!; companyLocationId: ID!; sessionId: String!): BusinessLocationCreditCardAddPayload
  businessLocationCreditCardUpdate(billingAddress: CustomerMailingAddressInput!; companyLocationId: ID!; paymentMethodId: ID!; sessionId: String!): BusinessLocationCreditCardUpdatePayload
  businessLocationPaymentInstrumentRemove(companyLocationId: ID!; paymentInstrumentId: ID!; replacementPaymentInstrumentId: ID): BusinessLocationPaymentInstrumentRemovePayload
  businessLocationShippingAddressCreate(address: CompanyAddressInput!; companyLocationId: ID!; useAsBilling: Boolean = false): BusinessLocationShippingAddressCreatePayload until 2024-04
  businessLocationShippingAddressUpdate(address: CompanyAddressInput!; companyLocationId: ID!): BusinessLocationShippingAddressUpdatePayload until 2024-04
  companyLocationAssignAddress(address: CompanyAddressInput!; addressTypes: [CompanyAddressType!]!; locationId: ID!): CompanyLocationAssignAddressPayload
  creditCardAdd(billingAddress: CustomerMailingAddressInput!; default: Boolean = false; sessionId: String!): CreditCardAddPayload
  creditCardUpdate(billingAddress: CustomerMailingAddressInput!; paymentMethodId: ID!; sessionId: String!): CreditCardUpdatePayload
  customerAddressCreate(address: CustomerAddressInput!; defaultAddress: Boolean = false): CustomerAddressCreatePayload
  customerAddressDelete(addressId: ID!): CustomerAddressDeletePayload
  customerAddressUpdate(address: CustomerAddressInput; addressId: ID!; defaultAddress: Boolean = null): CustomerAddressUpdatePayload
  customerEmailMarketingOptIn: CustomerEmailMarketingOptInPayload
  customerEmailMarketingSubscribe: CustomerEmailMarketingSubscribePayload
  customerEmailMarketingUnsubscribe: CustomerEmailMarketingUnsubscribePayload
  customerUpdate(input: CustomerUpdateInput!): CustomerUpdatePayload
  googlePayCreditCardAdd(billingAddress: GooglePayBillingAddressInput!; googlePayTokenizedCard: String!): GooglePayCreditCardAddPayload
  googlePayCreditCardUpdate(billingAddress: GooglePayBillingAddressInput!; googlePayTokenizedCard: String!; paymentMethodId: ID!): GooglePayCreditCardUpdatePayload
  metafieldsDelete(metafields: [MetafieldIdentifierInput!]!): MetafieldsDeletePayload since 2024-07
  metafieldsSet(metafields: [MetafieldsSetInput!]!): MetafieldsSetPayload since 2024-07
  orderRequestReturn(orderId: ID!; requestedLineItems: [RequestedLineItemInput!]!): OrderRequestReturnPayload
  paymentInstrumentAdd(idempotencyKey: String!; instrument: PaymentInstrumentInput!; mandates: [PaymentMandateInput!]!): PaymentInstrumentAddPayload since 2026-01
  paymentInstrumentRemove(paymentInstrumentId: ID!; replacementPaymentInstrumentId: ID): PaymentInstrumentRemovePayload
  paymentInstrumentReplace(id: ID!; idempotencyKey: String!; instrument: PaymentInstrumentInput!; mandates: [PaymentMandateInput!]): PaymentInstrumentReplacePayload since 2026-01
  paymentInstrumentUpdateDefault(default: Boolean!; paymentInstrumentId: ID!): PaymentInstrumentUpdateDefaultPayload
  paypalAccountEnable(paypalPayerId: String!; paypalToken: String!): PaypalAccountEnablePayload
  paypalTokenCreate: PaypalTokenCreatePayload
  personalInformationUpdate(input: PersonalInformationUpdateInput!): PersonalInformationUpdatePayload until 2024-04
  resendGiftCard(orderId: ID!): ResendGiftCardPayload
  shopPayCreditCardGetUpdateUrl(paymentMethodId: ID!): ShopPayCreditCardGetUpdateUrlPayload
  storefrontCustomerAccessTokenCreate: StorefrontCustomerAccessTokenCreatePayload deprecated since 2025-01
  storefrontCustomerAccessTokenCreate: StorefrontCustomerAccessTokenCreatePayload since 2024-04 until 2024-10
  stripeFinancialConnectionsSessionInitiate: StripeFinancialConnectionsSessionInitiatePayload since 2025-07
  subscriptionBillingCycleSkip(billingCycleInput: SubscriptionBillingCycleInput!): SubscriptionBillingCycleSkipPayload
  subscriptionBillingCycleUnskip(billingCycleInput: SubscriptionBillingCycleInput!): SubscriptionBillingCycleUnskipPayload
  subscriptionContractActivate(subscriptionContractId: ID!): SubscriptionContractActivatePayload
  subscriptionContractCancel(subscriptionContractId: ID!): SubscriptionContractCancelPayload
  subscriptionContractChangePaymentInstrument(paymentInstrumentId: ID!; subscriptionContractId: ID!): SubscriptionContractChangePaymentInstrumentPayload
  subscriptionContractFetchDeliveryOptions(address: CustomerAddressInput; deliveryAddress: CustomerMailingAddressInput; subscriptionContractId: ID!): SubscriptionContractFetchDeliveryOptionsPayload since 2024-10
  subscriptionContractFetchDeliveryOptions(deliveryAddress: CustomerMailingAddressInput; subscriptionContractId: ID!): SubscriptionContractFetchDeliveryOptionsPayload until 2024-07
  subscriptionContractPause(subscriptionContractId: ID!): SubscriptionContractPausePayload
  subscriptionContractSelectDeliveryMethod(deliveryMethodInput: SubscriptionDeliveryMethodInput!; subscriptionContractId: ID!; subscriptionDeliveryOptionsResultToken: String!): SubscriptionContractSelectDeliveryMethodPayload
interface Node
  id: ID!
type NonReturnableLineItem since 2025-07
  lineItem: LineItem!
  quantity: Int!
  quantityDetails: [NonReturnableQuantityDetail!]!
type NonReturnableLineItemConnection since 2025-07
  edges: [NonReturnableLineItemEdge!]!
  nodes: [NonReturnableLineItem!]!
  pageInfo: PageInfo!
type NonReturnableLineItemEdge since 2025-07
  cursor: String!
  node: NonReturnableLineItem!
type NonReturnableQuantityDetail since 2025-07
  quantity: Int!
  reasonCode: NonReturnableReason!
enum NonReturnableReason since 2025-07
  = FINAL_SALE OTHER RETURNED RETURN_WINDOW_EXPIRED UNFULFILLED
type Order
  & HasMetafields
  & Node
  agreements(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SalesAgreementConnection!
  billingAddress: CustomerAddress
  cancelReason: OrderCancelReason
  cancelledAt: DateTime
  checkoutToken: String
  confirmationNumber: String
  contactExists: Boolean! until 2024-04
  createdAt: DateTime!
  currencyCode: CurrencyCode!
  customAttributes: [Attribute!]!
  customer: Customer
  customerLocale: String
  customerStatusPageUrl: URL until 2024-04
  customerV1: PersonalAccount until 2024-04
  discountApplications(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DiscountApplicationConnection!
  discountInformation: OrderDiscountInformation!
  draftOrder: DraftOrder
  draftOrderName: String
  editSummary: OrderEditSummary
  edited: Boolean!
  email: String
  emailAddress: CustomerEmailAddress until 2024-04
  financialStatus: OrderFinancialStatus
  fulfillmentStatus: OrderFulfillmentStatus!
  fulfillments(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: FulfillmentSortKeys = ID): FulfillmentConnection!
  hasEmail: Boolean!
  hasMultipleFulfillments: Boolean!
  id: ID!
  latestFulfillmentDeliveryDate: DateTime
  legacyAggregatedMerchandiseTermsAsFees: [LegacyAggregatedMerchandiseTermsAsFees!]! since 2024-07
  legacyRepresentProductsAsFees: Boolean! since 2024-07
  legacySubtotalWithoutFees: MoneyV2 since 2024-07
  lineItemContainers: [LineItemContainer!]!
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): LineItemConnection!
  lineItemsSummary: OrderLineItemsSummary
  locationName: String
  market: Market! deprecated since 2025-07
  market: Market! until 2025-01
  metafield(key: String!; namespace: String!): Metafield
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  name: String!
  note: String
  number: Int!
  orderReceiptMetafields: [Metafield!]!
  paymentInformation: OrderPaymentInformation
  paymentTermsTemplate: PaymentTermsTemplate
  phone: String
  pickupInformation: OrderPickupInformation
  poNumber: String
  processedAt: DateTime!
  purchasingEntity: PurchasingEntity
  refunds: [Refund!]!
  reorderPath: String
  requiresShipping: Boolean!
  return(id: ID!): Return since 2024-07
  returnInformation: OrderReturnInformation! since 2025-07
  returns(after: String; before: String; first: Int; last: Int; reverse: Boolean = false; sortKey: ReturnSortKeys = ID): ReturnConnection!
  shippingAddress: CustomerAddress
  shippingDiscountAllocations: [DiscountAllocation!]!
  shippingLine: ShippingLine
  shippingLineGroups: [OrderShippingLineGroup!]!
  shippingTitle: String
  shopAppLinksAndResources: ShopAppLinksAndResources
  soldInformation: OrderSoldInformation!
  statusPageUrl: URL!
  statusUrl: URL! until 2024-04
  subscriptionContracts(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: SubscriptionContractsSortKeys = CREATED_AT): SubscriptionContractConnection since 2025-01
  subtotal: MoneyV2
  subtotalBeforeDiscounts: MoneyV2
  taxInvoices: [TaxInvoice!]! since 2024-10
  totalDiscountedShipping: MoneyV2!
  totalDuties: MoneyV2
  totalDutiesSummary: OrderDutiesSummary
  totalPrice: MoneyV2!
  totalRefunded: MoneyV2!
  totalShipping: MoneyV2!
  totalTax: MoneyV2
  totalTip: MoneyV2
  transactions: [OrderTransaction!]!
  updatedAt: DateTime! since 2025-01
enum OrderActionType
  = ORDER ORDER_EDIT REFUND UNKNOWN
  = RETURN since 2024-04
type OrderAgreement
  & Node
  & SalesAgreement
  happenedAt: DateTime!
  id: ID!
  order: Order!
  reason: OrderActionType!
  sales(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SaleConnection!
type OrderAllDiscounts
  discountApplicationType: DiscountApplicationType!
  discountValue: MoneyV2!
  targetType: DiscountApplicationTargetType!
  title: String
enum OrderByCompanySortKeys
  = CREATED_AT ID ORDER_NUMBER PROCESSED_AT TOTAL_PRICE UPDATED_AT
  = RELEVANCE until 2025-01
enum OrderByContactSortKeys
  = CREATED_AT ID ORDER_NUMBER PROCESSED_AT PURCHASING_COMPANY_LOCATION_NAME TOTAL_PRICE UPDATED_AT
  = RELEVANCE until 2025-01
enum OrderByLocationSortKeys
  = CREATED_AT ID ORDER_NUMBER PROCESSED_AT TOTAL_PRICE UPDATED_AT
  = RELEVANCE until 2025-01
enum OrderCancelReason
  = CUSTOMER DECLINED FRAUD INVENTORY OTHER STAFF
type OrderConnection
  edges: [OrderEdge!]!
  nodes: [Order!]!
  pageInfo: PageInfo!`;
