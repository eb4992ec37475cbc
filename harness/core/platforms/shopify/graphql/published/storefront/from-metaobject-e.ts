// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type MetaobjectEdge
  cursor: String!
  node: Metaobject!
type MetaobjectField
  key: String!
  reference: MetafieldReference
  references(after: String; before: String; first: Int; last: Int): MetafieldReferenceConnection
  type: String!
  value: String
input MetaobjectHandleInput
  handle: String!
  type: String!
type MetaobjectSEO since 2023-10
  description: MetaobjectField
  title: MetaobjectField
type Model3d
  & Media
  & Node
  alt: String
  id: ID!
  mediaContentType: MediaContentType!
  presentation: MediaPresentation
  previewImage: Image
  sources: [Model3dSource!]!
type Model3dSource
  filesize: Int!
  format: String!
  mimeType: String!
  url: String!
input MoneyInput
  amount: Decimal!
  currencyCode: CurrencyCode!
type MoneyV2
  amount: Decimal!
  currencyCode: CurrencyCode!
type Mutation
  cartAttributesUpdate(attributes: [AttributeInput!]!; cartId: ID!): CartAttributesUpdatePayload
  cartBillingAddressUpdate(billingAddress: MailingAddressInput; cartId: ID!): CartBillingAddressUpdatePayload since 2024-07
  cartBuyerIdentityUpdate(buyerIdentity: CartBuyerIdentityInput!; cartId: ID!): CartBuyerIdentityUpdatePayload
  cartClone(cartId: ID!): CartClonePayload since 2025-10
  cartCreate(input: CartInput): CartCreatePayload
  cartDeliveryAddressesAdd(addresses: [CartSelectableAddressInput!]!; cartId: ID!): CartDeliveryAddressesAddPayload since 2025-01
  cartDeliveryAddressesRemove(addressIds: [ID!]!; cartId: ID!): CartDeliveryAddressesRemovePayload since 2025-01
  cartDeliveryAddressesReplace(addresses: [CartSelectableAddressInput!]!; cartId: ID!): CartDeliveryAddressesReplacePayload since 2025-10
  cartDeliveryAddressesUpdate(addresses: [CartSelectableAddressUpdateInput!]!; cartId: ID!): CartDeliveryAddressesUpdatePayload since 2025-01
  cartDiscountCodesUpdate(cartId: ID!; discountCodes: [String!]!): CartDiscountCodesUpdatePayload since 2026-01
  cartDiscountCodesUpdate(cartId: ID!; discountCodes: [String!]): CartDiscountCodesUpdatePayload until 2025-10
  cartGiftCardCodesAdd(cartId: ID!; giftCardCodes: [String!]!): CartGiftCardCodesAddPayload since 2025-10
  cartGiftCardCodesRemove(appliedGiftCardIds: [ID!]!; cartId: ID!): CartGiftCardCodesRemovePayload since 2025-01
  cartGiftCardCodesUpdate(cartId: ID!; giftCardCodes: [String!]!): CartGiftCardCodesUpdatePayload since 2024-07
  cartLinesAdd(cartId: ID!; lines: [CartLineInput!]!): CartLinesAddPayload
  cartLinesRemove(cartId: ID!; lineIds: [ID!]!): CartLinesRemovePayload
  cartLinesUpdate(cartId: ID!; lines: [CartLineUpdateInput!]!): CartLinesUpdatePayload
  cartMetafieldDelete(input: CartMetafieldDeleteInput!): CartMetafieldDeletePayload
  cartMetafieldsSet(metafields: [CartMetafieldsSetInput!]!): CartMetafieldsSetPayload
  cartNoteUpdate(cartId: ID!; note: String!): CartNoteUpdatePayload since 2024-04
  cartNoteUpdate(cartId: ID!; note: String): CartNoteUpdatePayload until 2024-01
  cartPaymentUpdate(cartId: ID!; payment: CartPaymentInput!): CartPaymentUpdatePayload
  cartPrepareForCompletion(cartId: ID!): CartPrepareForCompletionPayload since 2025-01
  cartRemovePersonalData(cartId: ID!): CartRemovePersonalDataPayload since 2025-07
  cartSelectedDeliveryOptionsUpdate(cartId: ID!; selectedDeliveryOptions: [CartSelectedDeliveryOptionInput!]!): CartSelectedDeliveryOptionsUpdatePayload
  cartSubmitForCompletion(attemptToken: String!; cartId: ID!): CartSubmitForCompletionPayload
  checkoutAttributesUpdateV2(checkoutId: ID!; input: CheckoutAttributesUpdateV2Input!): CheckoutAttributesUpdateV2Payload deprecated since 2024-04 until 2024-04
  checkoutAttributesUpdateV2(checkoutId: ID!; input: CheckoutAttributesUpdateV2Input!): CheckoutAttributesUpdateV2Payload until 2024-01
  checkoutCompleteFree(checkoutId: ID!): CheckoutCompleteFreePayload deprecated since 2024-04 until 2024-04
  checkoutCompleteFree(checkoutId: ID!): CheckoutCompleteFreePayload until 2024-01
  checkoutCompleteWithCreditCardV2(checkoutId: ID!; payment: CreditCardPaymentInputV2!): CheckoutCompleteWithCreditCardV2Payload deprecated since 2024-04 until 2024-04
  checkoutCompleteWithCreditCardV2(checkoutId: ID!; payment: CreditCardPaymentInputV2!): CheckoutCompleteWithCreditCardV2Payload until 2024-01
  checkoutCompleteWithTokenizedPaymentV3(checkoutId: ID!; payment: TokenizedPaymentInputV3!): CheckoutCompleteWithTokenizedPaymentV3Payload deprecated since 2024-04 until 2024-04
  checkoutCompleteWithTokenizedPaymentV3(checkoutId: ID!; payment: TokenizedPaymentInputV3!): CheckoutCompleteWithTokenizedPaymentV3Payload until 2024-01
  checkoutCreate(input: CheckoutCreateInput!; queueToken: String): CheckoutCreatePayload deprecated since 2024-04 until 2024-04
  checkoutCreate(input: CheckoutCreateInput!; queueToken: String): CheckoutCreatePayload until 2024-01
  checkoutCustomerAssociateV2(checkoutId: ID!; customerAccessToken: String!): CheckoutCustomerAssociateV2Payload deprecated since 2024-04 until 2024-04
  checkoutCustomerAssociateV2(checkoutId: ID!; customerAccessToken: String!): CheckoutCustomerAssociateV2Payload until 2024-01
  checkoutCustomerDisassociateV2(checkoutId: ID!): CheckoutCustomerDisassociateV2Payload deprecated since 2024-04 until 2024-04
  checkoutCustomerDisassociateV2(checkoutId: ID!): CheckoutCustomerDisassociateV2Payload until 2024-01
  checkoutDiscountCodeApplyV2(checkoutId: ID!; discountCode: String!): CheckoutDiscountCodeApplyV2Payload deprecated since 2024-04 until 2024-04
  checkoutDiscountCodeApplyV2(checkoutId: ID!; discountCode: String!): CheckoutDiscountCodeApplyV2Payload until 2024-01
  checkoutDiscountCodeRemove(checkoutId: ID!): CheckoutDiscountCodeRemovePayload deprecated since 2024-04 until 2024-04
  checkoutDiscountCodeRemove(checkoutId: ID!): CheckoutDiscountCodeRemovePayload until 2024-01
  checkoutEmailUpdateV2(checkoutId: ID!; email: String!): CheckoutEmailUpdateV2Payload deprecated since 2024-04 until 2024-04
  checkoutEmailUpdateV2(checkoutId: ID!; email: String!): CheckoutEmailUpdateV2Payload until 2024-01
  checkoutGiftCardRemoveV2(appliedGiftCardId: ID!; checkoutId: ID!): CheckoutGiftCardRemoveV2Payload deprecated since 2024-04 until 2024-04
  checkoutGiftCardRemoveV2(appliedGiftCardId: ID!; checkoutId: ID!): CheckoutGiftCardRemoveV2Payload until 2024-01
  checkoutGiftCardsAppend(checkoutId: ID!; giftCardCodes: [String!]!): CheckoutGiftCardsAppendPayload deprecated since 2024-04 until 2024-04
  checkoutGiftCardsAppend(checkoutId: ID!; giftCardCodes: [String!]!): CheckoutGiftCardsAppendPayload until 2024-01
  checkoutLineItemsAdd(checkoutId: ID!; lineItems: [CheckoutLineItemInput!]!): CheckoutLineItemsAddPayload deprecated since 2024-04 until 2024-04
  checkoutLineItemsAdd(checkoutId: ID!; lineItems: [CheckoutLineItemInput!]!): CheckoutLineItemsAddPayload until 2024-01
  checkoutLineItemsRemove(checkoutId: ID!; lineItemIds: [ID!]!): CheckoutLineItemsRemovePayload deprecated since 2024-04 until 2024-04
  checkoutLineItemsRemove(checkoutId: ID!; lineItemIds: [ID!]!): CheckoutLineItemsRemovePayload until 2024-01
  checkoutLineItemsReplace(checkoutId: ID!; lineItems: [CheckoutLineItemInput!]!): CheckoutLineItemsReplacePayload deprecated since 2024-04 until 2024-04
  checkoutLineItemsReplace(checkoutId: ID!; lineItems: [CheckoutLineItemInput!]!): CheckoutLineItemsReplacePayload until 2024-01
  checkoutLineItemsUpdate(checkoutId: ID!; lineItems: [CheckoutLineItemUpdateInput!]!): CheckoutLineItemsUpdatePayload deprecated since 2024-04 until 2024-04
  checkoutLineItemsUpdate(checkoutId: ID!; lineItems: [CheckoutLineItemUpdateInput!]!): CheckoutLineItemsUpdatePayload until 2024-01
  checkoutShippingAddressUpdateV2(checkoutId: ID!; shippingAddress: MailingAddressInput!): CheckoutShippingAddressUpdateV2Payload deprecated since 2024-04 until 2024-04
  checkoutShippingAddressUpdateV2(checkoutId: ID!; shippingAddress: MailingAddressInput!): CheckoutShippingAddressUpdateV2Payload until 2024-01
  checkoutShippingLineUpdate(checkoutId: ID!; shippingRateHandle: String!): CheckoutShippingLineUpdatePayload deprecated since 2024-04 until 2024-04
  checkoutShippingLineUpdate(checkoutId: ID!; shippingRateHandle: String!): CheckoutShippingLineUpdatePayload until 2024-01
  customerAccessTokenCreate(input: CustomerAccessTokenCreateInput!): CustomerAccessTokenCreatePayload
  customerAccessTokenCreateWithMultipass(multipassToken: String!): CustomerAccessTokenCreateWithMultipassPayload
  customerAccessTokenDelete(customerAccessToken: String!): CustomerAccessTokenDeletePayload
  customerAccessTokenRenew(customerAccessToken: String!): CustomerAccessTokenRenewPayload
  customerActivate(id: ID!; input: CustomerActivateInput!): CustomerActivatePayload
  customerActivateByUrl(activationUrl: URL!; password: String!): CustomerActivateByUrlPayload
  customerAddressCreate(address: MailingAddressInput!; customerAccessToken: String!): CustomerAddressCreatePayload
  customerAddressDelete(customerAccessToken: String!; id: ID!): CustomerAddressDeletePayload
  customerAddressUpdate(address: MailingAddressInput!; customerAccessToken: String!; id: ID!): CustomerAddressUpdatePayload
  customerCreate(input: CustomerCreateInput!): CustomerCreatePayload
  customerDefaultAddressUpdate(addressId: ID!; customerAccessToken: String!): CustomerDefaultAddressUpdatePayload
  customerRecover(email: String!): CustomerRecoverPayload
  customerReset(id: ID!; input: CustomerResetInput!): CustomerResetPayload
  customerResetByUrl(password: String!; resetUrl: URL!): CustomerResetByUrlPayload
  customerUpdate(customer: CustomerUpdateInput!; customerAccessToken: String!): CustomerUpdatePayload
  shopPayPaymentRequestSessionCreate(paymentRequest: ShopPayPaymentRequestInput!; sourceIdentifier: String!): ShopPayPaymentRequestSessionCreatePayload since 2024-07
  shopPayPaymentRequestSessionSubmit(idempotencyKey: String!; orderName: String; paymentRequest: ShopPayPaymentRequestInput!; token: String!): ShopPayPaymentRequestSessionSubmitPayload since 2024-07
interface Node
  id: ID!
interface OnlineStorePublishable
  onlineStoreUrl: URL
type Order
  & HasMetafields
  & Node
  billingAddress: MailingAddress
  cancelReason: OrderCancelReason
  canceledAt: DateTime
  currencyCode: CurrencyCode!
  currentSubtotalPrice: MoneyV2!
  currentTotalDuties: MoneyV2
  currentTotalPrice: MoneyV2!
  currentTotalShippingPrice: MoneyV2! since 2024-07
  currentTotalTax: MoneyV2!
  customAttributes: [Attribute!]!
  customerLocale: String
  customerUrl: URL
  discountApplications(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): DiscountApplicationConnection!
  edited: Boolean!
  email: String
  financialStatus: OrderFinancialStatus
  fulfillmentStatus: OrderFulfillmentStatus!
  id: ID!
  lineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): OrderLineItemConnection!
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  name: String!
  orderNumber: Int!
  originalTotalDuties: MoneyV2
  originalTotalPrice: MoneyV2!
  phone: String
  processedAt: DateTime!
  shippingAddress: MailingAddress
  shippingDiscountAllocations: [DiscountAllocation!]!
  statusUrl: URL!
  subtotalPrice: MoneyV2
  subtotalPriceV2: MoneyV2 deprecated
  successfulFulfillments(first: Int): [Fulfillment!]
  totalPrice: MoneyV2!
  totalPriceV2: MoneyV2! deprecated
  totalRefunded: MoneyV2!
  totalRefundedV2: MoneyV2! deprecated
  totalShippingPrice: MoneyV2!
  totalShippingPriceV2: MoneyV2! deprecated
  totalTax: MoneyV2
  totalTaxV2: MoneyV2 deprecated
enum OrderCancelReason
  = CUSTOMER DECLINED FRAUD INVENTORY OTHER
  = STAFF since 2023-10
type OrderConnection
  edges: [OrderEdge!]!
  nodes: [Order!]!
  pageInfo: PageInfo!
  totalCount: UnsignedInt64!
type OrderEdge
  cursor: String!
  node: Order!
enum OrderFinancialStatus
  = AUTHORIZED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED
enum OrderFulfillmentStatus
  = FULFILLED IN_PROGRESS ON_HOLD OPEN PARTIALLY_FULFILLED PENDING_FULFILLMENT RESTOCKED SCHEDULED
  = UNFULFILLED
type OrderLineItem
  currentQuantity: Int!
  customAttributes: [Attribute!]!
  discountAllocations: [DiscountAllocation!]!
  discountedTotalPrice: MoneyV2!
  originalTotalPrice: MoneyV2!
  quantity: Int!
  title: String!
  variant: ProductVariant
type OrderLineItemConnection
  edges: [OrderLineItemEdge!]!
  nodes: [OrderLineItem!]!
  pageInfo: PageInfo!
type OrderLineItemEdge
  cursor: String!
  node: OrderLineItem!
enum OrderSortKeys
  = ID PROCESSED_AT RELEVANCE TOTAL_PRICE
type Page
  & HasMetafields
  & Node
  & OnlineStorePublishable
  & Trackable since 2023-07
  body: HTML!
  bodySummary: String!
  createdAt: DateTime!
  handle: String!
  id: ID!
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  onlineStoreUrl: URL
  seo: SEO
  title: String!
  trackingParameters: String since 2023-07
  updatedAt: DateTime!
type PageConnection
  edges: [PageEdge!]!
  nodes: [Page!]!
  pageInfo: PageInfo!
type PageEdge
  cursor: String!
  node: Page!
type PageInfo
  endCursor: String
  hasNextPage: Boolean!
  hasPreviousPage: Boolean!
  startCursor: String
enum PageSortKeys
  = ID RELEVANCE TITLE UPDATED_AT
type PaginatedSitemapResources since 2024-10
  hasNextPage: Boolean!
  items: [SitemapResourceInterface!]!`;
