import type {Notice} from '../../notices.ts';
import {isCustomerDataApproved} from '../../wire/protected-customer-data.ts';
import type {App} from '../world/app.ts';

/**
 * Returns the notice that the app's tokens have no `sub`: Shopify names the customer only to apps with both
 * permissions.
 */
export function missingSubNotice({
  scopes,
  protectedCustomerData,
}: Pick<App, 'scopes' | 'protectedCustomerData'>): Notice | null {
  const needs = 'Session tokens of a signed-in customer have no sub, because the app';

  if (!scopes.includes('read_customers')) {
    return {
      code: 'token-without-sub',
      message: `${needs} lacks the scope read_customers. Its scopes are: ${scopes.join(', ') || 'none'}.`,
      next: 'Add read_customers to scopes in shopify.app.toml, or to app.scopes in the test.',
    };
  }

  if (!isCustomerDataApproved(protectedCustomerData)) {
    return {
      code: 'token-without-sub',
      message: `${needs} is not approved for protected customer data.`,
      next:
        'Request access to protected customer data in the Partner Dashboard, ' +
        'or set app.protectedCustomerData in the test.',
    };
  }

  return null;
}
