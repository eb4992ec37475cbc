import type {ExecutionResult, GraphQLSchema} from 'graphql';

export interface GraphQLBody {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** What a request asks for; `null` where its body is no GraphQL. */
export async function readGraphQL(request: Request): Promise<GraphQLBody | null> {
  const body: unknown = await request.json().catch(() => null);
  return typeof body === 'object' && body !== null && 'query' in body && typeof body.query === 'string'
    ? (body as GraphQLBody)
    : null;
}

/** What a body gets that is none. */
export const BAD_BODY: object = {errors: [{message: 'The body is not {"query": string, …}.'}]};

/** Executes against a schema, which is made at first use. */
export function executor(sdl: string): (body: GraphQLBody, rootValue: object) => Promise<ExecutionResult> {
  let schema: GraphQLSchema | undefined;
  return async (body, rootValue) => {
    const {buildSchema, graphql} = await import('graphql');
    schema ??= buildSchema(sdl);

    return graphql({
      schema,
      source: body.query,
      rootValue,
      variableValues: body.variables ?? null,
      operationName: body.operationName ?? null,
    });
  };
}
