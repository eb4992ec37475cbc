import type {VtexAssumptions} from '../../world/vtex-assumptions.ts';

/** The service that a route belongs to. Each has its own body for refusals. */
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

/** The bodies that are public. For the other services only the status is. */
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

/** Makes the refusal of a service: 401 for an unknown caller, 403 for one without access. */
export function refusal(service: VtexService, status: 401 | 403, {refusalBody}: VtexAssumptions): Response {
  const known = BODIES[service]?.[status];
  if (known !== undefined) return Response.json(known, {status});
  if (refusalBody === 'none') return new Response(null, {status});

  return Response.json(AS_ORDERS[status], {status});
}
