import type {ExecutionResult, GraphQLSchema} from 'graphql';
import {defined} from '../../../../records.ts';
import type {GraphQLBody} from '../../graphql.ts';
import {executeQuery} from '../graphql/execute-query.ts';
import type {QueryMeter} from '../graphql/execute-query.ts';
import type {AccessRule, TypeResolvers} from '../graphql/query-context.ts';
import {adminMeter} from './admin-meter.ts';
import {ADMIN_PARTS, ADMIN_SCOPES, adminNode, adminRoot} from './admin-parts.ts';
import {adminSchema} from './admin-schema.ts';
import type {AdminCaller, AdminDeps, AdminState} from './admin-state.ts';
import {authorSchema} from './author-schema.ts';
import {withAuthoredFields} from './authored-fields.ts';
import {readsDeprecated} from './deprecated-fields.ts';
import {scopeRule} from './scope-rule.ts';
import {explainUnsimulated} from './unsimulated.ts';

/** A query of the Admin API. */
export interface AdminQuery {
  /** The version that answers it. */
  readonly version: string;
  readonly body: GraphQLBody;
  readonly caller: AdminCaller;
}

/** The answer to a query of the Admin API. */
export interface AdminAnswer {
  readonly body: object;
  /** Whether the query reads a field that is deprecated in this version. */
  readonly isDeprecated: boolean;
  /** The scope that the app has, and the staff member of an online token does not. */
  readonly forbidden: string | null;
}

/** Answers a query over the parts that simhost simulates. */
export async function answerAdmin(
  {version, body, caller}: AdminQuery,
  deps: AdminDeps,
): Promise<AdminAnswer> {
  const state: AdminState = {...deps, version, caller, find: (id) => adminNode(id, state)};
  const denied: string[] = [];
  let isDeprecated = false;

  const {schema, resolvers, ...prepared} = await prepare(version, body, deps);
  const meter = adminMeter(deps.records.bucket);
  const result = await executeQuery(
    {
      title: 'Admin API',
      schema,
      body: prepared.body,
      access: accessOf(state, denied),
      meter: withCheck(meter, (costed) => (isDeprecated = readsDeprecated(costed))),
      root: () => adminRoot(state),
    },
    {...deps.queries, resolvers},
  );

  const forbidden =
    caller.access === 'online' ? denied.find((scope) => deps.installation.has(scope)) : undefined;
  const isOwnSchema = deps.schema === undefined;
  return {body: written(result, isOwnSchema ? schema : null), isDeprecated, forbidden: forbidden ?? null};
}

/** A query with the schema that checks it. */
interface PreparedQuery {
  readonly schema: GraphQLSchema;
  readonly body: GraphQLBody;
  readonly resolvers: TypeResolvers;
}

/** Takes the author's schema, or simhost's own with the fields that only the test's resolvers know. */
async function prepare(version: string, body: GraphQLBody, deps: AdminDeps): Promise<PreparedQuery> {
  const {resolvers} = deps.queries;
  if (deps.schema !== undefined) return {schema: await authorSchema(deps.schema), body, resolvers};

  const own = await adminSchema(version);
  const {sdl, ...authored} = withAuthoredFields(body, own, resolvers);
  return {...authored, schema: sdl === null ? own : await adminSchema(version, sdl)};
}

function withCheck(
  meter: QueryMeter,
  check: (costed: Parameters<QueryMeter['refuse']>[0]) => void,
): QueryMeter {
  return {
    ...meter,
    refuse(costed) {
      check(costed);
      return meter.refuse(costed);
    },
  };
}

/** Joins the scopes of all parts and their own rules. The first error counts. */
function accessOf(state: AdminState, denied: string[]): AccessRule {
  const byScope = scopeRule(ADMIN_SCOPES, state.caller.scopes, (scope) => denied.push(scope));
  const rules = [byScope, ...ADMIN_PARTS.flatMap((part) => part.access?.(state) ?? [])];

  return (...field) => {
    for (const rule of rules) {
      const error = rule(...field);
      if (error !== null) return error;
    }

    return null;
  };
}

/** @param own simhost's own schema; null for the author's, whose errors are those of the platform */
function written({data, errors, extensions}: ExecutionResult, own: GraphQLSchema | null): object {
  const explained = own === null ? errors : errors && explainUnsimulated(errors, own);
  return defined({data, errors: explained, extensions});
}
