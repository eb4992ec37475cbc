import type {VtexAccount} from '../../world/vtex.ts';
import type {Access, Caller} from './callers.ts';
import {refusal} from './refusals.ts';
import type {VtexService} from './refusals.ts';
import {accountMissing} from './vtex-hosts.ts';
import type {VtexContext} from './vtex-context.ts';

/** An endpoint as VTEX's reference writes it: `GET /api/…`. */
export type Endpoint = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'ALL'} /${string}`;

type Answer = Response | Promise<Response>;

/** An endpoint, and its answer. */
export interface VtexRoute {
  readonly method: string;
  /** `:name` matches one segment, `*` at the end matches any rest. */
  readonly path: string;
  /** The only host that has this endpoint. Default: every host of VTEX. */
  readonly host?: string;
  readonly answer: (call: AnyAccountCall, context: VtexContext) => Answer;
}

/** A request, with what its address says. */
export interface AnyAccountCall {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly account: VtexAccount | null;
}

/** A request that is addressed to a known account. */
export interface VtexCall extends AnyAccountCall {
  readonly account: VtexAccount;
}

/** The three ways in which a service declares an endpoint. */
export interface ServiceRoutes {
  /** Answers those who have access. Everybody else gets the service's own 401 or 403. */
  only(access: Access, endpoint: Endpoint, answer: (call: VtexCall, caller: Caller) => Answer): VtexRoute;
  /** Answers everybody. */
  anyone(endpoint: Endpoint, answer: (call: VtexCall) => Answer): VtexRoute;
  /** Answers everybody, even if the address names no account: the token or the key does. */
  anyAccount(endpoint: Endpoint, answer: (call: AnyAccountCall) => Answer): VtexRoute;
}

export function routesOf(service: VtexService): ServiceRoutes {
  return {
    only: (access, endpoint, answer) =>
      accountRoute(endpoint, async (call, {vtex, callers}) => {
        const caller = await callers.authorize(call.request, call.account, access);
        if (typeof caller === 'number') return refusal(service, caller, vtex.assumptions);
        return answer(call, caller);
      }),
    anyone: (endpoint, answer) => accountRoute(endpoint, (call) => answer(call)),
    anyAccount: (endpoint, answer) => ({...readEndpoint(endpoint), answer: (call) => answer(call)}),
  };
}

/** Makes a route that answers only if the address names a known account. */
function accountRoute(
  endpoint: Endpoint,
  answer: (call: VtexCall, context: VtexContext) => Answer,
): VtexRoute {
  return {
    ...readEndpoint(endpoint),
    answer: (call, context) => {
      const {account} = call;
      return account === null ? accountMissing(call.url, context.vtex) : answer({...call, account}, context);
    },
  };
}

function readEndpoint(endpoint: Endpoint): {method: string; path: string} {
  const [method = '', path = ''] = endpoint.split(' ');
  return {method, path};
}
