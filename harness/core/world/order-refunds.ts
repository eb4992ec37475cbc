import type {Order, OrderLine} from '../../wire/order.ts';
import {numberOf} from './gid.ts';
import {minorUnits, moneyOf} from './money.ts';
import type {Money} from './money.ts';
import {editSums, removedLines, removedQuantity} from './order-edits.ts';
import {orderShares, shareOfItems} from './order-shares.ts';
import {returnDetail} from './return-details.ts';
import type {ReturnDetails, ReturnedLine} from './return-details.ts';

/** Money that a customer got back. */
export interface Refund {
  /** `gid://shopify/Refund/…` */
  readonly id: string;
  /** The return that it belongs to. */
  readonly returnId: string;
  readonly returnName: string;
  readonly lines: readonly ReturnedLine[];
  /** In ISO 8601. */
  readonly createdAt: string;
  readonly amount: Money;
}

const DAY = 86_400_000;

/** Returns the refunds of an order: a closed return gave back the price of its items, with their tax, three days later. */
export function refundsOf(order: Order, details: ReturnDetails): readonly Refund[] {
  const {currencyCode} = order.cost.total;

  return order.returns
    .filter(({status}) => status === 'closed')
    .map((closed) => {
      const {requestedAt, lines} = returnDetail(order, closed, details);
      return {
        id: `gid://shopify/Refund/${numberOf(closed.id)}`,
        returnId: closed.id,
        returnName: closed.name,
        lines,
        createdAt: new Date(Date.parse(requestedAt) + 3 * DAY).toISOString(),
        amount: moneyOf(valueOf(order, lines), currencyCode),
      };
    });
}

/** Returns the number of items of a line that were paid back. */
export function refundedQuantity(refunds: readonly Refund[], lineId: string): number {
  return refunds
    .flatMap(({lines}) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, {quantity}) => sum + quantity, 0);
}

/** The money that a customer paid and got back for an order, in minor units. */
export interface Settlement {
  readonly paid: number;
  /** With what edits gave back. */
  readonly refunded: number;
  readonly status: 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED';
}

/** Adds up what a customer paid and got back for an order with its edits and its refunds. */
export function settlementOf(order: Order, refunds: readonly Refund[]): Settlement {
  const {paid, refundedByEdits} = editSums(order);
  const refunded = refundedByEdits + refunds.reduce((sum, {amount}) => sum + minorUnits(amount), 0);
  const partly = refunded < paid ? 'PARTIALLY_REFUNDED' : 'REFUNDED';

  return {paid, refunded, status: refunded === 0 ? 'PAID' : partly};
}

/** A line of an order, and the items that are not the customer's any more. */
export interface CountedLine {
  readonly line: OrderLine;
  /** The number of items that were paid back. */
  readonly refunded: number;
  /** The number of items that edits took away. */
  readonly removed: number;
}

/** Lists the lines of an order, then those of which edits left nothing. */
export function countedLines(order: Order, refunds: readonly Refund[]): readonly CountedLine[] {
  return [...order.lines, ...removedLines(order)].map((line) => ({
    line,
    refunded: refundedQuantity(refunds, line.id),
    removed: removedQuantity(order, line.id),
  }));
}

/** Computes the price of returned items after discounts, with tax, in minor units. */
function valueOf(order: Order, returned: readonly ReturnedLine[]): number {
  const {lines} = orderShares(order);

  return returned.reduce((sum, {lineId, quantity}) => {
    const share = lines.find(({line}) => line.id === lineId);
    if (share === undefined) return sum;

    const {full, discount, tax} = shareOfItems(share, quantity, share.line.quantity);
    return sum + full - discount + tax;
  }, 0);
}
