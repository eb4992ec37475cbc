import type {ExecutionResult, GraphQLSchema} from 'graphql';
import {defined} from '../../../../records.ts';
import type {Notice} from '../../../../notices.ts';
import type {GraphQLBody} from '../../graphql.ts';
import {refuseTooDeep} from '../../too-deep.ts';
import {publishedSchema} from './published-schema.ts';
import {PUBLISHED_APIS, isApiVersion, nearestVersion} from './published/releases.ts';
import type {PublishedApi} from './published/releases.ts';
import type {AccessRule, GeneratedValue, InContext, QueryContext, QueryDeps} from './query-context.ts';

/** A query, and what it is answered from. */
export interface Query {
  readonly api: PublishedApi;
  /** The version in the URL. */
  readonly version: string;
  readonly body: GraphQLBody;
  /** Decides which fields the caller may read. Default: all. */
  readonly access?: AccessRule | undefined;
  /** The highest cost of a query of this caller. Default: without a limit. */
  readonly maxCost?: number | undefined;
  /** Whether the answer has its cost in `extensions.cost`. Default: no. */
  readonly reportsCost?: boolean | undefined;
  /** Returns the fields of `QueryRoot` and of `Mutation`. */
  root(inContext: InContext): object;
}

/**
 * Answers a query by the published schema of its API, or the nearest one. The schema and graphql-js are loaded at the
 * first query.
 */
export async function answerQuery(query: Query, deps: QueryDeps): Promise<ExecutionResult> {
  const {api, version, access} = query;
  const {published} = nearestVersion(api, version);
  if (!isApiVersion(version)) deps.notice(versionNotice(api, version, published));

  const context: QueryContext = {...deps, access, values: []};
  const schema = await publishedSchema(api, published);
  const {data, errors, extensions: found} = await refuseTooDeep(() => execute(query, schema, context));

  const {values} = context;
  if (values.length > 0) deps.notice(generatedNotice(api, values));
  const generated = values.map(({path}) => path);
  const extensions = generated.length === 0 ? found : {...found, simhost: {generated}};
  return defined({data, errors, extensions}) as ExecutionResult;
}

async function execute(
  {api, body, root, maxCost, reportsCost}: Query,
  schema: GraphQLSchema,
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
  if (maxCost !== undefined) {
    const {refuseCost} = await import('./query-cost.ts');
    const refusal = refuseCost(costed, maxCost);
    if (refusal !== null) return {errors: [refusal]};
  }

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

  if (reportsCost !== true) return result;
  const {HIGH_COST, reportCost} = await import('./query-cost-report.ts');
  const cost = reportCost(costed, result.data);
  if (cost.requestedQueryCost > HIGH_COST) contextValue.notice(costNotice(api, cost.requestedQueryCost));
  return {...result, extensions: {cost}};
}

function costNotice(api: PublishedApi, cost: number): Notice {
  return {
    code: 'graphql-cost-high',
    message: `A query of the ${PUBLISHED_APIS[api].title} costs ${cost} points.`,
    next: 'Shopify throttles apps by the cost of their queries: ask for smaller pages (first, last), or split the query.',
  };
}

function versionNotice(api: PublishedApi, version: string, published: string): Notice {
  const {title} = PUBLISHED_APIS[api];
  return {
    code: 'graphql-version-nearest',
    message: `The ${title} has no version "${version}". simhost answers with ${published}.`,
    next: `A version is a quarter such as ${published}, or unstable.`,
  };
}

function generatedNotice(api: PublishedApi, values: readonly GeneratedValue[]): Notice {
  const fields = [...new Set(values.map(({field}) => field))];
  return {
    code: 'graphql-value-generated',
    message: `A query of the ${PUBLISHED_APIS[api].title} read generated values: ${fields.join(', ')}.`,
    next: 'If the test relies on them, give values of your own with host.resolve or simulation.resolve.',
  };
}
