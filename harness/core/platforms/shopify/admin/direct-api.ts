import type {StaffMember} from '../../../world/staff.ts';
import type {AccessRefusal} from './access-refusal.ts';
import type {ArmedAdminFault} from './admin-api-fault.ts';
import type {AdminCaller, AdminDeps} from './admin-state.ts';

/** A path of the direct API that is GraphQL. REST paths fail. */
const GRAPHQL = /^admin\/api\/(?:([\w-]+)\/)?graphql\.json$/;

/** The answer to a path that the direct API lacks. */
export const NO_DIRECT_API: object = {errors: 'Not Found'};

/**
 * Returns the version that a path of the direct API names, `null` without one, or undefined for a path that it lacks.
 *
 * @see https://github.com/Shopify/shopify-app-bridge/issues/414
 */
export function directVersion(path: string): string | null | undefined {
  const found = GRAPHQL.exec(path);
  return found === null ? undefined : (found[1] ?? null);
}

/**
 * Returns the access of a query that the admin sends for a page or an extension of the app, or the refusal. It has no
 * access token: a staff member asks with the scopes of the app that their permissions allow, and `null` is the offline
 * mode, with all scopes of the app.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/authentication-and-data/resource-fetching-api#direct-api-access
 */
export function directAccess(
  armed: ArmedAdminFault | null,
  staff: StaffMember | null,
  {tokens, installation}: Pick<AdminDeps, 'tokens' | 'installation'>,
): AdminCaller | AccessRefusal {
  const gives = armed?.fault.gives;
  if (gives === 'app uninstalled') installation.uninstall();
  if (gives === 'token revoked' || !installation.isInstalled) return noAccess();

  const scopes = gives === 'no scope' ? [] : tokens.scopesOf({staff});
  // A missing permission is an error of the answer here, and not the 403 of an online token.
  return {access: 'offline', scopes, staff};
}

function noAccess(): AccessRefusal {
  return {
    status: 401,
    headers: {'www-authenticate': 'Basic Realm="Shopify API Authentication"'},
    body: {errors: '[API] Invalid API key or access token (unrecognized login or wrong password)'},
    reason: {
      cause: 'the app has no access to the shop any more',
      turn: 'extension',
      fix: 'Read the status before the body, and show an error: errors is a string here.',
    },
  };
}
