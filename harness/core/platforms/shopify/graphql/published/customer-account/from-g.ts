// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `type GenericFile since 2026-01
  & Media
  alt: String
  id: ID!
  mediaContentType: MediaContentType!
  mimeType: String
  originalFileSize: Int
  previewImage: Image
  url: URL
type GiftCardDetails
  balance: MoneyV2!
  last4: String!
type GiftCardSale
  & Node
  & Sale
  actionType: SaleActionType!
  id: ID!
  lineItem: LineItem!
  lineType: SaleLineType!
  quantity: Int
  taxes: [SaleTax!]!
  totalAmount: MoneyV2!
  totalDiscountAmountAfterTaxes: MoneyV2!
  totalDiscountAmountBeforeTaxes: MoneyV2!
  totalTaxAmount: MoneyV2!
input GooglePayBillingAddressInput
  address1: String
  address2: String
  administrativeArea: String
  countryCode: CountryCode
  locality: String
  name: String
  phoneNumber: String
  postalCode: String
type GooglePayCreditCardAddPayload
  creditCard: CustomerCreditCard
  processing: Boolean
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
type GooglePayCreditCardUpdatePayload
  creditCard: CustomerCreditCard
  processing: Boolean
  userErrors: [UserErrorsPaymentInstrumentUserErrors!]!
type GooglePayWalletConfig
  allowedAuthMethods: [String!]!
  allowedCardNetworks: [String!]!
  authJwt: String!
  environment: String!
  gateway: String!
  gatewayMerchantId: String!
  merchantId: String!
  merchantName: String!
  merchantOrigin: String!
scalar HTML
interface HasCompareDigest since 2024-07
  compareDigest: String!
interface HasMetafields
  metafield(key: String!; namespace: String!): Metafield
  metafields(identifiers: [HasMetafieldsIdentifier!]!): [Metafield]!
input HasMetafieldsIdentifier
  key: String!
  namespace: String!
interface HasStoreCreditAccounts since 2024-07
  storeCreditAccounts(after: String; before: String; first: Int; last: Int; query: String): StoreCreditAccountConnection!
scalar ID
scalar ISO8601DateTime
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
enum ImageContentType
  = JPG PNG WEBP
  = BMP since 2025-07
input ImageTransformInput
  crop: CropRegion
  maxHeight: Int
  maxWidth: Int
  preferredContentType: ImageContentType
  scale: Int = 1
scalar Int
scalar JSON since 2024-07
enum LanguageCode since 2025-07
  = AF AK AM AR AS AZ BE BG BM BN BO BR BS CA CE CKB CS CU CY DA DE DZ EE EL EN EO ES ET EU FA FF FI FIL
  = FO FR FY GA GD GL GU GV HA HE HI HR HU HY IA ID IG II IS IT JA JV KA KI KK KL KM KN KO KS KU KW KY
  = LB LG LN LO LT LU LV MG MI MK ML MN MR MS MT MY NB ND NE NL NN NO OM OR OS PA PL PS PT PT_BR PT_PT
  = QU RM RN RO RU RW SA SC SD SE SG SI SK SL SN SO SQ SR SU SV SW TA TE TG TH TI TK TO TR TT UG UK UR
  = UZ VI VO WO XH YI YO ZH ZH_CN ZH_TW ZU
type LegacyAggregatedMerchandiseTermsAsFees since 2024-07
  & Node
  description: String
  id: ID!
  title: String!
  total: MoneyV2!
type LineItem
  & Node
  currentTotalPrice: MoneyV2
  customAttributes: [Attribute!]!
  discountAllocations: [DiscountAllocation!]!
  discountInformation: [LineItemDiscountInformation!]!
  giftCard: Boolean!
  group: LineItemGroup since 2025-01
  groupTitle: String
  id: ID!
  image: Image
  legacyFee: Boolean! since 2024-07
  legacyFeeDescription: String since 2024-07
  legacyFeeTitle: String since 2024-07
  name: String!
  presentmentTitle: String
  price: MoneyV2
  productId: ID
  productType: String
  quantity: Int!
  refundableQuantity: Int!
  requiresShipping: Boolean!
  sellingPlan: LineItemSellingPlan
  sku: String
  soldDiscountInformation: [LineItemDiscountInformation!]!
  soldDiscountedTotalPrice: MoneyV2
  soldQuantity: Int
  soldTotalPrice: MoneyV2
  suggestedReturnReasonDefinitions(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): ReturnReasonDefinitionConnection since 2026-01
  supportedReturnReasons: [ReturnSupportedReason!]! deprecated since 2026-01
  supportedReturnReasons: [ReturnSupportedReason!]! until 2025-10
  title: String!
  totalDiscount: MoneyV2!
  totalPrice: MoneyV2
  totalPriceBeforeDiscounts: MoneyV2
  totalPriceWithDiscounts: MoneyV2
  unitPrice: UnitPrice
  variantId: ID
  variantOptions: [LineItemVariantOption!]
  variantTitle: String
  vendor: String
type LineItemConnection
  edges: [LineItemEdge!]!
  nodes: [LineItem!]!
  pageInfo: PageInfo!
union LineItemContainer
  | RemainingLineItemContainer
  | UnfulfilledDigitalLineItemContainer
  | UnfulfilledGiftCardLineItemContainer
  | UnfulfilledLineItemContainer
  | UnfulfilledPhysicalLineItemContainer
type LineItemContainerLineItem
  & Node
  id: ID!
  lineItem: LineItem!
  remainingQuantity: Int!
  totalQuantity: Int!
type LineItemContainerLineItemConnection
  edges: [LineItemContainerLineItemEdge!]!
  nodes: [LineItemContainerLineItem!]!
  pageInfo: PageInfo!
type LineItemContainerLineItemEdge
  cursor: String!
  node: LineItemContainerLineItem!
type LineItemDiscountInformation
  discountValue: MoneyV2!
  title: String
type LineItemEdge
  cursor: String!
  node: LineItem!
type LineItemGroup since 2025-01
  & Node
  currentTotalPrice: MoneyV2
  deliverable: Boolean deprecated since 2025-10
  discountInformation: [LineItemDiscountInformation!]
  id: ID!
  image: Image
  isConcrete: Boolean since 2025-10
  parentLineItemId: ID since 2025-10
  parentVariantTitle: String since 2026-01
  quantity: Int!
  title: String!
  totalPriceBeforeDiscounts: MoneyV2
type LineItemSellingPlan
  name: String!
  sellingPlanId: ID
type LineItemVariantOption
  name: String!
  value: String!
type Location until 2024-04
  & Node
  billingAddress: CompanyAddress
  buyerExperienceConfiguration: BuyerExperienceConfiguration
  contacts(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyContactSortKeys = ID): CompanyContactConnection!
  contactsV1(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyContactSortKeys = ID): ContactConnection!
  creditCard(id: ID!): CustomerCreditCard
  creditCards(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): CustomerCreditCardConnection!
  id: ID!
  market: Market!
  name: String!
  roleAssignments(after: String; before: String; first: Int; last: Int; query: String; reverse: Boolean = false; sortKey: CompanyContactRoleAssignmentSortKeys = ID): CompanyContactRoleAssignmentConnection!
  shippingAddress: CompanyAddress
  taxExemptions: [TaxExemption!]!
  taxExemptionsDetails: [TaxExemptionDetails!]!
  taxIdentifier: String
type LocationConnection until 2024-04
  edges: [LocationEdge!]!
  nodes: [Location!]!
  pageInfo: PageInfo!
type LocationEdge until 2024-04
  cursor: String!
  node: Location!
type ManualDiscountApplication
  & DiscountApplication
  allocationMethod: DiscountApplicationAllocationMethod!
  description: String
  targetSelection: DiscountApplicationTargetSelection!
  targetType: DiscountApplicationTargetType!
  title: String!
  value: PricingValue!
type Market
  & Node
  handle: String!
  id: ID!
  webPresence: MarketWebPresence
type MarketWebPresence
  & Node
  domain: Domain
  id: ID!
  rootUrls: [MarketWebPresenceRootUrl!]!
  subfolderSuffix: String
type MarketWebPresenceRootUrl
  locale: String!
  url: URL!
enum MarketingOptInLevel until 2024-04
  = CONFIRMED_OPT_IN SINGLE_OPT_IN UNKNOWN
interface Media since 2026-01
  alt: String
  id: ID!
  mediaContentType: MediaContentType!
  previewImage: Image
enum MediaContentType since 2026-01
  = GENERIC_FILE IMAGE MODEL_3D VIDEO
type MediaImage since 2026-01
  & Media
  alt: String
  id: ID!
  image: Image
  mediaContentType: MediaContentType!
  previewImage: Image
type Metafield
  & HasCompareDigest since 2024-07
  & Node
  compareDigest: String! since 2024-07
  createdAt: DateTime!
  description: String deprecated since 2025-07
  description: String until 2025-01
  id: ID!
  jsonValue: JSON! since 2024-07
  key: String!
  namespace: String!
  reference: MetafieldReference since 2026-01
  references(after: String; before: String; first: Int; last: Int): MetafieldReferenceConnection since 2026-01
  type: String!
  updatedAt: DateTime!
  value: String!
type MetafieldIdentifier since 2024-07
  key: String!
  namespace: String!
  ownerId: ID!
input MetafieldIdentifierInput since 2024-07
  key: String!
  namespace: String!
  ownerId: ID!
union MetafieldReference since 2026-01
  | GenericFile
  | MediaImage
  | Metaobject
  | Model3d
  | Video
type MetafieldReferenceConnection since 2026-01
  edges: [MetafieldReferenceEdge!]!
  nodes: [MetafieldReference!]!
  pageInfo: PageInfo!
type MetafieldReferenceEdge since 2026-01
  cursor: String!
  node: MetafieldReference!
enum MetafieldValueType
  = BOOLEAN FLOAT INTEGER JSON_STRING STRING`;
