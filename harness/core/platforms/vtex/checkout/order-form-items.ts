import type {Variant} from '../../../../wire/order.ts';
import {isRecord} from '../../../../records.ts';
import {minorUnits} from '../../../world/money.ts';
import type {Product} from '../../../world/products.ts';
import {numberOf} from '../../../world/gid.ts';
import {activeOf} from '../catalog.ts';
import type {VtexItem} from '../vtex-orders.ts';

/** The variants that are for sale, by their SKU number. */
export type SellableVariants = ReadonlyMap<string, Variant>;

type Fields = Readonly<Record<string, unknown>>;

/** Lists the variants that the catalogue sells. */
export function sellableVariants(products: readonly Product[]): SellableVariants {
  const variants = activeOf(products).flatMap((product) => product.variants);
  return new Map(variants.map((variant) => [numberOf(variant.id), variant]));
}

/** Adds the `orderItems` of a request to a cart, or returns the message of the refusal. */
export function addItems(
  items: readonly VtexItem[],
  body: Fields,
  sellable: SellableVariants,
): readonly VtexItem[] | string {
  const asked = orderItemsOf(body);
  if (asked.length === 0) return notForSale(undefined);

  let changed = items;
  for (const {id, quantity} of asked) {
    const variant = sellable.get(String(id));
    if (variant === undefined) return notForSale(id);
    changed = withVariant(changed, variant, wholeNumber(quantity) ?? 1);
  }

  return changed;
}

/**
 * Sets the quantities that the `orderItems` of a request name by index; an item with quantity 0 is removed.
 */
export function updateQuantities(items: readonly VtexItem[], body: Fields): readonly VtexItem[] {
  const asked = orderItemsOf(body).map(
    ({index, quantity}) => [Number(index), wholeNumber(quantity)] as const,
  );

  const quantities = new Map(asked);
  const changed = items.map((item, index) => ({...item, quantity: quantities.get(index) ?? item.quantity}));

  return changed.filter(({quantity}) => quantity > 0);
}

function notForSale(id: unknown): string {
  return `Item ${String(id)} is not for sale`;
}

function withVariant(items: readonly VtexItem[], variant: Variant, added: number): readonly VtexItem[] {
  const id = numberOf(variant.id);
  const known = items.find((item) => item.id === id);
  if (known === undefined) return [...items, itemOf(variant, added)];

  return items.map((item) => (item === known ? {...item, quantity: item.quantity + added} : item));
}

function itemOf({id, title, subtitle, price, image, product}: Variant, quantity: number): VtexItem {
  return {
    id: numberOf(id),
    productId: numberOf(product.id),
    name: `${title} ${subtitle}`,
    quantity,
    price: minorUnits(price),
    imageUrl: image.url,
  };
}

function orderItemsOf({orderItems}: Fields): readonly Fields[] {
  return Array.isArray(orderItems) ? orderItems.filter(isRecord) : [];
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
