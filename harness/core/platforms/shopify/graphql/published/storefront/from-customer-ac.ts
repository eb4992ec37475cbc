// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type CustomerAccessToken
  accessToken: String!
  expiresAt: DateTime!
input CustomerAccessTokenCreateInput
  email: String!
  password: String!
type CustomerAccessTokenCreatePayload
  customerAccessToken: CustomerAccessToken
  customerUserErrors: [CustomerUserError!]!
  userErrors: [UserError!]! deprecated
type CustomerAccessTokenCreateWithMultipassPayload
  customerAccessToken: CustomerAccessToken
  customerUserErrors: [CustomerUserError!]!
type CustomerAccessTokenDeletePayload
  deletedAccessToken: String
  deletedCustomerAccessTokenId: String
  userErrors: [UserError!]!
type CustomerAccessTokenRenewPayload
  customerAccessToken: CustomerAccessToken
  userErrors: [UserError!]!
type CustomerActivateByUrlPayload
  customer: Customer
  customerAccessToken: CustomerAccessToken
  customerUserErrors: [CustomerUserError!]!
input CustomerActivateInput
  activationToken: String!
  password: String!
type CustomerActivatePayload
  customer: Customer
  customerAccessToken: CustomerAccessToken
  customerUserErrors: [CustomerUserError!]!
  userErrors: [UserError!]! deprecated
type CustomerAddressCreatePayload
  customerAddress: MailingAddress
  customerUserErrors: [CustomerUserError!]!
  userErrors: [UserError!]! deprecated
type CustomerAddressDeletePayload
  customerUserErrors: [CustomerUserError!]!
  deletedCustomerAddressId: String
  userErrors: [UserError!]! deprecated
type CustomerAddressUpdatePayload
  customerAddress: MailingAddress
  customerUserErrors: [CustomerUserError!]!
  userErrors: [UserError!]! deprecated
input CustomerCreateInput
  acceptsMarketing: Boolean
  email: String!
  firstName: String
  lastName: String
  password: String!
  phone: String
type CustomerCreatePayload
  customer: Customer
  customerUserErrors: [CustomerUserError!]!
  userErrors: [UserError!]! deprecated
type CustomerDefaultAddressUpdatePayload
  customer: Customer
  customerUserErrors: [CustomerUserError!]!
  userErrors: [UserError!]! deprecated
enum CustomerErrorCode
  = ALREADY_ENABLED BAD_DOMAIN BLANK CONTAINS_HTML_TAGS CONTAINS_URL CUSTOMER_DISABLED INVALID
  = INVALID_MULTIPASS_REQUEST NOT_FOUND PASSWORD_STARTS_OR_ENDS_WITH_WHITESPACE TAKEN TOKEN_INVALID
  = TOO_LONG TOO_SHORT UNIDENTIFIED_CUSTOMER
type CustomerRecoverPayload
  customerUserErrors: [CustomerUserError!]!
  userErrors: [UserError!]! deprecated
type CustomerResetByUrlPayload
  customer: Customer
  customerAccessToken: CustomerAccessToken
  customerUserErrors: [CustomerUserError!]!
  userErrors: [UserError!]! deprecated
input CustomerResetInput
  password: String!
  resetToken: String!
type CustomerResetPayload
  customer: Customer
  customerAccessToken: CustomerAccessToken
  customerUserErrors: [CustomerUserError!]!
  userErrors: [UserError!]! deprecated
input CustomerUpdateInput
  acceptsMarketing: Boolean
  email: String
  firstName: String
  lastName: String
  password: String
  phone: String
type CustomerUpdatePayload
  customer: Customer
  customerAccessToken: CustomerAccessToken
  customerUserErrors: [CustomerUserError!]!
  userErrors: [UserError!]! deprecated
type CustomerUserError
  & DisplayableError
  code: CustomerErrorCode
  field: [String!]
  message: String!
scalar DateTime
scalar Decimal
union DeliveryAddress
  | MailingAddress
input DeliveryAddressInput
  customerAddressId: ID
  deliveryAddress: MailingAddressInput
  deliveryAddressValidationStrategy: DeliveryAddressValidationStrategy = COUNTRY_CODE_ONLY since 2024-04
  oneTimeUse: Boolean = false since 2024-07
enum DeliveryAddressValidationStrategy since 2024-04
  = COUNTRY_CODE_ONLY STRICT
enum DeliveryMethodType
  = LOCAL NONE PICKUP_POINT PICK_UP RETAIL SHIPPING
enum DigitalWallet
  = ANDROID_PAY APPLE_PAY GOOGLE_PAY SHOPIFY_PAY
type DiscountAllocation
  allocatedAmount: MoneyV2!
  discountApplication: DiscountApplication!
interface DiscountApplication
  allocationMethod: DiscountApplicationAllocationMethod!
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  value: PricingValue!
enum DiscountApplicationAllocationMethod
  = ACROSS EACH
  = ONE deprecated
type DiscountApplicationConnection
  edges: [DiscountApplicationEdge!]!
  nodes: [DiscountApplication!]!
  pageInfo: PageInfo!
type DiscountApplicationEdge
  cursor: String!
  node: DiscountApplication!
enum DiscountApplicationTargetSelection
  = ALL ENTITLED EXPLICIT
enum DiscountApplicationTargetType
  = LINE_ITEM SHIPPING_LINE
type DiscountCodeApplication
  & DiscountApplication
  allocationMethod: DiscountApplicationAllocationMethod!
  applicable: Boolean!
  code: String!
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  value: PricingValue!
interface DisplayableError
  field: [String!]
  message: String!
type Domain
  host: String!
  sslEnabled: Boolean!
  url: URL!
type ExternalVideo
  & Media
  & Node
  alt: String
  embedUrl: URL!
  embeddedUrl: URL! deprecated
  host: MediaHost!
  id: ID!
  mediaContentType: MediaContentType!
  originUrl: URL!
  presentation: MediaPresentation
  previewImage: Image
type Filter
  id: String!
  label: String!
  presentation: FilterPresentation since 2024-04
  type: FilterType!
  values: [FilterValue!]!
enum FilterPresentation since 2024-04
  = IMAGE SWATCH TEXT
enum FilterType
  = BOOLEAN LIST PRICE_RANGE
type FilterValue
  count: Int!
  id: String!
  image: MediaImage since 2024-04
  input: JSON!
  label: String!
  swatch: Swatch since 2024-04
scalar Float
type Fulfillment
  fulfillmentLineItems(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): FulfillmentLineItemConnection!
  trackingCompany: String
  trackingInfo(first: Int): [FulfillmentTrackingInfo!]!
type FulfillmentLineItem
  lineItem: OrderLineItem!
  quantity: Int!
type FulfillmentLineItemConnection
  edges: [FulfillmentLineItemEdge!]!
  nodes: [FulfillmentLineItem!]!
  pageInfo: PageInfo!
type FulfillmentLineItemEdge
  cursor: String!
  node: FulfillmentLineItem!
type FulfillmentTrackingInfo
  number: String
  url: URL
type GenericFile
  & Node
  alt: String
  id: ID!
  mimeType: String
  originalFileSize: Int
  previewImage: Image
  url: URL
input GeoCoordinateInput
  latitude: Float!
  longitude: Float!
scalar HTML
interface HasMetafields
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
input HasMetafieldsIdentifier
  key: String!
  namespace: String since 2023-10
  namespace: String! until 2023-07
scalar ID
scalar ISO8601DateTime since 2024-07
type Image
  altText: String
  height: Int
  id: ID
  originalSrc: URL! deprecated
  src: URL! deprecated
  thumbhash: String since 2025-07
  transformedSrc(crop: CropRegion; maxHeight: Int; maxWidth: Int; preferredContentType: ImageContentType; scale: Int = 1): URL! deprecated
  url(transform: ImageTransformInput): URL!
  width: Int
type ImageConnection
  edges: [ImageEdge!]!
  nodes: [Image!]!
  pageInfo: PageInfo!
enum ImageContentType
  = JPG PNG WEBP
type ImageEdge
  cursor: String!
  node: Image!
input ImageTransformInput
  crop: CropRegion
  maxHeight: Int
  maxWidth: Int
  preferredContentType: ImageContentType
  scale: Int = 1
type InContext since 2023-10 until 2023-10
  description: String!
  type: InContextType!
type InContextAnnotation since 2024-01
  description: String!
  type: InContextAnnotationType!
type InContextAnnotationType since 2024-01
  kind: String!
  name: String!
type InContextType since 2023-10 until 2023-10
  kind: String!
  name: String!
scalar Int
scalar JSON`;
