import type {Clock} from '../../clock.ts';
import {ShopMinis} from '../platforms/shop-minis/shop-minis.ts';
import {CustomerAccessTokens} from '../platforms/shopify/customer-account/access-tokens.ts';
import {SignInGrants} from '../platforms/shopify/customer-sign-in/sign-in-grants.ts';
import type {SignInDeps} from '../platforms/shopify/customer-sign-in/sign-in-deps.ts';
import type {WebhookSubscriptions} from '../platforms/shopify/admin/webhooks/webhook-subscriptions.ts';
import {shopify} from '../platforms/shopify/shopify.ts';
import type {AdminSchema} from '../platforms/shopify/admin/admin-schema-option.ts';
import type {AdminDeps} from '../platforms/shopify/admin/admin-state.ts';
import type {CustomerAccount} from '../platforms/shopify/customer-account/account-state.ts';
import type {ShopifyDeps} from '../platforms/shopify/shopify-deps.ts';
import type {CartStore} from '../platforms/shopify/storefront/cart-store.ts';
import type {StorefrontWorld} from '../platforms/shopify/storefront/storefront-world.ts';
import {vtex} from '../platforms/vtex/vtex-platform.ts';
import type {VtexPlatform} from '../platforms/vtex/vtex-platform.ts';
import {CustomerRecords} from '../world/customer-records.ts';
import type {CustomerAccounts} from '../world/customer-accounts.ts';
import type {Ids} from '../world/ids.ts';
import type {CustomerOption} from '../world/people.ts';
import type {World} from '../world/world.ts';
import type {NoticeLog} from '../../notices.ts';
import {oneOf} from '../../known-values.ts';
import {GENERATED_OPTIONS} from '../platforms/shopify/graphql/query-context.ts';
import type {GeneratedOption, QueryDeps} from '../platforms/shopify/graphql/query-context.ts';
import {adminApiOf} from './admin-api.ts';
import type {AdminPages} from './admin-pages.ts';
import type {AppAccess} from './app-access.ts';
import {createAdminPages} from './simulation-admin.ts';
import type {Issuer} from './issuer.ts';
import type {LiveWorld} from './live-world.ts';
import type {LiveWorldChange} from './live-world-change.ts';
import type {Mounts} from './mounts.ts';
import type {Pages} from './pages.ts';
import type {TestResolvers} from './test-resolvers.ts';
import {storefrontCarts} from './storefront-carts.ts';
import {Webhooks} from './webhooks.ts';
import {PlatformSet} from './platform-set.ts';

/** The parts of a simulation that its platforms need. */
export interface SimulationPlatformsDeps {
  readonly world: World;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly issuer: Issuer;
  readonly appAccess: AppAccess;
  readonly live: LiveWorld;
  readonly accounts: CustomerAccounts;
  readonly pages: Pages;
  readonly mounts: Mounts;
  readonly notices: NoticeLog;
  /** The option `generated`. */
  readonly generated: GeneratedOption;
  /** The resolvers of the test. */
  readonly resolvers: TestResolvers;
  /** The option `adminSchema`. */
  readonly adminSchema: AdminSchema | undefined;
  /** Answers an extension of a surface that requests a session token. */
  readonly issueSessionToken: ShopifyDeps['issueSessionToken'];
  /** Signs a person in. */
  signIn(customer: CustomerOption): void;
}

/** The platforms of one simulation. */
export interface SimulationPlatforms {
  readonly vtex: VtexPlatform;
  readonly minis: ShopMinis;
  /** All of them, Shopify included, asked as one. */
  readonly platforms: PlatformSet;
  /** The access tokens of customers. */
  readonly accessTokens: CustomerAccessTokens;
  /** The Admin API, with the webhooks and the charges of the app. */
  readonly adminApi: AdminDeps;
  /** The pages of the admin, which also ask the Admin API. */
  readonly adminPages: AdminPages;
  /** The webhooks that the shop sends to the app. */
  readonly webhooks: Webhooks;
  /** Ends the codes and tokens of a customer who is not signed in any more. */
  endSessionsOf(customerId: string): void;
}

/** Creates the platforms of one simulation. */
export function createPlatforms(deps: SimulationPlatformsDeps): SimulationPlatforms {
  const vtexPlatform = createVtex(deps);
  const minis = createMinis(deps);
  const {clock, ids, live} = deps;
  const now = (): number => clock.nowOf('platform');
  const accessTokens = new CustomerAccessTokens({ids, now, customer: () => live.customer});

  // Webhooks hear of an uninstall before the Admin API ends its subscriptions.
  const subscriptions = (): WebhookSubscriptions => forShopify.admin.records.webhooks;
  const {installation} = deps.appAccess;
  const webhooks = new Webhooks({world: deps.world, clock, ids, installation, subscriptions});
  const forShopify = shopifyDeps({...deps, accessTokens});
  const {grants} = forShopify.customerSignIn;
  const platforms = new PlatformSet([shopify(deps.world, forShopify), vtexPlatform, minis]);
  return {
    vtex: vtexPlatform,
    minis,
    platforms,
    accessTokens,
    adminApi: forShopify.admin,
    adminPages: createAdminPages({...deps, adminApi: forShopify.admin}),
    webhooks,
    endSessionsOf: (customerId) => grants.endAllOf(customerId),
  };
}

function createVtex({world, clock, ids, issuer}: SimulationPlatformsDeps): VtexPlatform {
  return vtex(world, {
    now: () => clock.nowOf('platform'),
    uuid: () => ids.uuid(),
    mint: (kind, options) => issuer.mint(kind, options),
    hasIssued: (claims) => issuer.minted(claims),
  });
}

function createMinis({world, clock, issuer, live, notices}: SimulationPlatformsDeps): ShopMinis {
  return new ShopMinis(world.minis, {
    now: () => clock.nowOf('platform'),
    customer: () => live.customer,
    issue: (granted) => issuer.issueUserToken({scope: granted}),
    notice: (notice) => notices.add(notice),
  });
}

type ShopifyParts = SimulationPlatformsDeps & Pick<SimulationPlatforms, 'accessTokens'>;

function shopifyDeps(deps: ShopifyParts): ShopifyDeps {
  const {world, live, pages, mounts, issuer, notices, generated, resolvers, issueSessionToken} = deps;
  const {seed, shop} = world;
  oneOf('generated', generated, GENERATED_OPTIONS);
  const records = new CustomerRecords(world);
  const carts = storefrontCarts(deps);
  const change = (given: LiveWorldChange): void => {
    live.update(given);
    pages.update();
  };

  const queries: QueryDeps = {
    seed,
    currency: shop.currency,
    country: shop.country,
    generated,
    resolvers: resolvers.byType,
    notice: (notice) => notices.add(notice),
  };

  return {
    queries,
    admin: adminApiOf(deps, queries),
    directStaff: () => (world.app.directApiMode === 'offline' ? null : deps.appAccess.staff),
    appAuthorization: deps.appAccess.authorization,
    accessTokens: deps.accessTokens,
    customerSignIn: signInOf(deps),
    storefrontTokens: world.app,
    storefront: () => storefrontOf(deps, carts),
    codeAt: (url) => mounts.codeAt(url),
    knowsPage: (secret) => pages.knowsSecret(secret),
    isUnsaved: (id) => mounts.isUnsaved(id),
    knowsActivation: (id, surface) => mounts.hasActivation(id, surface),
    issueSessionToken,
    apiFault: (api) => issuer.apiFaults.next(api),
    account: () => accountOf(deps, records, change),
  };
}

/** Returns the parts of the sign-in of customers. */
function signInOf({world, clock, ids, live, accounts, accessTokens, signIn}: ShopifyParts): SignInDeps {
  const now = (): number => clock.nowOf('platform');
  const client = world.app.customerAuthentication;
  return {
    shop: world.shop,
    client,
    customers: accounts.customers,
    grants: new SignInGrants({ids, accessTokens, now, reusedCode: client.reusedCode}),
    customer: () => live.customer,
    signIn: (id) => signIn(id === null ? null : {id}),
    now,
  };
}

type Change = (change: LiveWorldChange) => void;

/** Returns the state of the Storefront API. */
function storefrontOf({live, accounts, pages}: SimulationPlatformsDeps, carts: CartStore): StorefrontWorld {
  return {
    ...live.storefront(),
    accounts,
    carts,
    changeCustomer(customer) {
      const changed = live.changeCustomer(customer);
      pages.update();
      return changed;
    },
  };
}

/** Returns the state of the Customer Account API. */
function accountOf(
  {live, clock, accounts}: SimulationPlatformsDeps,
  records: CustomerRecords,
  change: Change,
): CustomerAccount {
  const account = live.account();
  const owner = account.customer ?? account.buyer;

  return {
    ...account,
    products: live.records.products,
    now: () => clock.nowOf('platform'),
    records: () => records.of(owner),
    changeRecords: (given) => records.change(owner, given),
    issueStorefrontToken: async (id) => (await accounts.tokens.issue(id)).accessToken,
    // The Customer Account API has checked the metafields.
    setMetafields(metafields) {
      live.setMetafields(metafields);
      change({});
    },
    setAddresses: (book, address) => {
      live.setAddressBook(book);
      change({customer: {address}});
    },
    changeCustomer: (customer) => change({customer}),
    setReturns: (returns) => change({order: {returns}}),
  };
}
