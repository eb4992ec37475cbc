import type {Checkout, CheckoutLine} from '../../../../wire/checkout.ts';
import type {Attribute} from '../../../../wire/order.ts';
import {newLine, variantOf} from '../../../world/checkout.ts';
import {numberOf} from '../../../world/gid.ts';
import type {Product} from '../../../world/products.ts';
import {planRefusal} from '../../../world/selling-plans.ts';
import {UserError} from '../graphql/user-error.ts';

/** The error of a line that a cart does not have. */
export class UnknownLine extends UserError {
  readonly lineId: string;

  constructor(lineId: string, field: readonly string[]) {
    super(
      'INVALID_MERCHANDISE_LINE',
      `The merchandise line with id ${numberOf(lineId)} does not exist.`,
      field,
    );
    this.lineId = lineId;
  }
}

/** A line to add. */
export interface LineInput {
  readonly merchandiseId: string;
  readonly quantity?: number | null;
  readonly attributes?: readonly Attribute[] | null;
  readonly sellingPlanId?: string | null;
  readonly parent?: {readonly lineId?: string | null; readonly merchandiseId?: string | null} | null;
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
    const sellingPlan = input.sellingPlanId == null ? null : sellingPlanOf(input.sellingPlanId, at);
    const parentId = parentOf(input, all, at);

    const same = all.find(
      (line) =>
        line.merchandise.id === merchandise.id &&
        line.sellingPlan?.id === sellingPlan?.id &&
        line.parentId === parentId &&
        JSON.stringify(line.attributes) === JSON.stringify(attributes),
    );
    if (same !== undefined)
      return all.map((line) => (line === same ? {...line, quantity: line.quantity + quantity} : line));

    const line = {...newLine(nextId(all), merchandise, quantity), attributes, sellingPlan, parentId};
    refuseForeignPlan(line, products, at);
    return quantity === 0 ? all : [...all, line];
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
  const ids = updates.map(({id}) => id);
  refuseUnknownLines(lines, ids, (index) => [...path, index, 'id']);

  const changed = lines.map((line) => {
    const index = updates.findIndex(({id}) => id === line.id);
    const update = updates[index];
    return update === undefined
      ? line
      : updatedLine(line, update, {products, path: [...path, String(index)]});
  });

  const gone = changed.filter(({quantity}) => quantity === 0).map(({id}) => id);
  return withoutLines(changed, gone);
}

/**
 * Removes lines of a cart.
 *
 * @throws {UserError} for an unknown line
 */
export function removeLines(lines: Checkout['lines'], ids: readonly string[]): readonly CheckoutLine[] {
  refuseUnknownLines(lines, ids, (index) => ['lineIds', index]);
  return withoutLines(lines, ids);
}

/** Leaves lines out, with the lines that belong to them. */
function withoutLines(lines: Checkout['lines'], ids: readonly string[]): Checkout['lines'] {
  return lines.filter(
    ({id, parentId}) => !ids.includes(id) && (parentId === null || !ids.includes(parentId)),
  );
}

function updatedLine(
  line: CheckoutLine,
  {merchandiseId, quantity, attributes, sellingPlanId}: LineUpdate,
  {products, path}: {products: readonly Product[]; path: readonly string[]},
): CheckoutLine {
  const updated = {
    ...line,
    merchandise: merchandiseId == null ? line.merchandise : merchandiseOf(merchandiseId, products, path),
    quantity: quantity == null ? line.quantity : quantityOf(quantity, path),
    attributes: attributes?.map(({key, value}) => ({key, value})) ?? line.attributes,
    ...(sellingPlanId === undefined
      ? {}
      : {sellingPlan: sellingPlanId === null ? null : sellingPlanOf(sellingPlanId, path)}),
  };

  refuseForeignPlan(updated, products, path);
  return updated;
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

function sellingPlanOf(id: string, path: readonly string[]): NonNullable<CheckoutLine['sellingPlan']> {
  if (/^gid:\/\/shopify\/SellingPlan\/\d+$/.test(id)) return {id, recurringDeliveries: true};
  throw inapplicablePlan(path);
}

/** Refuses a plan of the shop that the product does not have. */
function refuseForeignPlan(line: CheckoutLine, products: readonly Product[], path: readonly string[]): void {
  if (planRefusal(line, products) !== null) throw inapplicablePlan(path);
}

function inapplicablePlan(path: readonly string[]): UserError {
  return new UserError('SELLING_PLAN_NOT_APPLICABLE', 'Cannot apply selling plan to variant', [
    ...path,
    'sellingPlanId',
  ]);
}

/** Returns the id of the line that a line belongs to; null for a separate line. */
function parentOf({parent}: LineInput, lines: Checkout['lines'], path: readonly string[]): string | null {
  if (parent == null) return null;

  const found = lines.find(
    ({id, merchandise}) => id === parent.lineId || merchandise.id === parent.merchandiseId,
  );
  if (found?.parentId === null) return found.id;

  const [code, message] =
    found === undefined
      ? ['PARENT_LINE_NOT_FOUND', 'The parent line does not exist.']
      : ['PARENT_LINE_NESTING_TOO_DEEP', 'A parent line cannot have a parent line.'];
  throw new UserError(code, message, [...path, 'parent']);
}

function refuseUnknownLines(
  lines: Checkout['lines'],
  ids: readonly string[],
  pathOf: (index: string) => readonly string[],
): void {
  const index = ids.findIndex((id) => lines.every((line) => line.id !== id));
  const unknown = ids[index];
  if (unknown !== undefined) throw new UnknownLine(unknown, pathOf(String(index)));
}

function nextId(lines: readonly {readonly id: string}[]): string {
  const numbers = lines.map(({id}) => Number(numberOf(id)) || 0);
  return `gid://shopify/CartLine/${Math.max(0, ...numbers) + 1}`;
}
