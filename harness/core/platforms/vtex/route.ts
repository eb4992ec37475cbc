import {http} from 'msw';
import type {HttpHandler} from 'msw';
import type {Vtex, VtexAccount} from '../../world/vtex.ts';
import type {Access, Caller, Callers} from './callers.ts';
import {addressed, isOwnOrigin, isVtexHost} from './vtex-hosts.ts';
import {refusal} from './refusals.ts';
import type {VtexService} from './refusals.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'all';

/** One endpoint: where it is, what it answers to whom. */
export interface VtexRoute {
  readonly method: Method;
  /** `:name` is one segment, `*` at the end is any rest. */
  readonly path: string;
  /** Where it is at one host alone. */
  readonly host?: string;
  readonly answer: (call: AnyAccountCall, served: Served) => Response | Promise<Response>;
}

/** `GET /api/…`, as in VTEX's own reference. */
export type Endpoint = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'ALL'} /${string}`;

type Answer = Response | Promise<Response>;

/** How the endpoints of one service are written down. */
export interface RoutesOf {
  /** Open to whoever belongs to it; everybody else gets the service's own 401 or 403. */
  only(access: Access, endpoint: Endpoint, answer: (call: VtexCall, caller: Caller) => Answer): VtexRoute;
  anyone(endpoint: Endpoint, answer: (call: VtexCall) => Answer): VtexRoute;
  /** Needs no account in its address: the token or the key tells. */
  anyAccount(endpoint: Endpoint, answer: (call: AnyAccountCall) => Answer): VtexRoute;
}

export function routesOf(service: VtexService): RoutesOf {
  const addressedTo =
    (answer: (call: VtexCall, served: Served) => Answer) =>
    (call: AnyAccountCall, served: Served): Answer =>
      call.account === null
        ? noAccount(call.url, served.vtex)
        : answer({...call, account: call.account}, served);

  return {
    only: (access, endpoint, answer) => ({
      ...readEndpoint(endpoint),
      answer: addressedTo(async (call, {vtex, callers}) => {
        const caller = await callers.authorize(call.request, call.account, access);
        return typeof caller === 'number' ? refusal(service, caller, vtex.assumptions) : answer(call, caller);
      }),
    }),
    anyone: (endpoint, answer) => ({...readEndpoint(endpoint), answer: addressedTo((call) => answer(call))}),
    anyAccount: (endpoint, answer) => ({...readEndpoint(endpoint), answer: (call) => answer(call)}),
  };
}

function readEndpoint(endpoint: Endpoint): {method: Method; path: string} {
  const [method = '', path = ''] = endpoint.split(' ');
  return {method: method.toLowerCase() as Method, path};
}

/** A request, with what its address says. */
export interface AnyAccountCall {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly account: VtexAccount | null;
  readonly workspace: string;
}

export interface VtexCall extends AnyAccountCall {
  readonly account: VtexAccount;
}

/** What is needed to serve routes. */
export interface Served {
  readonly vtex: Vtex;
  readonly callers: Callers;
}

/**
 * One MSW handler for every host form of VTEX: MSW asks its handlers one after the other, so a handler for each of the
 * routes would cost a request more than all that VTEX does.
 */
export function handlerOf(routes: readonly VtexRoute[], served: Served): HttpHandler {
  const {vtex} = served;
  const known = routes.map((route) => ({...route, at: patternOf(route.path)}));

  const handler = http.all(hostPattern(vtex), async ({request}) => {
    const url = new URL(request.url);
    if (!isVtexHost(url.hostname, vtex)) return undefined;

    const {account, workspace} = addressed(url, vtex);
    const answered = (response: Response): Response => readable(response, {request, url, account}, vtex);
    if (isPreflight(request)) return account === null ? undefined : answered(preflightAnswer(request));

    for (const {method, host = url.hostname, at, answer} of known) {
      const matched =
        (method === 'all' || method.toUpperCase() === request.method) &&
        host === url.hostname &&
        at.exec(url.pathname);
      if (matched)
        return answered(
          await answer({request, url, params: decoded({...matched.groups}), account, workspace}, served),
        );
    }

    return undefined;
  });

  // MSW shows a pattern as it is, which nobody can read.
  Object.assign(handler.info, {header: `ALL https://${vtex.account.name}.myvtex.com/api/…`});
  return handler;
}

function isPreflight({method, headers}: Request): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');
}

/** Whether a page may send what it asks to send is told by `readable`. */
function preflightAnswer({headers}: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': headers.get('access-control-request-headers') ?? '*',
    },
  });
}

function hostPattern({accounts}: Vtex): RegExp {
  const own = Object.values(accounts).flatMap(({hosts}) => hosts);
  const hosts = [...own, 'myvtex.com', 'vtexcommercestable.com.br', 'vtex.com.br', 'vtex.com'].map((host) =>
    host.replaceAll('.', String.raw`\.`),
  );
  return new RegExp(`^https?://(?:[^/:]+\\.)?(?:${hosts.join('|')})(?::\\d+)?/`);
}

/** Lets pages on the account's own hosts read an answer, with cookies. */
function readable(
  response: Response,
  {request, url, account}: {request: Request; url: URL; account: VtexAccount | null},
  {assumptions}: Vtex,
): Response {
  const origin = request.headers.get('origin');
  if (
    origin === null ||
    origin === url.origin ||
    account === null ||
    assumptions.cors === 'none' ||
    !isOwnOrigin(origin, account)
  ) {
    return response;
  }

  response.headers.set('access-control-allow-origin', origin);
  response.headers.set('access-control-allow-credentials', 'true');
  response.headers.append('vary', 'Origin');

  return response;
}

function noAccount(url: URL, vtex: Vtex): Response {
  const {name} = addressed(url, vtex);
  const known = Object.keys(vtex.accounts).join(', ');
  return name === null
    ? Response.json(
        {error: `${url.hostname} serves every VTEX account: name one with ?an=. Known: ${known}.`},
        {status: vtex.assumptions.missingAccountStatus},
      )
    : Response.json({error: `No VTEX account is called "${name}". Known: ${known}.`}, {status: 404});
}

function patternOf(path: string): RegExp {
  const body = path
    .replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/\*$/, '.*')
    .replaceAll(/:(\w+)/g, '(?<$1>[^/]+)');
  return new RegExp(`^${body}/?$`);
}

function decoded(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, safelyDecoded(value)]));
}

/** A text that is not encoded well is taken as it is. */
export function safelyDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
