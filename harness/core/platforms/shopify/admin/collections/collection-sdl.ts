import {METAFIELDS, PAGE, connectionSdl} from '../model/base-sdl.ts';

/** The collections of the shop. */
export const COLLECTION_SDL: string = `
  extend type QueryRoot {
    collection(id: ID!): Collection
    collectionByHandle(handle: String!): Collection @deprecated
    collectionByIdentifier(identifier: CollectionIdentifierInput!): Collection
    collections(${PAGE}, query: String, savedSearchId: ID, sortKey: CollectionSortKeys = ID): CollectionConnection!
    collectionsCount(limit: Int = 10000, query: String, savedSearchId: ID): Count
  }
  extend type Mutation {
    collectionCreate(input: CollectionInput!): CollectionCreatePayload
    collectionUpdate(input: CollectionInput!): CollectionUpdatePayload
    collectionDelete(input: CollectionDeleteInput!): CollectionDeletePayload
    collectionAddProducts(id: ID!, productIds: [ID!]!): CollectionAddProductsPayload
    collectionRemoveProducts(id: ID!, productIds: [ID!]!): CollectionRemoveProductsPayload
  }

  input CollectionIdentifierInput @oneOf { customId: UniqueMetafieldValueInput handle: String id: ID }

  type Collection implements HasMetafields & Node & Publishable {
    availablePublicationsCount: Count
    description(truncateAt: Int): String!
    descriptionHtml: HTML!
    handle: String!
    hasProduct(id: ID!): Boolean!
    id: ID!
    image: Image
    legacyResourceId: UnsignedInt64!
    products(${PAGE}, sortKey: ProductCollectionSortKeys = COLLECTION_DEFAULT): ProductConnection!
    productsCount: Count
    publishedOnCurrentPublication: Boolean!
    publishedOnPublication(publicationId: ID!): Boolean!
    resourcePublicationsCount(onlyPublished: Boolean = true): Count
    ruleSet: CollectionRuleSet
    seo: SEO!
    sortOrder: CollectionSortOrder!
    templateSuffix: String
    title: String!
    updatedAt: DateTime!
    ${METAFIELDS}
  }
  ${connectionSdl('Collection')}
  type CollectionRuleSet { appliedDisjunctively: Boolean! }
  enum CollectionSortKeys { ID RELEVANCE TITLE UPDATED_AT }
  enum CollectionSortOrder { ALPHA_ASC ALPHA_DESC BEST_SELLING CREATED CREATED_DESC MANUAL PRICE_ASC PRICE_DESC }
  enum ProductCollectionSortKeys { BEST_SELLING COLLECTION_DEFAULT CREATED ID MANUAL PRICE RELEVANCE TITLE }

  input CollectionInput {
    descriptionHtml: String
    handle: String
    id: ID
    image: ImageInput
    metafields: [MetafieldInput!]
    products: [ID!]
    redirectNewHandle: Boolean = false
    seo: SEOInput
    sortOrder: CollectionSortOrder
    templateSuffix: String
    title: String
  }
  input CollectionDeleteInput { id: ID! }
  type CollectionCreatePayload { collection: Collection userErrors: [UserError!]! }
  type CollectionUpdatePayload { collection: Collection job: Job userErrors: [UserError!]! }
  type CollectionDeletePayload { deletedCollectionId: ID shop: Shop! userErrors: [UserError!]! }
  type CollectionAddProductsPayload { collection: Collection userErrors: [UserError!]! }
  type CollectionRemoveProductsPayload { job: Job userErrors: [UserError!]! }
`;
