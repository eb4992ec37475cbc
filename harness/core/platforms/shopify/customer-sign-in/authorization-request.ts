import {isRegistered} from '../../../world/customer-authentication.ts';
import type {CustomerAuthentication} from '../../../world/customer-authentication.ts';
import type {OAuthParameters} from './oauth-parameters.ts';
import type {CodeRequest} from './sign-in-grants.ts';

/** A valid request for a code. */
export interface AuthorizationRequest extends Omit<CodeRequest, 'customerId'> {
  readonly state: string | null;
  /** Whether no page may be shown. */
  readonly isSilent: boolean;
  readonly loginHint: string;
}

/** A request that the platform refuses on its own page, because it trusts no address of the client. */
export interface RefusedOnPage {
  readonly error: string;
  readonly cause: string;
  readonly fix: string;
}

/** A request whose error goes to the client. */
export interface RefusedByRedirect {
  readonly redirectUri: string;
  readonly state: string | null;
  readonly code: string;
  readonly description: string;
}

export type ReadRequest =
  | {readonly request: AuthorizationRequest}
  | {readonly onPage: RefusedOnPage}
  | {readonly byRedirect: RefusedByRedirect};

/**
 * Reads a request for a code.
 *
 * @see https://shopify.dev/docs/api/customer/latest#authorization
 */
export function readAuthorizationRequest(
  parameters: OAuthParameters,
  client: CustomerAuthentication,
): ReadRequest {
  const {values: query} = parameters;
  const onPage = clientFault(parameters, client);
  if (onPage !== null) return {onPage};

  const redirectUri = query.get('redirect_uri') ?? '';
  const state = query.get('state');
  const fault = parameterFault(parameters, client);
  if (fault !== null) return {byRedirect: {redirectUri, state, ...fault}};

  return {
    request: {
      redirectUri,
      state,
      scopes: (query.get('scope') ?? '').split(' ').filter(Boolean),
      nonce: query.get('nonce'),
      challenge: query.get('code_challenge'),
      isSilent: query.get('prompt') === 'none',
      loginHint: query.get('login_hint') ?? '',
    },
  };
}

function clientFault(parameters: OAuthParameters, client: CustomerAuthentication): RefusedOnPage | null {
  const {repeated} = parameters;
  if (repeated === 'client_id' || repeated === 'redirect_uri') {
    return {
      error: `"${repeated}" repeated`,
      cause: `${repeated} is repeated`,
      fix: `Send ${repeated} once.`,
    };
  }

  return clientIdFault(parameters, client) ?? redirectUriFault(parameters, client);
}

function clientIdFault(
  {values}: OAuthParameters,
  {clientId: known}: CustomerAuthentication,
): RefusedOnPage | null {
  const clientId = values.get('client_id');
  if (clientId === known) return null;

  const fix = `Send client_id=${known}, or set app.customerAuthentication.clientId.`;
  return clientId === null
    ? {error: '"client_id" missing', cause: 'client_id is missing', fix}
    : {
        error: '"client_id" unknown',
        cause: `the storefront has another client id than "${clientId}"`,
        fix,
      };
}

function redirectUriFault(
  {values}: OAuthParameters,
  {redirectUris}: CustomerAuthentication,
): RefusedOnPage | null {
  const uri = values.get('redirect_uri');
  if (uri === null) {
    return {
      error: '"redirect_uri" missing',
      cause: 'redirect_uri is missing',
      fix: 'Send the URL of the callback as redirect_uri.',
    };
  }

  // RFC 6749, section 3.1.2.
  if (uri.includes('#')) {
    return {
      error: '"redirect_uri" mismatch',
      cause: `redirect_uri "${uri}" has a fragment`,
      fix: 'Leave # and what follows out.',
    };
  }

  if (isRegistered(uri, redirectUris)) return null;
  return {
    error: '"redirect_uri" mismatch',
    cause: `redirect_uri "${uri}" is not a callback URI of the storefront`,
    fix:
      redirectUris === undefined
        ? 'Shopify takes https: URIs alone. For another one here, list it in app.customerAuthentication.redirectUris.'
        : `Known: ${redirectUris.join(', ')}. Add it to app.customerAuthentication.redirectUris.`,
  };
}

function parameterFault(
  {values: query, repeated}: OAuthParameters,
  {clientSecret}: CustomerAuthentication,
): Pick<RefusedByRedirect, 'code' | 'description'> | null {
  if (repeated !== null) return {code: 'invalid_request', description: `${repeated} is repeated.`};
  if (!query.has('response_type')) return {code: 'invalid_request', description: 'response_type is missing.'};
  if (query.get('response_type') !== 'code')
    return {code: 'unsupported_response_type', description: 'response_type must be code.'};

  const hasChallenge = query.has('code_challenge');
  if (!hasChallenge && clientSecret !== undefined) return null;
  if (!hasChallenge) return {code: 'invalid_request', description: 'A public client needs code_challenge.'};
  if (query.get('code_challenge_method') !== 'S256')
    return {code: 'invalid_request', description: 'code_challenge_method must be S256.'};
  return null;
}
