import {didYouMean} from '../../../known-values.ts';
import {routesOf} from './route.ts';
import type {VtexRoute} from './route.ts';

const {anyAccount} = routesOf('vtex-id');

/** The services that VTEX has below `/api`. A path of one of them that no route matches is not simulated. */
const SERVICES = [
  'vtexid',
  'oms',
  'checkout',
  'catalog',
  'catalog_system',
  'logistics',
  'license-manager',
  'sessions',
  'segments',
  'dataentities',
  'pricing',
  'rnb',
  'io',
  'intelligent-search',
  'authenticator',
];

/** Answers the endpoints of VTEX that are not simulated, with 501 and the list of those that are. */
export function unknownEndpoints(routes: readonly VtexRoute[]): readonly VtexRoute[] {
  return SERVICES.map((service) => {
    const ofService = routes.filter(({path}) => path.startsWith(`/api/${service}`));
    const known = new Set(ofService.map(({method, path}) => `${method} ${path}`));

    return anyAccount(`ALL /api/${service}/*`, ({request, url}) => {
      const asked = `${request.method} ${url.pathname}`;
      const next = didYouMean(asked, known, {note: 'Answer it with simulation.use.'});
      return Response.json({error: `The simulated VTEX has no ${asked}.`, next}, {status: 501});
    });
  });
}
