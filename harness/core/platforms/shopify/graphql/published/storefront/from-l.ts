// Types of the Storefront API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type Language
  endonymName: String!
  isoCode: LanguageCode!
  name: String!
enum LanguageCode
  = AF AK AM AR AS AZ BE BG BM BN BO BR BS CA CE CS CU CY DA DE DZ EE EL EN EO ES ET EU FA FF FI FO FR
  = FY GA GD GL GU GV HA HE HI HR HU HY IA ID IG II IS IT JA JV KA KI KK KL KM KN KO KS KU KW KY LB LG
  = LN LO LT LU LV MG MI MK ML MN MR MS MT MY NB ND NE NL NN NO OM OR OS PA PL PS PT PT_BR PT_PT QU RM
  = RN RO RU RW SD SE SG SI SK SL SN SO SQ SR SU SV SW TA TE TG TH TI TK TO TR TT UG UK UR UZ VI VO WO
  = XH YI YO ZH ZH_CN ZH_TW ZU
  = CKB since 2023-10
  = FIL since 2023-10
  = LA since 2023-10
  = MO since 2023-10
  = SA since 2023-10
  = SC since 2023-10
  = SH since 2023-10
type Localization
  availableCountries: [Country!]!
  availableLanguages: [Language!]!
  country: Country!
  language: Language!
  market: Market! deprecated since 2025-07
  market: Market! until 2025-01
type Location
  & HasMetafields
  & Node
  address: LocationAddress!
  id: ID!
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
  name: String!
type LocationAddress
  address1: String
  address2: String
  city: String
  country: String
  countryCode: String
  formatted: [String!]!
  latitude: Float
  longitude: Float
  phone: String
  province: String
  provinceCode: String
  zip: String
type LocationConnection
  edges: [LocationEdge!]!
  nodes: [Location!]!
  pageInfo: PageInfo!
type LocationEdge
  cursor: String!
  node: Location!
enum LocationSortKeys
  = CITY DISTANCE ID NAME
type MailingAddress
  & Node
  address1: String
  address2: String
  city: String
  company: String
  country: String
  countryCode: String deprecated
  countryCodeV2: CountryCode
  firstName: String
  formatted(withCompany: Boolean = true; withName: Boolean = false): [String!]!
  formattedArea: String
  id: ID!
  lastName: String
  latitude: Float
  longitude: Float
  name: String
  phone: String
  province: String
  provinceCode: String
  zip: String
type MailingAddressConnection
  edges: [MailingAddressEdge!]!
  nodes: [MailingAddress!]!
  pageInfo: PageInfo!
type MailingAddressEdge
  cursor: String!
  node: MailingAddress!
input MailingAddressInput
  address1: String
  address2: String
  city: String
  company: String
  country: String
  firstName: String
  lastName: String
  phone: String
  province: String
  zip: String
type ManualDiscountApplication
  & DiscountApplication
  allocationMethod: DiscountApplicationAllocationMethod!
  description: String
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  title: String!
  value: PricingValue!
type Market
  & HasMetafields
  & Node
  handle: String!
  id: ID!
  metafield(key: String!; namespace: String!): Metafield until 2023-07
  metafield(key: String!; namespace: String): Metafield since 2023-10
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
interface Media
  alt: String
  id: ID! since 2023-07
  mediaContentType: MediaContentType!
  presentation: MediaPresentation
  previewImage: Image
type MediaConnection
  edges: [MediaEdge!]!
  nodes: [Media!]!
  pageInfo: PageInfo!
enum MediaContentType
  = EXTERNAL_VIDEO IMAGE MODEL_3D VIDEO
type MediaEdge
  cursor: String!
  node: Media!
enum MediaHost
  = VIMEO YOUTUBE
type MediaImage
  & Media
  & Node
  alt: String
  id: ID!
  image: Image
  mediaContentType: MediaContentType!
  presentation: MediaPresentation
  previewImage: Image
type MediaPresentation
  & Node
  asJson(format: MediaPresentationFormat!): JSON
  id: ID! deprecated since 2025-10
  id: ID! until 2025-07
enum MediaPresentationFormat
  = IMAGE MODEL_VIEWER
type Menu
  & Node
  handle: String!
  id: ID!
  items: [MenuItem!]!
  itemsCount: Int!
  title: String!
type MenuItem
  & Node
  id: ID!
  items: [MenuItem!]!
  resource: MenuItemResource since 2023-07
  resourceId: ID
  tags: [String!]!
  title: String!
  type: MenuItemType!
  url: URL
union MenuItemResource since 2023-07
  | Article
  | Blog
  | Collection
  | Metaobject since 2024-01
  | Page
  | Product
  | ShopPolicy
enum MenuItemType
  = ARTICLE BLOG CATALOG COLLECTION COLLECTIONS FRONTPAGE HTTP PAGE PRODUCT SEARCH SHOP_POLICY
  = CUSTOMER_ACCOUNT_PAGE since 2024-10
  = METAOBJECT since 2024-01
union Merchandise
  | ProductVariant
type Metafield
  & Node
  createdAt: DateTime!
  description: String
  id: ID!
  key: String!
  namespace: String!
  parentResource: MetafieldParentResource!
  reference: MetafieldReference
  references(after: String; before: String; first: Int; last: Int): MetafieldReferenceConnection
  type: String!
  updatedAt: DateTime!
  value: String!
enum MetafieldDeleteErrorCode
  = INVALID_OWNER METAFIELD_DOES_NOT_EXIST
  = APP_NOT_AUTHORIZED since 2025-07
type MetafieldDeleteUserError
  & DisplayableError
  code: MetafieldDeleteErrorCode
  field: [String!]
  message: String!
input MetafieldFilter
  key: String!
  namespace: String!
  value: String!
union MetafieldParentResource
  | Article
  | Blog
  | Cart
  | Collection
  | Company since 2024-04
  | CompanyLocation since 2024-04
  | Customer
  | Location
  | Market
  | Order
  | Page
  | Product
  | ProductVariant
  | SellingPlan since 2024-07
  | Shop
union MetafieldReference
  | Article since 2025-10
  | Collection
  | GenericFile
  | MediaImage
  | Metaobject
  | Model3d since 2024-04
  | Page
  | Product
  | ProductVariant
  | Video
type MetafieldReferenceConnection
  edges: [MetafieldReferenceEdge!]!
  nodes: [MetafieldReference!]!
  pageInfo: PageInfo!
type MetafieldReferenceEdge
  cursor: String!
  node: MetafieldReference!
type MetafieldsSetUserError
  & DisplayableError
  code: MetafieldsSetUserErrorCode
  elementIndex: Int
  field: [String!]
  message: String!
enum MetafieldsSetUserErrorCode
  = BLANK INCLUSION INVALID_OWNER INVALID_TYPE INVALID_VALUE LESS_THAN_OR_EQUAL_TO PRESENT TOO_LONG
  = TOO_SHORT
  = APP_NOT_AUTHORIZED since 2025-07
type Metaobject
  & Node
  & OnlineStorePublishable since 2023-10
  field(key: String!): MetaobjectField
  fields: [MetaobjectField!]!
  handle: String!
  id: ID!
  onlineStoreUrl: URL since 2023-10
  seo: MetaobjectSEO since 2023-10
  type: String!
  updatedAt: DateTime!
type MetaobjectConnection
  edges: [MetaobjectEdge!]!
  nodes: [Metaobject!]!
  pageInfo: PageInfo!`;
