import type {ExecutionResult, GraphQLSchema} from 'graphql';
import type {Notice} from '../../notices.ts';
import {isRecord} from '../../records.ts';
import {refuseTooDeep} from './too-deep.ts';

/** A GraphQL request. */
export interface GraphQLBody {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null;
  readonly operationName?: string;
}

/**
 * Reads the body of a GraphQL request; `null` if it is another body.
 *
 * graphql-ruby, which Shopify uses, proposes to read an empty string as no variables. It is accepted with a notice.
 *
 * @see https://spec.graphql.org/October2021/#sec-Executing-Requests
 */
export async function readGraphQL(
  request: Request,
  notice: (notice: Notice) => void,
): Promise<GraphQLBody | null> {
  const body: unknown = await request.json().catch(() => null);
  const hasEmptyString = isRecord(body) && body['variables'] === '';
  const read = hasEmptyString ? {...body, variables: null} : body;
  if (!isGraphQL(read)) return null;

  if (hasEmptyString) notice(emptyVariables(request.url));
  return read;
}

function emptyVariables(url: string): Notice {
  const {origin, pathname} = new URL(url);
  return {
    code: 'graphql-variables-empty-string',
    message: `The variables of a query to ${origin}${pathname} are an empty string. Other GraphQL servers refuse it.`,
    next: 'Send an object, or leave variables out.',
  };
}

function isGraphQL(body: unknown): body is GraphQLBody {
  if (!isRecord(body)) return false;

  const {query, variables = null, operationName = null} = body;
  const hasVariables = variables === null || isRecord(variables);
  const hasName = operationName === null || typeof operationName === 'string';
  return typeof query === 'string' && hasVariables && hasName;
}

/** The answer to a request body that is not a GraphQL request. */
export const BAD_BODY: object = {
  errors: [{message: 'The body is not {"query": string, "variables": object, "operationName": string}.'}],
};

/**
 * Makes a function that executes requests against a schema. The schema, and graphql-js, are loaded at first
 * use.
 */
export function executor(sdl: string): (body: GraphQLBody, rootValue: object) => Promise<ExecutionResult> {
  let schema: GraphQLSchema | undefined;
  return async (body, rootValue) => {
    const {buildSchema, graphql} = await import('graphql');
    schema ??= buildSchema(sdl);

    const request = {
      schema,
      source: body.query,
      rootValue,
      variableValues: body.variables ?? null,
      operationName: body.operationName ?? null,
    };

    return refuseTooDeep(() => graphql(request));
  };
}
