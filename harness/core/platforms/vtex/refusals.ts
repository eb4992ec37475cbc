import type {VtexAssumptions} from '../../world/vtex-assumptions.ts';

/** The service that a route belongs to; each refuses in words of its own. */
export type VtexService =
  | 'vtex-id'
  | 'oms'
  | 'checkout'
  | 'logistics'
  | 'catalog'
  | 'license-manager'
  | 'master-data'
  | 'sessions'
  | 'io'
  | 'admin';

type Bodies = Readonly<Record<401 | 403, unknown>>;

/** The bodies that are public; of the others the status alone is the contract. */
const BODIES: Readonly<Partial<Record<VtexService, Partial<Bodies>>>> = {
  // https://developers.vtex.com/docs/api-reference/orders-api
  oms: {401: {error: {code: '1', message: 'Unauthorized access', exception: null}}},
  // https://developers.vtex.com/docs/api-reference/storefront-roles-api
  'license-manager': {
    401: {error: 'UNAUTHORIZED', description: 'Authentication required'},
    403: {error: 'FORBIDDEN_OPERATION', description: 'Operation not allowed'},
  },
  // https://developers.vtex.com/docs/api-reference/master-data-api-v2
  'master-data': {403: {Message: 'Unauthorized'}},
  'vtex-id': {403: {message: 'Access denied.'}},
};

const AS_ORDERS: Bodies = {
  401: {error: {code: '1', message: 'Unauthorized access', exception: null}},
  403: {error: {code: '1', message: 'Access denied', exception: null}},
};

/** What a service answers to whom it does not know (401), or knows and does not let in (403). */
export function refusal(service: VtexService, status: 401 | 403, {refusalBody}: VtexAssumptions): Response {
  const known = BODIES[service]?.[status];
  if (known !== undefined) return Response.json(known, {status});
  return refusalBody === 'none' ? new Response(null, {status}) : Response.json(AS_ORDERS[status], {status});
}
