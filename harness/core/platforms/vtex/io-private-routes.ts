import {IO_HOST} from './vtex-hosts.ts';
import {routesOf} from './route.ts';
import type {VtexRoute} from './route.ts';

const {only} = routesOf('io');

/**
 * Private routes of VTEX IO: a user token in the header or a cookie; an app key and token pair does not count there. The
 * app behind them is yours: put a handler in front with `simulation.use`, or send it `vtexIoRequest`.
 */
export function privateRoutes(): readonly VtexRoute[] {
  return [
    {
      ...only(
        {shopper: true, admin: 'any-role', tokenOnly: true},
        'ALL /:app/v:major/:account/:workspace/*',
        ({params, url}) => {
          const error = `Nothing is linked as ${params['app']} to answer ${url.pathname}.`;
          return Response.json({error, next: 'Answer it with simulation.use(http.all(…)).'}, {status: 404});
        },
      ),
      host: IO_HOST,
    },
  ];
}
