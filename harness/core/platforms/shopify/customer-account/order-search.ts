import {matcherOf} from '../graphql/search-syntax.ts';

/** The fields of an order that searches look at. */
interface SearchedOrder {
  readonly name: string;
  readonly number: number;
  readonly processedAt: string;
}

/** Finds orders by the documented search syntax. */
export function searchOrders<Item extends SearchedOrder>(
  orders: readonly Item[],
  query: string | null | undefined,
): readonly Item[] {
  if (query == null || query.trim() === '') return orders;

  const matches = matcherOf(query);
  return orders.filter(({name, number, processedAt}) => {
    const names = [name, String(number)];
    return matches({'': names, name: names, processed_at: [processedAt], created_at: [processedAt]});
  });
}
