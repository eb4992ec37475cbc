// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `enum SearchUnavailableProductsType since 2023-07
  = HIDE LAST SHOW
enum SearchableField since 2023-07
  = AUTHOR BODY PRODUCT_TYPE TAG TITLE VARIANTS_BARCODE VARIANTS_SKU VARIANTS_TITLE VENDOR
type SelectedOption
  name: String!
  value: String!
input SelectedOptionInput
  name: String!
  value: String!
type SellingPlan
  & HasMetafields since 2024-07
  billingPolicy: SellingPlanBillingPolicy since 2024-07
  checkoutCharge: SellingPlanCheckoutCharge!
  deliveryPolicy: SellingPlanDeliveryPolicy since 2024-07
  description: String
  id: ID!
  metafield(key: String!; namespace: String): Metafield since 2024-07
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]! since 2024-07
  name: String!
  options: [SellingPlanOption!]!
  priceAdjustments: [SellingPlanPriceAdjustment!]!
  recurringDeliveries: Boolean!
type SellingPlanAllocation
  checkoutChargeAmount: MoneyV2!
  priceAdjustments: [SellingPlanAllocationPriceAdjustment!]!
  remainingBalanceChargeAmount: MoneyV2!
  sellingPlan: SellingPlan!
type SellingPlanAllocationConnection
  edges: [SellingPlanAllocationEdge!]!
  nodes: [SellingPlanAllocation!]!
  pageInfo: PageInfo!
type SellingPlanAllocationEdge
  cursor: String!
  node: SellingPlanAllocation!
type SellingPlanAllocationPriceAdjustment
  compareAtPrice: MoneyV2!
  perDeliveryPrice: MoneyV2!
  price: MoneyV2!
  unitPrice: MoneyV2
union SellingPlanBillingPolicy since 2024-07
  | SellingPlanRecurringBillingPolicy
type SellingPlanCheckoutCharge
  type: SellingPlanCheckoutChargeType!
  value: SellingPlanCheckoutChargeValue!
type SellingPlanCheckoutChargePercentageValue
  percentage: Float!
enum SellingPlanCheckoutChargeType
  = PERCENTAGE PRICE
union SellingPlanCheckoutChargeValue
  | MoneyV2
  | SellingPlanCheckoutChargePercentageValue
type SellingPlanConnection
  edges: [SellingPlanEdge!]!
  nodes: [SellingPlan!]!
  pageInfo: PageInfo!
union SellingPlanDeliveryPolicy since 2024-07
  | SellingPlanRecurringDeliveryPolicy
type SellingPlanEdge
  cursor: String!
  node: SellingPlan!
type SellingPlanFixedAmountPriceAdjustment
  adjustmentAmount: MoneyV2!
type SellingPlanFixedPriceAdjustment
  price: MoneyV2!
type SellingPlanGroup
  appName: String
  name: String!
  options: [SellingPlanGroupOption!]!
  sellingPlans(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SellingPlanConnection!
type SellingPlanGroupConnection
  edges: [SellingPlanGroupEdge!]!
  nodes: [SellingPlanGroup!]!
  pageInfo: PageInfo!
type SellingPlanGroupEdge
  cursor: String!
  node: SellingPlanGroup!
type SellingPlanGroupOption
  name: String!
  values: [String!]!
enum SellingPlanInterval since 2024-07
  = DAY MONTH WEEK YEAR
type SellingPlanOption
  name: String
  value: String
type SellingPlanPercentagePriceAdjustment
  adjustmentPercentage: Float! since 2025-01
  adjustmentPercentage: Int! until 2024-10
type SellingPlanPriceAdjustment
  adjustmentValue: SellingPlanPriceAdjustmentValue!
  orderCount: Int
union SellingPlanPriceAdjustmentValue
  | SellingPlanFixedAmountPriceAdjustment
  | SellingPlanFixedPriceAdjustment
  | SellingPlanPercentagePriceAdjustment
type SellingPlanRecurringBillingPolicy since 2024-07
  interval: SellingPlanInterval!
  intervalCount: Int!
type SellingPlanRecurringDeliveryPolicy since 2024-07
  interval: SellingPlanInterval!
  intervalCount: Int!
type ShippingRate until 2024-04
  handle: String!
  price: MoneyV2!
  priceV2: MoneyV2! deprecated
  title: String!
type Shop
  & HasMetafields
  & Node
  brand: Brand
  contactInformation: ShopPolicy since 2026-04
  customerAccountTranslations: [Translation!] since 2026-01
  customerAccountUrl: String since 2025-07
  description: String
  id: ID!
  legalNotice: ShopPolicy since 2026-04
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  moneyFormat: String!
  name: String!
  paymentSettings: PaymentSettings!
  primaryDomain: Domain!
  privacyPolicy: ShopPolicy
  refundPolicy: ShopPolicy
  shippingPolicy: ShopPolicy
  shipsToCountries: [CountryCode!]!
  shopPayInstallmentsPricing: ShopPayInstallmentsPricing since 2024-10
  socialLoginProviders: [SocialLoginProvider!]! since 2026-01
  subscriptionPolicy: ShopPolicyWithDefault
  termsOfSale: ShopPolicy since 2026-04
  termsOfService: ShopPolicy
type ShopPayInstallmentsFinancingPlan since 2024-10
  & Node
  id: ID!
  maxPrice: MoneyV2!
  minPrice: MoneyV2!
  terms: [ShopPayInstallmentsFinancingPlanTerm!]!
enum ShopPayInstallmentsFinancingPlanFrequency since 2024-10
  = MONTHLY WEEKLY
type ShopPayInstallmentsFinancingPlanTerm since 2024-10
  & Node
  apr: Int!
  frequency: ShopPayInstallmentsFinancingPlanFrequency!
  id: ID!
  installmentsCount: Count
  loanType: ShopPayInstallmentsLoan!
enum ShopPayInstallmentsLoan since 2024-10
  = INTEREST SPLIT_PAY ZERO_PERCENT
type ShopPayInstallmentsPricing since 2024-10
  financingPlans: [ShopPayInstallmentsFinancingPlan!]!
  maxPrice: MoneyV2!
  minPrice: MoneyV2!
type ShopPayInstallmentsProductVariantPricing since 2024-10
  & Node
  available: Boolean!
  eligible: Boolean!
  fullPrice: MoneyV2!
  id: ID!
  installmentsCount: Count
  pricePerTerm: MoneyV2!`;
