/** The arguments by which a query asks for a part of a list. */
export interface PageOf {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

/**
 * Pages a list as Shopify's GraphQL APIs do, with ids as cursors. Like these, it refuses a query without
 * `first` or `last`.
 *
 * @see https://shopify.dev/docs/api/usage/pagination-graphql
 */
export function connection(
  all: readonly {readonly id: string}[],
  {first, after, last, before, reverse}: PageOf,
): object {
  if (first == null && last == null) throw new Error('you must provide one of first or last');

  const listed = reverse === true ? all.toReversed() : all;
  const indexOf = (cursor: string | null | undefined): number => listed.findIndex(({id}) => id === cursor);

  // An unknown cursor limits nothing, as indexOf is -1.
  const from = after == null ? 0 : indexOf(after) + 1;
  const to = before == null || indexOf(before) === -1 ? listed.length : indexOf(before);
  const start = first == null ? Math.max(from, to - (last ?? 0)) : from;
  const end = first == null ? to : Math.min(to, from + first);
  const nodes = listed.slice(start, end);

  return {
    nodes,
    edges: nodes.map((node) => ({cursor: node.id, node})),
    pageInfo: {
      hasNextPage: end < listed.length,
      hasPreviousPage: start > 0,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
  };
}
