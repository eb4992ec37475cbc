import type {Return} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import type {ResolvedLine} from './order-line.ts';

const STATUSES: Readonly<Record<Return['status'], string>> = {
  requested: 'REQUESTED',
  approved: 'OPEN',
  closed: 'CLOSED',
};

/** Resolves the fields of `Return`. */
export function resolveReturn(
  {id, name, status, lineIds}: Return,
  lines: readonly ResolvedLine[],
): {readonly id: string} {
  const items = lines.filter((line) => lineIds.includes(line.id)).map(resolveItem);

  const resolved = {
    __typename: 'Return',
    id,
    name,
    status: STATUSES[status],
    decline: null,
    closedAt: null,
    returnLineItems: (page: PageOf) => connection(items, page),
    returnLineItemsCount: {__typename: 'Count', count: items.length, precision: 'EXACT'},
    tmpReturnLineItemsCount: items.length,
  };

  return resolved;
}

function resolveItem(lineItem: ResolvedLine): {readonly id: string} {
  const resolved = {
    __typename: 'ReturnLineItem',
    id: `gid://shopify/ReturnLineItem/${numberOf(lineItem.id)}`,
    quantity: lineItem.quantity,
    lineItem,
    returnReason: 'UNKNOWN',
  };

  return resolved;
}
