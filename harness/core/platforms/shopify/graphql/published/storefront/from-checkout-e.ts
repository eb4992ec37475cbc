// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type CheckoutEmailUpdateV2Payload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
enum CheckoutErrorCode until 2024-04
  = ALREADY_COMPLETED BAD_DOMAIN BLANK CART_DOES_NOT_MEET_DISCOUNT_REQUIREMENTS_NOTICE
  = CUSTOMER_ALREADY_USED_ONCE_PER_CUSTOMER_DISCOUNT_NOTICE DISCOUNT_ALREADY_APPLIED
  = DISCOUNT_CODE_APPLICATION_FAILED DISCOUNT_DISABLED DISCOUNT_EXPIRED DISCOUNT_LIMIT_REACHED
  = DISCOUNT_NOT_FOUND EMPTY EXPIRED_QUEUE_TOKEN GIFT_CARD_ALREADY_APPLIED GIFT_CARD_CODE_INVALID
  = GIFT_CARD_CURRENCY_MISMATCH GIFT_CARD_DEPLETED GIFT_CARD_DISABLED GIFT_CARD_EXPIRED
  = GIFT_CARD_NOT_FOUND GIFT_CARD_UNUSABLE GREATER_THAN_OR_EQUAL_TO HIGHER_VALUE_DISCOUNT_APPLIED
  = INVALID INVALID_COUNTRY_AND_CURRENCY INVALID_FOR_COUNTRY INVALID_FOR_COUNTRY_AND_PROVINCE
  = INVALID_PROVINCE_IN_COUNTRY INVALID_QUEUE_TOKEN INVALID_REGION_IN_COUNTRY INVALID_STATE_IN_COUNTRY
  = LESS_THAN LESS_THAN_OR_EQUAL_TO LINE_ITEM_NOT_FOUND LOCKED MAXIMUM_DISCOUNT_CODE_LIMIT_REACHED
  = MISSING_PAYMENT_INPUT NOT_ENOUGH_IN_STOCK NOT_SUPPORTED PRESENT PRODUCT_NOT_AVAILABLE
  = SHIPPING_RATE_EXPIRED THROTTLED_DURING_CHECKOUT TOO_LONG TOTAL_PRICE_MISMATCH UNABLE_TO_APPLY
type CheckoutGiftCardRemoveV2Payload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutGiftCardsAppendPayload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutLineItem until 2024-04
  & Node
  customAttributes: [Attribute!]!
  discountAllocations: [DiscountAllocation!]!
  id: ID!
  quantity: Int!
  title: String!
  unitPrice: MoneyV2
  variant: ProductVariant
type CheckoutLineItemConnection until 2024-04
  edges: [CheckoutLineItemEdge!]!
  nodes: [CheckoutLineItem!]!
  pageInfo: PageInfo!
type CheckoutLineItemEdge until 2024-04
  cursor: String!
  node: CheckoutLineItem!
input CheckoutLineItemInput until 2024-04
  customAttributes: [AttributeInput!]
  quantity: Int!
  variantId: ID!
input CheckoutLineItemUpdateInput until 2024-04
  customAttributes: [AttributeInput!]
  id: ID
  quantity: Int
  variantId: ID
type CheckoutLineItemsAddPayload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutLineItemsRemovePayload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutLineItemsReplacePayload until 2024-04
  checkout: Checkout
  userErrors: [CheckoutUserError!]!
type CheckoutLineItemsUpdatePayload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutShippingAddressUpdateV2Payload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutShippingLineUpdatePayload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutUserError until 2024-04
  & DisplayableError
  code: CheckoutErrorCode
  field: [String!]
  message: String!
type Collection
  & HasMetafields
  & Node
  & OnlineStorePublishable
  & Trackable since 2023-07
  description(truncateAt: Int): String!
  descriptionHtml: HTML!
  handle: String!
  id: ID!
  image: Image
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  onlineStoreUrl: URL
  products(after: String; before: String; filters: [ProductFilter!]; first: Int; last: Int; reverse: Boolean = false; sortKey: ProductCollectionSortKeys = COLLECTION_DEFAULT): ProductConnection!
  seo: SEO!
  title: String!
  trackingParameters: String since 2023-07
  updatedAt: DateTime!
type CollectionConnection
  edges: [CollectionEdge!]!
  nodes: [Collection!]!
  pageInfo: PageInfo!
  totalCount: UnsignedInt64! since 2023-07
type CollectionEdge
  cursor: String!
  node: Collection!
enum CollectionSortKeys
  = ID RELEVANCE TITLE UPDATED_AT
scalar Color
type Comment
  & Node
  author: CommentAuthor!
  content(truncateAt: Int): String!
  contentHtml: HTML!
  id: ID!
type CommentAuthor
  email: String!
  name: String!
type CommentConnection
  edges: [CommentEdge!]!
  nodes: [Comment!]!
  pageInfo: PageInfo!
type CommentEdge
  cursor: String!
  node: Comment!
type Company since 2024-04
  & HasMetafields
  & Node
  createdAt: DateTime!
  externalId: String
  id: ID!
  metafield(key: String!; namespace: String): Metafield
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  name: String!
  updatedAt: DateTime!
type CompanyContact since 2024-04
  & Node
  createdAt: DateTime!
  id: ID!
  locale: String
  title: String
  updatedAt: DateTime!
type CompanyLocation since 2024-04
  & HasMetafields
  & Node
  createdAt: DateTime!
  externalId: String
  id: ID!
  locale: String
  metafield(key: String!; namespace: String): Metafield
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  name: String!
  updatedAt: DateTime!
type CompletePaymentChallenge
  redirectUrl: URL
type CompletionError
  code: CompletionErrorCode!
  message: String
enum CompletionErrorCode
  = ERROR INVENTORY_RESERVATION_ERROR PAYMENT_AMOUNT_TOO_SMALL PAYMENT_CALL_ISSUER PAYMENT_CARD_DECLINED
  = PAYMENT_ERROR PAYMENT_GATEWAY_NOT_ENABLED_ERROR PAYMENT_INSUFFICIENT_FUNDS
  = PAYMENT_INVALID_BILLING_ADDRESS PAYMENT_INVALID_CREDIT_CARD PAYMENT_INVALID_CURRENCY
  = PAYMENT_INVALID_PAYMENT_METHOD PAYMENT_TRANSIENT_ERROR
type ComponentizableCartLine since 2023-07
  & BaseCartLine
  & Node
  attribute(key: String!): Attribute
  attributes: [Attribute!]!
  cost: CartLineCost!
  discountAllocations: [CartDiscountAllocation!]!
  estimatedCost: CartLineEstimatedCost! deprecated
  id: ID!
  lineComponents: [CartLine!]!
  merchandise: Merchandise!
  quantity: Int!
  sellingPlanAllocation: SellingPlanAllocation
type Count since 2024-10
  count: Int!
  precision: CountPrecision!
enum CountPrecision since 2024-10
  = AT_LEAST EXACT
type Country
  availableLanguages: [Language!]!
  currency: Currency!
  defaultLanguage: Language! since 2025-07
  isoCode: CountryCode!
  market: Market deprecated since 2025-07
  market: Market until 2025-01
  name: String!
  unitSystem: UnitSystem!
enum CountryCode
  = AC AD AE AF AG AI AL AM AN AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
  = BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
  = ER ES ET FI FJ FK FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GW GY HK HM HN HR HT HU ID
  = IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU
  = LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR
  = NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM
  = SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA
  = VC VE VG VN VU WF WS XK YE YT ZA ZM ZW ZZ
type CreditCard until 2024-04
  brand: String
  expiryMonth: Int
  expiryYear: Int
  firstDigits: String
  firstName: String
  lastDigits: String
  lastName: String
  maskedNumber: String
input CreditCardPaymentInputV2 until 2024-04
  billingAddress: MailingAddressInput!
  idempotencyKey: String!
  paymentAmount: MoneyInput!
  test: Boolean = false
  vaultId: String!
enum CropRegion
  = BOTTOM CENTER LEFT RIGHT TOP
type Currency
  isoCode: CurrencyCode!
  name: String!
  symbol: String!
enum CurrencyCode
  = AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
  = CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF
  = GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JEP JMD JOD JPY KES KGS KHR KID KMF KRW KWD KYD
  = KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
  = NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLL
  = SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST
  = XAF XCD XOF XPF XXX YER ZAR ZMW
  = BYR deprecated
  = STD deprecated
  = VEF deprecated
type Customer
  & HasMetafields
  acceptsMarketing: Boolean!
  addresses(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): MailingAddressConnection!
  avatarUrl: String since 2026-01
  createdAt: DateTime!
  defaultAddress: MailingAddress
  displayName: String!
  email: String
  firstName: String
  id: ID!
  lastIncompleteCheckout: Checkout deprecated since 2024-04 until 2024-04
  lastIncompleteCheckout: Checkout until 2024-01
  lastName: String
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  numberOfOrders: UnsignedInt64!
  orders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: OrderSortKeys = ID): OrderConnection!
  phone: String
  socialLoginProvider: SocialLoginProvider since 2026-01
  tags: [String!]!
  updatedAt: DateTime!`;
