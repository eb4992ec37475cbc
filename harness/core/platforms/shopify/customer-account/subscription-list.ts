import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {matcherOf} from '../graphql/search-syntax.ts';
import type {ResolvedSubscription} from './subscription-resolver.ts';

/** The arguments of a list of contracts. */
export interface SubscriptionsOf extends PageOf {
  readonly sortKey: 'CREATED_AT' | 'ID' | 'UPDATED_AT' | 'STATUS';
  readonly query?: string | null;
}

const KEYS = {
  CREATED_AT: 'createdAt',
  ID: 'id',
  UPDATED_AT: 'updatedAt',
  STATUS: 'status',
} as const;

/** Lists contracts by the documented search syntax, in the order of a key. */
export function listSubscriptions(
  all: readonly ResolvedSubscription[],
  {sortKey, query, ...page}: SubscriptionsOf,
): object {
  const matches = query == null || query.trim() === '' ? () => true : matcherOf(query);

  const found = all.filter(({id, status, createdAt, updatedAt}) =>
    matches({'': [id], id: [id], status: [status], created_at: [createdAt], updated_at: [updatedAt]}),
  );

  const key = KEYS[sortKey];
  return connection(
    found.toSorted((a, b) => (a[key] < b[key] ? -1 : Number(a[key] > b[key]))),
    page,
  );
}
