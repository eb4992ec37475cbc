// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type ShopPayPaymentRequestTotalShippingPrice since 2024-07
  discounts: [ShopPayPaymentRequestDiscount!]!
  finalTotal: MoneyV2!
  originalTotal: MoneyV2
input ShopPayPaymentRequestTotalShippingPriceInput since 2024-07
  discounts: [ShopPayPaymentRequestDiscountInput!]
  finalTotal: MoneyInput
  originalTotal: MoneyInput
input ShopPayWalletContentInput
  billingAddress: MailingAddressInput!
  sessionToken: String!
type ShopPolicy
  & Node
  body: String!
  handle: String!
  id: ID!
  title: String!
  url: URL!
type ShopPolicyWithDefault
  body: String!
  handle: String!
  id: ID
  title: String!
  url: URL!
type Sitemap since 2024-10
  pagesCount: Count
  resources(page: Int!): PaginatedSitemapResources
type SitemapImage since 2024-10
  alt: String
  filepath: String
  updatedAt: DateTime!
type SitemapResource since 2024-10
  & SitemapResourceInterface
  handle: String!
  image: SitemapImage
  title: String
  updatedAt: DateTime!
interface SitemapResourceInterface since 2024-10
  handle: String!
  updatedAt: DateTime!
type SitemapResourceMetaobject since 2024-10
  & SitemapResourceInterface
  handle: String!
  onlineStoreUrlHandle: String
  type: String!
  updatedAt: DateTime!
enum SitemapType since 2024-10
  = ARTICLE BLOG COLLECTION METAOBJECT PAGE PRODUCT
type SocialLoginProvider since 2026-01
  handle: String!
type StoreAvailability
  available: Boolean!
  location: Location!
  pickUpTime: String!
  quantityAvailable: Int! since 2023-07
type StoreAvailabilityConnection
  edges: [StoreAvailabilityEdge!]!
  nodes: [StoreAvailability!]!
  pageInfo: PageInfo!
type StoreAvailabilityEdge
  cursor: String!
  node: StoreAvailability!
scalar String
type StringConnection
  edges: [StringEdge!]!
  nodes: [String!]! since 2025-01
  pageInfo: PageInfo!
type StringEdge
  cursor: String!
  node: String!
type SubmissionError
  code: SubmissionErrorCode!
  message: String
enum SubmissionErrorCode
  = BUYER_IDENTITY_EMAIL_IS_INVALID BUYER_IDENTITY_EMAIL_REQUIRED BUYER_IDENTITY_PHONE_IS_INVALID
  = DELIVERY_ADDRESS1_INVALID DELIVERY_ADDRESS1_REQUIRED DELIVERY_ADDRESS1_TOO_LONG
  = DELIVERY_ADDRESS2_INVALID DELIVERY_ADDRESS2_REQUIRED DELIVERY_ADDRESS2_TOO_LONG
  = DELIVERY_ADDRESS_REQUIRED DELIVERY_CITY_INVALID DELIVERY_CITY_REQUIRED DELIVERY_CITY_TOO_LONG
  = DELIVERY_COMPANY_INVALID DELIVERY_COMPANY_REQUIRED DELIVERY_COMPANY_TOO_LONG
  = DELIVERY_COUNTRY_REQUIRED DELIVERY_FIRST_NAME_INVALID DELIVERY_FIRST_NAME_REQUIRED
  = DELIVERY_FIRST_NAME_TOO_LONG DELIVERY_INVALID_POSTAL_CODE_FOR_COUNTRY
  = DELIVERY_INVALID_POSTAL_CODE_FOR_ZONE DELIVERY_LAST_NAME_INVALID DELIVERY_LAST_NAME_REQUIRED
  = DELIVERY_LAST_NAME_TOO_LONG DELIVERY_NO_DELIVERY_AVAILABLE
  = DELIVERY_NO_DELIVERY_AVAILABLE_FOR_MERCHANDISE_LINE DELIVERY_OPTIONS_PHONE_NUMBER_INVALID
  = DELIVERY_OPTIONS_PHONE_NUMBER_REQUIRED DELIVERY_PHONE_NUMBER_INVALID DELIVERY_PHONE_NUMBER_REQUIRED
  = DELIVERY_POSTAL_CODE_INVALID DELIVERY_POSTAL_CODE_REQUIRED DELIVERY_ZONE_NOT_FOUND
  = DELIVERY_ZONE_REQUIRED_FOR_COUNTRY ERROR MERCHANDISE_LINE_LIMIT_REACHED MERCHANDISE_NOT_APPLICABLE
  = MERCHANDISE_NOT_ENOUGH_STOCK_AVAILABLE MERCHANDISE_OUT_OF_STOCK MERCHANDISE_PRODUCT_NOT_PUBLISHED
  = NO_DELIVERY_GROUP_SELECTED PAYMENTS_ADDRESS1_INVALID PAYMENTS_ADDRESS1_REQUIRED
  = PAYMENTS_ADDRESS1_TOO_LONG PAYMENTS_ADDRESS2_INVALID PAYMENTS_ADDRESS2_REQUIRED
  = PAYMENTS_ADDRESS2_TOO_LONG PAYMENTS_BILLING_ADDRESS_ZONE_NOT_FOUND
  = PAYMENTS_BILLING_ADDRESS_ZONE_REQUIRED_FOR_COUNTRY PAYMENTS_CITY_INVALID PAYMENTS_CITY_REQUIRED
  = PAYMENTS_CITY_TOO_LONG PAYMENTS_COMPANY_INVALID PAYMENTS_COMPANY_REQUIRED PAYMENTS_COMPANY_TOO_LONG
  = PAYMENTS_COUNTRY_REQUIRED PAYMENTS_CREDIT_CARD_BASE_EXPIRED
  = PAYMENTS_CREDIT_CARD_BASE_GATEWAY_NOT_SUPPORTED
  = PAYMENTS_CREDIT_CARD_BASE_INVALID_START_DATE_OR_ISSUE_NUMBER_FOR_DEBIT
  = PAYMENTS_CREDIT_CARD_BRAND_NOT_SUPPORTED PAYMENTS_CREDIT_CARD_FIRST_NAME_BLANK
  = PAYMENTS_CREDIT_CARD_GENERIC PAYMENTS_CREDIT_CARD_LAST_NAME_BLANK
  = PAYMENTS_CREDIT_CARD_MONTH_INCLUSION PAYMENTS_CREDIT_CARD_NAME_INVALID
  = PAYMENTS_CREDIT_CARD_NUMBER_INVALID PAYMENTS_CREDIT_CARD_NUMBER_INVALID_FORMAT
  = PAYMENTS_CREDIT_CARD_SESSION_ID PAYMENTS_CREDIT_CARD_VERIFICATION_VALUE_BLANK
  = PAYMENTS_CREDIT_CARD_VERIFICATION_VALUE_INVALID_FOR_CARD_TYPE PAYMENTS_CREDIT_CARD_YEAR_EXPIRED
  = PAYMENTS_CREDIT_CARD_YEAR_INVALID_EXPIRY_YEAR PAYMENTS_FIRST_NAME_INVALID
  = PAYMENTS_FIRST_NAME_REQUIRED PAYMENTS_FIRST_NAME_TOO_LONG PAYMENTS_INVALID_POSTAL_CODE_FOR_COUNTRY
  = PAYMENTS_INVALID_POSTAL_CODE_FOR_ZONE PAYMENTS_LAST_NAME_INVALID PAYMENTS_LAST_NAME_REQUIRED
  = PAYMENTS_LAST_NAME_TOO_LONG PAYMENTS_METHOD_REQUIRED PAYMENTS_METHOD_UNAVAILABLE
  = PAYMENTS_PHONE_NUMBER_INVALID PAYMENTS_PHONE_NUMBER_REQUIRED PAYMENTS_POSTAL_CODE_INVALID
  = PAYMENTS_POSTAL_CODE_REQUIRED PAYMENTS_SHOPIFY_PAYMENTS_REQUIRED
  = PAYMENTS_UNACCEPTABLE_PAYMENT_AMOUNT PAYMENTS_WALLET_CONTENT_MISSING
  = TAXES_DELIVERY_GROUP_ID_NOT_FOUND TAXES_LINE_ID_NOT_FOUND TAXES_MUST_BE_DEFINED
  = REDIRECT_TO_CHECKOUT_REQUIRED since 2025-07
  = VALIDATION_CUSTOM since 2025-07
type SubmitAlreadyAccepted
  attemptId: String!
type SubmitFailed
  checkoutUrl: URL
  errors: [SubmissionError!]!
type SubmitSuccess
  attemptId: String!
  redirectUrl: URL! since 2025-01
type SubmitThrottled
  pollAfter: DateTime!
type Swatch since 2024-04
  color: Color
  image: MediaImage
type TaxonomyCategory since 2024-10
  & Node
  ancestors: [TaxonomyCategory!]!
  id: ID!
  name: String!
input TaxonomyMetafieldFilter since 2025-01
  key: String!
  namespace: String!
  value: String!
input TokenizedPaymentInputV3 until 2024-04
  billingAddress: MailingAddressInput!
  idempotencyKey: String!
  identifier: String
  paymentAmount: MoneyInput!
  paymentData: String!
  test: Boolean = false
  type: PaymentTokenType!
interface Trackable since 2023-07
  trackingParameters: String
type Transaction until 2024-04
  amount: MoneyV2!
  amountV2: MoneyV2! deprecated
  kind: TransactionKind!
  status: TransactionStatus! deprecated
  statusV2: TransactionStatus
  test: Boolean!
enum TransactionKind until 2024-04
  = AUTHORIZATION CAPTURE CHANGE EMV_AUTHORIZATION SALE
enum TransactionStatus until 2024-04
  = ERROR FAILURE PENDING SUCCESS
type Translation since 2026-01
  key: String!
  value: String!
scalar URL
type UnitPriceMeasurement
  measuredType: UnitPriceMeasurementMeasuredType
  quantityUnit: UnitPriceMeasurementMeasuredUnit
  quantityValue: Float!
  referenceUnit: UnitPriceMeasurementMeasuredUnit
  referenceValue: Int!
enum UnitPriceMeasurementMeasuredType
  = AREA LENGTH VOLUME WEIGHT
  = COUNT since 2025-07
  = UNKNOWN since 2025-07
enum UnitPriceMeasurementMeasuredUnit
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
enum UnitSystem
  = IMPERIAL_SYSTEM METRIC_SYSTEM
scalar UnsignedInt64
type UrlRedirect
  & Node
  id: ID!
  path: String!
  target: String!
type UrlRedirectConnection
  edges: [UrlRedirectEdge!]!
  nodes: [UrlRedirect!]!
  pageInfo: PageInfo!
type UrlRedirectEdge
  cursor: String!
  node: UrlRedirect!
type UserError
  & DisplayableError
  field: [String!]
  message: String!
type UserErrorsShopPayPaymentRequestSessionUserErrors since 2024-07
  & DisplayableError
  code: UserErrorsShopPayPaymentRequestSessionUserErrorsCode
  field: [String!]
  message: String!
enum UserErrorsShopPayPaymentRequestSessionUserErrorsCode since 2024-07
  = IDEMPOTENCY_KEY_ALREADY_USED PAYMENT_REQUEST_INVALID_INPUT PAYMENT_REQUEST_NOT_FOUND
input VariantOptionFilter
  name: String!
  value: String!
type Video
  & Media
  & Node
  alt: String
  id: ID!
  mediaContentType: MediaContentType!
  presentation: MediaPresentation
  previewImage: Image
  sources: [VideoSource!]!
type VideoSource
  format: String!
  height: Int!
  mimeType: String!
  url: String!
  width: Int!
input VisitorConsent since 2025-10
  analytics: Boolean
  marketing: Boolean
  preferences: Boolean
  saleOfData: Boolean
enum WeightUnit
  = GRAMS KILOGRAMS OUNCES POUNDS`;
