import {EMPTY_CODE, METAFIELDS, connectionSdl} from '../model/base-sdl.ts';

/** The metafields of all owners. */
export const METAFIELD_SDL: string = `
  extend type Mutation {
    metafieldsSet(metafields: [MetafieldsSetInput!]!): MetafieldsSetPayload
    metafieldsDelete(metafields: [MetafieldIdentifierInput!]!): MetafieldsDeletePayload
  }
  extend type Shop implements HasMetafields { ${METAFIELDS} }
  extend type AppInstallation implements HasMetafields { ${METAFIELDS} }

  type Metafield implements LegacyInteroperability & Node {
    compareDigest: String!
    createdAt: DateTime!
    description: String @deprecated
    id: ID!
    jsonValue: JSON!
    key: String!
    legacyResourceId: UnsignedInt64!
    namespace: String!
    owner: HasMetafields!
    ownerType: MetafieldOwnerType!
    reference: MetafieldReference
    references(after: String, before: String, first: Int, last: Int): MetafieldReferenceConnection
    type: String!
    updatedAt: DateTime!
    value: String!
  }
  ${connectionSdl('Metafield')}
  union MetafieldReference = Collection | Customer | MediaImage | Order | Product | ProductVariant
  type MetafieldReferenceConnection {
    edges: [MetafieldReferenceEdge!]!
    nodes: [MetafieldReference]!
    pageInfo: PageInfo!
  }
  type MetafieldReferenceEdge { cursor: String! node: MetafieldReference }
  enum MetafieldOwnerType {
    API_PERMISSION ARTICLE BLOG COLLECTION COMPANY COMPANY_LOCATION CUSTOMER DISCOUNT DRAFTORDER LOCATION ORDER PAGE
    PRODUCT PRODUCTVARIANT SHOP
  }

  input MetafieldInput { id: ID key: String namespace: String type: String value: String }
  input MetafieldsSetInput {
    compareDigest: String
    key: String!
    namespace: String
    ownerId: ID!
    type: String
    value: String!
  }
  input MetafieldIdentifierInput { key: String! namespace: String! ownerId: ID! }
  type MetafieldIdentifier { key: String! namespace: String! ownerId: ID! }
  type MetafieldsSetPayload { metafields: [Metafield!] userErrors: [MetafieldsSetUserError!]! }
  type MetafieldsSetUserError implements DisplayableError {
    code: MetafieldsSetUserErrorCode
    elementIndex: Int
    field: [String!]
    message: String!
  }
  enum MetafieldsSetUserErrorCode {
    APP_NOT_AUTHORIZED ${EMPTY_CODE} CAPABILITY_VIOLATION INCLUSION INTERNAL_ERROR INVALID INVALID_COMPARE_DIGEST INVALID_TYPE
    INVALID_VALUE LESS_THAN_OR_EQUAL_TO PRESENT STALE_OBJECT TAKEN TOO_LONG TOO_SHORT
  }
  type MetafieldsDeletePayload { deletedMetafields: [MetafieldIdentifier] userErrors: [UserError!]! }
`;
