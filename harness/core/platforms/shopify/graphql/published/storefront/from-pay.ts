// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type Payment until 2024-04
  & Node
  amount: MoneyV2!
  amountV2: MoneyV2! deprecated
  billingAddress: MailingAddress
  checkout: Checkout!
  creditCard: CreditCard
  errorMessage: String
  id: ID!
  idempotencyKey: String
  nextActionUrl: URL
  ready: Boolean!
  test: Boolean!
  transaction: Transaction
type PaymentSettings
  acceptedCardBrands: [CardBrand!]!
  cardVaultUrl: URL!
  countryCode: CountryCode!
  currencyCode: CurrencyCode!
  enabledPresentmentCurrencies: [CurrencyCode!]!
  shopifyPaymentsAccountId: String
  supportedDigitalWallets: [DigitalWallet!]!
enum PaymentTokenType until 2024-04
  = APPLE_PAY GOOGLE_PAY SHOPIFY_PAY STRIPE_VAULT_TOKEN VAULT
enum PredictiveSearchLimitScope since 2023-07
  = ALL EACH
type PredictiveSearchResult since 2023-07
  articles: [Article!]!
  collections: [Collection!]!
  pages: [Page!]!
  products: [Product!]!
  queries: [SearchQuerySuggestion!]!
enum PredictiveSearchType since 2023-07
  = ARTICLE COLLECTION PAGE PRODUCT QUERY
enum PreferenceDeliveryMethodType since 2024-07
  = PICKUP_POINT PICK_UP SHIPPING
input PriceRangeFilter
  max: Float
  min: Float = 0
type PricingPercentageValue
  percentage: Float!
union PricingValue
  | MoneyV2
  | PricingPercentageValue
type Product
  & HasMetafields
  & Node
  & OnlineStorePublishable
  & Trackable since 2023-07
  adjacentVariants(caseInsensitiveMatch: Boolean = false; ignoreUnknownOptions: Boolean = true; selectedOptions: [SelectedOptionInput!]): [ProductVariant!]! since 2024-10
  availableForSale: Boolean!
  category: TaxonomyCategory since 2024-10
  collections(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CollectionConnection!
  compareAtPriceRange: ProductPriceRange!
  createdAt: DateTime!
  description(truncateAt: Int): String!
  descriptionHtml: HTML!
  encodedVariantAvailability: String since 2024-10
  encodedVariantExistence: String since 2024-10
  featuredImage: Image
  handle: String!
  id: ID!
  images(after: String; before: String; first: Int; last: Int; reverse: Boolean = false; sortKey: ProductImageSortKeys = POSITION): ImageConnection!
  isGiftCard: Boolean!
  media(after: String; before: String; first: Int; last: Int; reverse: Boolean = false; sortKey: ProductMediaSortKeys = POSITION): MediaConnection!
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  onlineStoreUrl: URL
  options(first: Int): [ProductOption!]!
  priceRange: ProductPriceRange!
  productType: String!
  publishedAt: DateTime!
  requiresSellingPlan: Boolean!
  selectedOrFirstAvailableVariant(caseInsensitiveMatch: Boolean = false; ignoreUnknownOptions: Boolean = true; selectedOptions: [SelectedOptionInput!]): ProductVariant since 2024-10
  sellingPlanGroups(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SellingPlanGroupConnection!
  seo: SEO!
  tags: [String!]!
  title: String!
  totalInventory: Int
  trackingParameters: String since 2023-07
  updatedAt: DateTime!
  variantBySelectedOptions(caseInsensitiveMatch: Boolean = false; ignoreUnknownOptions: Boolean = false; selectedOptions: [SelectedOptionInput!]!): ProductVariant since 2024-01
  variantBySelectedOptions(selectedOptions: [SelectedOptionInput!]!): ProductVariant until 2023-10
  variants(after: String; before: String; first: Int; last: Int; reverse: Boolean = false; sortKey: ProductVariantSortKeys = POSITION): ProductVariantConnection!
  variantsCount: Count since 2024-10
  vendor: String!
enum ProductCollectionSortKeys
  = BEST_SELLING COLLECTION_DEFAULT CREATED ID MANUAL PRICE RELEVANCE TITLE
type ProductConnection
  edges: [ProductEdge!]!
  filters: [Filter!]!
  nodes: [Product!]!
  pageInfo: PageInfo!
type ProductEdge
  cursor: String!
  node: Product!
input ProductFilter
  available: Boolean
  category: CategoryFilter since 2025-01
  price: PriceRangeFilter
  productMetafield: MetafieldFilter
  productType: String
  productVendor: String
  tag: String
  taxonomyMetafield: TaxonomyMetafieldFilter since 2025-01
  variantMetafield: MetafieldFilter
  variantOption: VariantOptionFilter
enum ProductImageSortKeys
  = CREATED_AT ID POSITION RELEVANCE
enum ProductMediaSortKeys
  = ID POSITION RELEVANCE
type ProductOption
  & Node
  id: ID!
  name: String!
  optionValues: [ProductOptionValue!]! since 2024-07
  values: [String!]! deprecated since 2024-07
  values: [String!]! until 2024-04
type ProductOptionValue since 2024-07
  & Node
  firstSelectableVariant: ProductVariant since 2024-10
  id: ID!
  name: String!
  swatch: ProductOptionValueSwatch
type ProductOptionValueSwatch since 2024-07
  color: Color
  image: Media
type ProductPriceRange
  maxVariantPrice: MoneyV2!
  minVariantPrice: MoneyV2!
enum ProductRecommendationIntent
  = COMPLEMENTARY RELATED
enum ProductSortKeys
  = BEST_SELLING CREATED_AT ID PRICE PRODUCT_TYPE RELEVANCE TITLE UPDATED_AT VENDOR
type ProductVariant
  & HasMetafields
  & Node
  availableForSale: Boolean!
  barcode: String
  compareAtPrice: MoneyV2
  compareAtPriceV2: MoneyV2 deprecated
  components(after: String; before: String; first: Int; last: Int): ProductVariantComponentConnection! since 2024-07
  currentlyNotInStock: Boolean!
  groupedBy(after: String; before: String; first: Int; last: Int): ProductVariantConnection! since 2024-07
  id: ID!
  image: Image
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  price: MoneyV2!
  priceV2: MoneyV2! deprecated
  product: Product!
  quantityAvailable: Int
  quantityPriceBreaks(after: String; before: String; first: Int; last: Int): QuantityPriceBreakConnection! since 2024-04
  quantityRule: QuantityRule! since 2024-04
  requiresComponents: Boolean! since 2024-07
  requiresShipping: Boolean!
  selectedOptions: [SelectedOption!]!
  sellingPlanAllocations(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SellingPlanAllocationConnection!
  shopPayInstallmentsPricing: ShopPayInstallmentsProductVariantPricing since 2024-10
  sku: String
  storeAvailability(after: String; before: String; first: Int; last: Int; near: GeoCoordinateInput; reverse: Boolean = false): StoreAvailabilityConnection!
  taxable: Boolean! since 2024-01
  title: String!
  unitPrice: MoneyV2
  unitPriceMeasurement: UnitPriceMeasurement
  weight: Float
  weightUnit: WeightUnit!
type ProductVariantComponent since 2024-07
  productVariant: ProductVariant!
  quantity: Int!
type ProductVariantComponentConnection since 2024-07
  edges: [ProductVariantComponentEdge!]!
  nodes: [ProductVariantComponent!]!
  pageInfo: PageInfo!
type ProductVariantComponentEdge since 2024-07
  cursor: String!
  node: ProductVariantComponent!
type ProductVariantConnection
  edges: [ProductVariantEdge!]!
  nodes: [ProductVariant!]!
  pageInfo: PageInfo!
type ProductVariantEdge
  cursor: String!
  node: ProductVariant!
enum ProductVariantSortKeys
  = ID POSITION RELEVANCE SKU TITLE
type PurchasingCompany since 2024-04
  company: Company!
  contact: CompanyContact
  location: CompanyLocation!
type QuantityPriceBreak since 2024-04
  minimumQuantity: Int!
  price: MoneyV2!
type QuantityPriceBreakConnection since 2024-04
  edges: [QuantityPriceBreakEdge!]!
  nodes: [QuantityPriceBreak!]!
  pageInfo: PageInfo!
type QuantityPriceBreakEdge since 2024-04
  cursor: String!
  node: QuantityPriceBreak!
type QuantityRule since 2024-04
  increment: Int!
  maximum: Int
  minimum: Int!
type QueryRoot
  article(id: ID!): Article
  articles(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: ArticleSortKeys = ID): ArticleConnection!
  blog(handle: String; id: ID): Blog
  blogByHandle(handle: String!): Blog deprecated
  blogs(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: BlogSortKeys = ID): BlogConnection!
  cart(id: ID!): Cart
  cartCompletionAttempt(attemptId: String!): CartCompletionAttemptResult
  collection(handle: String; id: ID): Collection
  collectionByHandle(handle: String!): Collection deprecated
  collections(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CollectionSortKeys = ID): CollectionConnection!
  customer(customerAccessToken: String!): Customer
  localization: Localization!
  locations(after: String; before: String; first: Int; last: Int; near: GeoCoordinateInput; reverse: Boolean = false; sortKey: LocationSortKeys = ID): LocationConnection!
  menu(handle: String!): Menu
  metaobject(handle: MetaobjectHandleInput; id: ID): Metaobject
  metaobjects(after: String; before: String; first: Int; last: Int; reverse: Boolean = false; sortKey: String; type: String!): MetaobjectConnection!
  node(id: ID!): Node
  nodes(ids: [ID!]!): [Node]!
  page(handle: String; id: ID): Page
  pageByHandle(handle: String!): Page deprecated
  pages(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: PageSortKeys = ID): PageConnection!
  paymentSettings: PaymentSettings! since 2025-01
  predictiveSearch(limit: Int; limitScope: PredictiveSearchLimitScope; query: String!; searchableFields: [SearchableField!]; types: [PredictiveSearchType!]; unavailableProducts: SearchUnavailableProductsType): PredictiveSearchResult since 2023-07
  product(handle: String; id: ID): Product
  productByHandle(handle: String!): Product deprecated
  productRecommendations(intent: ProductRecommendationIntent = RELATED; productHandle: String; productId: ID): [Product!] since 2024-07
  productRecommendations(intent: ProductRecommendationIntent = RELATED; productId: ID!): [Product!] until 2024-04
  productTags(first: Int!): StringConnection!
  productTypes(first: Int!): StringConnection!
  products(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: ProductSortKeys = ID): ProductConnection!
  publicApiVersions: [ApiVersion!]!
  search(after: String; before: String; first: Int; last: Int; prefix: SearchPrefixQueryType; productFilters: [ProductFilter!]; query: String!; reverse: Boolean = false; sortKey: SearchSortKeys = RELEVANCE; types: [SearchType!]; unavailableProducts: SearchUnavailableProductsType): SearchResultItemConnection! since 2023-07
  shop: Shop!
  sitemap(type: SitemapType!): Sitemap! since 2024-10
  urlRedirects(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false): UrlRedirectConnection!
type SEO
  description: String
  title: String
type ScriptDiscountApplication
  & DiscountApplication
  allocationMethod: DiscountApplicationAllocationMethod!
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  title: String!
  value: PricingValue!
enum SearchPrefixQueryType since 2023-07
  = LAST NONE
type SearchQuerySuggestion since 2023-07
  & Trackable
  styledText: String!
  text: String!
  trackingParameters: String
union SearchResultItem since 2023-07
  | Article
  | Page
  | Product
type SearchResultItemConnection since 2023-07
  edges: [SearchResultItemEdge!]!
  nodes: [SearchResultItem!]!
  pageInfo: PageInfo!
  productFilters: [Filter!]!
  totalCount: Int!
type SearchResultItemEdge since 2023-07
  cursor: String!
  node: SearchResultItem!
enum SearchSortKeys since 2023-07
  = PRICE RELEVANCE
enum SearchType since 2023-07
  = ARTICLE PAGE PRODUCT`;
