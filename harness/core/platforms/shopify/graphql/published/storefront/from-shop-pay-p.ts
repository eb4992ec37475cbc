// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type ShopPayPaymentRequest since 2024-07
  deliveryMethods: [ShopPayPaymentRequestDeliveryMethod!]!
  discountCodes: [String!]!
  discounts: [ShopPayPaymentRequestDiscount!]
  lineItems: [ShopPayPaymentRequestLineItem!]!
  locale: String!
  presentmentCurrency: CurrencyCode!
  selectedDeliveryMethodType: ShopPayPaymentRequestDeliveryMethodType!
  shippingAddress: ShopPayPaymentRequestContactField
  shippingLines: [ShopPayPaymentRequestShippingLine!]!
  subtotal: MoneyV2!
  total: MoneyV2!
  totalShippingPrice: ShopPayPaymentRequestTotalShippingPrice
  totalTax: MoneyV2
type ShopPayPaymentRequestContactField since 2024-07
  address1: String!
  address2: String
  city: String!
  companyName: String
  countryCode: String!
  email: String
  firstName: String!
  lastName: String!
  phone: String
  postalCode: String
  provinceCode: String
type ShopPayPaymentRequestDeliveryMethod since 2024-07
  amount: MoneyV2!
  code: String!
  deliveryExpectationLabel: String
  detail: String
  label: String!
  maxDeliveryDate: ISO8601DateTime
  minDeliveryDate: ISO8601DateTime
input ShopPayPaymentRequestDeliveryMethodInput since 2024-07
  amount: MoneyInput
  code: String
  deliveryExpectationLabel: String
  detail: String
  label: String
  maxDeliveryDate: ISO8601DateTime
  minDeliveryDate: ISO8601DateTime
enum ShopPayPaymentRequestDeliveryMethodType since 2024-07
  = PICKUP SHIPPING
type ShopPayPaymentRequestDiscount since 2024-07
  amount: MoneyV2!
  label: String!
input ShopPayPaymentRequestDiscountInput since 2024-07
  amount: MoneyInput
  label: String
type ShopPayPaymentRequestImage since 2024-07
  alt: String
  url: String!
input ShopPayPaymentRequestImageInput since 2024-07
  alt: String
  url: String!
input ShopPayPaymentRequestInput since 2024-07
  deliveryMethods: [ShopPayPaymentRequestDeliveryMethodInput!]
  discountCodes: [String!]
  discounts: [ShopPayPaymentRequestDiscountInput!]
  lineItems: [ShopPayPaymentRequestLineItemInput!]
  locale: String!
  paymentMethod: String
  presentmentCurrency: CurrencyCode!
  selectedDeliveryMethodType: ShopPayPaymentRequestDeliveryMethodType
  shippingLines: [ShopPayPaymentRequestShippingLineInput!]
  subtotal: MoneyInput!
  total: MoneyInput!
  totalShippingPrice: ShopPayPaymentRequestTotalShippingPriceInput
  totalTax: MoneyInput
type ShopPayPaymentRequestLineItem since 2024-07
  finalItemPrice: MoneyV2!
  finalLinePrice: MoneyV2!
  image: ShopPayPaymentRequestImage
  itemDiscounts: [ShopPayPaymentRequestDiscount!]
  label: String!
  lineDiscounts: [ShopPayPaymentRequestDiscount!]
  originalItemPrice: MoneyV2
  originalLinePrice: MoneyV2
  quantity: Int!
  requiresShipping: Boolean
  sku: String
input ShopPayPaymentRequestLineItemInput since 2024-07
  finalItemPrice: MoneyInput
  finalLinePrice: MoneyInput
  image: ShopPayPaymentRequestImageInput
  itemDiscounts: [ShopPayPaymentRequestDiscountInput!]
  label: String
  lineDiscounts: [ShopPayPaymentRequestDiscountInput!]
  originalItemPrice: MoneyInput
  originalLinePrice: MoneyInput
  quantity: Int!
  requiresShipping: Boolean
  sku: String
type ShopPayPaymentRequestReceipt since 2024-07
  paymentRequest: ShopPayPaymentRequest!
  processingStatusType: String!
  token: String!
type ShopPayPaymentRequestSession since 2024-07
  checkoutUrl: URL!
  paymentRequest: ShopPayPaymentRequest!
  sourceIdentifier: String!
  token: String!
type ShopPayPaymentRequestSessionCreatePayload since 2024-07
  shopPayPaymentRequestSession: ShopPayPaymentRequestSession
  userErrors: [UserErrorsShopPayPaymentRequestSessionUserErrors!]!
type ShopPayPaymentRequestSessionSubmitPayload since 2024-07
  paymentRequestReceipt: ShopPayPaymentRequestReceipt
  userErrors: [UserErrorsShopPayPaymentRequestSessionUserErrors!]!
type ShopPayPaymentRequestShippingLine since 2024-07
  amount: MoneyV2!
  code: String!
  label: String!
input ShopPayPaymentRequestShippingLineInput since 2024-07
  amount: MoneyInput
  code: String
  label: String`;
