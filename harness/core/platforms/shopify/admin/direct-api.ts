import type {StaffMember} from '../../../world/staff.ts';
import type {GraphQLBody} from '../../graphql.ts';
import type {AdminDeps} from './admin-state.ts';
import {answeredVersion} from './api-version.ts';

/** A query that App Bridge sends for a page of the app: `fetch('shopify:admin/api/graphql.json')`. */
export interface DirectQuery {
  readonly body: GraphQLBody;
  /** The version in the URL; null without one. */
  readonly version: string | null;
  /** The staff member who uses the admin; null for the offline mode of `direct_api_mode`. */
  readonly staff: StaffMember | null;
}

/** An answer of the direct API. */
export interface DirectAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/**
 * Answers a query of a page as the staff member, with the scopes of the app that their permissions allow. The admin has
 * checked that the app may use the direct API.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/authentication-and-data/resource-fetching-api#direct-api-access
 */
export async function answerDirectly(
  {body, version, staff}: DirectQuery,
  deps: AdminDeps,
): Promise<DirectAnswer> {
  const answered = answeredVersion(version, deps.now());
  const scopes = deps.tokens.scopesOf({staff});

  const {answerAdmin} = await import('./answer-admin.ts');
  const caller = {access: 'offline', scopes, staff} as const;
  const answer = await answerAdmin({version: answered, body, caller}, deps);
  return {status: 200, headers: {'x-shopify-api-version': answered}, body: answer.body};
}
