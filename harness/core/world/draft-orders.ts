import type {Order} from '../../wire/order.ts';
import {withCost} from './cost.ts';
import {numberOf} from './gid.ts';
import type {Customer} from './people.ts';

/** An order that the merchant prepares for a customer. */
export interface DraftOrder {
  /** `gid://shopify/DraftOrder/…` */
  readonly id: string;
  /** For example `#D1`. */
  readonly name: string;
  readonly status: 'OPEN' | 'INVOICE_SENT' | 'COMPLETED';
  /** The order that it became; null until it is completed. */
  readonly orderId: string | null;
  /** The contents: lines, addresses, sums. */
  readonly contents: Order;
}

const DAY = 86_400_000;

/**
 * Returns the draft orders of a company's buyer: one that became their first order, and one with twice the goods that
 * waits for them. Other customers have none.
 *
 * @param orders the orders as they were drawn, not those that a test has changed
 */
export function draftOrdersOf({company}: Customer, [order]: readonly Order[]): readonly DraftOrder[] {
  if (company === null || order === undefined) return [];

  const number = numberOf(order.id);
  const draft = (position: number, contents: Order): Pick<DraftOrder, 'id' | 'name' | 'contents'> => ({
    id: `gid://shopify/DraftOrder/${number}${position}`,
    name: `#D${position}`,
    contents: draftLines(contents, `${number}${position}`),
  });

  return [
    {...draft(1, order), status: 'COMPLETED', orderId: order.id},
    {...draft(2, secondHelping(order)), status: 'INVOICE_SENT', orderId: null},
  ];
}

function secondHelping(order: Order): Order {
  return withCost({
    ...order,
    lines: order.lines.map((line) => ({...line, quantity: 2 * line.quantity, discountAllocations: []})),
    discountCodes: [],
    discountAllocations: [],
    giftCards: [],
    processedAt: new Date(Date.parse(order.processedAt) + DAY).toISOString(),
  });
}

function draftLines(contents: Order, number: string): Order {
  const lines = contents.lines.map((line, index) => ({
    ...line,
    id: `gid://shopify/DraftOrderLineItem/${number}${index + 1}`,
  }));

  return {...contents, lines};
}
