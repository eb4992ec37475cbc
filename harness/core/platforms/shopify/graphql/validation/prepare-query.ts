import {GraphQLError, Kind, parse} from 'graphql';
import type {DocumentNode, GraphQLSchema, OperationDefinitionNode} from 'graphql';
import type {GraphQLBody} from '../../../graphql.ts';
import {syntaxError} from './syntax-error.ts';
import {validateQuery} from './validate-query.ts';
import {variableErrors} from './variable-values.ts';

/** A query that can be executed. */
export interface PreparedQuery {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Reads a query and checks it, in the order of Shopify's server. An invalid one is not executed at all. */
export function prepareQuery(
  schema: GraphQLSchema,
  {query, operationName, variables = {}}: GraphQLBody,
): PreparedQuery | {readonly errors: readonly GraphQLError[]} {
  const document = read(query);
  if (document instanceof GraphQLError) return {errors: [document]};

  const operation = chosenOperation(document, operationName ?? null);
  if (operation instanceof GraphQLError) return {errors: [operation]};

  const errors = validateQuery(schema, document);
  if (errors.length > 0) return {errors};

  const invalid = variableErrors(schema, operation, variables ?? {});
  return invalid.length > 0 ? {errors: invalid} : {document, operation};
}

function read(query: string): DocumentNode | GraphQLError {
  if (query.trim() === '') return new GraphQLError('No query string was present');

  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return syntaxError(error);
    throw error;
  }
}

function chosenOperation(
  {definitions}: DocumentNode,
  name: string | null,
): OperationDefinitionNode | GraphQLError {
  const operations = definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );

  if (name !== null && name !== '') {
    const named = operations.find((operation) => operation.name?.value === name);
    return named ?? new GraphQLError(`No operation named "${name}"`);
  }

  const [only, ...others] = operations;
  return only === undefined || others.length > 0 ? new GraphQLError('An operation name is required') : only;
}
