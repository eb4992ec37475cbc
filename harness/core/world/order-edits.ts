import {SimhostError} from '../../errors.ts';
import type {Order, OrderEdit, OrderEditChange, OrderLine} from '../../wire/order.ts';
import {withCost} from './cost.ts';
import {numberOf} from './gid.ts';
import {minorUnits, moneyOf} from './money.ts';
import type {Money} from './money.ts';

/** Money that an edit cost the buyer, or gave back. */
export interface EditPayment {
  /** `gid://shopify/Refund/…` of money that the buyer got back. */
  readonly refundId: string;
  /** In ISO 8601. */
  readonly createdAt: string;
  readonly kind: 'SALE' | 'REFUND';
  readonly amount: Money;
}

/** Returns the order before its edits, then after each of them. The last one is the order as it is. */
export function orderStates(order: Order): readonly Order[] {
  const states = [order];
  for (const edit of order.edits.toReversed()) states.unshift(undo(edit, states[0] ?? order));
  return states;
}

/**
 * Checks that edits lead to the lines of their order.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION` if the edits are not in order, or if a line would have a negative quantity
 * before an edit
 */
export function checkEdits({lines, edits}: Pick<Order, 'lines' | 'edits'>): void {
  const quantities = new Map(lines.map(({id, quantity}) => [id, quantity]));

  for (const [index, {happenedAt, changes}] of [...edits.entries()].toReversed()) {
    const next = edits[index + 1];
    if (next !== undefined && Date.parse(next.happenedAt) < Date.parse(happenedAt)) {
      throw new SimhostError(
        'ERR_BAD_OPTION',
        `order.edits[${index + 1}] happened before order.edits[${index}].`,
        {next: 'Give the edits in their order, the oldest first.'},
      );
    }

    for (const {lineId, delta} of changes) {
      const before = (quantities.get(lineId) ?? 0) - delta;
      quantities.set(lineId, before);
      if (before >= 0) continue;

      throw new SimhostError(
        'ERR_BAD_OPTION',
        `order.edits[${index}] added ${delta} of ${lineId}, and the order has ${before + delta} of it after the edit.`,
        {next: 'Give order.lines as they are after all edits, with the items that the edits added.'},
      );
    }
  }
}

/** Returns what the buyer paid or got back for each edit that changed the total. */
export function editPayments(order: Order): readonly EditPayment[] {
  const totals = orderStates(order).map(({cost}) => minorUnits(cost.total));
  const {currencyCode} = order.cost.total;

  return order.edits.flatMap(({happenedAt}, index) => {
    const change = (totals[index + 1] ?? 0) - (totals[index] ?? 0);
    if (change === 0) return [];

    return [
      {
        refundId: `gid://shopify/Refund/${numberOf(order.id)}9${index + 1}`,
        createdAt: happenedAt,
        kind: change > 0 ? 'SALE' : 'REFUND',
        amount: moneyOf(Math.abs(change), currencyCode),
      } as const,
    ];
  });
}

/** Sorts what happened to an order. Of two at the same time, the first stays first. */
export function oldestFirst<Item extends {readonly createdAt: string}>(
  items: readonly Item[],
): readonly Item[] {
  return items.toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt));
}

/** Returns what the buyer paid for an order with its edits, and what edits gave back, in minor units. */
export function editSums(order: Order): {readonly paid: number; readonly refundedByEdits: number} {
  const refundedByEdits = editPayments(order)
    .filter(({kind}) => kind === 'REFUND')
    .reduce((sum, {amount}) => sum + minorUnits(amount), 0);

  return {paid: minorUnits(order.cost.total) + refundedByEdits, refundedByEdits};
}

/** Returns the number of items that edits took away from a line. */
export function removedQuantity({edits}: Pick<Order, 'edits'>, lineId: string): number {
  return edits
    .flatMap(({changes}) => changes)
    .filter((change) => change.lineId === lineId && change.delta < 0)
    .reduce((sum, {delta}) => sum - delta, 0);
}

/** Returns the lines of which edits left nothing. Their quantity is 0. */
export function removedLines({lines, edits}: Order): readonly OrderLine[] {
  const removed = new Map<string, OrderLine>();

  for (const change of edits.flatMap(({changes}) => changes)) {
    if (!lines.some(({id}) => id === change.lineId)) removed.set(change.lineId, emptyLine(change));
  }

  return [...removed.values()];
}

/** Returns the changes of all edits together, by line. A line that is as it was is not among them. */
export function editChanges({edits}: Pick<Order, 'edits'>): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const {lineId, delta} of edits.flatMap((edit) => edit.changes))
    changes.set(lineId, (changes.get(lineId) ?? 0) + delta);

  return new Map([...changes].filter(([, delta]) => delta !== 0));
}

/** Returns the order before an edit. */
function undo({changes}: OrderEdit, order: Order): Order {
  const lines = new Map(order.lines.map((line) => [line.id, line]));

  for (const change of changes) {
    const line = lines.get(change.lineId) ?? emptyLine(change);
    lines.set(line.id, withQuantity(line, line.quantity - change.delta));
  }

  const left = [...lines.values()].filter(({quantity}) => quantity > 0);
  return withCost({...order, lines: left});
}

/** Changes the quantity of a line. Its discounts change with it, rounded down. */
function withQuantity(line: OrderLine, quantity: number): OrderLine {
  if (line.quantity === 0) return {...line, quantity};

  const discountAllocations = line.discountAllocations.map((allocation) => {
    const {currencyCode} = allocation.discountedAmount;
    const units = Math.floor((minorUnits(allocation.discountedAmount) * quantity) / line.quantity);
    return {...allocation, discountedAmount: moneyOf(units, currencyCode)};
  });

  return {...line, quantity, discountAllocations};
}

function emptyLine({lineId, merchandise}: OrderEditChange): OrderLine {
  return {
    id: lineId,
    merchandise,
    quantity: 0,
    attributes: [],
    discountAllocations: [],
    total: moneyOf(0, merchandise.price.currencyCode),
  };
}
