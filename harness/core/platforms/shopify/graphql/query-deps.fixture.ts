import type {Notice} from '../../../../notices.ts';
import type {QueryDeps} from './query-context.ts';

/** The deps of queries in a test, with the notices that came. */
export interface QueryDepsFixture extends QueryDeps {
  readonly notices: readonly Notice[];
}

/** Makes deps of queries: seed 1, prices in USD. */
export function queryDeps(change: Partial<QueryDeps> = {}): QueryDepsFixture {
  const notices: Notice[] = [];
  return {
    seed: 1,
    currency: 'USD',
    country: 'US',
    generated: 'value',
    resolvers: new Map(),
    notices,
    notice: (notice) => notices.push(notice),
    ...change,
  };
}
