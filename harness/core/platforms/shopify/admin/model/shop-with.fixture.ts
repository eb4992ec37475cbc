import {adminDeps} from '../admin-deps.fixture.ts';
import type {AdminDepsFixture} from '../admin-deps.fixture.ts';
import type {AppOptions} from '../../../../world/app.ts';
import {ask} from '../admin-deps.fixture.ts';

/** All scopes of what the model answers. */
export const ALL_SCOPES: readonly string[] = [
  'write_products',
  'write_publications',
  'write_inventory',
  'read_locations',
  'write_orders',
  'write_customers',
  'write_discounts',
];

/** Makes a shop whose app has all scopes, unless the test gives others. */
export function shopWith(app: AppOptions = {}): AdminDepsFixture {
  return adminDeps({app: {scopes: ALL_SCOPES, ...app}});
}

/** Asks, and returns the data; fails if there are errors. */
export async function dataOf(
  shop: AdminDepsFixture,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<unknown> {
  const {data, errors} = (await ask(shop, query, variables)) as {data: unknown; errors?: unknown};
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}
