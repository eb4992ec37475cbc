import type {AdminState} from '../admin-state.ts';
import {accessScope, resolveApp} from './app.ts';

/** The messages of scopes that cannot be taken back, by code. */
const MESSAGES: Readonly<Record<string, string>> = {
  CANNOT_REVOKE_REQUIRED_SCOPES: 'Scopes that are declared as required cannot be revoked.',
  CANNOT_REVOKE_UNDECLARED_SCOPES: 'Already granted undeclared scopes cannot be revoked.',
  CANNOT_REVOKE_IMPLIED_SCOPES: 'Scopes that are implied by other granted scopes cannot be revoked.',
  UNKNOWN_SCOPES: 'The requested list of scopes to revoke includes invalid handles.',
};

/**
 * Resolves `appRevokeAccessScopes`. The app keeps the scopes that it requires.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/appRevokeAccessScopes
 */
export function revokeScopes({installation}: AdminState): object {
  return {
    appRevokeAccessScopes({scopes}: {scopes: readonly string[]}) {
      const refusal = installation.revoke(scopes);
      if (refusal === null) return {revoked: scopes.map(accessScope), userErrors: []};

      const {code} = refusal;
      const message = MESSAGES[code] ?? `The scopes cannot be revoked: ${refusal.scopes.join(', ')}.`;
      return {revoked: null, userErrors: [{code, message, field: ['scopes']}]};
    },
  };
}

/**
 * Resolves `appUninstall`. The access tokens end, and the app gets the webhook `app/uninstalled`.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/appUninstall
 */
export function uninstallApp(state: AdminState): object {
  return {
    appUninstall() {
      const app = resolveApp(state);
      state.installation.uninstall();
      return {app, userErrors: []};
    },
  };
}
