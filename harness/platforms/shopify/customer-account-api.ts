import type {GraphQLSchema} from 'graphql';
import {http, HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {PAGE_SECRET_HEADER} from '../../wire/control.ts';

/** What the customer account page's endpoint needs from the simulation. */
export interface CustomerAccountHost {
  /** Whether a page of this simulation holds this secret. */
  knowsPage(secret: string | null): boolean;
  /** Whether an extension is mounted under this `gid://shopify/ActivatedUiExtension/…`. */
  knowsActivation(id: string): boolean;
  /** A fresh token and the seconds it may be cached; `null` when the platform has none to give. */
  issueSessionToken(): Promise<{value: string | null; expiresIn: number} | null>;
}

/** Where the page of a shop asks: Shopify/ui-extensions #1907. The shop's number stands in the path. */
export function customerAccountApiUrl(shopNumber: string): string {
  return `https://shopify.com/${shopNumber}/account/customer/api/unstable/graphql`;
}

/**
 * The customer account GraphQL API as the customer account page uses it.
 *
 * The query is the one seen in Shopify/ui-extensions #1797; `expiresIn` in seconds and the page's authentication are
 * assumptions.
 */
export function customerAccountApi(host: CustomerAccountHost): HttpHandler {
  return http.post('https://shopify.com/:shop/account/customer/api/:version/graphql', async ({request}) => {
    if (!host.knowsPage(request.headers.get(PAGE_SECRET_HEADER))) {
      return HttpResponse.json({errors: [{message: 'Unauthorized', extensions: {code: 'UNAUTHORIZED'}}]}, {status: 401});
    }
    const body = await readBody(request);
    if (body === null) return HttpResponse.json({errors: [{message: 'The body is not {"query": string, …}.'}]}, {status: 400});
    return HttpResponse.json(await execute(body, host));
  });
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

async function execute(body: GraphQLBody, host: CustomerAccountHost): Promise<object> {
  const {buildSchema, graphql, GraphQLError} = await import('graphql');
  schema ??= Promise.resolve(buildSchema(SDL));
  const uiExtensionSessionToken = async ({id}: {id: string}): Promise<object | null> => {
    if (!/^gid:\/\/shopify\/ActivatedUiExtension\/[\w-]+$/.test(id)) {
      throw new GraphQLError(`Invalid global id '${id}'`, {extensions: {code: 'argumentLiteralsIncompatible'}});
    }
    return host.knowsActivation(id) ? host.issueSessionToken() : null;
  };
  return graphql({
    schema: await schema,
    source: body.query,
    rootValue: {uiExtensionSessionToken},
    variableValues: body.variables ?? null,
    operationName: body.operationName ?? null,
  });
}
