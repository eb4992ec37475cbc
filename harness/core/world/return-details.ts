import type {Order, Return} from '../../wire/order.ts';

/** The details of a return that no page shows. */
export interface ReturnDetail {
  /** In ISO 8601. */
  readonly requestedAt: string;
  readonly lines: readonly ReturnedLine[];
}

/** A line of a return. */
export interface ReturnedLine {
  readonly lineId: string;
  readonly quantity: number;
  /** The handle of the reason, such as `unwanted`. */
  readonly reason: string;
}

/** The details of returns that were requested by a mutation, by the id of the return. */
export type ReturnDetails = Readonly<Record<string, ReturnDetail>>;

const DAY = 86_400_000;

/** Returns the details of a return. One that nobody requested by a mutation has all of its lines, and came five days after the order. */
export function returnDetail(order: Order, {id, lineIds}: Return, details: ReturnDetails): ReturnDetail {
  const known = details[id];
  if (known !== undefined) {
    return {...known, lines: known.lines.filter(({lineId}) => lineIds.includes(lineId))};
  }

  return {
    requestedAt: new Date(Date.parse(order.processedAt) + 5 * DAY).toISOString(),
    lines: order.lines
      .filter((line) => lineIds.includes(line.id))
      .map(({id: lineId, quantity}) => ({lineId, quantity, reason: 'unwanted'})),
  };
}

/** Returns the number of items of a line in the returns of an order. */
export function returnedQuantity(order: Order, lineId: string, details: ReturnDetails): number {
  return order.returns
    .flatMap((each) => returnDetail(order, each, details).lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, {quantity}) => sum + quantity, 0);
}

/** Returns the number of items of a line that a customer can return: those that were sent and are in no return. */
export function returnableQuantity(order: Order, lineId: string, details: ReturnDetails): number {
  const line = order.lines.find(({id}) => id === lineId);
  const isSent = order.fulfillments.some(({lineIds}) => lineIds.includes(lineId));
  return line === undefined || !isSent
    ? 0
    : Math.max(0, line.quantity - returnedQuantity(order, lineId, details));
}
