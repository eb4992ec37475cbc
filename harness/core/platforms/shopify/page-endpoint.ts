import {HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {http} from '../platform-http.ts';
import {PAGE_SECRET_HEADER} from '../../../wire/control.ts';
import {corsHeaders} from '../cors-headers.ts';
import {statedHeader, generatedOf} from '../stated-facts.ts';
import {BAD_BODY, readGraphQL} from '../graphql.ts';
import type {GraphQLBody} from '../graphql.ts';
import type {StatedFacts} from '../stated-facts.ts';
import {caseFact, faultAnswer} from './api-fault.ts';
import type {ArmedFault} from './api-fault.ts';
import type {ShopifyDeps} from './shopify-deps.ts';

export const UNAUTHORIZED: object = {errors: [{message: 'Unauthorized', extensions: {code: 'UNAUTHORIZED'}}]};

/** The origins of the platform's own pages. */
const PAGE_ORIGINS = /^https:\/\/(shopify\.com|admin\.shopify\.com|[a-z0-9-]+\.myshopify\.com)$/;

/** The parts of an endpoint that not all endpoints have. */
export interface PageEndpointOptions {
  /** States facts about the answer to a request. Default: none. */
  readonly factsOf?: (version: string, request: Request) => StatedFacts;
  /** Resolves with the fault that an armed case gives a request. Default: `null`. */
  readonly faultOf?: (request: Request) => Promise<ArmedFault | null>;
}

/**
 * Makes a GraphQL endpoint that answers only host pages of this simulation. A page that shows several
 * surfaces has the origin of one of them, and asks the others across origins.
 */
export function pageEndpoint(
  path: string,
  deps: Pick<ShopifyDeps, 'knowsPage' | 'queries'>,
  answer: (body: GraphQLBody, request: Request, version: string) => Promise<object>,
  {factsOf = () => ({}), faultOf = async () => null}: PageEndpointOptions = {},
): readonly HttpHandler[] {
  return [
    http.post(path, async ({request, params}) => {
      const headers = readableByPages(request);
      if (!deps.knowsPage(request.headers.get(PAGE_SECRET_HEADER))) {
        return HttpResponse.json(UNAUTHORIZED, {status: 401, headers});
      }

      const body = await readGraphQL(request, deps.queries.notice);
      if (body === null) return HttpResponse.json(BAD_BODY, {status: 400, headers});

      const fault = await faultOf(request);
      const failed = faultAnswer(fault, headers);
      if (failed !== null) return failed;

      const version = String(params['version']);
      const answered = await answer(body, request, version);
      const facts = {...generatedOf(answered), ...factsOf(version, request), ...caseFact(fault)};
      return HttpResponse.json(answered, {headers: {...headers, ...statedHeader(facts)}});
    }),
    http.options(
      path,
      ({request}) => new HttpResponse(null, {status: 204, headers: readableByPages(request)}),
    ),
  ];
}

/** Builds the headers that let the platform's own pages read an answer across origins. */
export function readableByPages({headers}: Request): Record<string, string> {
  const origin = headers.get('origin');
  if (origin === null || !PAGE_ORIGINS.test(origin)) return {};

  return corsHeaders(origin, {headers: headers.get('access-control-request-headers')});
}
