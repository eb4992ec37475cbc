import type {App} from '../../../world/app.ts';
import type {Shop} from '../../../world/shop.ts';
import type {QueryDeps} from '../graphql/query-context.ts';
import type {AdminInstallation, AdminToken, AdminTokens} from './admin-access.ts';
import type {ArmedAdminFault} from './admin-api-fault.ts';
import type {AdminSchema} from './admin-schema-option.ts';
import type {AdminRecords} from './admin-records.ts';
import type {ShopModel} from './model/shop-model.ts';

/** The parts of a simulation that the Admin API needs. */
export interface AdminDeps {
  readonly shop: Shop;
  readonly app: App;
  /** The parts of all GraphQL APIs, with the resolvers that the test gave this one too. */
  readonly queries: QueryDeps;
  /** The schema of the author's codegen. Default: what simhost simulates. */
  readonly schema?: AdminSchema | undefined;
  /** The access tokens of the app. */
  readonly tokens: AdminTokens;
  readonly installation: AdminInstallation;
  readonly records: AdminRecords;
  /** The goods, orders and people of the shop. */
  readonly model: ShopModel;
  /** Resolves with the fault that an armed case gives the next query, or `null`. */
  nextFault(): Promise<ArmedAdminFault | null>;
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
  /** Makes the id of a new object: `gid://shopify/Product/…`. */
  newId(type: string): string;
}

/** The owner of the access token of a query. */
export type AdminCaller = Pick<AdminToken, 'access' | 'scopes' | 'staff'>;

/** The state that one query reads and changes. */
export interface AdminState extends AdminDeps {
  /** The version that answers the query. */
  readonly version: string;
  readonly caller: AdminCaller;
  /** Finds an object of any part of the API by its id, with its `__typename`. */
  find(id: string): object | null;
}
