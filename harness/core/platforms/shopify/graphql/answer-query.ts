import type {ExecutionResult} from 'graphql';
import type {Notice} from '../../../../notices.ts';
import type {GraphQLBody} from '../../graphql.ts';
import {executeQuery} from './execute-query.ts';
import type {QueryMeter} from './execute-query.ts';
import {publishedSchema} from './published-schema.ts';
import {PUBLISHED_APIS, isApiVersion, nearestVersion} from './published/releases.ts';
import type {PublishedApi} from './published/releases.ts';
import type {AccessRule, InContext, QueryDeps} from './query-context.ts';

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
  const {api, version} = query;
  const {published} = nearestVersion(api, version);
  if (!isApiVersion(version)) deps.notice(versionNotice(api, version, published));

  const {title} = PUBLISHED_APIS[api];
  const schema = await publishedSchema(api, published);
  return executeQuery({...query, title, schema, meter: await meterOf(query, deps)}, deps);
}

async function meterOf({api, maxCost, reportsCost}: Query, deps: QueryDeps): Promise<QueryMeter | undefined> {
  if (maxCost === undefined && reportsCost !== true) return undefined;

  const {costMeter} = await import('./cost-meter.ts');
  const {title} = PUBLISHED_APIS[api];
  return costMeter({
    title,
    maxCost,
    reportsCost: reportsCost === true,
    notice: (notice) => deps.notice(notice),
  });
}

function versionNotice(api: PublishedApi, version: string, published: string): Notice {
  const {title} = PUBLISHED_APIS[api];
  return {
    code: 'graphql-version-nearest',
    message: `The ${title} has no version "${version}". simhost answers with ${published}.`,
    next: `A version is a quarter such as ${published}, or unstable.`,
  };
}
