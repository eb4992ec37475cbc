import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {matcherOf} from '../graphql/search-syntax.ts';
import {numberOf} from '../../../world/gid.ts';
import type {ResolvedDraftOrder} from './draft-order.ts';

/** The arguments of a list of draft orders. */
export interface DraftOrdersOf extends PageOf {
  readonly sortKey?: DraftOrderSort;
  readonly query?: string | null;
}

type DraftOrderSort =
  | 'CUSTOMER_NAME'
  | 'ID'
  | 'NUMBER'
  | 'RELEVANCE'
  | 'STATUS'
  | 'TOTAL_PRICE'
  | 'UPDATED_AT';

type Compare = (a: ResolvedDraftOrder, b: ResolvedDraftOrder) => number;

const byNumber: Compare = (a, b) => Number(numberOf(a.id)) - Number(numberOf(b.id));
const unsorted: Compare = () => 0;

const SORTS: Readonly<Record<DraftOrderSort, Compare>> = {
  // A customer sees their own draft orders only.
  CUSTOMER_NAME: unsorted,
  ID: byNumber,
  NUMBER: byNumber,
  RELEVANCE: unsorted,
  STATUS: (a, b) => a.status.localeCompare(b.status),
  TOTAL_PRICE: (a, b) => a.totalPrice.amount - b.totalPrice.amount,
  UPDATED_AT: (a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt),
};

/** Lists draft orders by the documented search syntax, in the order of a key. */
export function listDraftOrders(
  all: readonly ResolvedDraftOrder[],
  {sortKey = 'ID', query, ...page}: DraftOrdersOf,
): object {
  const matches = query == null || query.trim() === '' ? () => true : matcherOf(query);
  const found = all.filter(({name, status, updatedAt}) =>
    matches({'': [name], name: [name], status: [status], updated_at: [updatedAt]}),
  );

  return connection(found.toSorted(SORTS[sortKey]), page);
}
