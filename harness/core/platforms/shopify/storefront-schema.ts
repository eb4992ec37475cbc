/** The schema of the simulated Storefront API. */
export const STOREFRONT_SDL: string = /* GraphQL */ `
  scalar Decimal
  scalar URL

  type Query {
    shop: Shop!
    localization: Localization!
    products(first: Int, after: String, query: String): ProductConnection!
    product(id: ID, handle: String): Product
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
  }

  interface Node {
    id: ID!
  }

  type Shop implements Node {
    id: ID!
    name: String!
    primaryDomain: Domain!
    paymentSettings: PaymentSettings!
  }

  type Domain {
    host: String!
    url: URL!
  }

  type PaymentSettings {
    currencyCode: String!
    countryCode: String!
  }

  type Localization {
    country: Country!
  }

  type Country {
    isoCode: String!
    currency: Currency!
  }

  type Currency {
    isoCode: String!
  }

  type ProductConnection {
    edges: [ProductEdge!]!
    nodes: [Product!]!
    pageInfo: PageInfo!
  }

  type ProductEdge {
    cursor: String!
    node: Product!
  }

  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }

  type Product implements Node {
    id: ID!
    handle: String!
    title: String!
    description: String!
    vendor: String!
    productType: String!
    availableForSale: Boolean!
    featuredImage: Image
    priceRange: PriceRange!
    variants(first: Int): VariantConnection!
  }

  type Image {
    url: URL!
    altText: String
  }

  type PriceRange {
    minVariantPrice: Money!
    maxVariantPrice: Money!
  }

  type Money {
    amount: Decimal!
    currencyCode: String!
  }

  type VariantConnection {
    nodes: [ProductVariant!]!
  }

  type ProductVariant implements Node {
    id: ID!
    title: String!
    sku: String
    availableForSale: Boolean!
    price: Money!
    image: Image
    selectedOptions: [SelectedOption!]!
    product: Product!
  }

  type SelectedOption {
    name: String!
    value: String!
  }
`;
