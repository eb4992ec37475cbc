import type {AdminState} from '../../wire/admin.ts';
import {storeHandle} from '../platforms/shopify/app-authorization/host-parameter.ts';
import type {World} from '../world/world.ts';
import {AdminPages} from './admin-pages.ts';
import type {AppAccess} from './app-access.ts';

/** The parts of a simulation that its admin needs. */
export interface SimulationAdminDeps {
  readonly world: World;
  readonly appAccess: AppAccess;
}

/** Creates the admin's pages of one simulation. */
export function createAdminPages({world, appAccess}: SimulationAdminDeps): AdminPages {
  return new AdminPages({
    state: () => stateOf(world, appAccess),
    frameUrl: ({path, query}) => {
      const url = frameAddress(world.app.url ?? '', path);
      for (const [name, value] of new URLSearchParams(query)) url.searchParams.append(name, value);
      return appAccess.launchUrl(url.href, {locale: appAccess.staff.locale});
    },
    idToken: async (renew) => (await appAccess.idTokens.take({renew}))?.value ?? null,
  });
}

function stateOf({app, shop}: World, {staff}: AppAccess): AdminState {
  const {id, firstName, lastName} = staff;
  return {
    app: {clientId: app.clientId, name: app.name, url: app.url ?? ''},
    shop: {name: shop.name, handle: storeHandle(shop), domain: shop.domain},
    staff: {id, firstName, lastName},
  };
}

/** Returns the address of a path of the app. The root is the application URL, which may have a path of its own. */
function frameAddress(applicationUrl: string, path: string): URL {
  return path === '' || path === '/' ? new URL(applicationUrl) : new URL(path, applicationUrl);
}
