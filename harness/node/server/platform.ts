import {getResponse} from 'msw';
import {isPreflight} from '../../core/platforms/cors-headers.ts';
import {decoded} from '../../decoded.ts';
import {messageOf} from '../../errors.ts';
import {STATED_HEADER, statedIn} from '../../core/platforms/stated-facts.ts';
import type {StatedFacts} from '../../core/platforms/stated-facts.ts';
import {PROBLEM_HEADER, problemIn} from '../../core/platforms/problem.ts';
import {isCustomerAccountApi} from '../../core/platforms/shopify/customer-account-api.ts';
import {ADMIN_HOST} from '../../wire/admin.ts';
import {isAppProxyPath} from '../../wire/app-proxy.ts';
import {readableByPages} from '../../core/platforms/shopify/page-endpoint.ts';
import {isStorefrontApi} from '../../core/platforms/shopify/storefront-api.ts';
import {caseReason} from '../../core/verdicts/graphql-verdicts.ts';
import {readableBy} from './node-http.ts';
import {
  graphqlErrors,
  handlerThrew,
  malformedPath,
  passedThrough,
  unknownEndpoint,
} from '../../core/verdicts/platform-verdicts.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import type {Reason} from '../../wire/verdict.ts';
import type {Simulated} from './simulated.ts';

export interface PlatformAnswer {
  readonly response: Response;
  /** The reason for the answer, if it is worth a message. */
  readonly reason: Reason | null;
  /** Facts that the log states about an answer of a GraphQL API. Default: none. */
  readonly facts?: StatedFacts;
}

const CACHING = ['age', 'expires', 'etag', 'last-modified', 'pragma'];

/** Answers a request as the simulated platform. A response of the type `error` breaks the connection. */
export async function answerAsPlatform(
  simulation: Simulated,
  request: Request,
  sender: LoggedRequest['sender'],
): Promise<PlatformAnswer> {
  if (decoded(new URL(request.url).pathname) === null)
    return failed(400, request, malformedPath(request, sender));

  let response: Response | undefined;
  try {
    response = await getResponse([...simulation.handlers], request);
  } catch (error) {
    return failed(500, request, handlerThrew(request, messageOf(error)));
  }

  if (response === undefined) return unknown(simulation, request);
  if (response.type === 'error') return {response, reason: null, facts: statedIn(response)};
  if (response.headers.get('x-msw-intention') === 'passthrough') {
    return failed(501, request, passedThrough(request));
  }

  const facts = statedIn(response);
  const graphql = await graphqlReason(request, response, {sender, schema: facts.schema ?? null});
  const failedByCase = response.status >= 400 || graphql !== null ? caseReason(facts.case) : null;
  const reason = failedByCase ?? problemIn(response.headers) ?? graphql;
  return {response: uncached(response, request), facts, reason};
}

// Browsers measure an answer's age in real time, so a moved clock would find stale answers fresh.
function uncached(response: Response, request: Request): Response {
  const headers = new Headers(response.headers);
  if (!headers.has('access-control-allow-origin'))
    for (const [name, value] of readable(request)) headers.set(name, value);
  for (const name of [...CACHING, PROBLEM_HEADER, STATED_HEADER]) headers.delete(name);
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
  const url = new URL(request.url);
  // If the endpoint is unknown too, its own request reports that to the page, so the preflight must pass.
  if (isPreflight(request.method, request.headers) && !(await hasHandler(simulation, request))) {
    return {
      response: new Response(null, {status: 204, headers: readableOf(request)}),
      reason: null,
    };
  }

  const known = simulation.handlers
    .map((handler) => handler.info.header)
    .filter((header) => header.includes(url.host) || header.includes('*'));

  const {cause, turn, fix} = unknownEndpoint(request.method, url, known);
  const next = isAppProxyPath(url.pathname) ? mapAppProxy(url) : fix;
  return failed(501, request, {cause, turn, fix: next});
}

/** Explains the errors of an answer of a GraphQL API. */
async function graphqlReason(
  request: Request,
  response: Response,
  {sender, schema}: Pick<LoggedRequest, 'sender' | 'schema'>,
): Promise<Reason | null> {
  const isGraphQL = /\/graphql(?:\.json)?$/.test(new URL(request.url).pathname);
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  if (!isGraphQL || !isJson || response.status !== 200) return null;

  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);

  return graphqlErrors(body, sender, schema);
}

function mapAppProxy({origin, pathname}: URL): string {
  const proxy = `${origin}${pathname.split('/', 3).join('/')}`;
  return `If it is your app proxy, add it: backends: {'${proxy}': 'http://localhost:3000/path/of/the/app'}.`;
}

async function hasHandler(simulation: Simulated, preflight: Request): Promise<boolean> {
  const method = preflight.headers.get('access-control-request-method') ?? 'GET';
  const request = new Request(preflight.url, {method});
  for (const handler of simulation.handlers) if (await handler.test({request})) return true;
  return false;
}

/** The CORS headers of a failed answer: its page may read it, but no page of another origin reads the admin. */
function readableOf({url, headers}: Request): Record<string, string> {
  return new URL(url).hostname === ADMIN_HOST ? {} : readableBy(headers);
}

/** Answers a request that failed, in a way that the page which sent it can read. */
function failed(status: number, request: Request, reason: Reason): PlatformAnswer {
  const {cause, fix} = reason;
  const error = `${cause.charAt(0).toUpperCase()}${cause.slice(1)}.`;
  const response = Response.json(fix === null ? {error} : {error, next: fix}, {
    status,
    headers: {'cache-control': 'no-store', ...readableOf(request)},
  });

  return {response, reason};
}
