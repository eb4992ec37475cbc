import {emptyValue} from '../../graphql/user-error.ts';

/** The code of an error about a value that is empty, in enums of codes. */
export const EMPTY_CODE: string = emptyValue('', []).code;

/** The arguments of every list. */
export const PAGE: string = 'after: String, before: String, first: Int, last: Int, reverse: Boolean = false';

/** Writes the types of a list: `ProductConnection` and `ProductEdge` for `Product`. */
export function connectionSdl(type: string): string {
  return `
    type ${type}Connection { edges: [${type}Edge!]! nodes: [${type}!]! pageInfo: PageInfo! }
    type ${type}Edge { cursor: String! node: ${type}! }`;
}

/** The fields that every owner of metafields has. */
export const METAFIELDS: string = `
  metafield(key: String!, namespace: String): Metafield
  metafields(${PAGE}, keys: [String!], namespace: String): MetafieldConnection!`;

/** Types that several parts use. */
export const MODEL_BASE_SDL: string = `
  interface HasMetafields { ${METAFIELDS} }

  interface Publishable {
    availablePublicationsCount: Count
    publishedOnCurrentPublication: Boolean!
    publishedOnPublication(publicationId: ID!): Boolean!
    resourcePublicationsCount(onlyPublished: Boolean = true): Count
  }

  type Image implements HasMetafields {
    altText: String
    height: Int
    id: ID
    originalSrc: URL! @deprecated
    src: URL! @deprecated
    transformedSrc(
      crop: CropRegion, maxHeight: Int, maxWidth: Int, preferredContentType: ImageContentType, scale: Int = 1
    ): URL! @deprecated
    url(transform: ImageTransformInput): URL!
    width: Int
    ${METAFIELDS}
  }
  enum CropRegion { BOTTOM CENTER LEFT RIGHT TOP }
  enum ImageContentType { JPG PNG WEBP }
  input ImageTransformInput {
    crop: CropRegion
    maxHeight: Int
    maxWidth: Int
    preferredContentType: ImageContentType
    scale: Int = 1
  }
  ${connectionSdl('Image')}

  type SEO { description: String title: String }
  input SEOInput { description: String title: String }
  input ImageInput { altText: String id: ID src: String }

  type Attribute { key: String! value: String }
  input AttributeInput { key: String! value: String! }

  type Job implements Node { done: Boolean! id: ID! query: QueryRoot }

  type MailingAddress implements Node {
    address1: String
    address2: String
    city: String
    company: String
    coordinatesValidated: Boolean!
    country: String
    countryCode: String @deprecated
    countryCodeV2: CountryCode
    firstName: String
    formatted(withCompany: Boolean = true, withName: Boolean = false): [String!]!
    formattedArea: String
    id: ID!
    lastName: String
    latitude: Float
    longitude: Float
    name: String
    phone: String
    province: String
    provinceCode: String
    timeZone: String
    zip: String
  }
  ${connectionSdl('MailingAddress')}
  input MailingAddressInput {
    address1: String
    address2: String
    city: String
    company: String
    countryCode: CountryCode
    firstName: String
    id: ID @deprecated
    lastName: String
    phone: String
    provinceCode: String
    zip: String
  }
`;
