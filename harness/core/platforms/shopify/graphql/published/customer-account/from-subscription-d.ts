// Types of the Customer Account API. Made by .ci/generate-published-schemas.mjs from @shopify/hydrogen-react.
export const FACTS: string = `union SubscriptionDeliveryMethod
  | SubscriptionDeliveryMethodLocalDelivery
  | SubscriptionDeliveryMethodPickup
  | SubscriptionDeliveryMethodShipping
input SubscriptionDeliveryMethodInput
  localDelivery: SubscriptionDeliveryMethodLocalDeliveryInput
  pickup: SubscriptionDeliveryMethodPickupInput
  shipping: SubscriptionDeliveryMethodShippingInput
type SubscriptionDeliveryMethodLocalDelivery
  address: SubscriptionMailingAddress!
  localDeliveryOption: SubscriptionDeliveryMethodLocalDeliveryOption!
input SubscriptionDeliveryMethodLocalDeliveryInput
  address: CustomerMailingAddressInput since 2024-10
  address: CustomerMailingAddressInput! until 2024-07
  deliveryAddress: CustomerAddressInput since 2024-10
  instructions: String
  phone: String!
type SubscriptionDeliveryMethodLocalDeliveryOption
  description: String
  instructions: String
  phone: String!
  presentmentTitle: String
  title: String
type SubscriptionDeliveryMethodPickup
  pickupOption: SubscriptionDeliveryMethodPickupOption!
input SubscriptionDeliveryMethodPickupInput
  locationId: ID!
type SubscriptionDeliveryMethodPickupOption
  description: String
  pickupAddress: PickupAddress!
  presentmentTitle: String
  title: String
type SubscriptionDeliveryMethodShipping
  address: SubscriptionMailingAddress!
  shippingOption: SubscriptionDeliveryMethodShippingOption!
input SubscriptionDeliveryMethodShippingInput
  address: CustomerMailingAddressInput since 2024-10 until 2025-07
  address: CustomerMailingAddressInput! until 2024-07
  shippingAddress: CustomerAddressInput since 2024-10
type SubscriptionDeliveryMethodShippingOption
  description: String
  presentmentTitle: String
  title: String
union SubscriptionDeliveryOption
  | SubscriptionLocalDeliveryOption
  | SubscriptionPickupOption
  | SubscriptionShippingOption
union SubscriptionDeliveryOptionsResult
  | SubscriptionDeliveryOptionsResultFailure
  | SubscriptionDeliveryOptionsResultSuccess
type SubscriptionDeliveryOptionsResultFailure
  message: String
type SubscriptionDeliveryOptionsResultSuccess
  deliveryOptions: [SubscriptionDeliveryOption!]!
  token: String!
type SubscriptionDeliveryPolicy
  anchors: [SellingPlanAnchor!]! until 2024-07
  anchors: [SubscriptionAnchor!]! since 2024-10
  interval: SellingPlanInterval! until 2024-07
  interval: SubscriptionInterval! since 2024-10
  intervalCount: Count since 2024-10
  intervalCount: Int! until 2024-07
type SubscriptionDiscount since 2025-07
  appliesToAllLines: Boolean!
  id: ID!
  lines(after: String; before: String; first: Int; last: Int; reverse: Boolean = false): SubscriptionLineConnection
  recurringCycleLimit: Int
  targetType: DiscountTargetType!
  title: String
  type: DiscountType!
  usageCount: Count
  value: SubscriptionDiscountValue!
type SubscriptionDiscountAllocation since 2025-07
  amount: MoneyV2!
  discount: SubscriptionDiscount!
type SubscriptionDiscountConnection since 2025-07
  edges: [SubscriptionDiscountEdge!]!
  nodes: [SubscriptionDiscount!]!
  pageInfo: PageInfo!
type SubscriptionDiscountEdge since 2025-07
  cursor: String!
  node: SubscriptionDiscount!
type SubscriptionDiscountFixedAmountValue since 2025-07
  amount: MoneyV2!
  appliesOnEachItem: Boolean!
type SubscriptionDiscountPercentageValue since 2025-07
  percentage: Int!
union SubscriptionDiscountValue since 2025-07
  | SubscriptionDiscountFixedAmountValue
  | SubscriptionDiscountPercentageValue
enum SubscriptionInterval since 2024-10
  = DAY MONTH WEEK YEAR
type SubscriptionLine
  currentPrice: MoneyV2!
  customAttributes: [Attribute!]!
  discountAllocations: [SubscriptionDiscountAllocation!]! since 2025-07
  id: ID!
  image: Image
  lineDiscountedPrice: MoneyV2!
  name: String!
  onlineStoreUrl: URL
  quantity: Int!
  requiresShipping: Boolean!
  sku: String
  taxable: Boolean!
  title: String!
  variantImage: Image
  variantTitle: String
type SubscriptionLineConnection
  edges: [SubscriptionLineEdge!]!
  nodes: [SubscriptionLine!]!
  pageInfo: PageInfo!
type SubscriptionLineEdge
  cursor: String!
  node: SubscriptionLine!
type SubscriptionLocalDeliveryOption
  code: String!
  description: String
  phoneRequired: Boolean!
  presentmentTitle: String
  price: MoneyV2!
  title: String!
type SubscriptionMailingAddress
  address1: String
  address2: String
  city: String
  company: String
  country: String
  countryCode: CountryCode
  firstName: String
  lastName: String
  name: String
  phone: String
  province: String
  provinceCode: String
  zip: String
type SubscriptionMonthDayAnchor since 2024-10
  dayOfMonth: Int!
type SubscriptionPickupOption
  code: String!
  description: String
  locationId: ID!
  phoneRequired: Boolean!
  pickupAddress: PickupAddress!
  pickupTime: String!
  presentmentTitle: String
  price: MoneyV2!
  title: String!
type SubscriptionPriceBreakdown
  subtotalPrice: MoneyV2!
  taxesIncluded: Boolean!
  totalDiscounts: MoneyV2!
  totalPrice: MoneyV2!
  totalShippingPrice: MoneyV2!
  totalTax: MoneyV2!
type SubscriptionShippingOption
  code: String!
  description: String
  phoneRequired: Boolean!
  presentmentTitle: String
  price: MoneyV2!
  title: String!
type SubscriptionWeekDayAnchor since 2024-10
  dayOfWeek: Int!
type SubscriptionYearDayAnchor since 2024-10
  dayOfMonth: Int!
  month: Int!
enum TaxExemption
  = AUSTRALIA_RESELLER_EXEMPTION CA_BC_COMMERCIAL_FISHERY_EXEMPTION CA_BC_CONTRACTOR_EXEMPTION
  = CA_BC_PRODUCTION_AND_MACHINERY_EXEMPTION CA_BC_RESELLER_EXEMPTION CA_BC_SUB_CONTRACTOR_EXEMPTION
  = CA_DIPLOMAT_EXEMPTION CA_MB_COMMERCIAL_FISHERY_EXEMPTION CA_MB_FARMER_EXEMPTION
  = CA_MB_RESELLER_EXEMPTION CA_NS_COMMERCIAL_FISHERY_EXEMPTION CA_NS_FARMER_EXEMPTION
  = CA_ON_PURCHASE_EXEMPTION CA_PE_COMMERCIAL_FISHERY_EXEMPTION CA_SK_COMMERCIAL_FISHERY_EXEMPTION
  = CA_SK_CONTRACTOR_EXEMPTION CA_SK_FARMER_EXEMPTION CA_SK_PRODUCTION_AND_MACHINERY_EXEMPTION
  = CA_SK_RESELLER_EXEMPTION CA_SK_SUB_CONTRACTOR_EXEMPTION CA_STATUS_CARD_EXEMPTION
  = EU_REVERSE_CHARGE_EXEMPTION_RULE US_AK_RESELLER_EXEMPTION US_AL_RESELLER_EXEMPTION
  = US_AR_RESELLER_EXEMPTION US_AZ_RESELLER_EXEMPTION US_CA_RESELLER_EXEMPTION US_CO_RESELLER_EXEMPTION
  = US_CT_RESELLER_EXEMPTION US_DC_RESELLER_EXEMPTION US_DE_RESELLER_EXEMPTION US_FL_RESELLER_EXEMPTION
  = US_GA_RESELLER_EXEMPTION US_HI_RESELLER_EXEMPTION US_IA_RESELLER_EXEMPTION US_ID_RESELLER_EXEMPTION
  = US_IL_RESELLER_EXEMPTION US_IN_RESELLER_EXEMPTION US_KS_RESELLER_EXEMPTION US_KY_RESELLER_EXEMPTION
  = US_LA_RESELLER_EXEMPTION US_MA_RESELLER_EXEMPTION US_MD_RESELLER_EXEMPTION US_ME_RESELLER_EXEMPTION
  = US_MI_RESELLER_EXEMPTION US_MN_RESELLER_EXEMPTION US_MO_RESELLER_EXEMPTION US_MS_RESELLER_EXEMPTION
  = US_MT_RESELLER_EXEMPTION US_NC_RESELLER_EXEMPTION US_ND_RESELLER_EXEMPTION US_NE_RESELLER_EXEMPTION
  = US_NH_RESELLER_EXEMPTION US_NJ_RESELLER_EXEMPTION US_NM_RESELLER_EXEMPTION US_NV_RESELLER_EXEMPTION
  = US_NY_RESELLER_EXEMPTION US_OH_RESELLER_EXEMPTION US_OK_RESELLER_EXEMPTION US_OR_RESELLER_EXEMPTION
  = US_PA_RESELLER_EXEMPTION US_RI_RESELLER_EXEMPTION US_SC_RESELLER_EXEMPTION US_SD_RESELLER_EXEMPTION
  = US_TN_RESELLER_EXEMPTION US_TX_RESELLER_EXEMPTION US_UT_RESELLER_EXEMPTION US_VA_RESELLER_EXEMPTION
  = US_VT_RESELLER_EXEMPTION US_WA_RESELLER_EXEMPTION US_WI_RESELLER_EXEMPTION US_WV_RESELLER_EXEMPTION
  = US_WY_RESELLER_EXEMPTION
type TaxExemptionDetails
  applicable: Boolean!
  exemptionGroup: String!
  exemptionGroupName: String!
  groupedName: String!
  name: String!
  taxRegionCode: TaxRegionCode
  type: TaxExemption!
type TaxInvoice since 2024-10
  buyerTimeZone: String!
  createdAt: DateTime!
  invoiceNumber: String!
  status: TaxInvoiceStatus!
  url: URL!
enum TaxInvoiceStatus since 2024-10
  = PROCESSED PROCESSING
type TaxLine
  & Node
  channelLiable: Boolean!
  id: ID!
  priceSet: MoneyV2!
  rate: Float
  ratePercentage: Float
  source: String
  title: String!
enum TaxRegionCode
  = AC AD AE AF AG AI AL AM AN AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
  = BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
  = ER ES ET EU FI FJ FK FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GW GY HK HM HN HR HT HU
  = ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT
  = LU LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP
  = NR NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL
  = SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ
  = VA VC VE VG VN VU WF WS XK YE YT ZA ZM ZW
type TimelineEvent
  & Node
  happenedAt: DateTime!
  id: ID!
  message: String
  subtitle: String
  title: String!
type TipSale
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
type TrackingInformation
  company: String
  number: String
  url: URL
enum TransactionSortKeys since 2024-07
  = CREATED_AT EXPIRES_AT
type TransactionTypeDetails
  message: String
  name: String`;
