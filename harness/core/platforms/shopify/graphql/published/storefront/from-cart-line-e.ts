// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type CartLineEstimatedCost
  amount: MoneyV2!
  compareAtAmount: MoneyV2
  subtotalAmount: MoneyV2!
  totalAmount: MoneyV2!
input CartLineInput
  attributes: [AttributeInput!]
  merchandiseId: ID!
  parent: CartLineParentInput since 2025-10
  quantity: Int = 1
  sellingPlanId: ID
type CartLineInstructions since 2025-10
  canRemove: Boolean!
  canUpdateQuantity: Boolean!
input CartLineParentInput since 2025-10
  lineId: ID
  merchandiseId: ID
type CartLineParentRelationship since 2025-10
  parent: CartLine!
input CartLineUpdateInput
  attributes: [AttributeInput!]
  id: ID!
  merchandiseId: ID
  quantity: Int
  sellingPlanId: ID
type CartLinesAddPayload
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
type CartLinesRemovePayload
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
type CartLinesUpdatePayload
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
input CartMetafieldDeleteInput
  key: String!
  ownerId: ID!
type CartMetafieldDeletePayload
  deletedId: ID
  userErrors: [MetafieldDeleteUserError!]!
input CartMetafieldsSetInput
  key: String!
  ownerId: ID!
  type: String!
  value: String!
type CartMetafieldsSetPayload
  metafields: [Metafield!]
  userErrors: [MetafieldsSetUserError!]!
type CartNoteUpdatePayload
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
type CartOperationError since 2025-01
  code: String!
  message: String
input CartPaymentInput
  amount: MoneyInput!
  directPaymentMethod: CartDirectPaymentMethodInput
  freePaymentMethod: CartFreePaymentMethodInput
  sourceIdentifier: String
  walletPaymentMethod: CartWalletPaymentMethodInput
type CartPaymentUpdatePayload
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
type CartPreferences since 2024-07
  delivery: CartDeliveryPreference
  wallet: [String!]
input CartPreferencesInput since 2024-07
  delivery: CartDeliveryPreferenceInput since 2024-10
  delivery: [CartDeliveryPreferenceInput!] since 2024-07 until 2024-07
  wallet: [String!]
type CartPrepareForCompletionPayload since 2025-01
  result: CartPrepareForCompletionResult
  userErrors: [CartUserError!]!
union CartPrepareForCompletionResult since 2025-01
  | CartStatusNotReady
  | CartStatusReady
  | CartThrottled
type CartRemovePersonalDataPayload since 2025-07
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]!
type CartSelectableAddress since 2025-01
  address: CartAddress!
  id: ID!
  oneTimeUse: Boolean!
  selected: Boolean!
input CartSelectableAddressInput since 2025-01
  address: CartAddressInput!
  oneTimeUse: Boolean
  selected: Boolean
  validationStrategy: DeliveryAddressValidationStrategy = COUNTRY_CODE_ONLY
input CartSelectableAddressUpdateInput since 2025-01
  address: CartAddressInput
  id: ID!
  oneTimeUse: Boolean
  selected: Boolean
  validationStrategy: DeliveryAddressValidationStrategy = COUNTRY_CODE_ONLY
input CartSelectedDeliveryOptionInput
  deliveryGroupId: ID!
  deliveryOptionHandle: String!
type CartSelectedDeliveryOptionsUpdatePayload
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
type CartStatusNotReady since 2025-01
  cart: Cart
  errors: [CartOperationError!]!
type CartStatusReady since 2025-01
  cart: Cart
type CartSubmitForCompletionPayload
  result: CartSubmitForCompletionResult
  userErrors: [CartUserError!]!
union CartSubmitForCompletionResult
  | SubmitAlreadyAccepted
  | SubmitFailed
  | SubmitSuccess
  | SubmitThrottled
type CartThrottled since 2025-01
  cart: Cart since 2025-07
  pollAfter: DateTime!
type CartUserError
  & DisplayableError
  code: CartErrorCode
  field: [String!]
  message: String!
input CartWalletPaymentMethodInput
  applePayWalletContent: ApplePayWalletContentInput
  shopPayWalletContent: ShopPayWalletContentInput
type CartWarning since 2024-10
  code: CartWarningCode!
  message: String!
  target: ID!
enum CartWarningCode since 2024-10
  = MERCHANDISE_NOT_ENOUGH_STOCK MERCHANDISE_OUT_OF_STOCK PAYMENTS_GIFT_CARDS_UNAVAILABLE
  = DISCOUNT_CODE_NOT_HONOURED since 2025-07
  = DISCOUNT_CURRENTLY_INACTIVE since 2025-07
  = DISCOUNT_CUSTOMER_NOT_ELIGIBLE since 2025-07
  = DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED since 2025-07
  = DISCOUNT_ELIGIBLE_CUSTOMER_MISSING since 2025-07
  = DISCOUNT_INCOMPATIBLE_PURCHASE_TYPE since 2025-07
  = DISCOUNT_NOT_FOUND since 2025-07
  = DISCOUNT_NO_ENTITLED_LINE_ITEMS since 2025-07
  = DISCOUNT_NO_ENTITLED_SHIPPING_LINES since 2025-07
  = DISCOUNT_PURCHASE_NOT_IN_RANGE since 2025-07
  = DISCOUNT_QUANTITY_NOT_IN_RANGE since 2025-07
  = DISCOUNT_USAGE_LIMIT_REACHED since 2025-07
  = DUPLICATE_DELIVERY_ADDRESS since 2025-01
  = MERCHANDISE_SELLING_PLAN_NOT_APPLICABLE_ON_COMPANY_LOCATION since 2025-10
input CategoryFilter since 2025-01
  id: String!
type Checkout until 2024-04
  & Node
  appliedGiftCards: [AppliedGiftCard!]!
  availableShippingRates: AvailableShippingRates
  buyerIdentity: CheckoutBuyerIdentity!
  completedAt: DateTime
  createdAt: DateTime!
  currencyCode: CurrencyCode!
  customAttributes: [Attribute!]!
  discountApplications(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DiscountApplicationConnection!
  email: String
  id: ID!
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CheckoutLineItemConnection!
  lineItemsSubtotalPrice: MoneyV2!
  note: String
  order: Order
  orderStatusUrl: URL
  paymentDue: MoneyV2!
  paymentDueV2: MoneyV2! deprecated
  ready: Boolean!
  requiresShipping: Boolean!
  shippingAddress: MailingAddress
  shippingDiscountAllocations: [DiscountAllocation!]!
  shippingLine: ShippingRate
  subtotalPrice: MoneyV2!
  subtotalPriceV2: MoneyV2! deprecated
  taxExempt: Boolean!
  taxesIncluded: Boolean!
  totalDuties: MoneyV2
  totalPrice: MoneyV2!
  totalPriceV2: MoneyV2! deprecated
  totalTax: MoneyV2!
  totalTaxV2: MoneyV2! deprecated
  updatedAt: DateTime!
  webUrl: URL!
input CheckoutAttributesUpdateV2Input until 2024-04
  allowPartialAddresses: Boolean = false
  customAttributes: [AttributeInput!]
  note: String
type CheckoutAttributesUpdateV2Payload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutBuyerIdentity until 2024-04
  countryCode: CountryCode
input CheckoutBuyerIdentityInput until 2024-04
  countryCode: CountryCode!
type CheckoutCompleteFreePayload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutCompleteWithCreditCardV2Payload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  payment: Payment
  userErrors: [UserError!]! deprecated
type CheckoutCompleteWithTokenizedPaymentV3Payload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  payment: Payment
  userErrors: [UserError!]! deprecated
input CheckoutCreateInput until 2024-04
  allowPartialAddresses: Boolean
  buyerIdentity: CheckoutBuyerIdentityInput
  customAttributes: [AttributeInput!]
  email: String
  lineItems: [CheckoutLineItemInput!]
  note: String
  shippingAddress: MailingAddressInput
type CheckoutCreatePayload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  queueToken: String
  userErrors: [UserError!]! deprecated
type CheckoutCustomerAssociateV2Payload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  customer: Customer
  userErrors: [UserError!]! deprecated
type CheckoutCustomerDisassociateV2Payload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutDiscountCodeApplyV2Payload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated
type CheckoutDiscountCodeRemovePayload until 2024-04
  checkout: Checkout
  checkoutUserErrors: [CheckoutUserError!]!
  userErrors: [UserError!]! deprecated`;
