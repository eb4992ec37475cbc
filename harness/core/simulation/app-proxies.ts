import type {Clock} from '../../clock.ts';
import type {ArmedCases} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import {appProxyQuery} from '../platforms/shopify/app-proxy.ts';
import type {World} from '../world/world.ts';

/** The parts of a simulation that app proxies need. */
export interface AppProxiesDeps {
  readonly world: World;
  readonly clock: Clock;
  readonly cases: ArmedCases;
}

/** The shop's side of app proxies: requests that it sends on to the app, or answers itself. */
export class AppProxies {
  readonly #deps: AppProxiesDeps;

  /** Creates the shop's side from the parts of a simulation. */
  constructor(deps: AppProxiesDeps) {
    this.#deps = deps;
  }

  /** Returns the query with which the shop sends a request on, without `?`: the sender's, and what the shop adds. */
  query(search: string, pathPrefix: string): Promise<string> {
    const {world, clock} = this.#deps;
    const {app, shop} = world;

    return appProxyQuery(search, {
      app,
      shop: shop.domain,
      pathPrefix,
      timestamp: Math.floor(clock.nowOf('platform') / 1000),
      customerId: app.proxyCustomerId === 'absent' ? null : '',
    });
  }

  /** Returns the page to which the shop redirects the next request in place of the app, if a case says so. */
  redirect(): {readonly case: CaseId; readonly location: string} | null {
    const delivery = this.#deps.cases.take('shop');
    return delivery === null
      ? null
      : {case: delivery.id, location: `https://${this.#deps.world.shop.domain}/password`};
  }
}
