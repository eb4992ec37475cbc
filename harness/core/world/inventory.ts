import type {Money, Variant} from '../../wire/order.ts';
import {drawnNumber} from './drawn-number.ts';
import {minorUnits, moneyOf} from './money.ts';
import type {Product} from './products.ts';

/** The ids of the variants that are sold out at first. */
export const SOLD_OUT: readonly string[] = ['gid://shopify/ProductVariant/30062'];

/** The product that is sold by weight, so that it has a unit price. */
const BY_WEIGHT = 'gid://shopify/Product/3005';

/** The data from which stock follows. */
export interface StockSource {
  readonly seed: number;
  /** The ids of the variants that are sold out. */
  readonly soldOut: readonly string[];
}

/** The number of one variant that the shop has: 0 if it is sold out, null if nobody counts it. */
export function stockOf(
  {id}: Pick<Variant, 'id'>,
  {isGiftCard, details}: Pick<Product, 'isGiftCard' | 'details'>,
  {seed, soldOut}: StockSource,
): number | null {
  if (soldOut.includes(id)) return 0;

  const own = details?.variants[id];
  if (own?.tracked === false) return null;
  if (own?.quantity != null) return own.quantity;
  return isGiftCard ? null : drawnNumber(seed, `${id} stock`, {min: 3, max: 40});
}

/** The weight of one variant, in grams. A gift card has none. */
export function weightOf(
  {id, product}: Pick<Variant, 'id' | 'product'>,
  {isGiftCard, details}: Pick<Product, 'isGiftCard' | 'details'>,
  seed: number,
): number {
  const own = details?.variants[id]?.weight;
  if (own != null) return own;
  if (isGiftCard) return 0;
  return product.id === BY_WEIGHT ? 500 : drawnNumber(seed, `${product.id} weight`, {min: 1, max: 20}) * 100;
}

/** The price of a kilogram, for a variant that is sold by weight; null for others. */
export function pricePerKilogram({product, price}: Pick<Variant, 'product' | 'price'>): Money | null {
  return product.id === BY_WEIGHT ? moneyOf(minorUnits(price) * 2, price.currencyCode) : null;
}
