/** Which part of a list a query asks for. */
export interface PageOf {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

/** A part of a list as Shopify's GraphQL APIs page it; ids are the cursors. Asking for no number is refused, as there. */
export function connection(
  all: readonly {readonly id: string}[],
  {first, after, last, before, reverse}: PageOf,
): object {
  if (first == null && last == null) throw new Error('you must provide one of first or last');
  const listed = reverse === true ? all.toReversed() : all;
  const place = (cursor: string | null | undefined): number => listed.findIndex(({id}) => id === cursor);
  const from = after == null ? 0 : place(after) + 1;
  const to = before == null || place(before) === -1 ? listed.length : place(before);
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
