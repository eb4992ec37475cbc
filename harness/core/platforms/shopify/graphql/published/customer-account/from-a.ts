// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `directive inContext since 2025-07
  args(country: CountryCode; language: LanguageCode; preferredLocationId: ID)
  on MUTATION QUERY
type AchPaymentDetails since 2026-01
  bankName: String!
  last4: String
type AdditionalFeeSale
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
type AddressCreatePayload until 2024-04
  address: CustomerMailingAddress
  userErrors: [UserErrorsAddressUserErrors!]!
type AddressDeletePayload until 2024-04
  deletedAddressId: ID
  userErrors: [UserErrorsAddressUserErrors!]!
type AddressFormField
  mode: AddressFormFieldMode!
enum AddressFormFieldMode
  = IGNORED OPTIONAL REQUIRED
type AddressFormSettings
  address2: AddressFormField!
  addressAutocompletion: Boolean!
  company: AddressFormField!
  firstName: AddressFormField!
  phone: AddressFormField!
type AddressUpdatePayload until 2024-04
  address: CustomerMailingAddress
  userErrors: [UserErrorsAddressUserErrors!]!
type AdjustmentSale
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
type App since 2026-01
  & Node
  id: ID!
  title: String!
input ApplePayBillingAddressInput
  address1: String
  address2: String
  administrativeArea: String
  country: String
  countryCode: CountryCode
  familyName: String
  givenName: String
  locality: String
  phoneNumber: String
  postalCode: String
type ApplePayCreditCardAddPayload
  creditCard: CustomerCreditCard
  processing: Boolean
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
type ApplePayCreditCardUpdatePayload
  creditCard: CustomerCreditCard
  processing: Boolean
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
type ApplePaySessionCreatePayload
  body: String
  id: String
  ready: Boolean
  userErrors: [ApplePaySessionUserError!]!
type ApplePaySessionUserError
  & DisplayableError
  code: ApplePaySessionUserErrorCode
  field: [String!]
  message: String!
enum ApplePaySessionUserErrorCode
  = SESSION_COULD_NOT_BE_CREATED VALIDATION_URL_IS_INVALID
type ApplePayWalletConfig
  supportedNetworks: [String!]!
type AppliedGiftCard
  & Node
  amountUsed: MoneyV2!
  balance: MoneyV2!
  id: ID!
  lastCharacters: String!
  presentmentAmountUsed: MoneyV2!
type Attribute
  key: String!
  value: String
type AutomaticDiscountApplication
  & DiscountApplication
  allocationMethod: DiscountApplicationAllocationMethod!
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  title: String!
  value: PricingValue!
type AvailableShippingRates
  ready: Boolean!
  shippingRates: [ShippingRate!]
enum BankAccountHolderType since 2026-01
  = COMPANY INDIVIDUAL
enum BankAccountType since 2026-01
  = CHECKING SAVINGS
type BankPaymentInstrument since 2026-01
  & Node
  & PaymentInstrument
  accountHolderType: BankAccountHolderType
  accountType: BankAccountType!
  bankName: String!
  billingAddress: PaymentInstrumentBillingAddress
  draftOrders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DraftOrderConnection!
  id: ID!
  lastDigits: String!
  orders(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): OrderConnection!
  subscriptionContracts(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: SubscriptionContractsSortKeys = CREATED_AT): SubscriptionContractConnection!
type BankPaymentMethod since 2026-01
  paymentProviderClientCredentials: PaymentProviderClientCredentials!
scalar Boolean
type BusinessAccount until 2024-04
  companies(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CompanyConnection!
  company(id: ID = null): Company
  id: ID!
  profile: Contact
  profileV1: Contact
input BusinessContactUpdateInput
  firstName: String
  lastName: String
  locale: String
  title: String
type BusinessContactUpdatePayload
  businessContact: CompanyContact
  userErrors: [UserErrorsBusinessContactUserErrors!]!
type BusinessContactUpdateV1Payload until 2024-04
  businessContact: Contact
  userErrors: [UserErrorsBusinessContactUserErrors!]!
enum BusinessCustomerErrorCode
  = BLANK BUSINESS_LOCATION_NOT_FOUND FAILED_TO_DELETE INTERNAL_ERROR INVALID INVALID_INPUT
  = LIMIT_REACHED NO_INPUT PERMISSION_DENIED REQUIRED RESOURCE_NOT_FOUND TAKEN TOO_LONG UNEXPECTED_TYPE
type BusinessCustomerUserError
  & DisplayableError
  code: BusinessCustomerErrorCode
  field: [String!]
  message: String!
type BusinessLocationBillingAddressCreatePayload until 2024-04
  businessLocationBillingAddress: CompanyAddress
  userErrors: [UserErrorsCompanyAddressUserErrors!]!
type BusinessLocationBillingAddressUpdatePayload until 2024-04
  businessLocationBillingAddress: CompanyAddress
  userErrors: [UserErrorsCompanyAddressUserErrors!]!
type BusinessLocationCreditCardAddPayload
  creditCard: CustomerCreditCard
  nextActionUrl: URL
  processing: Boolean
  userErrors: [UserErrorsBusinessLocationPaymentInstrumentUserErrors!]!
type BusinessLocationCreditCardUpdatePayload
  creditCard: CustomerCreditCard
  processing: Boolean
  userErrors: [UserErrorsBusinessLocationPaymentInstrumentUserErrors!]!
type BusinessLocationPaymentInstrumentRemovePayload
  deletedPaymentInstrumentId: ID
  userErrors: [UserErrorsBusinessLocationPaymentInstrumentUserErrors!]!
type BusinessLocationShippingAddressCreatePayload until 2024-04
  businessLocationShippingAddress: CompanyAddress
  userErrors: [UserErrorsCompanyAddressUserErrors!]!
type BusinessLocationShippingAddressUpdatePayload until 2024-04
  businessLocationShippingAddress: CompanyAddress
  userErrors: [UserErrorsCompanyAddressUserErrors!]!
type BuyerExperienceConfiguration
  deposit: DepositConfiguration since 2024-10
  payNowOnly: Boolean!
  paymentTermsTemplate: PaymentTermsTemplate
input CalculateReturnInput since 2025-07
  orderId: ID!
  returnLineItems: [CalculateReturnLineItemInput!]!
input CalculateReturnLineItemInput since 2025-07
  lineItemId: ID!
  quantity: Int!
type CalculatedReturn since 2025-07
  financialSummary: ReturnFinancialSummary!
  returnLineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CalculatedReturnLineItemConnection!
type CalculatedReturnLineItem since 2025-07
  lineItem: LineItem!
  quantity: Int!
  subtotalBeforeTargetAllDiscountsSet: MoneyBag! since 2026-01
  subtotalSet: MoneyBag!
  totalTaxSet: MoneyBag!
type CalculatedReturnLineItemConnection since 2025-07
  edges: [CalculatedReturnLineItemEdge!]!
  nodes: [CalculatedReturnLineItem!]!
  pageInfo: PageInfo!
type CalculatedReturnLineItemEdge since 2025-07
  cursor: String!
  node: CalculatedReturnLineItem!
type CardPaymentDetails
  cardBrand: String!
  last4: String
type Checkout
  & Node
  appliedGiftCards: [AppliedGiftCard!]!
  availableShippingRates: AvailableShippingRates
  createdAt: DateTime!
  currencyCode: CurrencyCode!
  customAttributes: [Attribute!]!
  discountApplications(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DiscountApplicationConnection!
  email: String
  id: ID!
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CheckoutLineItemConnection!
  lineItemsSubtotalPrice: MoneyV2!
  note: String
  paymentDue: MoneyV2!
  ready: Boolean!
  requiresShipping: Boolean!
  shippingAddress: CustomerMailingAddress
  shippingDiscountAllocations: [DiscountAllocation!]!
  shippingLine: ShippingRate
  shopPayConfiguration: ShopPayConfiguration deprecated since 2025-01 until 2025-01
  shopPayConfiguration: ShopPayConfiguration until 2024-10
  subtotalPrice: MoneyV2!
  taxExempt: Boolean!
  taxesIncluded: Boolean!
  totalDuties: MoneyV2
  totalPrice: MoneyV2!
  totalTax: MoneyV2!
  webUrl: URL!`;
