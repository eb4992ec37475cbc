import {http, HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {PAGE_SECRET_HEADER} from '../../../wire/control.ts';
import {BAD_BODY, readGraphQL} from '../graphql.ts';
import type {GraphQLBody} from '../graphql.ts';

/** What an endpoint for host pages needs of the simulation. */
export interface PagesDeps {
  /** Whether a page of this simulation holds this secret. */
  knowsPage(secret: string | null): boolean;
}

/**
 * A GraphQL endpoint that answers the host pages of this simulation and nobody else. A page that shows several surfaces stands
 * on the origin of one of them and asks the other across origins.
 */
export function pageEndpoint(
  path: string,
  host: PagesDeps,
  answer: (body: GraphQLBody, request: Request) => Promise<object>,
): readonly HttpHandler[] {
  return [
    http.post(path, async ({request}) => {
      const headers = readableByPages(request);
      if (!host.knowsPage(request.headers.get(PAGE_SECRET_HEADER)))
        return HttpResponse.json(UNAUTHORIZED, {status: 401, headers});
      const body = await readGraphQL(request);
      if (body === null) return HttpResponse.json(BAD_BODY, {status: 400, headers});
      return HttpResponse.json(await answer(body, request), {headers});
    }),
    http.options(
      path,
      ({request}) => new HttpResponse(null, {status: 204, headers: readableByPages(request)}),
    ),
  ];
}

export const UNAUTHORIZED: object = {errors: [{message: 'Unauthorized', extensions: {code: 'UNAUTHORIZED'}}]};

/** The pages of the platform itself. */
const PAGES = /^https:\/\/(shopify\.com|[a-z0-9-]+\.myshopify\.com)$/;

/** The headers that let the platform's own pages read an answer across origins. */
export function readableByPages(request: Request): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null || !PAGES.test(origin)) return {};

  const asked = request.headers.get('access-control-request-headers');
  return {
    'access-control-allow-origin': origin,
    ...(asked === null ? {} : {'access-control-allow-headers': asked}),
    vary: 'Origin',
  };
}
