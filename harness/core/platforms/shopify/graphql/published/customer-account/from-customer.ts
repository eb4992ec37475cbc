// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type Customer
  & HasMetafields
  & HasStoreCreditAccounts since 2024-07
  & Node
  addresses(after: String; before: String; first: Int; last: Int; reverse: Boolean = false; skipDefault: Boolean = false): CustomerAddressConnection!
  availablePaymentMethods: [PaymentMethod!]! since 2026-01
  availableWalletPaymentConfigs: [WalletPaymentConfig!]!
  companyContacts(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CompanyContactConnection!
  createdAt: DateTime!
  creationDate: DateTime!
  creditCard(id: ID!): CustomerCreditCard
  creditCards(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CustomerCreditCardConnection!
  defaultAddress: CustomerAddress
  displayName: String!
  draftOrders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: DraftOrderSortKeys = ID): DraftOrderConnection!
  emailAddress: CustomerEmailAddress
  firstName: String
  id: ID!
  imageUrl: URL!
  lastIncompleteCheckout: Checkout
  lastName: String
  metafield(key: String!; namespace: String!): Metafield
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  orders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: OrderSortKeys = ID): OrderConnection!
  paymentInstrument(id: ID!): PaymentInstrument since 2026-01
  paymentInstruments(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): PaymentInstrumentConnection! since 2026-01
  paypalBillingAgreement: PaypalBillingAgreement
  phoneNumber: CustomerPhoneNumber
  return(id: ID!): Return
  storeCreditAccounts(after: String; before: String; first: Int; last: Int; query: String): StoreCreditAccountConnection! since 2024-07
  subscriptionContract(id: ID!): SubscriptionContract
  subscriptionContracts(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: SubscriptionContractsSortKeys = CREATED_AT): SubscriptionContractConnection!
  tags: [String!]!
  taxExemptionsDetails: [TaxExemptionDetails!]!
type CustomerAddress
  & Node
  address1: String
  address2: String
  city: String
  company: String
  country: String
  firstName: String
  formatted(withCompany: Boolean = true; withName: Boolean = false): [String!]!
  formattedArea: String
  id: ID!
  lastName: String
  name: String
  phoneNumber: String
  province: String
  territoryCode: CountryCode
  zip: String
  zoneCode: String
type CustomerAddressConnection
  edges: [CustomerAddressEdge!]!
  nodes: [CustomerAddress!]!
  pageInfo: PageInfo!
type CustomerAddressCreatePayload
  customerAddress: CustomerAddress
  userErrors: [UserErrorsCustomerAddressUserErrors!]!
type CustomerAddressDeletePayload
  deletedAddressId: ID
  userErrors: [UserErrorsCustomerAddressUserErrors!]!
type CustomerAddressEdge
  cursor: String!
  node: CustomerAddress!
input CustomerAddressInput
  address1: String
  address2: String
  city: String
  company: String
  firstName: String
  lastName: String
  phoneNumber: String
  territoryCode: String
  zip: String
  zoneCode: String
type CustomerAddressUpdatePayload
  customerAddress: CustomerAddress
  userErrors: [UserErrorsCustomerAddressUserErrors!]!
type CustomerCreditCard
  & Node
  & PaymentInstrument
  billingAddress: PaymentInstrumentBillingAddress
  brand: String!
  default: Boolean!
  draftOrders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DraftOrderConnection! since 2026-01
  expiresSoon: Boolean!
  expiryMonth: Int!
  expiryYear: Int!
  firstDigits: String
  id: ID!
  lastDigits: String!
  maskedNumber: String!
  name: String!
  openDraftOrders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DraftOrderConnection!
  orders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): OrderConnection! since 2026-01
  pendingOrders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): OrderConnection!
  permissionToShowAtCheckout: Boolean!
  subscriptionContracts(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: SubscriptionContractsSortKeys = CREATED_AT): SubscriptionContractConnection!
  virtualLastDigits: String
  walletType: PaymentInstrumentWalletType
type CustomerCreditCardConnection
  edges: [CustomerCreditCardEdge!]!
  nodes: [CustomerCreditCard!]!
  pageInfo: PageInfo!
type CustomerCreditCardEdge
  cursor: String!
  node: CustomerCreditCard!
type CustomerEmailAddress
  emailAddress: String
  marketingState: EmailMarketingState!
type CustomerEmailMarketingOptInPayload
  customerEmailAddress: CustomerEmailAddress
  userErrors: [UserErrorsCustomerEmailMarketingOptInUserErrors!]!
type CustomerEmailMarketingSubscribePayload
  emailAddress: CustomerEmailAddress
  userErrors: [UserErrorsCustomerEmailMarketingUserErrors!]!
type CustomerEmailMarketingUnsubscribePayload
  emailAddress: CustomerEmailAddress
  userErrors: [UserErrorsCustomerEmailMarketingUserErrors!]!
type CustomerMailingAddress
  & Node
  address1: String
  address2: String
  city: String
  company: String
  country: String
  countryCode: String
  countryCodeV2: CountryCode
  defaultAddress: Boolean!
  firstName: String
  formatted(withCompany: Boolean = true; withName: Boolean = false): [String!]!
  formattedArea: String
  id: ID!
  lastName: String
  latitude: Float
  longitude: Float
  name: String
  phone: String
  phoneNumber: String
  province: String
  provinceCode: String
  territoryCode: CountryCode
  verified: Boolean!
  zip: String
  zoneCode: String
type CustomerMailingAddressConnection until 2024-04
  edges: [CustomerMailingAddressEdge!]!
  nodes: [CustomerMailingAddress!]!
  pageInfo: PageInfo!
type CustomerMailingAddressEdge until 2024-04
  cursor: String!
  node: CustomerMailingAddress!
input CustomerMailingAddressInput
  address1: String
  address2: String
  city: String
  company: String
  countryCode: CountryCode
  firstName: String
  lastName: String
  phone: String
  phoneNumber: String
  territoryCode: String until 2025-07
  zip: String
  zoneCode: String
type CustomerPhoneNumber
  marketingState: SmsMarketingState!
  phoneNumber: String!
input CustomerUpdateInput
  firstName: String
  lastName: String
type CustomerUpdatePayload
  customer: Customer
  userErrors: [UserErrorsCustomerUserErrors!]!
scalar DateTime
scalar Decimal
enum DeliveryOptionGroupType
  = ONE_TIME_PURCHASE SUBSCRIPTION
union DepositConfiguration since 2024-10
  | DepositPercentage
type DepositPercentage since 2024-10
  percentage: Float!
type DiscountAllocation
  allocatedAmount: MoneyV2!
  discountApplication: DiscountApplication!
interface DiscountApplication
  allocationMethod: DiscountApplicationAllocationMethod!
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  value: PricingValue!
enum DiscountApplicationAllocationMethod
  = ACROSS EACH
  = ONE deprecated
type DiscountApplicationConnection
  edges: [DiscountApplicationEdge!]!
  nodes: [DiscountApplication!]!
  pageInfo: PageInfo!
type DiscountApplicationEdge
  cursor: String!
  node: DiscountApplication!
enum DiscountApplicationTargetSelection
  = ALL ENTITLED EXPLICIT
enum DiscountApplicationTargetType
  = LINE_ITEM SHIPPING_LINE
enum DiscountApplicationType
  = AUTOMATIC DISCOUNT_CODE MANUAL SCRIPT
type DiscountCodeApplication
  & DiscountApplication
  allocationMethod: DiscountApplicationAllocationMethod!
  code: String!
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  value: PricingValue!
enum DiscountTargetType since 2025-07
  = LINE_ITEM SHIPPING_LINE
enum DiscountType since 2025-07
  = AUTOMATIC_DISCOUNT CODE_DISCOUNT MANUAL
interface DisplayableError
  field: [String!]
  message: String!
type Domain
  & Node
  host: String!
  id: ID!
  redirectHost: String
  url: URL!`;
