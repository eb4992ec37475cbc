import type {HttpHandler} from 'msw';
import {once} from '../../../once.ts';
import {refuseSecretInBrowser} from '../../tokens/secret.ts';
import {PUBLISHED_PRIVATE_STOREFRONT_TOKEN} from '../../world/app.ts';
import {numberOf} from '../../world/gid.ts';
import type {World} from '../../world/world.ts';
import {disposable} from '../disposable.ts';
import type {Identification, Platform, ShownRequest} from '../platform.ts';
import {adminApi} from './admin/admin-api.ts';
import {confirmationPage} from './admin/billing/confirmation-page.ts';
import {appAuthorization, identifyApp} from './app-authorization/app-authorization.ts';
import {checkoutApi} from './checkout-api.ts';
import {accessTokenIn} from './customer-account/access-tokens.ts';
import {customerAccountApi, customerAccountDiscovery} from './customer-account-api.ts';
import {customerSignIn} from './customer-sign-in/customer-sign-in.ts';
import {extensionAssets} from './extension-assets.ts';
import {ownRequests} from './own-requests.ts';
import type {ShopifyDeps} from './shopify-deps.ts';
import {ACCOUNTS_HOST, shopifyHosts} from './shopify-hosts.ts';
import {carriesStorefrontToken} from './storefront/storefront-access.ts';
import {storefrontApi} from './storefront-api.ts';

/** Makes the simulated Shopify, as far as pages with extensions reach it. */
export function shopify(world: World, deps: ShopifyDeps): Platform {
  refuseSecretInBrowser(world.app.privateStorefrontToken, {
    published: [PUBLISHED_PRIVATE_STOREFRONT_TOKEN],
    option: 'app.privateStorefrontToken',
  });

  const hosts = shopifyHosts(world.shop);
  const made = shopifyHandlers(world, deps);
  return {
    hosts,
    handlesHost: (host) => hosts.includes(host),
    get handlers() {
      return made.handlers();
    },
    get ownHandlers() {
      return made.ownHandlers();
    },
    get openHandlers() {
      return made.openHandlers();
    },
    environment: environmentOf(world),
    get secrets() {
      const {accessTokens, customerSignIn: signIn, appAuthorization: appAccess} = deps;
      const {tokens, codes} = appAccess;
      const ofCustomers = [...accessTokens.issued, ...signIn.grants.issued];
      return [...ofCustomers, ...tokens.issued, ...codes.issued];
    },
    identify: async (shown) => identifyBackend(shown, deps),
  };
}

/** The MSW handlers, made when they are first used: a simulation that only mints tokens needs none. */
interface ShopifyHandlers {
  handlers(): readonly HttpHandler[];
  ownHandlers(): readonly HttpHandler[];
  openHandlers(): readonly HttpHandler[];
}

function shopifyHandlers(world: World, deps: ShopifyDeps): ShopifyHandlers {
  const publicApis = once(() => [
    extensionAssets((url) => deps.codeAt(url)),
    ...storefrontApi(world.shop, deps),
    ...adminApi(deps.admin, deps),
    ...confirmationPage(deps.admin),
    customerAccountDiscovery(world.shop),
    ...customerSignIn(deps.customerSignIn),
    ...appAuthorization(deps.appAuthorization),
  ]);

  const openDeps = {...deps, knowsPage: () => true, knowsActivation: () => true};
  const pageApis = (given: ShopifyDeps): readonly HttpHandler[] => [
    ...customerAccountApi({...given, client: given.customerSignIn.client}),
    ...checkoutApi(world.shop, given),
  ];

  const handlers = once(() => [...pageApis(deps), ...publicApis()].map(disposable));
  const ownHandlers = once(() => [disposable(ownRequests(deps, handlers()))]);
  const openHandlers = once(() => [...pageApis(openDeps), ...publicApis()].map(disposable));
  return {handlers, ownHandlers, openHandlers};
}

/** Returns the variables of a storefront's backend, under the names that Hydrogen reads. */
function environmentOf({app, shop}: World): Readonly<Record<string, string>> {
  const shopNumber = numberOf(shop.id);
  return {
    PUBLIC_STORE_DOMAIN: shop.domain,
    PUBLIC_STOREFRONT_API_TOKEN: app.publicStorefrontToken,
    PRIVATE_STOREFRONT_API_TOKEN: app.privateStorefrontToken,
    PUBLIC_CUSTOMER_ACCOUNT_API_CLIENT_ID: app.customerAuthentication.clientId,
    PUBLIC_CUSTOMER_ACCOUNT_API_URL: `https://${ACCOUNTS_HOST}/${shopNumber}`,
    SHOP_ID: shopNumber,
  };
}

function identifyBackend(
  shown: ShownRequest,
  deps: Pick<ShopifyDeps, 'accessTokens' | 'appAuthorization' | 'customerSignIn' | 'storefrontTokens'>,
): Identification | null {
  return identifyCustomer(shown, deps) ?? identifyApp(shown, deps.appAuthorization);
}

function identifyCustomer(
  {headers, body}: ShownRequest,
  {
    accessTokens,
    customerSignIn: {grants},
    storefrontTokens,
  }: Pick<ShopifyDeps, 'accessTokens' | 'customerSignIn' | 'storefrontTokens'>,
): Identification | null {
  const form = new URLSearchParams(body);
  const values = [form.get('code'), form.get('refresh_token')];
  if (values.some((value) => value !== null && grants.knows(value))) return 'token';
  if (accessTokens.knows(accessTokenIn(headers) ?? '')) return 'token';
  return carriesStorefrontToken(headers, storefrontTokens) ? 'key' : null;
}
