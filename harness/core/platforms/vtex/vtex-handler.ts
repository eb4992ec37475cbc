import type {HttpHandler} from 'msw';
import {http} from '../platform-http.ts';
import type {Vtex} from '../../world/vtex.ts';
import {isPreflight} from '../cors-headers.ts';
import type {AnyAccountCall, VtexRoute} from './route.ts';
import {paramsOf, patternOf} from './route-pattern.ts';
import {markSentTwice} from './sent-twice.ts';
import type {VtexContext} from './vtex-context.ts';
import {preflightAnswer, withCors} from './vtex-cors.ts';
import {addressed, isVtexHost} from './vtex-hosts.ts';

interface Matcher {
  readonly route: VtexRoute;
  readonly pattern: RegExp;
}

/**
 * Makes one MSW handler for every route and every host of VTEX. MSW asks its handlers one after the other, so
 * a handler for each route would cost a request more time than all that VTEX does.
 */
export function vtexHandler(makeRoutes: () => readonly VtexRoute[], context: VtexContext): HttpHandler {
  const {vtex} = context;
  // Made by the first request. Most simulations get none, and the routes would be a quarter of their start.
  let matchers: readonly Matcher[] | undefined;

  const handler = http.all(hostPattern(vtex), async ({request}) => {
    const url = new URL(request.url);
    if (!isVtexHost(url.hostname, vtex)) return undefined;

    const {account} = addressed(url, vtex);
    if (isPreflight(request.method, request.headers)) {
      return account === null ? undefined : withCors(preflightAnswer(request), request, account, vtex);
    }

    matchers ??= makeRoutes().map((route) => ({route, pattern: patternOf(route.path)}));
    for (const {route, pattern} of matchers) {
      if (!isFor(route, request.method, url.hostname)) continue;
      const match = pattern.exec(url.pathname);
      if (match === null) continue;

      const call = {request, url, params: paramsOf({...match.groups}), account};
      const response = explained(await route.answer(call, context), call, context);
      return withCors(response, request, account, vtex);
    }

    return undefined;
  });

  // MSW would show the pattern of the hosts, which is unreadable.
  Object.assign(handler.info, {header: `ALL https://${vtex.account.name}.myvtex.com/api/…`});
  return handler;
}

/** Explains a 401 to a request whose token came twice, if every endpoint refuses that. */
function explained(response: Response, {request, account}: AnyAccountCall, {callers}: VtexContext): Response {
  const isRefused = response.status === 401 && callers.refusesTwice(request, account, 'refuse');
  return isRefused ? markSentTwice(response) : response;
}

function isFor({method, host}: VtexRoute, asked: string, hostname: string): boolean {
  return (method === 'ALL' || method === asked) && (host === undefined || host === hostname);
}

function hostPattern({accounts}: Vtex): RegExp {
  const own = Object.values(accounts).flatMap(({hosts}) => hosts);
  const hosts = [...own, 'myvtex.com', 'vtexcommercestable.com.br', 'vtex.com.br', 'vtex.com'];
  const escaped = hosts.map((host) => host.replaceAll('.', String.raw`\.`));

  return new RegExp(`^https?://(?:[^/:]+\\.)?(?:${escaped.join('|')})(?::\\d+)?/`);
}
