import type {Checkout, CheckoutLine} from '../../../../wire/checkout.ts';
import type {Attribute} from '../../../../wire/order.ts';
import {newLine, variantOf} from '../../../world/checkout.ts';
import {numberOf} from '../../../world/gid.ts';
import type {Product} from '../../../world/products.ts';
import {UserError} from '../graphql/user-error.ts';

/** A line to add. */
export interface LineInput {
  readonly merchandiseId: string;
  readonly quantity?: number | null;
  readonly attributes?: readonly Attribute[] | null;
}

/** A line to change. */
export interface LineUpdate extends Partial<LineInput> {
  readonly id: string;
}

/**
 * Adds lines to those of a cart. The same merchandise with the same attributes is one line.
 *
 * @throws {UserError} for merchandise that the shop does not sell
 */
export function addLines(
  lines: Checkout['lines'],
  inputs: readonly LineInput[],
  {products, path}: {products: readonly Product[]; path: readonly string[]},
): readonly CheckoutLine[] {
  return inputs.reduce<readonly CheckoutLine[]>((all, input, index) => {
    const at = [...path, String(index)];
    const merchandise = merchandiseOf(input.merchandiseId, products, at);
    const quantity = quantityOf(input.quantity ?? 1, at);
    const attributes = (input.attributes ?? []).map(({key, value}) => ({key, value}));

    const same = all.find(
      (line) =>
        line.merchandise.id === merchandise.id &&
        JSON.stringify(line.attributes) === JSON.stringify(attributes),
    );
    if (same !== undefined)
      return all.map((line) => (line === same ? {...line, quantity: line.quantity + quantity} : line));

    return quantity === 0 ? all : [...all, {...newLine(nextId(all), merchandise, quantity), attributes}];
  }, lines);
}

/**
 * Changes lines of a cart. The quantity 0 removes a line.
 *
 * @throws {UserError} for an unknown line, and for merchandise that the shop does not sell
 */
export function updateLines(
  lines: Checkout['lines'],
  updates: readonly LineUpdate[],
  {products}: {products: readonly Product[]},
): readonly CheckoutLine[] {
  const path = ['lines'];
  refuseUnknownLines(
    lines,
    updates.map(({id}) => id),
  );

  const changed = lines.map((line) => {
    const index = updates.findIndex(({id}) => id === line.id);
    const update = updates[index];
    return update === undefined
      ? line
      : updatedLine(line, update, {products, path: [...path, String(index)]});
  });

  return changed.filter(({quantity}) => quantity > 0);
}

/**
 * Removes lines of a cart.
 *
 * @throws {UserError} for an unknown line
 */
export function removeLines(lines: Checkout['lines'], ids: readonly string[]): readonly CheckoutLine[] {
  refuseUnknownLines(lines, ids);
  return lines.filter(({id}) => !ids.includes(id));
}

function updatedLine(
  line: CheckoutLine,
  {merchandiseId, quantity, attributes}: LineUpdate,
  {products, path}: {products: readonly Product[]; path: readonly string[]},
): CheckoutLine {
  return {
    ...line,
    merchandise: merchandiseId == null ? line.merchandise : merchandiseOf(merchandiseId, products, path),
    quantity: quantity == null ? line.quantity : quantityOf(quantity, path),
    attributes: attributes?.map(({key, value}) => ({key, value})) ?? line.attributes,
  };
}

function merchandiseOf(
  id: string,
  products: readonly Product[],
  path: readonly string[],
): CheckoutLine['merchandise'] {
  const found = variantOf(products, id);
  if (found !== undefined) return found;
  throw new UserError('INVALID', `The merchandise with id ${id} does not exist.`, [...path, 'merchandiseId']);
}

function quantityOf(quantity: number, path: readonly string[]): number {
  if (quantity >= 0) return quantity;
  throw new UserError('INVALID', 'Quantity must be greater than or equal to 0.', [...path, 'quantity']);
}

function refuseUnknownLines(lines: Checkout['lines'], ids: readonly string[]): void {
  const unknown = ids.find((id) => lines.every((line) => line.id !== id));
  if (unknown === undefined) return;
  throw new UserError('INVALID_MERCHANDISE_LINE', `The merchandise line with id ${unknown} does not exist.`, [
    'lines',
  ]);
}

function nextId(lines: readonly {readonly id: string}[]): string {
  const numbers = lines.map(({id}) => Number(numberOf(id)) || 0);
  return `gid://shopify/CartLine/${Math.max(0, ...numbers) + 1}`;
}
