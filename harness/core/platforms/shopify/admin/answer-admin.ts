import type {ExecutionResult, GraphQLSchema} from 'graphql';
import {defined} from '../../../../records.ts';
import type {GraphQLBody} from '../../graphql.ts';
import {executeQuery} from '../graphql/execute-query.ts';
import type {QueryMeter} from '../graphql/execute-query.ts';
import type {AccessRule} from '../graphql/query-context.ts';
import {adminMeter} from './admin-meter.ts';
import {ADMIN_PARTS, ADMIN_SCOPES, adminNode, adminRoot} from './admin-parts.ts';
import {adminSchema} from './admin-schema.ts';
import type {AdminCaller, AdminDeps, AdminState} from './admin-state.ts';
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

  const schema = await adminSchema(version);
  const meter = adminMeter(deps.records.bucket);
  const result = await executeQuery(
    {
      title: 'Admin API',
      schema,
      body,
      access: accessOf(state, denied),
      meter: withCheck(meter, (costed) => (isDeprecated = readsDeprecated(costed))),
      root: () => adminRoot(state),
    },
    deps.queries,
  );

  const forbidden =
    caller.access === 'online' ? denied.find((scope) => deps.installation.has(scope)) : undefined;
  return {body: written(result, schema), isDeprecated, forbidden: forbidden ?? null};
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

function written({data, errors, extensions}: ExecutionResult, schema: GraphQLSchema): object {
  return defined({data, errors: errors && explainUnsimulated(errors, schema), extensions});
}
