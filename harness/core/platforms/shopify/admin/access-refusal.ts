import type {Reason} from '../../../../wire/verdict.ts';
import {ACCESS_TOKEN_HEADER} from './admin-access.ts';
import type {AdminToken, AdminTokens} from './admin-access.ts';

/** A request that the gate refuses, with the reason for the log. */
export interface AccessRefusal {
  readonly status: 401 | 403;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {readonly errors: string};
  readonly reason: Reason;
}

/** The guide that the answer to a token without an end links to. */
const EXPIRING_TOKENS =
  'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens' +
  '#expiring-vs-non-expiring-offline-tokens';

/**
 * Returns the token of a request, or the refusal. A 401 has `errors` as a string, as the platform was seen to write it.
 *
 * @see https://github.com/frappe/ecommerce_integrations/issues/414 for 401
 * @see https://github.com/megaapp977/stack/issues/654 for 403
 */
export function readAccess(headers: Headers, tokens: AdminTokens): AdminToken | AccessRefusal {
  const shown = headers.get(ACCESS_TOKEN_HEADER);
  if (shown === null || shown === '')
    return unauthorized(
      'the request has no access token',
      'Send the access token in X-Shopify-Access-Token.',
    );

  const token = tokens.find(shown);
  if (token === null) return unauthorized('this simulation did not issue the access token', FIXES.unknown);
  if (token.state === 'expired') return unauthorized('the access token has expired', FIXES.expired);
  if (token.state === 'revoked') return unauthorized('the access token was revoked', FIXES.revoked);
  if (token.state === 'uninstalled') return unauthorized('the shop uninstalled the app', FIXES.uninstalled);
  return token.isRefusedAsPermanent ? permanent() : token;
}

/** Whether the gate refuses a request. */
export function isAccessRefusal(access: object): access is AccessRefusal {
  return 'status' in access;
}

/** Refuses a staff member whose permissions lack a scope that the app has. */
export function forbiddenForStaff(scope: string): AccessRefusal {
  return {
    status: 403,
    headers: {},
    body: {errors: `[API] This action requires merchant approval for ${scope} scope.`},
    reason: {
      cause: `the staff member of the online token has no permission for ${scope}`,
      turn: 'backend',
      fix: 'Use an offline token, or let the backend answer that the staff member has no permission.',
    },
  };
}

const FIXES = {
  unknown:
    'A server that keeps sessions needs another shop for each test: the option shop of the tests, {domain}. ' +
    'Else exchange an ID token at /admin/oauth/access_token.',
  expired: 'Refresh the token before the end of expires_in, or exchange a new ID token.',
  revoked: 'Forget it, and exchange a new ID token.',
  uninstalled: 'Forget the sessions of the shop at the webhook app/uninstalled.',
};

function unauthorized(cause: string, fix: string): AccessRefusal {
  return {
    status: 401,
    headers: {'www-authenticate': 'Basic Realm="Shopify API Authentication"'},
    body: {errors: '[API] Invalid API key or access token (unrecognized login or wrong password)'},
    reason: {cause, turn: 'backend', fix},
  };
}

function permanent(): AccessRefusal {
  return {
    status: 403,
    headers: {},
    body: {
      errors:
        '[API] Non-expiring access tokens are no longer accepted for the Admin API. ' +
        `Start using expiring offline tokens: ${EXPIRING_TOKENS}`,
    },
    reason: {
      cause: 'the access token never expires, and this app must use tokens that do',
      turn: 'backend',
      fix: "Ask for tokens with expiring: '1'. In Shopify's packages that is future.expiringOfflineAccessTokens.",
    },
  };
}
