import {routesOf} from './route.ts';
import type {VtexCall, VtexRoute} from './route.ts';
import {IO_HOST} from './vtex-hosts.ts';

const {only} = routesOf('io');

const SIGNED_IN = {shopper: true, admin: 'any-role', tokenOnly: true} as const;

/**
 * The private routes of VTEX IO. They take a user token in the header or a cookie, and no pair of app key and
 * app token. The app that answers is the author's: put a handler in front with `simulation.use`, or send the
 * app a `vtexIoRequest`.
 *
 * @see https://developers.vtex.com/docs/guides/service-path-patterns
 */
export function ioPrivateRoutes(): readonly VtexRoute[] {
  const route = only(SIGNED_IN, 'ALL /:app/v:major/:account/:workspace/*', notLinked);
  return [{...route, host: IO_HOST}];
}

function notLinked({params, url}: VtexCall): Response {
  const error = `No app "${params['app']}" is linked to answer ${url.pathname}.`;
  return Response.json({error, next: 'Answer it with simulation.use(http.all(…)).'}, {status: 404});
}
