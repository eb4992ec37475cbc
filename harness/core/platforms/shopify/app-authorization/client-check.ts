import type {App} from '../../../world/app.ts';
import {pageRefusal} from './oauth-refusal.ts';
import type {OAuthRefusal} from './oauth-refusal.ts';
import type {Parameters} from './request-parameters.ts';

/** Returns why a request with these credentials is refused; `null` for the app's own. Both of its secrets work. */
export function clientRefusal(
  parameters: Parameters,
  {clientId, clientSecret, previousClientSecret}: App,
): OAuthRefusal | null {
  const id = parameters.get('client_id') ?? '';
  if (id !== clientId) {
    return pageRefusal('application_cannot_be_found', {
      description: 'Could not find Shopify API application',
      cause: id === '' ? 'client_id is missing' : 'client_id is not that of the app under test',
      fix: 'Start the backend with SHOPIFY_API_KEY of the option app.clientId.',
    });
  }

  const secret = parameters.get('client_secret') ?? '';
  if (secret !== '' && (secret === clientSecret || secret === previousClientSecret)) return null;

  return pageRefusal('invalid_request', {
    description: 'The request is missing a required parameter or has an invalid value',
    cause: secret === '' ? 'client_secret is missing' : 'client_secret is not that of the app under test',
    fix: 'Start the backend with SHOPIFY_API_SECRET of the option app.clientSecret.',
  });
}
