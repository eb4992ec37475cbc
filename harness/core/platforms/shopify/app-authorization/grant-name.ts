import type {Parameters} from './request-parameters.ts';

/** The grant type of a token exchange. */
export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** The type of an offline access token, as a subject or as the token that is asked for. */
export const OFFLINE = 'urn:shopify:params:oauth:token-type:offline-access-token';

/** The type of an online access token. */
export const ONLINE = 'urn:shopify:params:oauth:token-type:online-access-token';

const NAMES: Readonly<Record<string, string>> = {
  refresh_token: 'the refresh',
  client_credentials: 'the client credentials grant',
  authorization_code: 'the authorization code grant',
};

/** Names the grant that a request asks for, as the subject of a sentence. */
export function grantName(parameters: Parameters): string {
  const grantType = parameters.get('grant_type');
  if (grantType === undefined)
    return parameters.has('code') ? 'the authorization code grant' : 'the request for a token';
  if (grantType !== TOKEN_EXCHANGE) return NAMES[grantType] ?? 'the request for a token';

  if (parameters.get('subject_token_type') === OFFLINE) return 'the migration to an expiring token';
  return parameters.get('requested_token_type') === ONLINE
    ? 'the exchange for an online token'
    : 'the exchange for an offline token';
}
