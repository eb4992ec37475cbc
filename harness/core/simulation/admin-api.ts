import type {Clock} from '../../clock.ts';
import {AdminRecords} from '../platforms/shopify/admin/admin-records.ts';
import type {AdminSchema} from '../platforms/shopify/admin/admin-schema-option.ts';
import type {AdminDeps} from '../platforms/shopify/admin/admin-state.ts';
import type {QueryDeps} from '../platforms/shopify/graphql/query-context.ts';
import type {Ids} from '../world/ids.ts';
import type {AppAccess} from './app-access.ts';
import type {Issuer} from './issuer.ts';
import {shopModelOf} from './shop-model.ts';
import type {ShopModelParts} from './shop-model.ts';
import type {TestResolvers} from './test-resolvers.ts';

/** The parts of a simulation that its Admin API is made of. */
export interface AdminApiParts extends ShopModelParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly appAccess: AppAccess;
  readonly issuer: Issuer;
  readonly resolvers: TestResolvers;
  /** The option `adminSchema`. */
  readonly adminSchema?: AdminSchema | undefined;
}

/** Returns the parts of a simulation that the Admin API needs. Its records end when the app is uninstalled. */
export function adminApiOf(parts: AdminApiParts, queries: QueryDeps): AdminDeps {
  const {world, clock, ids, appAccess, issuer, resolvers, adminSchema} = parts;
  const now = (): number => clock.nowOf('platform');
  const newId = (type: string): string => ids.gid(type);
  const records = new AdminRecords({now, newId});
  const {installation, tokens} = appAccess;

  installation.onChange(({kind}) => {
    if (kind !== 'uninstalled') return;
    records.webhooks.clear();
    records.billing.cancelAll();
  });

  return {
    shop: world.shop,
    app: world.app,
    queries: {...queries, resolvers: resolvers.ofAdmin},
    schema: adminSchema,
    tokens,
    installation,
    records,
    model: shopModelOf(parts),
    nextFault: () => issuer.apiFaults.ofAdminApi(),
    now,
    newId,
  };
}
