import {isRecord} from '../../../../records.ts';
import type {Notice} from '../../../../notices.ts';
import {readGraphQL} from '../../graphql.ts';
import type {GraphQLBody} from '../../graphql.ts';

/** The answer to a request without a query, with the status 400. */
export const NO_QUERY: object = {errors: {query: 'Required parameter missing or invalid'}};

/**
 * Reads the query of a request: JSON, `application/graphql`, or a form; `null` without one. A body of another type has
 * no parameters for the platform, even if it is JSON.
 *
 * @see https://shopify.dev/docs/api/admin-graphql#endpoints-and-queries
 */
export async function readAdminBody(
  request: Request,
  notice: (notice: Notice) => void,
): Promise<GraphQLBody | null> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();

  switch (type) {
    case 'application/json':
      return readGraphQL(request, notice);
    case 'application/graphql':
      return {query: await request.text()};
    case 'application/x-www-form-urlencoded':
      return formBody(new URLSearchParams(await request.text()));
    default:
      return null;
  }
}

function formBody(form: URLSearchParams): GraphQLBody | null {
  const query = form.get('query');
  if (query === null) return null;

  const operationName = form.get('operationName');
  const variables = parsed(form.get('variables') ?? '{}');
  return {
    query,
    ...(isRecord(variables) ? {variables} : {}),
    ...(operationName === null ? {} : {operationName}),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
