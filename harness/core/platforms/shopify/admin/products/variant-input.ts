import type {Variant} from '../../../../../wire/order.ts';
import {LOCATIONS} from '../../../../world/locations.ts';
import {moneyOf} from '../../../../world/money.ts';
import type {Money} from '../../../../world/money.ts';
import type {VariantDetails} from '../../../../world/product-details.ts';
import {NO_IMAGE} from '../../../../world/products.ts';
import type {AdminState} from '../admin-state.ts';
import type {MetafieldInput} from '../metafields/metafield-mutations.ts';
import {readMoney} from '../model/money.ts';
import type {AdminUserError} from '../model/user-errors.ts';
import type {ProductDraft, VariantDraft} from './product-draft.ts';

/** A variant as `productVariantsBulkCreate`, `productVariantsBulkUpdate` and `productSet` take it. */
export interface VariantInput {
  readonly id?: string | null;
  readonly optionValues?: readonly OptionValueInput[] | null;
  readonly price?: unknown;
  readonly compareAtPrice?: unknown;
  readonly barcode?: string | null;
  readonly sku?: string | null;
  readonly taxable?: boolean | null;
  readonly inventoryPolicy?: 'CONTINUE' | 'DENY' | null;
  readonly inventoryItem?: InventoryItemInput | null;
  readonly inventoryQuantities?: readonly StockInput[] | null;
  readonly mediaId?: string | null;
  readonly mediaSrc?: readonly string[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}

/** The value of an option of a variant: by name, or by id. */
export interface OptionValueInput {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly optionId?: string | null;
  readonly optionName?: string | null;
}

interface InventoryItemInput {
  readonly sku?: string | null;
  readonly cost?: unknown;
  readonly tracked?: boolean | null;
  readonly requiresShipping?: boolean | null;
  readonly measurement?: {
    readonly weight?: {readonly unit: keyof typeof GRAMS; readonly value: number} | null;
  } | null;
}

interface StockInput {
  readonly locationId: string;
  readonly availableQuantity?: number;
  readonly quantity?: number;
  readonly name?: string;
}

const GRAMS = {GRAMS: 1, KILOGRAMS: 1000, OUNCES: 28.349_523_125, POUNDS: 453.592_37};

/** Makes a variant with default values only. */
export function newVariant(
  {product}: ProductDraft,
  selectedOptions: Variant['selectedOptions'],
  {newId, shop, now}: AdminState,
): VariantDraft {
  const time = new Date(now()).toISOString();
  const {id, title, vendor, productType} = product;

  return {
    variant: {
      id: newId('ProductVariant'),
      title,
      subtitle: selectedOptions.map(({value}) => value).join(' / '),
      sku: '',
      price: moneyOf(0, shop.currency),
      image: NO_IMAGE,
      selectedOptions,
      product: {id, vendor, productType},
      requiresShipping: !product.isGiftCard,
    },
    details: {
      barcode: null,
      compareAtPrice: null,
      unitCost: null,
      taxable: true,
      inventoryPolicy: 'DENY',
      tracked: false,
      quantity: 0,
      weight: 0,
      mediaId: null,
      createdAt: time,
      updatedAt: time,
    },
  };
}

/** Writes an input into a variant. Members that are not given stay. */
export function changedVariant(
  {variant, details}: VariantDraft,
  input: VariantInput,
  {shop: {currency}, now}: Pick<AdminState, 'shop' | 'now'>,
): VariantDraft {
  const {inventoryItem, price} = input;
  const {sku = input.sku, requiresShipping} = inventoryItem ?? {};

  return {
    variant: {
      ...variant,
      ...(price == null ? {} : {price: readMoney(price, currency) ?? variant.price}),
      ...(sku === undefined ? {} : {sku: sku ?? ''}),
      ...(requiresShipping == null ? {} : {requiresShipping}),
    },
    details: {
      ...details,
      ...ownMembers(input, currency),
      ...inventoryMembers(input, currency),
      updatedAt: new Date(now()).toISOString(),
    },
  };
}

/** Lists the faults of the amounts and places of an input. */
export function faultsOf(
  {price, compareAtPrice, inventoryQuantities}: VariantInput,
  {shop: {currency}}: Pick<AdminState, 'shop'>,
  path: readonly string[],
): readonly AdminUserError[] {
  return [
    ...amountFaults('Price', price, {currency, field: [...path, 'price']}),
    ...amountFaults('Compare at price', compareAtPrice, {currency, field: [...path, 'compareAtPrice']}),
    ...(inventoryQuantities ?? []).flatMap(({locationId}): readonly AdminUserError[] =>
      LOCATIONS.some(({id}) => id === locationId)
        ? []
        : [
            {
              field: [...path, 'inventoryQuantities'],
              message: `Quantity for ${locationId} couldn't be set because the location was deleted.`,
              code: 'TRACKED_VARIANT_LOCATION_NOT_FOUND',
            },
          ],
    ),
  ];
}

function amountFaults(
  name: string,
  given: unknown,
  {currency, field}: {readonly currency: string; readonly field: readonly string[]},
): readonly AdminUserError[] {
  if (given == null) return [];
  const money = readMoney(given, currency);
  if (money === null) return [{field, message: `${name} is not a number`, code: 'INVALID'}];
  if (money.amount >= 0) return [];
  return [{field, message: `${name} must be greater than or equal to 0`, code: 'GREATER_THAN_OR_EQUAL_TO'}];
}

function ownMembers(
  {barcode, compareAtPrice, taxable, inventoryPolicy, mediaId}: VariantInput,
  currency: string,
): Partial<VariantDetails> {
  return {
    ...(barcode === undefined ? {} : {barcode}),
    ...(compareAtPrice === undefined ? {} : {compareAtPrice: optionalMoney(compareAtPrice, currency)}),
    ...(taxable == null ? {} : {taxable}),
    ...(inventoryPolicy == null ? {} : {inventoryPolicy}),
    ...(mediaId === undefined ? {} : {mediaId}),
  };
}

function inventoryMembers(
  {inventoryItem, inventoryQuantities}: VariantInput,
  currency: string,
): Partial<VariantDetails> {
  const {tracked, cost, measurement} = inventoryItem ?? {};
  const weight = measurement?.weight;

  return {
    ...(tracked == null ? {} : {tracked}),
    ...(cost === undefined ? {} : {unitCost: optionalMoney(cost, currency)}),
    ...(weight == null ? {} : {weight: Math.round(weight.value * GRAMS[weight.unit])}),
    ...(inventoryQuantities == null ? {} : {quantity: sumOf(inventoryQuantities)}),
  };
}

function sumOf(quantities: readonly StockInput[]): number {
  return quantities
    .filter(({name}) => name === undefined || name === 'available' || name === 'on_hand')
    .reduce((sum, {availableQuantity, quantity}) => sum + (availableQuantity ?? quantity ?? 0), 0);
}

function optionalMoney(given: unknown, currency: string): Money | null {
  return given == null ? null : readMoney(given, currency);
}
