// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `directive accessRestricted
  args(reason: String = null)
  on FIELD_DEFINITION OBJECT
directive defer since 2024-07
  args(if: Boolean = true; label: String)
  on FRAGMENT_SPREAD INLINE_FRAGMENT
directive inContext
  args(buyer: BuyerInput; country: CountryCode; language: LanguageCode; preferredLocationId: ID) since 2024-04 until 2025-07
  args(buyer: BuyerInput; country: CountryCode; language: LanguageCode; preferredLocationId: ID; visitorConsent: VisitorConsent) since 2025-10
  args(country: CountryCode; language: LanguageCode; preferredLocationId: ID) until 2024-01
  on MUTATION QUERY
type ApiVersion
  displayName: String!
  handle: String!
  supported: Boolean!
input ApplePayWalletContentInput
  billingAddress: MailingAddressInput!
  data: String!
  header: ApplePayWalletHeaderInput!
  lastDigits: String
  signature: String!
  version: String!
input ApplePayWalletHeaderInput
  applicationData: String
  ephemeralPublicKey: String!
  publicKeyHash: String!
  transactionId: String!
type AppliedGiftCard
  & Node
  amountUsed: MoneyV2!
  amountUsedV2: MoneyV2! deprecated
  balance: MoneyV2!
  balanceV2: MoneyV2! deprecated
  id: ID!
  lastCharacters: String!
  presentmentAmountUsed: MoneyV2!
type Article
  & HasMetafields
  & Node
  & OnlineStorePublishable
  & Trackable since 2023-07
  author: ArticleAuthor! deprecated
  authorV2: ArticleAuthor
  blog: Blog!
  comments(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CommentConnection!
  content(truncateAt: Int): String!
  contentHtml: HTML!
  excerpt(truncateAt: Int): String
  excerptHtml: HTML
  handle: String!
  id: ID!
  image: Image
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  onlineStoreUrl: URL
  publishedAt: DateTime!
  seo: SEO
  tags: [String!]!
  title: String!
  trackingParameters: String since 2023-07
type ArticleAuthor
  bio: String
  email: String!
  firstName: String!
  lastName: String!
  name: String!
type ArticleConnection
  edges: [ArticleEdge!]!
  nodes: [Article!]!
  pageInfo: PageInfo!
type ArticleEdge
  cursor: String!
  node: Article!
enum ArticleSortKeys
  = AUTHOR BLOG_TITLE ID PUBLISHED_AT RELEVANCE TITLE UPDATED_AT
type Attribute
  key: String!
  value: String
input AttributeInput
  key: String!
  value: String!
type AutomaticDiscountApplication
  & DiscountApplication
  allocationMethod: DiscountApplicationAllocationMethod!
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  title: String!
  value: PricingValue!
type AvailableShippingRates until 2024-04
  ready: Boolean!
  shippingRates: [ShippingRate!]
interface BaseCartLine
  & Node
  attribute(key: String!): Attribute
  attributes: [Attribute!]!
  cost: CartLineCost!
  discountAllocations: [CartDiscountAllocation!]!
  estimatedCost: CartLineEstimatedCost! deprecated
  id: ID!
  merchandise: Merchandise!
  quantity: Int!
  sellingPlanAllocation: SellingPlanAllocation
type BaseCartLineConnection
  edges: [BaseCartLineEdge!]!
  nodes: [BaseCartLine!]!
  pageInfo: PageInfo!
type BaseCartLineEdge
  cursor: String!
  node: BaseCartLine!
type Blog
  & HasMetafields
  & Node
  & OnlineStorePublishable
  articleByHandle(handle: String!): Article
  articles(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: ArticleSortKeys = ID): ArticleConnection!
  authors: [ArticleAuthor!]!
  handle: String!
  id: ID!
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  onlineStoreUrl: URL
  seo: SEO
  title: String!
type BlogConnection
  edges: [BlogEdge!]!
  nodes: [Blog!]!
  pageInfo: PageInfo!
type BlogEdge
  cursor: String!
  node: Blog!
enum BlogSortKeys
  = HANDLE ID RELEVANCE TITLE
scalar Boolean
type Brand
  colors: BrandColors!
  coverImage: MediaImage
  logo: MediaImage
  shortDescription: String
  slogan: String
  squareLogo: MediaImage
type BrandColorGroup
  background: Color
  foreground: Color
type BrandColors
  primary: [BrandColorGroup!]!
  secondary: [BrandColorGroup!]!
input BuyerInput since 2024-04
  companyLocationId: ID
  customerAccessToken: String!
enum CardBrand
  = AMERICAN_EXPRESS DINERS_CLUB DISCOVER JCB MASTERCARD VISA
type Cart
  & HasMetafields
  & Node
  appliedGiftCards: [AppliedGiftCard!]! since 2024-07
  attribute(key: String!): Attribute
  attributes: [Attribute!]!
  buyerIdentity: CartBuyerIdentity!
  checkoutUrl: URL!
  cost: CartCost!
  createdAt: DateTime!
  delivery: CartDelivery! since 2025-01
  deliveryGroups(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CartDeliveryGroupConnection! until 2024-04
  deliveryGroups(after: String; before: String; first: Int; last: Int; reverse: Boolean = false; withCarrierRates: Boolean = false): CartDeliveryGroupConnection! since 2024-07
  discountAllocations: [CartDiscountAllocation!]!
  discountCodes: [CartDiscountCode!]!
  estimatedCost: CartEstimatedCost! deprecated
  id: ID!
  lines(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): BaseCartLineConnection!
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  note: String
  totalQuantity: Int!
  updatedAt: DateTime!
union CartAddress since 2025-01
  | CartDeliveryAddress
input CartAddressInput since 2025-01
  copyFromCustomerAddressId: ID
  deliveryAddress: CartDeliveryAddressInput
type CartAttributesUpdatePayload
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
type CartAutomaticDiscountAllocation
  & CartDiscountAllocation
  discountApplication: CartDiscountApplication! since 2025-01
  discountedAmount: MoneyV2!
  targetType: DiscountApplicationTargetType! since 2024-07
  title: String!
type CartBillingAddressUpdatePayload since 2024-07
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
type CartBuyerIdentity
  countryCode: CountryCode
  customer: Customer
  deliveryAddressPreferences: [DeliveryAddress!]! deprecated since 2025-01
  deliveryAddressPreferences: [DeliveryAddress!]! until 2024-10
  email: String
  phone: String
  preferences: CartPreferences since 2024-07
  purchasingCompany: PurchasingCompany since 2024-04
  walletPreferences: [String!]! until 2024-04
input CartBuyerIdentityInput
  companyLocationId: ID since 2024-04
  countryCode: CountryCode
  customerAccessToken: String
  deliveryAddressPreferences: [DeliveryAddressInput!] until 2024-10
  email: String
  phone: String
  preferences: CartPreferencesInput since 2024-07
  walletPreferences: [String!] until 2024-04
type CartBuyerIdentityUpdatePayload
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]! since 2024-10
enum CartCardSource
  = SAVED_CREDIT_CARD
type CartClonePayload since 2025-10
  cart: Cart
  userErrors: [CartUserError!]!
  warnings: [CartWarning!]!`;
