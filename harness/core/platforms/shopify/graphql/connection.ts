/** The arguments by which a query asks for a part of a list. */
export interface PageOf {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

/** The most that a query may ask for at once. */
const LONGEST_PAGE = 250;

/** An error of a query's arguments, as Shopify answers it. */
export class BadRequest extends Error {
  readonly extensions = {code: 'BAD_REQUEST'};
}

/**
 * Pages a list as Shopify's GraphQL APIs do, with ids as cursors. Like these, it refuses a query without `first` or
 * `last`, with both, or for more than 250.
 *
 * @see https://shopify.dev/docs/api/usage/pagination-graphql
 */
export function connection(all: readonly {readonly id: string}[], page: PageOf): object {
  refuseBadPage(page);
  const {first, after, last, before, reverse} = page;

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
    totalCount: all.length,
    pageInfo: {
      hasNextPage: end < listed.length,
      hasPreviousPage: start > 0,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
  };
}

function refuseBadPage({first, last}: PageOf): void {
  if (first == null && last == null) throw new BadRequest('you must provide one of first or last');
  if (first != null && last != null) throw new BadRequest('providing both first and last is not supported');

  const [name, count] = first == null ? ['last', last ?? 0] : ['first', first];
  if (count < 0) throw new BadRequest(`${name} cannot be negative`);
  if (count > LONGEST_PAGE) throw new BadRequest(`${name} cannot exceed ${LONGEST_PAGE}`);
}
