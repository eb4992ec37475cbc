import {nearest} from '../../../known-values.ts';
import {routesOf} from './route.ts';
import type {VtexRoute} from './route.ts';

const {anyAccount} = routesOf('vtex-id');

/** What VTEX keeps below `/api` for itself, by which an unknown path is told apart from a misspelt one. */
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

/** Endpoints of VTEX that are not simulated: an answer that says so and names what is. */
export function unknownEndpoints(routes: readonly VtexRoute[]): readonly VtexRoute[] {
  return SERVICES.map((service) =>
    anyAccount(`ALL /api/${service}/*`, ({request, url}) => {
      const known = routes
        .filter(({path}) => path.startsWith(`/api/${service}`))
        .map(({method, path}) => `${method.toUpperCase()} ${path}`);

      const asked = `${request.method} ${url.pathname}`;
      const near = nearest(asked, known);
      const next = `${near === undefined ? '' : `Did you mean ${near}? `}${known.length === 0 ? '' : `Known: ${[...new Set(known)].join(', ')}. `}`;

      return Response.json(
        {error: `The simulated VTEX has no ${asked}.`, next: `${next}Answer it with simulation.use.`},
        {status: 501},
      );
    }),
  );
}
