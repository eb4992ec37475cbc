import type {ExecutionResult, GraphQLSchema} from 'graphql';
import {defined} from '../../../../records.ts';
import type {Notice} from '../../../../notices.ts';
import type {GraphQLBody} from '../../graphql.ts';
import {refuseTooDeep} from '../../too-deep.ts';
import type {CostedOperation} from './query-cost.ts';
import type {AccessRule, GeneratedValue, InContext, QueryContext, QueryDeps} from './query-context.ts';

/** A query with its schema. */
export interface ExecutedQuery {
  /** The name of the API in notices. */
  readonly title: string;
  readonly schema: GraphQLSchema;
  readonly body: GraphQLBody;
  /** Decides which fields the caller may read. Default: all. */
  readonly access?: AccessRule | undefined;
  /** Counts the cost of the query. Default: it costs nothing. */
  readonly meter?: QueryMeter | undefined;
  /** Returns the fields of `QueryRoot` and of `Mutation`. */
  root(inContext: InContext): object;
}

/** Counts the cost of queries. */
export interface QueryMeter {
  /** Returns the answer to a query that costs too much; `null` if it may run. */
  refuse(costed: CostedOperation): ExecutionResult | null;
  /** Returns the `extensions` of an answer, with its cost. */
  report(costed: CostedOperation, data: unknown): object;
}

/** Checks and executes a query. graphql-js is loaded at the first one. */
export async function executeQuery(query: ExecutedQuery, deps: QueryDeps): Promise<ExecutionResult> {
  const {access, title} = query;
  const context: QueryContext = {...deps, access, values: []};
  const {data, errors, extensions: found} = await refuseTooDeep(() => execute(query, context));

  const {values} = context;
  if (values.length > 0) deps.notice(generatedNotice(title, values));
  const generated = values.map(({path}) => path);
  const extensions = generated.length === 0 ? found : {...found, simhost: {generated}};
  return defined({data, errors, extensions}) as ExecutionResult;
}

async function execute(
  {schema, body, root, meter}: ExecutedQuery,
  contextValue: QueryContext,
): Promise<ExecutionResult> {
  const [graphql, {resolveField}, {prepareQuery}] = await Promise.all([
    import('graphql'),
    import('./field-resolver.ts'),
    import('./validation/prepare-query.ts'),
  ]);

  const prepared = prepareQuery(schema, body);
  if ('errors' in prepared) return prepared;

  const {document, operation} = prepared;
  const costed = {schema, document, operation, variables: body.variables ?? {}};
  const refusal = meter?.refuse(costed);
  if (refusal != null) return refusal;

  const directive = schema.getDirective('inContext');
  const inContext = directive && graphql.getDirectiveValues(directive, operation, body.variables ?? {});

  const result = await graphql.execute({
    schema,
    document,
    rootValue: root(inContext ?? {}),
    contextValue,
    fieldResolver: resolveField,
    variableValues: body.variables ?? null,
    operationName: body.operationName ?? null,
  });

  if (meter === undefined) return result;
  const extensions = meter.report(costed, result.data);
  return Object.keys(extensions).length === 0 ? result : {...result, extensions: {...extensions}};
}

function generatedNotice(title: string, values: readonly GeneratedValue[]): Notice {
  const fields = [...new Set(values.map(({field}) => field))];
  return {
    code: 'graphql-value-generated',
    message: `A query of the ${title} read generated values: ${fields.join(', ')}.`,
    next: 'If the test relies on them, give values of your own with host.resolve or simulation.resolve.',
  };
}
