import type {App} from '../../../world/app.ts';
import {readScopes} from './access-scopes.ts';
import {pageRefusal} from './oauth-refusal.ts';
import type {OAuthRefusal} from './oauth-refusal.ts';

/** A valid request for a code. */
export interface AuthorizeRequest {
  readonly redirectUrl: string;
  /** The scopes that the app asks for. Without the parameter these are the ones that it declares. */
  readonly scopes: readonly string[];
  readonly state: string | null;
  /** Whether the app asks for a token of the staff member. */
  readonly isOnline: boolean;
}

/** Reads a request of the authorization code grant, or refuses it. */
export function readAuthorizeRequest(
  query: URLSearchParams,
  app: App,
): {readonly request: AuthorizeRequest} | {readonly refusal: OAuthRefusal} {
  const refusal = clientIdRefusal(query, app) ?? redirectRefusal(query, app);
  if (refusal !== null) return {refusal};

  const scope = query.get('scope');
  return {
    request: {
      redirectUrl: query.get('redirect_uri') ?? '',
      scopes: scope === null ? app.scopes : readScopes(scope),
      state: query.get('state'),
      isOnline: query.getAll('grant_options[]').includes('per-user'),
    },
  };
}

/** Returns why a page for this client is refused; `null` for the app under test. */
export function clientIdRefusal(query: URLSearchParams, {clientId}: App): OAuthRefusal | null {
  const given = query.get('client_id') ?? '';
  if (given === clientId) return null;
  return pageRefusal('application_cannot_be_found', {
    description: 'Could not find Shopify API application',
    cause: given === '' ? 'client_id is missing' : 'client_id is not that of the app under test',
    fix: 'Start the backend with SHOPIFY_API_KEY of the option app.clientId.',
  });
}

function redirectRefusal(query: URLSearchParams, {authorization}: App): OAuthRefusal | null {
  const given = query.get('redirect_uri') ?? '';
  const listed = authorization.redirectUrls;
  if (URL.canParse(given) && (listed === undefined || listed.includes(given))) return null;

  return pageRefusal('invalid_request', {
    description: 'The redirect_uri is not whitelisted',
    cause:
      given === '' ? 'redirect_uri is missing' : `redirect_uri is "${given}", which the app does not list`,
    fix: 'Send one of redirect_urls in shopify.app.toml, the option app.authorization.redirectUrls.',
  });
}
