import {matcherOf} from '../graphql/search-syntax.ts';
import type {ResolvedOrder} from './order-resolver.ts';

/** Finds orders by the documented search syntax. */
export function searchOrders(
  orders: readonly ResolvedOrder[],
  query: string | null | undefined,
): readonly ResolvedOrder[] {
  if (query == null || query.trim() === '') return orders;

  const matches = matcherOf(query);
  return orders.filter(({name, number, processedAt}) => {
    const names = [name, String(number)];
    return matches({'': names, name: names, processed_at: [processedAt], created_at: [processedAt]});
  });
}
