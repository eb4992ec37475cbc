import type {Vtex, VtexAccount} from '../../world/vtex.ts';
import {corsHeaders} from '../cors-headers.ts';
import {isOwnOrigin} from './vtex-hosts.ts';

/** Answers a preflight. Whether the page may send its request depends on the headers that `withCors` adds. */
export function preflightAnswer({headers}: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': headers.get('access-control-request-headers') ?? '*',
    },
  });
}

/** Lets pages on the account's own hosts read an answer, with cookies; `vtex.assume.cors` turns that off. */
export function withCors(
  response: Response,
  request: Request,
  account: VtexAccount | null,
  {assumptions}: Vtex,
): Response {
  const origin = request.headers.get('origin');
  const isCrossOrigin = origin !== null && origin !== new URL(request.url).origin;
  if (!isCrossOrigin || account === null || assumptions.cors === 'none') return response;
  if (!isOwnOrigin(origin, account)) return response;

  for (const [name, value] of Object.entries(corsHeaders(origin, {credentials: true}))) {
    response.headers.append(name, value);
  }

  return response;
}
