import {METAFIELDS, PAGE, connectionSdl} from '../model/base-sdl.ts';

/** The variants of products, and the stock of each. */
export const VARIANT_SDL: string = `
  extend type QueryRoot {
    inventoryItem(id: ID!): InventoryItem
    location(id: ID): Location
    locations(
      ${PAGE}, includeInactive: Boolean = false, includeLegacy: Boolean = false, query: String,
      sortKey: LocationSortKeys = NAME
    ): LocationConnection!
    productVariant(id: ID!): ProductVariant
    productVariants(
      ${PAGE}, query: String, savedSearchId: ID, sortKey: ProductVariantSortKeys = ID
    ): ProductVariantConnection!
    productVariantsCount(limit: Int = 10000, query: String): Count
  }

  type ProductVariant implements HasMetafields & LegacyInteroperability & Node {
    availableForSale: Boolean!
    barcode: String
    compareAtPrice: Money
    createdAt: DateTime!
    defaultCursor: String!
    displayName: String!
    id: ID!
    image: Image @deprecated
    inventoryItem: InventoryItem!
    inventoryPolicy: ProductVariantInventoryPolicy!
    inventoryQuantity: Int
    legacyResourceId: UnsignedInt64!
    media(${PAGE}): MediaConnection!
    position: Int!
    price: Money!
    product: Product!
    requiresComponents: Boolean!
    selectedOptions: [SelectedOption!]!
    sellableOnlineQuantity: Int!
    sku: String
    taxable: Boolean!
    title: String!
    updatedAt: DateTime!
    ${METAFIELDS}
  }
  ${connectionSdl('ProductVariant')}
  type SelectedOption { name: String! optionValue: ProductOptionValue! value: String! }
  enum ProductVariantInventoryPolicy { CONTINUE DENY }
  enum ProductVariantSortKeys {
    FULL_TITLE ID INVENTORY_LEVELS_AVAILABLE INVENTORY_MANAGEMENT INVENTORY_QUANTITY NAME POPULAR POSITION RELEVANCE
    SKU TITLE UPDATED_AT
  }

  type InventoryItem implements LegacyInteroperability & Node {
    countryCodeOfOrigin: CountryCode
    createdAt: DateTime!
    harmonizedSystemCode: String
    id: ID!
    inventoryLevel(locationId: ID!): InventoryLevel
    inventoryLevels(${PAGE}, includeInactive: Boolean = false, query: String): InventoryLevelConnection!
    legacyResourceId: UnsignedInt64!
    measurement: InventoryItemMeasurement!
    provinceCodeOfOrigin: String
    requiresShipping: Boolean!
    sku: String
    tracked: Boolean!
    unitCost: MoneyV2
    updatedAt: DateTime!
    variant: ProductVariant! @deprecated
    variants(${PAGE}): ProductVariantConnection
  }
  type InventoryItemMeasurement implements Node { id: ID! weight: Weight }
  type Weight { unit: WeightUnit! value: Float! }
  enum WeightUnit { GRAMS KILOGRAMS OUNCES POUNDS }
  type InventoryLevel implements Node {
    id: ID!
    isActive: Boolean!
    item: InventoryItem!
    location: Location!
    quantities(names: [String!]!): [InventoryQuantity!]!
    updatedAt: DateTime!
  }
  ${connectionSdl('InventoryLevel')}
  type InventoryQuantity { id: ID! name: String! quantity: Int! updatedAt: DateTime }

  type Location implements LegacyInteroperability & Node {
    activatable: Boolean!
    fulfillsOnlineOrders: Boolean!
    id: ID!
    isActive: Boolean!
    isFulfillmentService: Boolean!
    legacyResourceId: UnsignedInt64!
    name: String!
    shipsInventory: Boolean!
  }
  ${connectionSdl('Location')}
  enum LocationSortKeys { ID NAME RELEVANCE }
`;

/** The mutations of variants and of their stock. */
export const VARIANT_MUTATION_SDL: string = `
  extend type Mutation {
    productVariantsBulkCreate(
      media: [CreateMediaInput!], productId: ID!,
      strategy: ProductVariantsBulkCreateStrategy = DEFAULT, variants: [ProductVariantsBulkInput!]!
    ): ProductVariantsBulkCreatePayload
    productVariantsBulkUpdate(
      allowPartialUpdates: Boolean = false, media: [CreateMediaInput!], productId: ID!,
      variants: [ProductVariantsBulkInput!]!
    ): ProductVariantsBulkUpdatePayload
    productVariantsBulkDelete(productId: ID!, variantsIds: [ID!]!): ProductVariantsBulkDeletePayload
    inventorySetQuantities(input: InventorySetQuantitiesInput!): InventorySetQuantitiesPayload @until(version: "2026-01")
    inventoryAdjustQuantities(input: InventoryAdjustQuantitiesInput!): InventoryAdjustQuantitiesPayload @until(version: "2026-01")
  }

  enum ProductVariantsBulkCreateStrategy { DEFAULT PRESERVE_STANDALONE_VARIANT REMOVE_STANDALONE_VARIANT }
  input ProductVariantsBulkInput {
    barcode: String
    compareAtPrice: Money
    id: ID
    inventoryItem: InventoryItemInput
    inventoryPolicy: ProductVariantInventoryPolicy
    inventoryQuantities: [InventoryLevelInput!]
    mediaId: ID
    mediaSrc: [String!]
    metafields: [MetafieldInput!]
    optionValues: [VariantOptionValueInput!]
    price: Money
    requiresComponents: Boolean
    taxCode: String
    taxable: Boolean
  }
  input ProductVariantSetInput {
    barcode: String
    compareAtPrice: Money
    id: ID
    inventoryItem: InventoryItemInput
    inventoryPolicy: ProductVariantInventoryPolicy
    inventoryQuantities: [ProductSetInventoryInput!]
    metafields: [MetafieldInput!]
    optionValues: [VariantOptionValueInput!]
    position: Int
    price: Money
    requiresComponents: Boolean
    sku: String
    taxCode: String
    taxable: Boolean
  }
  input VariantOptionValueInput { id: ID linkedMetafieldValue: String name: String optionId: ID optionName: String }
  input InventoryItemInput {
    cost: Decimal
    countryCodeOfOrigin: CountryCode
    harmonizedSystemCode: String
    measurement: InventoryItemMeasurementInput
    provinceCodeOfOrigin: String
    requiresShipping: Boolean
    sku: String
    tracked: Boolean
  }
  input InventoryItemMeasurementInput { weight: WeightInput }
  input WeightInput { unit: WeightUnit! value: Float! }
  input InventoryLevelInput { availableQuantity: Int! locationId: ID! }
  input ProductSetInventoryInput { locationId: ID! name: String! quantity: Int! }
  input InventorySetQuantitiesInput {
    ignoreCompareQuantity: Boolean = false
    name: String!
    quantities: [InventoryQuantityInput!]!
    reason: String!
    referenceDocumentUri: String
  }
  input InventoryQuantityInput {
    compareQuantity: Int
    inventoryItemId: ID!
    locationId: ID!
    quantity: Int!
  }
  input InventoryAdjustQuantitiesInput {
    changes: [InventoryChangeInput!]!
    name: String!
    reason: String!
    referenceDocumentUri: String
  }
  input InventoryChangeInput {
    delta: Int!
    inventoryItemId: ID!
    ledgerDocumentUri: String
    locationId: ID!
  }

  type ProductVariantsBulkCreatePayload {
    product: Product
    productVariants: [ProductVariant!]
    userErrors: [ProductVariantsBulkCreateUserError!]!
  }
  type ProductVariantsBulkUpdatePayload {
    product: Product
    productVariants: [ProductVariant!]
    userErrors: [ProductVariantsBulkUpdateUserError!]!
  }
  type ProductVariantsBulkDeletePayload { product: Product userErrors: [ProductVariantsBulkDeleteUserError!]! }
  type ProductVariantsBulkCreateUserError implements DisplayableError { code: String field: [String!] message: String! }
  type ProductVariantsBulkUpdateUserError implements DisplayableError { code: String field: [String!] message: String! }
  type ProductVariantsBulkDeleteUserError implements DisplayableError { code: String field: [String!] message: String! }
  type InventoryAdjustmentGroup implements Node {
    changes(inventoryItemIds: [ID!], locationIds: [ID!], quantityNames: [String!]): [InventoryChange!]!
    createdAt: DateTime!
    id: ID!
    reason: String!
    referenceDocumentUri: String
  }
  type InventoryChange { delta: Int! item: InventoryItem location: Location name: String! quantityAfterChange: Int }
  type InventorySetQuantitiesPayload {
    inventoryAdjustmentGroup: InventoryAdjustmentGroup
    userErrors: [InventorySetQuantitiesUserError!]!
  }
  type InventoryAdjustQuantitiesPayload {
    inventoryAdjustmentGroup: InventoryAdjustmentGroup
    userErrors: [InventoryAdjustQuantitiesUserError!]!
  }
  type InventorySetQuantitiesUserError implements DisplayableError { code: String field: [String!] message: String! }
  type InventoryAdjustQuantitiesUserError implements DisplayableError { code: String field: [String!] message: String! }
`;
