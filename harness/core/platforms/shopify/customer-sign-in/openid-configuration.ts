import {HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {http} from '../../platform-http.ts';
import {corsHeaders} from '../../cors-headers.ts';
import {API_SCOPE} from '../customer-account/access-tokens.ts';
import {CUSTOMER_TEST_PUBLIC_KEY} from './customer-test-key.ts';
import type {SignInUrls} from './sign-in-deps.ts';

/**
 * Answers clients that look up the endpoints and the key, with the members that shops publish.
 *
 * @see https://shopify.dev/docs/api/customer/latest#discovery-endpoints
 */
export function openIdConfiguration(urls: SignInUrls): readonly HttpHandler[] {
  const headers = corsHeaders('*');
  return [
    http.get(urls.discovery, () => HttpResponse.json(configurationOf(urls), {headers})),
    http.get(urls.jwks, () => HttpResponse.json({keys: [CUSTOMER_TEST_PUBLIC_KEY]}, {headers})),
  ];
}

function configurationOf({issuer, authorize, token, logout, jwks}: SignInUrls): object {
  return {
    issuer,
    token_endpoint: token,
    authorization_endpoint: authorize,
    end_session_endpoint: logout,
    jwks_uri: jwks,
    scopes_supported: ['openid', 'email', API_SCOPE],
    response_types_supported: ['code'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce', 'sid', 'email', 'email_verified'],
    code_challenge_methods_supported: ['S256'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
  };
}
