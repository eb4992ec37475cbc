// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type CartCodeDiscountAllocation
  & CartDiscountAllocation
  code: String!
  discountApplication: CartDiscountApplication! since 2025-01
  discountedAmount: MoneyV2!
  targetType: DiscountApplicationTargetType! since 2024-07
union CartCompletionAction
  | CompletePaymentChallenge
type CartCompletionActionRequired
  action: CartCompletionAction
  id: String!
union CartCompletionAttemptResult
  | CartCompletionActionRequired
  | CartCompletionFailed
  | CartCompletionProcessing
  | CartCompletionSuccess
type CartCompletionFailed
  errors: [CompletionError!]!
  id: String!
type CartCompletionProcessing
  id: String!
  pollDelay: Int!
type CartCompletionSuccess
  completedAt: DateTime
  id: String!
  orderId: ID!
  orderUrl: URL!
type CartCost
  checkoutChargeAmount: MoneyV2!
  subtotalAmount: MoneyV2!
  subtotalAmountEstimated: Boolean!
  totalAmount: MoneyV2!
  totalAmountEstimated: Boolean!
  totalDutyAmount: MoneyV2 deprecated since 2025-01
  totalDutyAmount: MoneyV2 until 2024-10
  totalDutyAmountEstimated: Boolean! deprecated since 2025-01
  totalDutyAmountEstimated: Boolean! until 2024-10
  totalTaxAmount: MoneyV2 deprecated since 2025-01
  totalTaxAmount: MoneyV2 until 2024-10
  totalTaxAmountEstimated: Boolean! deprecated since 2025-01
  totalTaxAmountEstimated: Boolean! until 2024-10
type CartCreatePayload
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
type CartCustomDiscountAllocation
  & CartDiscountAllocation
  discountApplication: CartDiscountApplication! since 2025-01
  discountedAmount: MoneyV2!
  targetType: DiscountApplicationTargetType! since 2024-07
  title: String!
type CartDelivery since 2025-01
  addresses(selected: Boolean = false): [CartSelectableAddress!]!
type CartDeliveryAddress since 2025-01
  address1: String
  address2: String
  city: String
  company: String
  countryCode: String
  firstName: String
  formatted(withCompany: Boolean = true; withName: Boolean = false): [String!]!
  formattedArea: String
  lastName: String
  latitude: Float
  longitude: Float
  name: String
  phone: String
  provinceCode: String
  zip: String
input CartDeliveryAddressInput since 2025-01
  address1: String
  address2: String
  city: String
  company: String
  countryCode: CountryCode
  firstName: String
  lastName: String
  phone: String
  provinceCode: String
  zip: String
type CartDeliveryAddressesAddPayload since 2025-01
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]!
type CartDeliveryAddressesRemovePayload since 2025-01
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]!
type CartDeliveryAddressesReplacePayload since 2025-10
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]!
type CartDeliveryAddressesUpdatePayload since 2025-01
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]!
type CartDeliveryCoordinatesPreference since 2024-07
  countryCode: CountryCode!
  latitude: Float!
  longitude: Float!
input CartDeliveryCoordinatesPreferenceInput since 2024-07
  countryCode: CountryCode!
  latitude: Float!
  longitude: Float!
type CartDeliveryGroup
  cartLines(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): BaseCartLineConnection!
  deliveryAddress: MailingAddress!
  deliveryOptions: [CartDeliveryOption!]!
  groupType: CartDeliveryGroupType! since 2024-04
  id: ID!
  selectedDeliveryOption: CartDeliveryOption
type CartDeliveryGroupConnection
  edges: [CartDeliveryGroupEdge!]!
  nodes: [CartDeliveryGroup!]!
  pageInfo: PageInfo!
type CartDeliveryGroupEdge
  cursor: String!
  node: CartDeliveryGroup!
enum CartDeliveryGroupType since 2024-04
  = ONE_TIME_PURCHASE SUBSCRIPTION
input CartDeliveryInput since 2025-01
  addresses: [CartSelectableAddressInput!]
type CartDeliveryOption
  code: String
  deliveryMethodType: DeliveryMethodType!
  description: String
  estimatedCost: MoneyV2!
  handle: String!
  title: String
type CartDeliveryPreference since 2024-07
  coordinates: CartDeliveryCoordinatesPreference
  deliveryMethod: [PreferenceDeliveryMethodType!]!
  pickupHandle: [String!]!
input CartDeliveryPreferenceInput since 2024-07
  coordinates: CartDeliveryCoordinatesPreferenceInput since 2024-10
  coordinates: [CartDeliveryCoordinatesPreferenceInput!] since 2024-07 until 2024-07
  deliveryMethod: [PreferenceDeliveryMethodType!]
  pickupHandle: [String!]
input CartDirectPaymentMethodInput
  acceptedSubscriptionTerms: Boolean = false since 2025-01
  billingAddress: MailingAddressInput!
  cardSource: CartCardSource
  sessionId: String!
interface CartDiscountAllocation
  discountApplication: CartDiscountApplication! since 2025-01
  discountedAmount: MoneyV2!
  targetType: DiscountApplicationTargetType! since 2024-07
type CartDiscountApplication since 2025-01
  allocationMethod: DiscountApplicationAllocationMethod!
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  value: PricingValue!
type CartDiscountCode
  applicable: Boolean!
  code: String!
type CartDiscountCodesUpdatePayload
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
enum CartErrorCode
  = INVALID INVALID_DELIVERY_GROUP INVALID_DELIVERY_OPTION INVALID_MERCHANDISE_LINE INVALID_METAFIELDS
  = INVALID_PAYMENT INVALID_PAYMENT_EMPTY_CART LESS_THAN MISSING_DISCOUNT_CODE MISSING_NOTE
  = PAYMENT_METHOD_NOT_SUPPORTED
  = ADDRESS_FIELD_CONTAINS_EMOJIS since 2024-04
  = ADDRESS_FIELD_CONTAINS_HTML_TAGS since 2024-04
  = ADDRESS_FIELD_CONTAINS_URL since 2024-04
  = ADDRESS_FIELD_DOES_NOT_MATCH_EXPECTED_PATTERN since 2024-04
  = ADDRESS_FIELD_IS_REQUIRED since 2024-04
  = ADDRESS_FIELD_IS_TOO_LONG since 2024-04
  = BUNDLES_AND_ADDONS_CANNOT_BE_MIXED since 2025-10
  = BUYER_CANNOT_PURCHASE_FOR_COMPANY_LOCATION since 2025-07
  = CART_TOO_LARGE since 2025-07
  = GIFT_CARD_RECIPIENT_INVALID since 2026-01
  = INVALID_COMPANY_LOCATION since 2024-04
  = INVALID_DELIVERY_ADDRESS_ID since 2025-01
  = INVALID_INCREMENT since 2024-04
  = INVALID_PAYMENT_DEFERRED_PAYMENT_REQUIRED since 2025-07
  = INVALID_ZIP_CODE_FOR_COUNTRY since 2024-04
  = INVALID_ZIP_CODE_FOR_PROVINCE since 2024-04
  = MAXIMUM_EXCEEDED since 2024-04
  = MERCHANDISE_LINE_TRANSFORMERS_RUN_ERROR since 2026-04
  = MERCHANDISE_NOT_APPLICABLE since 2025-10
  = MINIMUM_NOT_MET since 2024-04
  = MISSING_CUSTOMER_ACCESS_TOKEN since 2024-04
  = NOTE_TOO_LONG since 2024-07
  = ONLY_ONE_DELIVERY_ADDRESS_CAN_BE_SELECTED since 2025-01
  = PARENT_LINE_INVALID_REFERENCE since 2026-01
  = PARENT_LINE_NESTING_TOO_DEEP since 2025-10
  = PARENT_LINE_NOT_FOUND since 2025-10
  = PARENT_LINE_OPERATION_BLOCKED since 2025-10
  = PAYMENTS_CREDIT_CARD_BASE_EXPIRED since 2025-07
  = PAYMENTS_CREDIT_CARD_BASE_GATEWAY_NOT_SUPPORTED since 2025-07
  = PAYMENTS_CREDIT_CARD_GENERIC since 2025-07
  = PAYMENTS_CREDIT_CARD_MONTH_INCLUSION since 2025-07
  = PAYMENTS_CREDIT_CARD_NUMBER_INVALID since 2025-07
  = PAYMENTS_CREDIT_CARD_NUMBER_INVALID_FORMAT since 2025-07
  = PAYMENTS_CREDIT_CARD_VERIFICATION_VALUE_BLANK since 2025-07
  = PAYMENTS_CREDIT_CARD_VERIFICATION_VALUE_INVALID_FOR_CARD_TYPE since 2025-07
  = PAYMENTS_CREDIT_CARD_YEAR_EXPIRED since 2025-07
  = PAYMENTS_CREDIT_CARD_YEAR_INVALID_EXPIRY_YEAR since 2025-07
  = PAYMENT_METHOD_NOT_APPLICABLE since 2025-07
  = PENDING_DELIVERY_GROUPS since 2025-07
  = PROVINCE_NOT_FOUND since 2024-04
  = SELLING_PLAN_NOT_APPLICABLE since 2025-07
  = SERVICE_UNAVAILABLE since 2025-07
  = TOO_MANY_DELIVERY_ADDRESSES since 2025-01
  = UNSPECIFIED_ADDRESS_ERROR since 2024-04
  = VALIDATION_CUSTOM since 2023-10
  = VARIANT_REQUIRES_SELLING_PLAN since 2025-07
  = ZIP_CODE_NOT_SUPPORTED since 2024-04
type CartEstimatedCost
  checkoutChargeAmount: MoneyV2!
  subtotalAmount: MoneyV2!
  totalAmount: MoneyV2!
  totalDutyAmount: MoneyV2
  totalTaxAmount: MoneyV2
input CartFreePaymentMethodInput
  billingAddress: MailingAddressInput!
type CartGiftCardCodesAddPayload since 2025-10
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]!
type CartGiftCardCodesRemovePayload since 2025-01
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]!
type CartGiftCardCodesUpdatePayload since 2024-07
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
input CartInput
  attributes: [AttributeInput!]
  buyerIdentity: CartBuyerIdentityInput
  delivery: CartDeliveryInput since 2025-01
  discountCodes: [String!]
  giftCardCodes: [String!] since 2024-07
  lines: [CartLineInput!]
  metafields: [CartInputMetafieldInput!]
  note: String
input CartInputMetafieldInput
  key: String!
  type: String!
  value: String!
type CartLine
  & BaseCartLine
  & Node
  attribute(key: String!): Attribute
  attributes: [Attribute!]!
  cost: CartLineCost!
  discountAllocations: [CartDiscountAllocation!]!
  estimatedCost: CartLineEstimatedCost! deprecated
  id: ID!
  instructions: CartLineInstructions! since 2025-10
  merchandise: Merchandise!
  parentRelationship: CartLineParentRelationship since 2025-10
  quantity: Int!
  sellingPlanAllocation: SellingPlanAllocation
type CartLineCost
  amountPerQuantity: MoneyV2!
  compareAtAmountPerQuantity: MoneyV2
  subtotalAmount: MoneyV2!
  totalAmount: MoneyV2!`;
