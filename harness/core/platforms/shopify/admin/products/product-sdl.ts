import {METAFIELDS, PAGE, connectionSdl} from '../model/base-sdl.ts';

const FLAGS = ['availablePublicationsCount: Count', 'publishedOnCurrentPublication: Boolean!'].join('\n');

/** The products of the shop, with options and media, and what is published. */
export const PRODUCT_SDL: string = `
  extend type QueryRoot {
    product(id: ID!): Product
    productByHandle(handle: String!): Product @deprecated
    productByIdentifier(identifier: ProductIdentifierInput!): Product
    products(${PAGE}, query: String, savedSearchId: ID, sortKey: ProductSortKeys = ID): ProductConnection!
    productsCount(limit: Int = 10000, query: String, savedSearchId: ID): Count
    productTags(${PAGE}): StringConnection
    productTypes(${PAGE}): StringConnection
    productVendors(${PAGE}): StringConnection
    publication(id: ID!): Publication
    publications(${PAGE}, catalogType: CatalogType): PublicationConnection!
  }

  input ProductIdentifierInput @oneOf { customId: UniqueMetafieldValueInput handle: String id: ID }
  input UniqueMetafieldValueInput { key: String! namespace: String value: String! }
  type StringConnection { edges: [StringEdge!]! nodes: [String!]! pageInfo: PageInfo! }
  type StringEdge { cursor: String! node: String! }
  enum CatalogType { APP COMPANY_LOCATION MARKET NONE }

  type Product implements HasMetafields & LegacyInteroperability & Node & Publishable {
    ${FLAGS}
    bodyHtml: String @deprecated
    category: TaxonomyCategory
    collections(${PAGE}, query: String, sortKey: CollectionSortKeys = ID): CollectionConnection!
    compareAtPriceRange: ProductCompareAtPriceRange
    createdAt: DateTime!
    defaultCursor: String!
    description(truncateAt: Int): String!
    descriptionHtml: HTML!
    featuredImage: Image @deprecated
    featuredMedia: Media
    giftCardTemplateSuffix: String
    handle: String!
    hasOnlyDefaultVariant: Boolean!
    hasOutOfStockVariants: Boolean!
    hasVariantsThatRequiresComponents: Boolean!
    id: ID!
    images(${PAGE}, sortKey: ProductImageSortKeys = POSITION): ImageConnection! @deprecated
    inCollection(id: ID!): Boolean!
    isGiftCard: Boolean!
    legacyResourceId: UnsignedInt64!
    media(${PAGE}, query: String, sortKey: ProductMediaSortKeys = POSITION): MediaConnection!
    mediaCount(query: String): Count
    onlineStorePreviewUrl: URL
    onlineStoreUrl: URL
    options(first: Int): [ProductOption!]!
    priceRange: ProductPriceRange! @deprecated
    priceRangeV2: ProductPriceRangeV2!
    productType: String!
    publishedAt: DateTime
    publishedOnPublication(publicationId: ID!): Boolean!
    requiresSellingPlan: Boolean!
    resourcePublicationsCount(onlyPublished: Boolean = true): Count
    resourcePublicationsV2(
      ${PAGE}, catalogType: CatalogType, onlyPublished: Boolean = true
    ): ResourcePublicationV2Connection!
    seo: SEO!
    status: ProductStatus!
    tags: [String!]!
    templateSuffix: String
    title: String!
    totalInventory: Int!
    totalVariants: Int! @deprecated
    tracksInventory: Boolean!
    updatedAt: DateTime!
    variants(${PAGE}, sortKey: ProductVariantSortKeys = POSITION): ProductVariantConnection!
    variantsCount: Count
    vendor: String!
    ${METAFIELDS}
  }
  ${connectionSdl('Product')}

  enum ProductStatus { ACTIVE ARCHIVED DRAFT UNLISTED }
  enum ProductSortKeys {
    CREATED_AT ID INVENTORY_TOTAL PRODUCT_TYPE PUBLISHED_AT RELEVANCE TITLE UPDATED_AT VENDOR
  }
  enum ProductImageSortKeys { CREATED_AT ID POSITION RELEVANCE }
  enum ProductMediaSortKeys { ID POSITION RELEVANCE }

  type ProductPriceRange { maxVariantPrice: MoneyV2! minVariantPrice: MoneyV2! }
  type ProductPriceRangeV2 { maxVariantPrice: MoneyV2! minVariantPrice: MoneyV2! }
  type ProductCompareAtPriceRange {
    maxVariantCompareAtPrice: MoneyV2!
    minVariantCompareAtPrice: MoneyV2!
  }
  type TaxonomyCategory implements Node { fullName: String! id: ID! name: String! }

  type ProductOption implements Node {
    id: ID!
    linkedMetafield: LinkedMetafield
    name: String!
    optionValues: [ProductOptionValue!]!
    position: Int!
    values: [String!]!
  }
  type ProductOptionValue implements Node {
    hasVariants: Boolean!
    id: ID!
    linkedMetafieldValue: String
    name: String!
    swatch: ProductOptionValueSwatch
  }
  type ProductOptionValueSwatch { color: Color image: MediaImage }
  type LinkedMetafield { key: String namespace: String }

  interface Media {
    alt: String
    id: ID!
    mediaContentType: MediaContentType!
    mediaErrors: [MediaError!]!
    mediaWarnings: [MediaWarning!]!
    preview: MediaPreviewImage
    status: MediaStatus!
  }
  type MediaImage implements Media & Node {
    alt: String
    createdAt: DateTime!
    id: ID!
    image: Image
    mediaContentType: MediaContentType!
    mediaErrors: [MediaError!]!
    mediaWarnings: [MediaWarning!]!
    mimeType: String
    preview: MediaPreviewImage
    status: MediaStatus!
    updatedAt: DateTime!
  }
  type MediaPreviewImage { image: Image status: MediaPreviewImageStatus! }
  type MediaError { code: String! details: String message: String! }
  type MediaWarning { code: String! message: String }
  enum MediaPreviewImageStatus { FAILED PROCESSING READY UPLOADED }
  enum MediaStatus { FAILED PROCESSING READY UPLOADED }
  enum MediaContentType { EXTERNAL_VIDEO IMAGE MODEL_3D VIDEO }
  ${connectionSdl('Media')}

  type Publication implements Node { autoPublish: Boolean! id: ID! name: String! @deprecated supportsFuturePublishing: Boolean! }
  ${connectionSdl('Publication')}
  type ResourcePublicationV2 {
    isPublished: Boolean!
    publication: Publication!
    publishDate: DateTime
    publishable: Publishable!
  }
  ${connectionSdl('ResourcePublicationV2')}
`;

/** The mutations of products. */
export const PRODUCT_MUTATION_SDL: string = `
  extend type Mutation {
    productCreate(input: ProductInput, media: [CreateMediaInput!], product: ProductCreateInput): ProductCreatePayload
    productUpdate(input: ProductInput, media: [CreateMediaInput!], product: ProductUpdateInput): ProductUpdatePayload
    productDelete(input: ProductDeleteInput!, synchronous: Boolean = true): ProductDeletePayload
    productSet(
      identifier: ProductSetIdentifiers, input: ProductSetInput!, synchronous: Boolean = true
    ): ProductSetPayload
    productOptionsCreate(
      options: [OptionCreateInput!]!, productId: ID!, variantStrategy: ProductOptionCreateVariantStrategy = LEAVE_AS_IS
    ): ProductOptionsCreatePayload
    publishablePublish(id: ID!, input: [PublicationInput!]!): PublishablePublishPayload
    publishableUnpublish(id: ID!, input: [PublicationInput!]!): PublishableUnpublishPayload
  }

  input ProductCreateInput {
    category: ID
    claimOwnership: ProductClaimOwnershipInput
    collectionsToJoin: [ID!]
    descriptionHtml: String
    giftCard: Boolean
    giftCardTemplateSuffix: String
    handle: String
    metafields: [MetafieldInput!]
    productOptions: [OptionCreateInput!]
    productType: String
    requiresSellingPlan: Boolean
    seo: SEOInput
    status: ProductStatus
    tags: [String!]
    templateSuffix: String
    title: String
    vendor: String
  }
  input ProductClaimOwnershipInput { bundles: Boolean }
  input ProductUpdateInput {
    category: ID
    collectionsToJoin: [ID!]
    collectionsToLeave: [ID!]
    descriptionHtml: String
    giftCardTemplateSuffix: String
    handle: String
    id: ID
    metafields: [MetafieldInput!]
    productType: String
    redirectNewHandle: Boolean
    requiresSellingPlan: Boolean
    seo: SEOInput
    status: ProductStatus
    tags: [String!]
    templateSuffix: String
    title: String
    vendor: String
  }
  input ProductInput {
    category: ID
    collectionsToJoin: [ID!]
    collectionsToLeave: [ID!]
    descriptionHtml: String
    giftCard: Boolean
    giftCardTemplateSuffix: String
    handle: String
    id: ID
    metafields: [MetafieldInput!]
    productOptions: [OptionCreateInput!]
    productType: String
    redirectNewHandle: Boolean
    requiresSellingPlan: Boolean
    seo: SEOInput
    status: ProductStatus
    tags: [String!]
    templateSuffix: String
    title: String
    vendor: String
  }
  input ProductDeleteInput { id: ID! }
  input ProductSetIdentifiers @oneOf { customId: UniqueMetafieldValueInput handle: String id: ID }
  input ProductSetInput {
    category: ID
    collections: [ID!]
    descriptionHtml: String
    files: [FileSetInput!]
    giftCard: Boolean
    giftCardTemplateSuffix: String
    handle: String
    id: ID @deprecated
    metafields: [MetafieldInput!]
    productOptions: [OptionSetInput!]
    productType: String
    redirectNewHandle: Boolean
    requiresSellingPlan: Boolean
    seo: SEOInput
    status: ProductStatus
    tags: [String!]
    templateSuffix: String
    title: String
    variants: [ProductVariantSetInput!]
    vendor: String
  }
  input FileSetInput { alt: String contentType: FileContentType filename: String id: ID originalSource: String }
  enum FileContentType { EXTERNAL_VIDEO FILE IMAGE MODEL_3D VIDEO }
  input CreateMediaInput { alt: String mediaContentType: MediaContentType! originalSource: String! }
  input OptionCreateInput {
    linkedMetafield: LinkedMetafieldCreateInput
    name: String
    position: Int
    values: [OptionValueCreateInput!]
  }
  input LinkedMetafieldCreateInput { key: String! namespace: String! values: [String!] }
  input OptionValueCreateInput { linkedMetafieldValue: String name: String }
  input OptionSetInput {
    id: ID
    linkedMetafield: LinkedMetafieldCreateInput
    name: String
    position: Int
    values: [OptionValueSetInput!]
  }
  input OptionValueSetInput { id: ID name: String }
  input PublicationInput { publicationId: ID publishDate: DateTime }
  enum ProductOptionCreateVariantStrategy { CREATE LEAVE_AS_IS }

  type ProductCreatePayload { product: Product shop: Shop! userErrors: [UserError!]! }
  type ProductUpdatePayload { product: Product userErrors: [UserError!]! }
  type ProductDeletePayload {
    deletedProductId: ID
    productDeleteOperation: ProductDeleteOperation
    shop: Shop!
    userErrors: [UserError!]!
  }
  type ProductDeleteOperation implements Node { deletedProductId: ID id: ID! }
  type ProductSetPayload { product: Product productSetOperation: ProductSetOperation userErrors: [ProductSetUserError!]! }
  type ProductSetOperation implements Node { id: ID! product: Product }
  type ProductSetUserError implements DisplayableError { code: String field: [String!] message: String! }
  type ProductOptionsCreatePayload { product: Product userErrors: [ProductOptionsCreateUserError!]! }
  type ProductOptionsCreateUserError implements DisplayableError { code: String field: [String!] message: String! }
  type PublishablePublishPayload { publishable: Publishable shop: Shop! userErrors: [UserError!]! }
  type PublishableUnpublishPayload { publishable: Publishable shop: Shop! userErrors: [UserError!]! }
`;
