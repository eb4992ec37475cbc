import type {AdminState, ScopesDetail} from '../../wire/admin.ts';
import {adminApiBase, answerDirectly} from '../platforms/shopify/admin/admin-api.ts';
import type {AdminDeps} from '../platforms/shopify/admin/admin-state.ts';
import {storeHandle} from '../platforms/shopify/app-authorization/host-parameter.ts';
import type {World} from '../world/world.ts';
import {AdminPages} from './admin-pages.ts';
import {pickableResources} from './admin-resources.ts';
import type {AppAccess} from './app-access.ts';

/** The parts of a simulation that its admin needs. */
export interface SimulationAdminDeps {
  readonly world: World;
  readonly appAccess: AppAccess;
  /** The parts of the Admin API, which also answers the direct API. */
  readonly adminApi: AdminDeps;
}

/** Creates the admin's pages of one simulation. */
export function createAdminPages({world, appAccess, adminApi}: SimulationAdminDeps): AdminPages {
  const {installation} = appAccess;
  return new AdminPages({
    state: () => stateOf(world, appAccess),
    frameUrl: ({path, query}) => {
      const url = frameAddress(world.app.url ?? '', path);
      for (const [name, value] of new URLSearchParams(query)) url.searchParams.append(name, value);
      return appAccess.launchUrl(url.href, {locale: appAccess.staff.locale});
    },
    idToken: async (renew) => (await appAccess.idTokens.take({renew}))?.value ?? null,
    resources: (query) => pickableResources(query, adminApi.model),
    scopes: () => installation.scopes,
    grantScopes: (scopes) => {
      installation.grant(scopes);
      return installation.scopes;
    },
    revokeScopes: (scopes) => revoke(scopes, appAccess),
    direct: (path, body) => direct(path, body, {world, appAccess, adminApi}),
  });
}

function stateOf({app, shop}: World, {staff, installation}: AppAccess): AdminState {
  const {id, firstName, lastName, permissions} = staff;
  return {
    app: {clientId: app.clientId, name: app.name, url: app.url ?? ''},
    isInstalled: installation.isInstalled,
    shop: {name: shop.name, handle: storeHandle(shop), domain: shop.domain},
    staff: {
      id,
      firstName,
      lastName,
      accountAccess: permissions === null ? 'Full access' : 'Limited access',
    },
  };
}

/** Returns the address of a path of the app. The root is the application URL, which may have a path. */
function frameAddress(applicationUrl: string, path: string): URL {
  return path === '' || path === '/' ? new URL(applicationUrl) : new URL(path, applicationUrl);
}

function revoke(scopes: readonly string[], {installation}: AppAccess): ScopesDetail {
  const refusal = installation.revoke(scopes);
  if (refusal === null) return installation.scopes;
  throw new Error(`${refusal.code}: ${refusal.scopes.join(', ')}`);
}

/** Answers a request of the direct API. The status 0 is the answer of a browser that does not know the protocol. */
async function direct(
  path: string,
  text: string,
  {world, appAccess, adminApi}: SimulationAdminDeps,
): Promise<{status: number; body: string}> {
  const mode = world.app.directApi;
  if (mode === 'off') return {status: 0, body: ''};

  const request = new Request(new URL(path, adminApiBase(world.shop)), {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: text,
  });
  const answer = await answerDirectly(request, mode === 'online' ? appAccess.staff : null, adminApi);
  if (answer.type === 'error') throw new TypeError('Failed to fetch');
  return {status: answer.status, body: await answer.text()};
}
