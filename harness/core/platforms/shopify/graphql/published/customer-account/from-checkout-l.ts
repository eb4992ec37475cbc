// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type CheckoutLineItem
  & Node
  customAttributes: [Attribute!]!
  id: ID!
  price: MoneyV2
  quantity: Int!
  title: String!
  unitPrice: MoneyV2
  variantTitle: String
type CheckoutLineItemConnection
  edges: [CheckoutLineItemEdge!]!
  nodes: [CheckoutLineItem!]!
  pageInfo: PageInfo!
type CheckoutLineItemEdge
  cursor: String!
  node: CheckoutLineItem!
type Company
  & HasMetafields since 2024-04
  & Node
  draftOrders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: DraftOrderByCompanySortKeys = ID): DraftOrderConnection!
  externalId: String
  id: ID!
  locations(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyLocationSortKeys = ID): CompanyLocationConnection!
  metafield(key: String!; namespace: String!): Metafield since 2024-04
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]! since 2024-04
  name: String!
  orders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: OrderByCompanySortKeys = ID): OrderConnection!
  profile: CompanyContact
  profileV1: Contact until 2024-04
type CompanyAddress
  & Node
  address1: String!
  address2: String
  city: String
  company: String!
  companyName: String!
  country: String
  countryCode: CountryCode!
  countryCodeV2: CountryCode!
  createdAt: DateTime!
  firstName: String
  formatted(withCompanyName: Boolean = true; withName: Boolean = false): [String!]!
  formattedAddress(withCompanyName: Boolean = true; withName: Boolean = false): [String!]!
  formattedArea: String
  id: ID!
  lastName: String
  latitude: Float
  longitude: Float
  phone: String
  province: String
  provinceCode: String
  recipient: String
  updatedAt: DateTime!
  zip: String
  zoneCode: String
input CompanyAddressInput
  address1: String
  address2: String
  city: String
  countryCode: CountryCode
  firstName: String
  lastName: String
  phone: String
  recipient: String
  zip: String
  zoneCode: String
enum CompanyAddressType
  = BILLING SHIPPING
type CompanyConnection until 2024-04
  edges: [CompanyEdge!]!
  nodes: [Company!]!
  pageInfo: PageInfo!
type CompanyContact
  & Node
  company: Company
  customer: Customer!
  draftOrders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: DraftOrderSortKeys = ID): DraftOrderConnection!
  hasPermissionOnLocations(permissions: [PermittedOperation!]!; resource: ResourceType!; scope: ContactPermissionLocationScopeType!): Boolean!
  id: ID!
  locations(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyLocationSortKeys = ID): CompanyLocationConnection!
  locationsV1(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyLocationSortKeys = ID): LocationConnection! until 2024-04
  orders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: OrderByContactSortKeys = ID): OrderConnection!
  status: CompanyContactStatusType!
  taxExemptionsDetails: [TaxExemptionDetails!]!
  title: String
type CompanyContactConnection
  edges: [CompanyContactEdge!]!
  nodes: [CompanyContact!]!
  pageInfo: PageInfo!
type CompanyContactEdge
  cursor: String!
  node: CompanyContact!
type CompanyContactRole
  & Node
  id: ID!
  name: String!
  resourcePermission(resource: ResourceType!): [PermittedOperation!]!
  resourcePermissions: [ResourcePermission!]!
type CompanyContactRoleAssignment
  & Node
  contact: CompanyContact!
  contactV1: Contact! until 2024-04
  id: ID!
  role: CompanyContactRole!
type CompanyContactRoleAssignmentConnection
  edges: [CompanyContactRoleAssignmentEdge!]!
  nodes: [CompanyContactRoleAssignment!]!
  pageInfo: PageInfo!
type CompanyContactRoleAssignmentEdge
  cursor: String!
  node: CompanyContactRoleAssignment!
enum CompanyContactRoleAssignmentSortKeys
  = CREATED_AT ID LOCATION_NAME UPDATED_AT
  = RELEVANCE until 2025-01
enum CompanyContactSortKeys
  = COMPANY_ID CREATED_AT EMAIL ID NAME NAME_EMAIL RELEVANCE TITLE UPDATED_AT
enum CompanyContactStatusType
  = DISABLED ENABLED
type CompanyEdge until 2024-04
  cursor: String!
  node: Company!
type CompanyLocation
  & HasMetafields since 2024-04
  & HasStoreCreditAccounts since 2025-07
  & Node
  availablePaymentMethods: [PaymentMethod!]! since 2026-01
  billingAddress: CompanyAddress
  buyerExperienceConfiguration: BuyerExperienceConfiguration
  contacts(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyContactSortKeys = ID): CompanyContactConnection!
  contactsV1(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyContactSortKeys = ID): ContactConnection! until 2024-04
  creditCard(id: ID!): CustomerCreditCard
  creditCards(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CustomerCreditCardConnection!
  draftOrders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: DraftOrderByLocationSortKeys = ID): DraftOrderConnection!
  externalId: String
  id: ID!
  market: Market! deprecated since 2025-07
  market: Market! until 2025-01
  metafield(key: String!; namespace: String!): Metafield since 2024-04
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]! since 2024-04
  name: String!
  orders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: OrderByLocationSortKeys = ID): OrderConnection!
  paymentInstrument(id: ID!): PaymentInstrument since 2026-01
  paymentInstruments(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): PaymentInstrumentConnection! since 2026-01
  roleAssignments(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyContactRoleAssignmentSortKeys = ID): CompanyContactRoleAssignmentConnection!
  shippingAddress: CompanyAddress
  storeCreditAccounts(after: String; before: String; first: Int; last: Int; query: String): StoreCreditAccountConnection! since 2025-07
  taxExemptions: [TaxExemption!]!
  taxExemptionsDetails: [TaxExemptionDetails!]!
  taxIdentifier: String
type CompanyLocationAssignAddressPayload
  addresses: [CompanyAddress!]
  userErrors: [BusinessCustomerUserError!]!
type CompanyLocationConnection
  edges: [CompanyLocationEdge!]!
  nodes: [CompanyLocation!]!
  pageInfo: PageInfo!
type CompanyLocationEdge
  cursor: String!
  node: CompanyLocation!
enum CompanyLocationSortKeys
  = COMPANY_AND_LOCATION_NAME COMPANY_ID CREATED_AT ID NAME RELEVANCE UPDATED_AT
type Contact until 2024-04
  & Node
  draftOrder(id: ID!): DraftOrder
  draftOrders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: DraftOrderSortKeys = ID): DraftOrderConnection!
  email: String
  emailAddress: CustomerEmailAddress
  firstName: String
  hasOrdersViewPermissionOnAnyLocation: Boolean!
  hasPermissionOnLocations(permissions: [PermittedOperation!]!; resource: ResourceType!; scope: ContactPermissionLocationScopeType!): Boolean!
  id: ID!
  lastName: String
  locale: String
  location(id: ID!): CompanyLocation
  locationV1(id: ID!): Location
  locations(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyLocationSortKeys = ID): CompanyLocationConnection!
  locationsV1(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyLocationSortKeys = ID): LocationConnection!
  order(id: ID!): Order
  orderDetailsPageOrder(id: ID!): OrderDetailsPageOrder
  orders(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: OrderByContactSortKeys = ID): OrderConnection!
  phone: String
  phoneNumber: CustomerPhoneNumber
  status: CompanyContactStatusType!
  taxExempt: Boolean!
  taxExemptions: [TaxExemption!]!
  taxExemptionsDetails: [TaxExemptionDetails!]!
  title: String
type ContactConnection until 2024-04
  edges: [ContactEdge!]!
  nodes: [Contact!]!
  pageInfo: PageInfo!
type ContactEdge until 2024-04
  cursor: String!
  node: Contact!
enum ContactPermissionLocationScopeType
  = ALL ANY NONE ONE
type Count since 2024-10
  count: Int!
  precision: CountPrecision!
enum CountPrecision since 2024-10
  = AT_LEAST EXACT
enum CountryCode
  = AC AD AE AF AG AI AL AM AN AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
  = BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
  = ER ES ET FI FJ FK FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GW GY HK HM HN HR HT HU ID
  = IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU
  = LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR
  = NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM
  = SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA
  = VC VE VG VN VU WF WS XK YE YT ZA ZM ZW ZZ
type CreditCardAddPayload
  creditCard: CustomerCreditCard
  nextActionUrl: URL
  processing: Boolean
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
type CreditCardUpdatePayload
  creditCard: CustomerCreditCard
  processing: Boolean
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
enum CropRegion
  = BOTTOM CENTER LEFT RIGHT TOP
enum CurrencyCode
  = AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
  = CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF
  = GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JEP JMD JOD JPY KES KGS KHR KID KMF KRW KWD KYD
  = KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
  = NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLL
  = SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST
  = XAF XCD XOF XPF XXX YER ZAR ZMW
  = BYR deprecated
  = STD deprecated
  = USDC since 2025-07
  = VEF deprecated`;
