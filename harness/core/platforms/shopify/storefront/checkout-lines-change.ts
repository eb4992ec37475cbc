import type {CheckoutLine} from '../../../../wire/checkout.ts';
import type {Checkout} from '../../../../wire/checkout.ts';
import type {Attribute} from '../../../../wire/order.ts';
import type {CartChange} from '../../../world/cart.ts';
import {UserError} from '../graphql/user-error.ts';
import {addLines, removeLines, updateLines} from './cart-lines-change.ts';
import type {LineInput, LineUpdate} from './cart-lines-change.ts';
import {withinStock} from './cart-stock.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** A line to add to a checkout. */
export interface LineItemInput {
  readonly variantId: string;
  readonly quantity: number;
  readonly customAttributes?: readonly Attribute[] | null;
}

/** A line of a checkout to change. */
export interface LineItemUpdate extends Partial<LineItemInput> {
  readonly id?: string | null;
}

/**
 * Adds lines to those of a checkout.
 *
 * @throws {UserError} for merchandise that the shop does not sell, or has not enough of
 */
export function lineItemsAdded(
  lines: Checkout['lines'],
  inputs: readonly LineItemInput[],
  world: StorefrontWorld,
): CartChange {
  const added = inputs.map(({variantId, quantity, customAttributes}): LineInput => ({
    merchandiseId: variantId,
    quantity,
    attributes: customAttributes ?? [],
  }));
  return stocked(addLines(lines, added, {...world, path: ['lineItems']}), lines, world);
}

/**
 * Changes lines of a checkout.
 *
 * @throws {UserError} for an unknown line, and as `lineItemsAdded`
 */
export function lineItemsUpdated(
  lines: Checkout['lines'],
  updates: readonly LineItemUpdate[],
  world: StorefrontWorld,
): CartChange {
  const changes = updates.map(({id, variantId, quantity, customAttributes}): LineUpdate => ({
    id: lineIdOf(id ?? ''),
    ...(variantId === undefined ? {} : {merchandiseId: variantId}),
    ...(quantity === undefined ? {} : {quantity}),
    ...(customAttributes === undefined ? {} : {attributes: customAttributes}),
  }));
  return stocked(
    found(() => updateLines(lines, changes, world)),
    lines,
    world,
  );
}

/**
 * Removes lines of a checkout.
 *
 * @throws {UserError} for an unknown line
 */
export function lineItemsRemoved(lines: Checkout['lines'], ids: readonly string[]): CartChange {
  return {checkout: {lines: found(() => removeLines(lines, ids.map(lineIdOf)))}};
}

/** Returns the id of a line of the cart by that of the line of its checkout. */
function lineIdOf(id: string): string {
  return id.replace('/CheckoutLineItem/', '/CartLine/');
}

/** Gives the error of an unknown line the code that checkouts have for it. */
function found(change: () => readonly CheckoutLine[]): readonly CheckoutLine[] {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'INVALID_MERCHANDISE_LINE') throw error;
    throw new UserError('LINE_ITEM_NOT_FOUND', 'Line item does not exist', ['lineItems']);
  }
}

function stocked(
  lines: readonly CheckoutLine[],
  before: Checkout['lines'],
  world: StorefrontWorld,
): CartChange {
  const held = withinStock(lines, before, world);
  const [warning] = held.warnings;
  if (warning === undefined) return {checkout: {lines: held.lines}};
  throw new UserError('NOT_ENOUGH_IN_STOCK', 'Not enough items available', ['lineItems']);
}
