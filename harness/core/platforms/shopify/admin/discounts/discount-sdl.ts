import {EMPTY_CODE, METAFIELDS, PAGE, connectionSdl} from '../model/base-sdl.ts';

/** The fields that all kinds of discounts have. */
const COMMON = `
  asyncUsageCount: Int!
  combinesWith: DiscountCombinesWith!
  createdAt: DateTime!
  discountClasses: [DiscountClass!]!
  endsAt: DateTime
  minimumRequirement: DiscountMinimumRequirement
  shortSummary: String!
  startsAt: DateTime!
  status: DiscountStatus!
  summary: String!
  title: String!
  updatedAt: DateTime!`;

/** The fields that discounts with a code have. */
const WITH_CODE = `
  appliesOncePerCustomer: Boolean!
  codes(${PAGE}, query: String, savedSearchId: ID): DiscountRedeemCodeConnection!
  codesCount: Count
  context: DiscountContext!
  customerSelection: DiscountCustomerSelection! @deprecated
  hasTimelineComment: Boolean!
  usageLimit: Int`;

const LIST = `${PAGE}, query: String, savedSearchId: ID`;

/** The discounts of the shop. */
export const DISCOUNT_SDL: string = `
  extend type QueryRoot {
    automaticDiscountNode(id: ID!): DiscountAutomaticNode
    automaticDiscountNodes(${LIST}, sortKey: AutomaticDiscountSortKeys = CREATED_AT): DiscountAutomaticNodeConnection!
    codeDiscountNode(id: ID!): DiscountCodeNode
    codeDiscountNodeByCode(code: String!): DiscountCodeNode
    codeDiscountNodes(${LIST}, sortKey: CodeDiscountSortKeys = CREATED_AT): DiscountCodeNodeConnection!
    discountNode(id: ID!): DiscountNode
    discountNodes(${LIST}, sortKey: DiscountSortKeys = CREATED_AT): DiscountNodeConnection!
    discountNodesCount(limit: Int = 10000, query: String, savedSearchId: ID): Count
  }
  extend type Mutation {
    discountCodeBasicCreate(basicCodeDiscount: DiscountCodeBasicInput!): DiscountCodeBasicCreatePayload
    discountCodeBasicUpdate(basicCodeDiscount: DiscountCodeBasicInput!, id: ID!): DiscountCodeBasicUpdatePayload
    discountCodeDelete(id: ID!): DiscountCodeDeletePayload
    discountCodeActivate(id: ID!): DiscountCodeActivatePayload
    discountCodeDeactivate(id: ID!): DiscountCodeDeactivatePayload
    discountAutomaticBasicCreate(
      automaticBasicDiscount: DiscountAutomaticBasicInput!
    ): DiscountAutomaticBasicCreatePayload
    discountAutomaticBasicUpdate(
      automaticBasicDiscount: DiscountAutomaticBasicInput!, id: ID!
    ): DiscountAutomaticBasicUpdatePayload
    discountAutomaticDelete(id: ID!): DiscountAutomaticDeletePayload
    discountAutomaticActivate(id: ID!): DiscountAutomaticActivatePayload
    discountAutomaticDeactivate(id: ID!): DiscountAutomaticDeactivatePayload
  }

  enum AutomaticDiscountSortKeys { CREATED_AT ID RELEVANCE }
  enum CodeDiscountSortKeys { CREATED_AT ENDS_AT ID RELEVANCE STARTS_AT TITLE }
  enum DiscountSortKeys { CREATED_AT ENDS_AT ID RELEVANCE STARTS_AT TITLE UPDATED_AT }

  type DiscountCodeNode implements HasMetafields & Node { codeDiscount: DiscountCode! id: ID! ${METAFIELDS} }
  ${connectionSdl('DiscountCodeNode')}
  type DiscountAutomaticNode implements HasMetafields & Node {
    automaticDiscount: DiscountAutomatic!
    id: ID!
    ${METAFIELDS}
  }
  ${connectionSdl('DiscountAutomaticNode')}
  type DiscountNode implements HasMetafields & Node { discount: Discount! id: ID! ${METAFIELDS} }
  ${connectionSdl('DiscountNode')}
  union Discount = DiscountAutomaticBasic | DiscountCodeBasic | DiscountCodeFreeShipping
  union DiscountCode = DiscountCodeBasic | DiscountCodeFreeShipping
  union DiscountAutomatic = DiscountAutomaticBasic

  type DiscountCodeBasic {
    customerGets: DiscountCustomerGets!
    recurringCycleLimit: Int
    ${COMMON}
    ${WITH_CODE}
  }
  type DiscountCodeFreeShipping {
    appliesOnOneTimePurchase: Boolean!
    appliesOnSubscription: Boolean!
    ${COMMON}
    ${WITH_CODE}
  }
  type DiscountAutomaticBasic {
    context: DiscountContext!
    customerGets: DiscountCustomerGets!
    recurringCycleLimit: Int
    ${COMMON}
  }
  enum DiscountStatus { ACTIVE EXPIRED SCHEDULED }
  enum DiscountClass { ORDER PRODUCT SHIPPING }
  type DiscountCombinesWith {
    orderDiscounts: Boolean!
    productDiscounts: Boolean!
    shippingDiscounts: Boolean!
  }
  type DiscountRedeemCode implements Node { asyncUsageCount: Int! code: String! id: ID! }
  ${connectionSdl('DiscountRedeemCode')}
  type DiscountCustomerGets {
    appliesOnOneTimePurchase: Boolean!
    appliesOnSubscription: Boolean!
    items: DiscountItems!
    value: DiscountCustomerGetsValue!
  }
  union DiscountItems = AllDiscountItems | DiscountCollections | DiscountProducts
  type AllDiscountItems { allItems: Boolean! }
  type DiscountCollections { collections(${PAGE}): CollectionConnection! }
  type DiscountProducts {
    productVariants(${PAGE}): ProductVariantConnection!
    products(${PAGE}): ProductConnection!
  }
  union DiscountCustomerGetsValue = DiscountAmount | DiscountPercentage
  type DiscountAmount { amount: MoneyV2! appliesOnEachItem: Boolean! }
  type DiscountPercentage { percentage: Float! }
  union DiscountMinimumRequirement = DiscountMinimumQuantity | DiscountMinimumSubtotal
  type DiscountMinimumQuantity { greaterThanOrEqualToQuantity: UnsignedInt64! }
  type DiscountMinimumSubtotal { greaterThanOrEqualToSubtotal: MoneyV2! }
  union DiscountContext = DiscountBuyerSelectionAll | DiscountCustomers
  type DiscountBuyerSelectionAll { all: DiscountBuyerSelection! }
  enum DiscountBuyerSelection { ALL }
  union DiscountCustomerSelection = DiscountCustomerAll | DiscountCustomers
  type DiscountCustomerAll { allCustomers: Boolean! }
  type DiscountCustomers { customers: [Customer!]! }

  input DiscountCodeBasicInput {
    appliesOncePerCustomer: Boolean
    code: String
    combinesWith: DiscountCombinesWithInput
    context: DiscountContextInput
    customerGets: DiscountCustomerGetsInput
    customerSelection: DiscountCustomerSelectionInput
    endsAt: DateTime
    minimumRequirement: DiscountMinimumRequirementInput
    recurringCycleLimit: Int
    startsAt: DateTime
    tags: [String!]
    title: String
    usageLimit: Int
  }
  input DiscountAutomaticBasicInput {
    combinesWith: DiscountCombinesWithInput
    context: DiscountContextInput
    customerGets: DiscountCustomerGetsInput
    endsAt: DateTime
    minimumRequirement: DiscountMinimumRequirementInput
    recurringCycleLimit: Int
    startsAt: DateTime
    tags: [String!]
    title: String
  }
  input DiscountCombinesWithInput {
    orderDiscounts: Boolean = false
    productDiscounts: Boolean = false
    shippingDiscounts: Boolean = false
  }
  input DiscountContextInput { all: DiscountBuyerSelection customers: DiscountCustomersInput }
  input DiscountCustomerSelectionInput { all: Boolean customers: DiscountCustomersInput }
  input DiscountCustomersInput { add: [ID!] remove: [ID!] }
  input DiscountCustomerGetsInput {
    appliesOnOneTimePurchase: Boolean
    appliesOnSubscription: Boolean
    items: DiscountItemsInput
    value: DiscountCustomerGetsValueInput
  }
  input DiscountItemsInput { all: Boolean collections: DiscountCollectionsInput products: DiscountProductsInput }
  input DiscountCollectionsInput { add: [ID!] remove: [ID!] }
  input DiscountProductsInput {
    productVariantsToAdd: [ID!]
    productVariantsToRemove: [ID!]
    productsToAdd: [ID!]
    productsToRemove: [ID!]
  }
  input DiscountCustomerGetsValueInput { discountAmount: DiscountAmountInput percentage: Float }
  input DiscountAmountInput { amount: Decimal appliesOnEachItem: Boolean }
  input DiscountMinimumRequirementInput {
    quantity: DiscountMinimumQuantityInput
    subtotal: DiscountMinimumSubtotalInput
  }
  input DiscountMinimumQuantityInput { greaterThanOrEqualToQuantity: UnsignedInt64 }
  input DiscountMinimumSubtotalInput { greaterThanOrEqualToSubtotal: Decimal }

  type DiscountCodeBasicCreatePayload { codeDiscountNode: DiscountCodeNode userErrors: [DiscountUserError!]! }
  type DiscountCodeBasicUpdatePayload { codeDiscountNode: DiscountCodeNode userErrors: [DiscountUserError!]! }
  type DiscountCodeActivatePayload { codeDiscountNode: DiscountCodeNode userErrors: [DiscountUserError!]! }
  type DiscountCodeDeactivatePayload { codeDiscountNode: DiscountCodeNode userErrors: [DiscountUserError!]! }
  type DiscountCodeDeletePayload { deletedCodeDiscountId: ID userErrors: [DiscountUserError!]! }
  type DiscountAutomaticBasicCreatePayload {
    automaticDiscountNode: DiscountAutomaticNode
    userErrors: [DiscountUserError!]!
  }
  type DiscountAutomaticBasicUpdatePayload {
    automaticDiscountNode: DiscountAutomaticNode
    userErrors: [DiscountUserError!]!
  }
  type DiscountAutomaticActivatePayload {
    automaticDiscountNode: DiscountAutomaticNode
    userErrors: [DiscountUserError!]!
  }
  type DiscountAutomaticDeactivatePayload {
    automaticDiscountNode: DiscountAutomaticNode
    userErrors: [DiscountUserError!]!
  }
  type DiscountAutomaticDeletePayload { deletedAutomaticDiscountId: ID userErrors: [DiscountUserError!]! }
  type DiscountUserError implements DisplayableError {
    code: DiscountErrorCode
    extraInfo: String
    field: [String!]
    message: String!
  }
  enum DiscountErrorCode {
    ACTIVE_PERIOD_OVERLAP ${EMPTY_CODE} CONFLICT DUPLICATE EQUAL_TO EXCEEDED_MAX GREATER_THAN GREATER_THAN_OR_EQUAL_TO
    IMPLICIT_DUPLICATE INCLUSION INTERNAL_ERROR INVALID INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS LESS_THAN
    LESS_THAN_OR_EQUAL_TO MAX_APP_DISCOUNTS MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT MISSING_ARGUMENT PRESENT
    TAKEN TOO_LONG TOO_MANY_ARGUMENTS TOO_SHORT VALUE_OUTSIDE_RANGE
  }
`;
