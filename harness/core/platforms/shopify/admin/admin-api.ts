import {HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import type {StaffMember} from '../../../world/staff.ts';
import type {Shop} from '../../../world/shop.ts';
import {PAGE_SECRET_HEADER} from '../../../../wire/control.ts';
import {isPreflight} from '../../cors-headers.ts';
import {http} from '../../platform-http.ts';
import {readableByPages} from '../page-endpoint.ts';
import {isAccessRefusal, readAccess} from './access-refusal.ts';
import type {AdminDeps} from './admin-state.ts';
import {answerAdminRequest, notOfApi, refused} from './answer-request.ts';
import {directAccess, directVersion, NO_DIRECT_API} from './direct-api.ts';
import {accessUnder} from './faulty-access.ts';

/** The pages whose extensions ask by the direct API. */
export interface AdminApiPages {
  /** Whether a host page of this simulation holds this secret. */
  knowsPage(secret: string | null): boolean;
  /** Returns the staff member who uses the admin; `null` in the offline mode. */
  directStaff(): StaffMember | null;
}

/** Returns the URL before `admin/api/<version>/graphql.json`. */
export function adminApiBase(shop: Shop): string {
  return `https://${shop.domain}/`;
}

/** Whether this is a path of the Admin API, GraphQL or REST. */
export function isAdminApi({pathname}: URL): boolean {
  return pathname.startsWith('/admin/api/');
}

/**
 * The Admin API: GraphQL over what simhost simulates. REST paths are refused by name. The admin itself asks it for
 * extensions, without an access token.
 *
 * @see https://shopify.dev/docs/api/admin-graphql
 */
export function adminApi(deps: AdminDeps, pages: AdminApiPages): readonly HttpHandler[] {
  const base = `${adminApiBase(deps.shop)}admin/api`;
  const isOfPage = ({headers}: Request): boolean => pages.knowsPage(headers.get(PAGE_SECRET_HEADER));

  return [
    http.options(
      ({request}) => asksForPage(request, deps.shop),
      ({request}) => new HttpResponse(null, {status: 204, headers: readableByPages(request)}),
    ),
    http.all(
      ({request}) => isOfPage(request) && isAdminApiOf(request, deps.shop),
      ({request}) => answerPage(request, pages, deps),
    ),
    http.post(`${base}/:version/graphql.json`, ({request, params}) =>
      answerToken(request, String(params['version']), deps),
    ),
    http.post(`${base}/graphql.json`, ({request}) => answerToken(request, null, deps)),
    http.all(`${base}/*`, ({request}) => refuseRest(request, deps)),
  ];
}

/** Answers a query with an access token. */
function answerToken(request: Request, version: string | null, deps: AdminDeps): Promise<Response> {
  const under = (armed: Parameters<typeof accessUnder>[0]): ReturnType<typeof accessUnder> =>
    accessUnder(armed, request.headers, deps);
  return answerAdminRequest({request, version, accessUnder: under}, deps);
}

/** Answers a query that the admin sends for an extension, so that its page can read the answer. */
async function answerPage(request: Request, pages: AdminApiPages, deps: AdminDeps): Promise<Response> {
  const answer = await answerDirectly(request, pages.directStaff(), deps);
  if (answer.type === 'error') return answer;
  for (const [name, value] of Object.entries(readableByPages(request))) answer.headers.set(name, value);
  return answer;
}

/** Answers a query of the direct API, as a staff member or, with `null`, offline. */
export async function answerDirectly(
  request: Request,
  staff: StaffMember | null,
  deps: AdminDeps,
): Promise<Response> {
  const path = new URL(request.url).pathname.slice(1);
  const version = directVersion(path);
  if (version !== undefined && request.method === 'POST')
    return answerAdminRequest(
      {request, version, accessUnder: (armed) => directAccess(armed, staff, deps)},
      deps,
    );

  return notOfApi(NO_DIRECT_API, 404, {
    cause: `the direct API has no ${request.method} ${path}`,
    turn: 'extension',
    fix: "It is GraphQL only: fetch('shopify:admin/api/graphql.json', {method: 'POST', body}).",
  });
}

function isAdminApiOf({url}: Request, shop: Shop): boolean {
  const {origin, pathname} = new URL(url);
  return `${origin}/` === adminApiBase(shop) && pathname.startsWith('/admin/api/');
}

/** Whether a browser asks whether a host page may send a query. */
function asksForPage(request: Request, shop: Shop): boolean {
  const {method, headers} = request;
  const asked = headers.get('access-control-request-headers') ?? '';
  return isPreflight(method, headers) && asked.includes(PAGE_SECRET_HEADER) && isAdminApiOf(request, shop);
}

/** Refuses a REST path by name. A token is asked for first, as on the platform. */
function refuseRest(request: Request, deps: AdminDeps): Response {
  const access = readAccess(request.headers, deps.tokens);
  if (isAccessRefusal(access)) return refused(access);

  const {pathname} = new URL(request.url);
  const cause = `simhost does not simulate the REST Admin API, and this is ${request.method} ${pathname}`;
  const fix =
    'Use the GraphQL Admin API (POST …/graphql.json), or answer the path with an MSW handler in simulation.use.';
  return notOfApi({errors: `${cause}. ${fix}`}, 501, {cause, turn: 'set-up', fix});
}
