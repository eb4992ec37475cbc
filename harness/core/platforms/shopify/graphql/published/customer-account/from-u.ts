// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `scalar URL
type UiExtensionMetafield
  & Node
  description: String
  id: ID!
  key: String!
  namespace: String!
  ownerId: ID!
  type: String!
  value: String!
  valueType: MetafieldValueType! deprecated
input UiExtensionMetafieldFilterInput until 2025-01
  key: String!
  namespace: String!
type UiExtensionSessionToken
  expiresIn: Int!
  value: String!
type UnfulfilledDigitalLineItemContainer
  & UnfulfilledLineItemContainerCommonFields
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): LineItemContainerLineItemConnection!
type UnfulfilledGiftCardLineItemContainer
  & UnfulfilledLineItemContainerCommonFields
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): LineItemContainerLineItemConnection!
type UnfulfilledLineItemContainer
  & UnfulfilledLineItemContainerCommonFields
  displayableState: String!
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): LineItemContainerLineItemConnection!
  state: String!
interface UnfulfilledLineItemContainerCommonFields
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): LineItemContainerLineItemConnection!
type UnfulfilledPhysicalLineItemContainer
  & UnfulfilledLineItemContainerCommonFields
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): LineItemContainerLineItemConnection!
type UnitPrice
  measurement: UnitPriceMeasurement!
  price: MoneyV2!
type UnitPriceMeasurement
  referenceUnit: UnitPriceMeasurementUnit!
  referenceValue: Int!
enum UnitPriceMeasurementUnit
  = CL CM G KG L M M2 M3 MG ML MM
  = FLOZ since 2025-07
  = FT since 2025-07
  = FT2 since 2025-07
  = GAL since 2025-07
  = IN since 2025-07
  = ITEM since 2025-07
  = LB since 2025-07
  = OZ since 2025-07
  = PT since 2025-07
  = QT since 2025-07
  = UNKNOWN since 2025-07
  = YD since 2025-07
type UnknownSale
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
scalar UnsignedInt64
type UnverifiedReturnLineItem since 2025-07
  & Node
  & ReturnLineItemType
  id: ID!
  lineItem: LineItem!
  quantity: Int!
  returnReason: ReturnReason! deprecated since 2026-01
  returnReason: ReturnReason! since 2025-07 until 2025-10
  returnReasonDefinition: ReturnReasonDefinition since 2026-01
type UserErrorsAddressUserErrors until 2024-04
  & DisplayableError
  code: UserErrorsAddressUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsAddressUserErrorsCode until 2024-04
  = ADDRESS1_MISSING ADDRESS_ALREADY_EXISTS ADDRESS_ARGUMENT_EMPTY ADDRESS_ID_DOES_NOT_EXIST
  = COUNTRY_CODE_MISSING COUNTRY_NOT_EXIST DELETING_DEFAULT_ADDRESS_NOT_ALLOWED
  = DEMOTING_DEFAULT_ADDRESS_NOT_ALLOWED INVALID INVALID_FOR_COUNTRY INVALID_FOR_COUNTRY_AND_PROVINCE
  = INVALID_TERRITORY_CODE PHONE_NUMBER_NOT_VALID REQUIRED TERRITORY_CODE_MISSING TOO_LONG
  = ZONE_CODE_MISSING
type UserErrorsBusinessContactUserErrors
  & DisplayableError
  code: UserErrorsBusinessContactUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsBusinessContactUserErrorsCode
  = BUSINESS_CONTACT_NOT_FOUND BUSINESS_CONTACT_UPDATE_INPUT_ARGUMENT_EMPTY TOO_LONG
type UserErrorsBusinessLocationPaymentInstrumentUserErrors
  & DisplayableError
  code: UserErrorsBusinessLocationPaymentInstrumentUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsBusinessLocationPaymentInstrumentUserErrorsCode
  = ADDRESS1_MISSING ADDRESS_ARGUMENT_EMPTY BRAND_NOT_SUPPORTED
  = CANNOT_REPLACE_PAYMENT_INSTRUMENT_WITH_ITSELF CITY_MISSING COMPANY_LOCATION_ID_DOES_NOT_EXIST
  = COUNTRY_CODE_MISSING DECLINED EXPIRED FIRST_NAME_BLANK GENERIC_ERROR INCORRECT INVALID
  = INVALID_FOR_COUNTRY INVALID_FOR_COUNTRY_AND_PROVINCE INVALID_PROVINCE_IN_COUNTRY
  = INVALID_START_DATE_OR_ISSUE_NUMBER_FOR_DEBIT INVALID_STATE_IN_COUNTRY LAST_NAME_BLANK NAME_INVALID
  = NUMBER_INVALID PAYMENT_INSTRUMENT_ID_DOES_NOT_EXIST PAYMENT_INSTRUMENT_TAKEN PHONE_NUMBER_NOT_VALID
  = REQUIRED TEST_MODE_LIVE_CARD TOO_LONG UPDATE_LIMIT_EXCEEDED VERIFICATION_VALUE_BLANK
  = VERIFICATION_VALUE_INCORRECT VERIFICATION_VALUE_INVALID_FOR_CARD_TYPE ZIP_INCORRECT
  = ZONE_CODE_MISSING
  = MONTH_INCLUSION until 2024-01
  = MONTH_INVALID since 2024-04
  = NUMBER_INVALID_FORMAT until 2024-01
  = YEAR_EXPIRED until 2024-01
  = YEAR_INVALID since 2024-04
  = YEAR_INVALID_EXPIRY_YEAR until 2024-01
type UserErrorsCompanyAddressUserErrors until 2024-04
  & DisplayableError
  code: UserErrorsCompanyAddressUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsCompanyAddressUserErrorsCode until 2024-04
  = ADDRESS1_CANNOT_BE_BLANK ADDRESS1_MISSING BUSINESS_LOCATION_BILLING_ADDRESS_NOT_FOUND
  = BUSINESS_LOCATION_NOT_FOUND BUSINESS_LOCATION_SHIPPING_ADDRESS_NOT_FOUND
  = COMPANY_ADDRESS_CREATE_INPUT_ARGUMENT_EMPTY COMPANY_ADDRESS_UPDATE_INPUT_ARGUMENT_EMPTY
  = COUNTRY_CODE_CANNOT_BE_BLANK COUNTRY_CODE_MISSING FAILED_TO_CREATE FAILED_TO_DELETE
  = FAILED_TO_SET_ADDRESS FAILED_TO_SET_BILLING_ADDRESS FAILED_TO_SET_SHIPPING_ADDRESS FAILED_TO_UPDATE
  = INVALID INVALID_ADDRESS_FIELD INVALID_ADDRESS_TYPE LOCATION_HAS_ALREADY_BILLING_ADDRESS
  = LOCATION_HAS_ALREADY_SHIPPING_ADDRESS NO_ZONE_IN_COUNTRY PERMISSION_DENIED PHONE_CANNOT_BE_BLANK
  = PHONE_NUMBER_NOT_VALID PRESENT REQUIRED TOO_LONG UNEXPECTED_TYPE ZONE_CODE_CANNOT_BE_BLANK
  = ZONE_CODE_MISSING
type UserErrorsCustomerAddressUserErrors
  & DisplayableError
  code: UserErrorsCustomerAddressUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsCustomerAddressUserErrorsCode
  = ADDRESS1_MISSING ADDRESS_ARGUMENT_EMPTY ADDRESS_ID_DOES_NOT_EXIST COUNTRY_NOT_EXIST
  = CUSTOMER_ADDRESS_ALREADY_EXISTS DELETING_CUSTOMER_DEFAULT_ADDRESS_NOT_ALLOWED
  = DEMOTING_CUSTOMER_DEFAULT_ADDRESS_NOT_ALLOWED INVALID INVALID_FOR_COUNTRY
  = INVALID_FOR_COUNTRY_AND_PROVINCE INVALID_TERRITORY_CODE PHONE_NUMBER_NOT_VALID REQUIRED
  = TERRITORY_CODE_MISSING TOO_LONG ZONE_CODE_MISSING
  = CONTAINS_HTML_TAGS since 2025-07
type UserErrorsCustomerEmailMarketingOptInUserErrors
  & DisplayableError
  code: UserErrorsCustomerEmailMarketingOptInUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsCustomerEmailMarketingOptInUserErrorsCode
  = CUSTOMER_ALREADY_SUBSCRIBED EMAIL_ADDRESS_NOT_FOUND FAILED
type UserErrorsCustomerEmailMarketingUserErrors
  & DisplayableError
  code: UserErrorsCustomerEmailMarketingUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsCustomerEmailMarketingUserErrorsCode
  = CUSTOMER_ALREADY_SUBSCRIBED EMAIL_ADDRESS_NOT_FOUND FAILED_TO_SUBSCRIBE FAILED_TO_UNSUBSCRIBE
type UserErrorsCustomerUserErrors
  & DisplayableError
  code: UserErrorsCustomerUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsCustomerUserErrorsCode
  = CUSTOMER_DOES_NOT_EXIST CUSTOMER_INPUT_ARGUMENT_EMPTY INVALID TOO_LONG
  = CONTAINS_HTML_TAGS since 2025-07
  = CONTAINS_URL since 2025-07
type UserErrorsPaymentInstrumentUserErrors
  & DisplayableError
  code: UserErrorsPaymentInstrumentUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsPaymentInstrumentUserErrorsCode
  = ADDRESS1_MISSING ADDRESS_ARGUMENT_EMPTY BRAND_NOT_SUPPORTED CANNOT_REDIRECT_TO_SHOP_PAY
  = CANNOT_REPLACE_PAYMENT_INSTRUMENT_WITH_ITSELF CITY_MISSING COUNTRY_CODE_MISSING DECLINED EXPIRED
  = FIRST_NAME_BLANK GENERIC_ERROR INCORRECT INVALID INVALID_FOR_COUNTRY
  = INVALID_FOR_COUNTRY_AND_PROVINCE INVALID_PROVINCE_IN_COUNTRY
  = INVALID_START_DATE_OR_ISSUE_NUMBER_FOR_DEBIT INVALID_STATE_IN_COUNTRY LAST_NAME_BLANK NAME_INVALID
  = NUMBER_INVALID PAYMENT_INSTRUMENT_ID_DOES_NOT_EXIST PAYMENT_INSTRUMENT_TAKEN PHONE_NUMBER_NOT_VALID
  = REQUIRED TEST_MODE_LIVE_CARD TOO_LONG UNSUPPORTED_PAYMENT_INSTRUMENT_TYPE UPDATE_LIMIT_EXCEEDED
  = VERIFICATION_VALUE_BLANK VERIFICATION_VALUE_INCORRECT VERIFICATION_VALUE_INVALID_FOR_CARD_TYPE
  = ZIP_INCORRECT ZONE_CODE_MISSING
  = MONTH_INCLUSION until 2024-01
  = MONTH_INVALID since 2024-04
  = NUMBER_INVALID_FORMAT until 2024-01
  = OWNER_ID_INVALID since 2026-01
  = SAVED_PAYMENT_METHODS_NOT_ENABLED since 2025-07
  = YEAR_EXPIRED until 2024-01
  = YEAR_INVALID since 2024-04
  = YEAR_INVALID_EXPIRY_YEAR until 2024-01
type UserErrorsPaypalTokenUserErrors
  & DisplayableError
  code: UserErrorsPaypalTokenUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsPaypalTokenUserErrorsCode
  = PAYPAL_EXPRESS_GATEWAY_NOT_ENABLED REFERENCE_TRANSACTIONS_NOT_ENABLED TOKEN_COULD_NOT_BE_CREATED
type UserErrorsPersonalInformationUserErrors until 2024-04
  & DisplayableError
  code: UserErrorsPersonalInformationUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsPersonalInformationUserErrorsCode until 2024-04
  = CUSTOMER_DOES_NOT_EXIST INVALID PERSONAL_INFORMATION_INPUT_ARGUMENT_EMPTY TOO_LONG
type UserErrorsResendGiftCardErrors
  & DisplayableError
  code: UserErrorsResendGiftCardErrorsCode
  field: [String!]
  message: String!
enum UserErrorsResendGiftCardErrorsCode
  = GIFT_CARD_NOT_FOUND_FOR_ORDER ORDER_NOT_FOUND
type UserErrorsStorefrontCustomerAccessTokenCreateUserErrors since 2024-04
  & DisplayableError
  code: UserErrorsStorefrontCustomerAccessTokenCreateUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsStorefrontCustomerAccessTokenCreateUserErrorsCode since 2024-04
  = CUSTOMER_DOES_NOT_EXIST
type UserErrorsStripeFinancialConnectionsSessionUserErrors since 2025-07
  & DisplayableError
  code: UserErrorsStripeFinancialConnectionsSessionUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsStripeFinancialConnectionsSessionUserErrorsCode since 2025-07
  = STRIPE_FINANCIAL_CONNECTIONS_SESSION_ERROR
type Video since 2026-01
  & Media
  alt: String
  id: ID!
  mediaContentType: MediaContentType!
  previewImage: Image
  sources: [VideoSource!]!
type VideoSource since 2026-01
  format: String!
  height: Int!
  mimeType: String!
  url: String!
  width: Int!
union WalletPaymentConfig
  | ApplePayWalletConfig
  | GooglePayWalletConfig
type Weight
  unit: WeightUnit!
  value: Float!
enum WeightUnit
  = GRAMS KILOGRAMS OUNCES POUNDS`;
