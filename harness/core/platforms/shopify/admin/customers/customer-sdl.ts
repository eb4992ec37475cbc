import {METAFIELDS, PAGE, connectionSdl} from '../model/base-sdl.ts';

/** The customers of the shop. */
export const CUSTOMER_SDL: string = `
  extend type QueryRoot {
    customer(id: ID!): Customer
    customerByIdentifier(identifier: CustomerIdentifierInput!): Customer
    customers(${PAGE}, query: String, sortKey: CustomerSortKeys = ID): CustomerConnection!
    customersCount(limit: Int = 10000, query: String): Count
  }
  extend type Mutation {
    customerCreate(input: CustomerInput!): CustomerCreatePayload
    customerUpdate(input: CustomerInput!): CustomerUpdatePayload
    customerDelete(input: CustomerDeleteInput!): CustomerDeletePayload
  }

  input CustomerIdentifierInput @oneOf {
    customId: UniqueMetafieldValueInput
    emailAddress: String
    id: ID
    phoneNumber: String
  }

  type Customer implements HasMetafields & LegacyInteroperability & Node {
    addresses(first: Int): [MailingAddress!]!
    addressesV2(${PAGE}): MailingAddressConnection!
    amountSpent: MoneyV2!
    canDelete: Boolean!
    createdAt: DateTime!
    defaultAddress: MailingAddress
    defaultEmailAddress: CustomerEmailAddress
    defaultPhoneNumber: CustomerPhoneNumber
    displayName: String!
    email: String @deprecated
    firstName: String
    id: ID!
    lastName: String
    lastOrder: Order
    legacyResourceId: UnsignedInt64!
    lifetimeDuration: String!
    locale: String!
    note: String
    numberOfOrders: UnsignedInt64!
    orders(${PAGE}, query: String, sortKey: OrderSortKeys = ID): OrderConnection!
    phone: String @deprecated
    state: CustomerState!
    tags: [String!]!
    taxExempt: Boolean!
    updatedAt: DateTime!
    verifiedEmail: Boolean!
    ${METAFIELDS}
  }
  ${connectionSdl('Customer')}
  enum CustomerSortKeys { CREATED_AT ID LOCATION NAME RELEVANCE UPDATED_AT }
  enum CustomerState { DECLINED DISABLED ENABLED INVITED }
  type CustomerEmailAddress { emailAddress: String! marketingState: CustomerEmailAddressMarketingState! validFormat: Boolean! }
  type CustomerPhoneNumber { marketingState: CustomerSmsMarketingState! phoneNumber: String! }
  enum CustomerEmailAddressMarketingState { INVALID NOT_SUBSCRIBED PENDING SUBSCRIBED UNSUBSCRIBED }
  enum CustomerSmsMarketingState { NOT_SUBSCRIBED PENDING REDACTED SUBSCRIBED UNSUBSCRIBED }
  enum CustomerEmailMarketingState { INVALID NOT_SUBSCRIBED PENDING REDACTED SUBSCRIBED UNSUBSCRIBED }
  enum CustomerMarketingOptInLevel { CONFIRMED_OPT_IN SINGLE_OPT_IN UNKNOWN }

  input CustomerInput {
    addresses: [MailingAddressInput!]
    email: String
    emailMarketingConsent: CustomerEmailMarketingConsentInput
    firstName: String
    id: ID
    lastName: String
    locale: String
    metafields: [MetafieldInput!]
    note: String
    phone: String
    smsMarketingConsent: CustomerSmsMarketingConsentInput
    tags: [String!]
    taxExempt: Boolean
  }
  input CustomerEmailMarketingConsentInput {
    consentUpdatedAt: DateTime
    marketingOptInLevel: CustomerMarketingOptInLevel
    marketingState: CustomerEmailMarketingState!
  }
  input CustomerSmsMarketingConsentInput {
    consentUpdatedAt: DateTime
    marketingOptInLevel: CustomerMarketingOptInLevel
    marketingState: CustomerSmsMarketingState!
  }
  input CustomerDeleteInput { id: ID! }
  type CustomerCreatePayload { customer: Customer userErrors: [UserError!]! }
  type CustomerUpdatePayload { customer: Customer userErrors: [UserError!]! }
  type CustomerDeletePayload { deletedCustomerId: ID shop: Shop! userErrors: [UserError!]! }
`;
