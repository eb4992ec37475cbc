import type {AdminPart} from './admin-part.ts';

/** The types that all other parts use. `CountryCode`, `CurrencyCode` and `LanguageCode` are those of the Storefront API. */
export const BASE: AdminPart = {
  sdl: `
    scalar ARN
    scalar BigInt
    scalar Color
    scalar Date
    scalar DateTime
    scalar Decimal
    scalar FormattedString
    scalar HTML
    scalar JSON
    scalar Money
    scalar StorefrontID
    scalar URL
    scalar UnsignedInt64
    scalar UtcOffset

    type QueryRoot {
      node(id: ID!): Node
      nodes(ids: [ID!]!): [Node]!
    }

    type Mutation

    interface Node {
      id: ID!
    }

    interface LegacyInteroperability {
      legacyResourceId: UnsignedInt64!
    }

    interface DisplayableError {
      field: [String!]
      message: String!
    }

    type UserError implements DisplayableError {
      field: [String!]
      message: String!
    }

    type PageInfo {
      endCursor: String
      hasNextPage: Boolean!
      hasPreviousPage: Boolean!
      startCursor: String
    }

    enum CountPrecision {
      EXACT
      AT_LEAST
    }

    type Count {
      count: Int!
      precision: CountPrecision!
    }

    type MoneyV2 {
      amount: Decimal!
      currencyCode: CurrencyCode!
    }

    input MoneyInput {
      amount: Decimal!
      currencyCode: CurrencyCode!
    }

    type MoneyBag {
      presentmentMoney: MoneyV2!
      shopMoney: MoneyV2!
    }
  `,
};
