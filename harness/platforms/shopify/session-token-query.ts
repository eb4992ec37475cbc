import type {GraphQLSchema} from 'graphql';
import {http, HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {PAGE_SECRET_HEADER} from '../../wire/control.ts';
import type {SurfaceName} from '../../wire/surfaces.ts';

/** What the endpoints that give session tokens to host pages need of the simulation. */
export interface TokenHost {
  /** Whether a page of this simulation holds this secret. */
  knowsPage(secret: string | null): boolean;
  /** Whether an extension is mounted on that surface under this `gid://shopify/ActivatedUiExtension/…`. */
  knowsActivation(id: string, surface: SurfaceName): boolean;
  /** A fresh token of that surface and the seconds it may be cached; `null` when the platform has none to give. */
  issueSessionToken(surface: SurfaceName): Promise<{value: string | null; expiresIn: number} | null>;
}

/**
 * The GraphQL API through which the page of a surface asks for session tokens. A host page that shows several surfaces stands on
 * the origin of one of them and asks the other across origins.
 *
 * The query is the one seen in Shopify/ui-extensions #1797; `expiresIn` in seconds and the page's authentication are
 * assumptions.
 */
export function sessionTokenApi(surface: SurfaceName, path: string, host: TokenHost): readonly HttpHandler[] {
  return [
    http.post(path, async ({request}) => {
      const headers = readableByPages(request);
      if (!host.knowsPage(request.headers.get(PAGE_SECRET_HEADER))) {
        const errors = [{message: 'Unauthorized', extensions: {code: 'UNAUTHORIZED'}}];
        return HttpResponse.json({errors}, {status: 401, headers});
      }
      const body = await readBody(request);
      if (body === null) return HttpResponse.json({errors: [{message: 'The body is not {"query": string, …}.'}]}, {status: 400, headers});
      return HttpResponse.json(await execute(body, host, surface), {headers});
    }),
    http.options(path, ({request}) => new HttpResponse(null, {status: 204, headers: readableByPages(request)})),
  ];
}

/** The pages of the platform itself. */
const PAGES = /^https:\/\/(shopify\.com|[a-z0-9-]+\.myshopify\.com)$/;

function readableByPages(request: Request): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null || !PAGES.test(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': `content-type, ${PAGE_SECRET_HEADER}`,
    vary: 'Origin',
  };
}

interface GraphQLBody {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

async function readBody(request: Request): Promise<GraphQLBody | null> {
  const body: unknown = await request.json().catch(() => null);
  return typeof body === 'object' && body !== null && 'query' in body && typeof body.query === 'string' ? (body as GraphQLBody) : null;
}

const SDL = /* GraphQL */ `
  type Query {
    uiExtensionSessionToken(id: ID!): UiExtensionSessionToken
  }

  type UiExtensionSessionToken {
    "Null where a case is armed that gives none."
    value: String
    "Seconds."
    expiresIn: Int!
  }
`;

let schema: Promise<GraphQLSchema> | undefined;

async function execute(body: GraphQLBody, host: TokenHost, surface: SurfaceName): Promise<object> {
  const {buildSchema, graphql, GraphQLError} = await import('graphql');
  schema ??= Promise.resolve(buildSchema(SDL));
  const uiExtensionSessionToken = async ({id}: {id: string}): Promise<object | null> => {
    if (!/^gid:\/\/shopify\/ActivatedUiExtension\/[\w-]+$/.test(id)) {
      throw new GraphQLError(`Invalid global id '${id}'`, {extensions: {code: 'argumentLiteralsIncompatible'}});
    }
    return host.knowsActivation(id, surface) ? host.issueSessionToken(surface) : null;
  };
  return graphql({
    schema: await schema,
    source: body.query,
    rootValue: {uiExtensionSessionToken},
    variableValues: body.variables ?? null,
    operationName: body.operationName ?? null,
  });
}
