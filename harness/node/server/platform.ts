import {getResponse} from 'msw';
import {isPreflight} from '../../core/platforms/cors-headers.ts';
import {messageOf} from '../../errors.ts';
import {PROBLEM_HEADER, problemIn} from '../../core/platforms/problem.ts';
import {isCustomerAccountApi} from '../../core/platforms/shopify/customer-account-api.ts';
import {isAppProxyPath} from '../../wire/app-proxy.ts';
import {readableByPages} from '../../core/platforms/shopify/page-endpoint.ts';
import {isStorefrontApi} from '../../core/platforms/shopify/storefront-api.ts';
import {readableBy} from './node-http.ts';
import {handlerThrew} from './problems.ts';
import type {Simulated} from './simulated.ts';

export interface PlatformAnswer {
  readonly response: Response;
  readonly problem?: string;
}

const CACHING = ['age', 'expires', 'etag', 'last-modified', 'pragma'];

/** Answers a request as the simulated platform; `null` if a handler breaks the connection. */
export async function answerAsPlatform(
  simulation: Simulated,
  request: Request,
): Promise<PlatformAnswer | null> {
  let response: Response | undefined;
  try {
    response = await getResponse([...simulation.handlers], request);
  } catch (error) {
    const problem = handlerThrew(request, messageOf(error));
    return {response: failureResponse(500, request, {error: problem}), problem};
  }

  if (response === undefined) return unknown(simulation, request);
  if (response.type === 'error') return null;
  if (response.headers.get('x-msw-intention') === 'passthrough') {
    const problem =
      `The handler of ${request.method} ${request.url} passes the request through, but a simulation ` +
      'reaches no network.';
    return {response: failureResponse(501, request, {error: problem}), problem};
  }

  const problem = problemIn(response.headers);
  return {response: uncached(response, request), ...(problem === null ? {} : {problem})};
}

// Browsers measure an answer's age in real time, so a moved clock would find stale answers fresh.
function uncached(response: Response, request: Request): Response {
  const headers = new Headers(response.headers);
  if (!headers.has('access-control-allow-origin'))
    for (const [name, value] of readable(request)) headers.set(name, value);
  for (const name of [...CACHING, PROBLEM_HEADER]) headers.delete(name);
  headers.set('cache-control', 'no-store');
  return new Response(response.body, {status: response.status, statusText: response.statusText, headers});
}

/** The CORS headers for a test's own handler, which sets none because MSW needs none elsewhere: those of the API. */
function readable(request: Request): readonly (readonly [string, string])[] {
  const url = new URL(request.url);
  if (isStorefrontApi(url)) return [['access-control-allow-origin', '*']];
  return isCustomerAccountApi(url) ? Object.entries(readableByPages(request)) : [];
}

async function unknown(simulation: Simulated, request: Request): Promise<PlatformAnswer> {
  const {host, origin, pathname} = new URL(request.url);
  // If the endpoint is unknown too, its own request reports that to the page, so the preflight must pass.
  if (isPreflight(request.method, request.headers) && !(await hasHandler(simulation, request))) {
    return {response: new Response(null, {status: 204, headers: readableBy(request.headers)})};
  }

  const known = simulation.handlers
    .map((handler) => handler.info.header)
    .filter((header) => header.includes(host) || header.includes('*'));

  const error = `The simulated platform has no ${request.method} ${origin}${pathname}.`;
  const next = isAppProxyPath(pathname) ? mapAppProxy(origin, pathname) : knownAt(host, known);
  return {response: failureResponse(501, request, {error, next}), problem: `${error} ${next}`};
}

function knownAt(host: string, known: readonly string[]): string {
  return known.length === 0 ? `There are no endpoints at ${host}.` : `Known at ${host}: ${known.join(', ')}.`;
}

function mapAppProxy(origin: string, pathname: string): string {
  const proxy = `${origin}${pathname.split('/', 3).join('/')}`;
  return `If it is your app proxy, add it: backends: {'${proxy}': 'http://localhost:3000/path/of/the/app'}.`;
}

async function hasHandler(simulation: Simulated, preflight: Request): Promise<boolean> {
  const method = preflight.headers.get('access-control-request-method') ?? 'GET';
  const request = new Request(preflight.url, {method});
  for (const handler of simulation.handlers) if (await handler.test({request})) return true;
  return false;
}

function failureResponse(status: number, request: Request, body: Readonly<Record<string, string>>): Response {
  return Response.json(body, {
    status,
    headers: {'cache-control': 'no-store', ...readableBy(request.headers)},
  });
}
