import {http} from 'msw';
import type {HttpHandler} from 'msw';
import type {Vtex} from '../../world/vtex.ts';
import type {Reason} from '../../../wire/verdict.ts';
import {isPreflight} from '../cors-headers.ts';
import {problemHeader} from '../problem.ts';
import type {AnyAccountCall, VtexRoute} from './route.ts';
import {paramsOf, patternOf} from './route-pattern.ts';
import type {VtexContext} from './vtex-context.ts';
import {preflightAnswer, withCors} from './vtex-cors.ts';
import {addressed, isVtexHost} from './vtex-hosts.ts';

const SENT_TWICE: Reason = {
  cause: 'the token was sent twice, in a header and in a cookie',
  turn: 'extension',
  fix: 'VTEX refuses both together: send the token in one of them.',
};

/**
 * Makes one MSW handler for every route and every host of VTEX. MSW asks its handlers one after the other, so
 * a handler for each route would cost a request more time than all that VTEX does.
 */
export function vtexHandler(routes: readonly VtexRoute[], context: VtexContext): HttpHandler {
  const {vtex} = context;
  const matchers = routes.map((route) => ({route, pattern: patternOf(route.path)}));

  const handler = http.all(hostPattern(vtex), async ({request}) => {
    const url = new URL(request.url);
    if (!isVtexHost(url.hostname, vtex)) return undefined;

    const {account} = addressed(url, vtex);
    if (isPreflight(request.method, request.headers)) {
      return account === null ? undefined : withCors(preflightAnswer(request), request, account, vtex);
    }

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

/** Explains a 401 to a request whose token came twice, so that nobody looks for a fault in the token. */
function explained(response: Response, {request, account}: AnyAccountCall, {callers}: VtexContext): Response {
  const isRefused = callers.refusesTwice(request, account, 'refuse', 'refuse-validation');
  if (response.status !== 401 || !isRefused) return response;

  for (const [name, value] of Object.entries(problemHeader(SENT_TWICE))) response.headers.set(name, value);
  return response;
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
