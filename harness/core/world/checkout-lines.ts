import {isRecord} from '../../records.ts';
import type {ChangeResult} from '../../wire/change-members.ts';
import type {Checkout, CheckoutLine} from '../../wire/checkout.ts';
import type {Attribute, Variant} from '../../wire/order.ts';
import {failure, refusalOf, unknownType} from './change-result.ts';
import type {Changed, ChangeContext} from './change-result.ts';
import {newLine, variantOf} from './checkout.ts';
import {numberOf} from './gid.ts';
import {planRefusal} from './selling-plans.ts';

/** Carries out `applyCartLinesChange`: adds, removes or updates one line. */
export function linesChange(
  checkout: Checkout,
  change: Record<string, unknown>,
  context: ChangeContext,
): Changed<ChangeResult> {
  switch (change['type']) {
    case 'addCartLine':
      return addLine(checkout, change, context);
    case 'removeCartLine':
      return removeLine(checkout, change);
    case 'updateCartLine':
      return updateLine(checkout, change, context);
    default:
      return failure(
        checkout,
        unknownType(change['type'], ['addCartLine', 'removeCartLine', 'updateCartLine']),
      );
  }
}

function addLine(
  checkout: Checkout,
  change: Record<string, unknown>,
  context: ChangeContext,
): Changed<ChangeResult> {
  const refusal = refusalOf(checkout, 'lines.canAddCartLine');
  if (refusal !== null) return failure(checkout, refusal);

  const {merchandiseId, quantity} = change;
  if (!isCount(quantity)) return failure(checkout, noCount(quantity));

  const read = readParts(checkout, {...change, merchandiseId: merchandiseId ?? ''}, context);
  if (typeof read === 'string') return failure(checkout, read);

  const {merchandise, attributes = [], sellingPlan = null, parentId = null} = read;
  if (merchandise === undefined) return failure(checkout, 'The change has no merchandiseId.');
  const wrongPlan = planRefusal({merchandise, sellingPlan}, context.products);
  if (wrongPlan !== null) return failure(checkout, wrongPlan);

  const same = checkout.lines.find(
    (line) =>
      line.merchandise.id === merchandise.id &&
      line.parentId === parentId &&
      line.sellingPlan?.id === sellingPlan?.id &&
      JSON.stringify(line.attributes) === JSON.stringify(attributes),
  );

  const lines =
    same === undefined
      ? [
          ...checkout.lines,
          {...newLine(nextId(checkout), merchandise, quantity), attributes, sellingPlan, parentId},
        ]
      : checkout.lines.map((line) => (line === same ? {...line, quantity: line.quantity + quantity} : line));

  return {checkout: {...checkout, lines}, result: {type: 'success'}};
}

function removeLine(checkout: Checkout, {id, quantity}: Record<string, unknown>): Changed<ChangeResult> {
  const refusal = refusalOf(checkout, 'lines.canRemoveCartLine');
  if (refusal !== null) return failure(checkout, refusal);

  const found = checkout.lines.find((line) => line.id === id);
  if (found === undefined) return failure(checkout, noLine(id, checkout));
  if (!isCount(quantity)) return failure(checkout, noCount(quantity));
  if (quantity > found.quantity)
    return failure(checkout, `Line ${found.id} has ${found.quantity} of it, not ${quantity}.`);
  const lines =
    quantity === found.quantity
      ? checkout.lines.filter((line) => line !== found && line.parentId !== found.id)
      : checkout.lines.map((line) => (line === found ? {...line, quantity: line.quantity - quantity} : line));

  return {checkout: {...checkout, lines}, result: {type: 'success'}};
}

function updateLine(
  checkout: Checkout,
  change: Record<string, unknown>,
  context: ChangeContext,
): Changed<ChangeResult> {
  const refusal = refusalOf(checkout, 'lines.canUpdateCartLine');
  if (refusal !== null) return failure(checkout, refusal);

  const found = checkout.lines.find(({id}) => id === change['id']);
  if (found === undefined) return failure(checkout, noLine(change['id'], checkout));

  const {quantity = found.quantity} = change;
  if (!isCount(quantity)) return failure(checkout, noCount(quantity));

  const read = readParts(checkout, change, context);
  if (typeof read === 'string') return failure(checkout, read);

  const changed = {...found, ...read, quantity};
  const wrongPlan = planRefusal(changed, context.products);
  if (wrongPlan !== null) return failure(checkout, wrongPlan);

  const lines = checkout.lines.map((line) => (line === found ? changed : line));
  return {checkout: {...checkout, lines}, result: {type: 'success'}};
}

interface LineParts {
  merchandise?: Variant;
  attributes?: readonly Attribute[];
  sellingPlan?: CheckoutLine['sellingPlan'];
  parentId?: string | null;
}

/** Reads the fields of a line from a change; returns a string with the fault if there is one. */
function readParts(
  checkout: Checkout,
  change: Record<string, unknown>,
  {products, soldOut}: ChangeContext,
): LineParts | string {
  const {merchandiseId, attributes, sellingPlanId, parent} = change;
  const parts: LineParts = {};

  if (merchandiseId !== undefined) {
    const merchandise = variantOf(products, String(merchandiseId));
    if (merchandise === undefined) return `The shop sells no ${JSON.stringify(merchandiseId)}.`;
    if (soldOut.includes(merchandise.id))
      return `${merchandise.title} - ${merchandise.subtitle} is sold out.`;
    parts.merchandise = merchandise;
  }

  if (attributes !== undefined) {
    if (!isAttributes(attributes)) return 'attributes is not a list of {key, value}.';
    parts.attributes = attributes.map(({key, value}) => ({key, value}));
  }

  if (sellingPlanId === null) parts.sellingPlan = null;
  else if (typeof sellingPlanId === 'string' && /^gid:\/\/shopify\/SellingPlan\/\d+$/.test(sellingPlanId)) {
    parts.sellingPlan = {id: sellingPlanId, recurringDeliveries: true};
  } else if (sellingPlanId !== undefined) return `Unknown selling plan ${JSON.stringify(sellingPlanId)}.`;

  if (parent !== undefined) {
    const {lineId, merchandiseId: parentMerchandise} = isRecord(parent) ? parent : {};
    const found = checkout.lines.find(
      ({id, merchandise}) => id === lineId || merchandise.id === parentMerchandise,
    );
    if (found === undefined)
      return `The cart has no parent line ${JSON.stringify(lineId ?? parentMerchandise)}.`;
    parts.parentId = found.id;
  }

  return parts;
}

function nextId({lines}: Checkout): string {
  const numbers = lines.map(({id}) => Number(numberOf(id)) || 0);
  return `gid://shopify/CartLine/${Math.max(0, ...numbers) + 1}`;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0;
}

function noCount(value: unknown): string {
  return `The quantity must be a whole number from 1 up, not ${JSON.stringify(value)}.`;
}

function noLine(id: unknown, {lines}: Checkout): string {
  return `The cart has no line ${JSON.stringify(id)}. It has: ${lines.map((line) => line.id).join(', ') || 'none'}.`;
}

function isAttributes(value: unknown): value is Attribute[] {
  return (
    Array.isArray(value) &&
    value.every(
      (each) => isRecord(each) && typeof each['key'] === 'string' && typeof each['value'] === 'string',
    )
  );
}
