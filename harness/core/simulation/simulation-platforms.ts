import type {Clock} from '../../clock.ts';
import {ShopMinis} from '../platforms/shop-minis/shop-minis.ts';
import {shopify} from '../platforms/shopify/shopify.ts';
import type {ShopifyDeps} from '../platforms/shopify/shopify-deps.ts';
import {vtex} from '../platforms/vtex/vtex-platform.ts';
import type {VtexPlatform} from '../platforms/vtex/vtex-platform.ts';
import type {Ids} from '../world/ids.ts';
import type {World} from '../world/world.ts';
import type {NoticeLog} from '../../notices.ts';
import {oneOf} from '../../known-values.ts';
import {GENERATED_OPTIONS} from '../platforms/shopify/graphql/query-context.ts';
import type {GeneratedOption} from '../platforms/shopify/graphql/query-context.ts';
import type {Issuer} from './issuer.ts';
import type {LiveWorld, LiveWorldChange} from './live-world.ts';
import type {Mounts} from './mounts.ts';
import type {Pages} from './pages.ts';
import type {TestResolvers} from './test-resolvers.ts';
import {PlatformSet} from './platform-set.ts';

/** The parts of a simulation that its platforms need. */
export interface SimulationPlatformsDeps {
  readonly world: World;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly issuer: Issuer;
  readonly live: LiveWorld;
  readonly pages: Pages;
  readonly mounts: Mounts;
  readonly notices: NoticeLog;
  /** The option `generated`. */
  readonly generated: GeneratedOption;
  /** The resolvers of the test. */
  readonly resolvers: TestResolvers;
  /** Answers an extension of a surface that requests a session token. */
  readonly issueSessionToken: ShopifyDeps['issueSessionToken'];
}

/** The platforms of one simulation. */
export interface SimulationPlatforms {
  readonly vtex: VtexPlatform;
  readonly minis: ShopMinis;
  /** All of them, Shopify included, asked as one. */
  readonly platforms: PlatformSet;
}

/** Creates the platforms of one simulation. */
export function createPlatforms(deps: SimulationPlatformsDeps): SimulationPlatforms {
  const vtexPlatform = createVtex(deps);
  const minis = createMinis(deps);

  const platforms = new PlatformSet([shopify(deps.world, shopifyDeps(deps)), vtexPlatform, minis]);
  return {vtex: vtexPlatform, minis, platforms};
}

function createVtex({world, clock, ids, issuer}: SimulationPlatformsDeps): VtexPlatform {
  return vtex(world, {
    now: () => clock.nowOf('platform'),
    uuid: () => ids.uuid(),
    mint: (kind, options) => issuer.mint(kind, options),
    hasIssued: (claims) => issuer.minted(claims),
  });
}

function createMinis({world, clock, issuer, live}: SimulationPlatformsDeps): ShopMinis {
  return new ShopMinis(world.minis, {
    now: () => clock.nowOf('platform'),
    customer: () => live.customer,
    issue: (granted) => issuer.issueUserToken({scope: granted}),
  });
}

function shopifyDeps({
  world,
  live,
  pages,
  mounts,
  issuer,
  notices,
  generated,
  resolvers,
  issueSessionToken,
}: SimulationPlatformsDeps): ShopifyDeps {
  const {seed, shop} = world;
  oneOf('generated', generated, GENERATED_OPTIONS);
  const change = (given: LiveWorldChange): void => {
    live.update(given);
    pages.update();
  };

  return {
    queries: {
      seed,
      currency: shop.currency,
      country: shop.country,
      generated,
      resolvers: resolvers.byType,
      notice: (notice) => notices.add(notice),
    },
    storefront: () => ({
      ...live.storefront(),
      changeCheckout: (checkout) => change({checkout}),
    }),
    codeAt: (url) => mounts.codeAt(url),
    knowsPage: (secret) => pages.knowsSecret(secret),
    isUnsaved: (id) => mounts.isUnsaved(id),
    knowsActivation: (id, surface) => mounts.hasActivation(id, surface),
    issueSessionToken,
    lacksStorefrontToken: () => issuer.cases.take('storefront') !== null,
    account: () => ({
      ...live.account(),
      // The Customer Account API has checked the metafields.
      setMetafields: (metafields) => change({metafields}),
      setAddresses: (book, address) => {
        live.setAddressBook(book);
        change({customer: {address}});
      },
      changeCustomer: (customer) => change({customer}),
      setReturns: (returns) => change({order: {returns}}),
    }),
  };
}
