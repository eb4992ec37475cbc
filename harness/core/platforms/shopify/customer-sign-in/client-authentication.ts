import {decoded} from '../../../../decoded.ts';
import {allowsOrigin} from '../../../world/customer-authentication.ts';
import type {CustomerAuthentication} from '../../../world/customer-authentication.ts';
import type {TokenFault} from './token-fault.ts';

/** The answer to a client that does not prove itself (RFC 6749, section 5.2). The realm is that of rack-oauth2. */
const INVALID_CLIENT = {
  status: 401,
  error: 'invalid_client',
  challenge: 'Basic realm="OAuth2 Token Endpoint"',
} as const;

/**
 * Returns what is wrong with the client of a token request. A confidential client proves itself by its secret, a
 * public one by its origin.
 *
 * @see https://shopify.dev/docs/api/customer/latest#obtain-access-token
 */
export function clientFault(
  form: URLSearchParams,
  headers: Headers,
  client: CustomerAuthentication,
): TokenFault | null {
  const shown = credentialsIn(headers);
  const clientId = form.get('client_id') ?? (shown === null ? null : decoded(shown.id));
  if (clientId !== client.clientId) {
    return {
      ...INVALID_CLIENT,
      cause: clientId === null ? 'client_id is missing' : `client_id is "${clientId}"`,
      fix: `Send client_id=${client.clientId}, or set app.customerAuthentication.clientId.`,
    };
  }

  if (client.clientSecret === undefined) return originFault(headers.get('origin'), client);
  if (shown !== null && isSame(shown.id, clientId) && isSame(shown.secret, client.clientSecret)) return null;

  return {
    ...INVALID_CLIENT,
    cause: shown === null ? 'the client did not send its secret' : 'the client sent another secret',
    fix: 'Send Authorization: Basic with the base64 of <client id>:<client secret>. A secret in the body is not read.',
  };
}

function originFault(origin: string | null, client: CustomerAuthentication): TokenFault | null {
  if (origin !== null && allowsOrigin(origin, client)) return null;

  const {javascriptOrigins} = client;
  const known = javascriptOrigins === undefined ? '' : ` Known: ${javascriptOrigins.join(', ')}.`;
  return {
    status: 401,
    error: 'invalid_token',
    cause:
      origin === null
        ? 'a public client sent no Origin header'
        : `the origin "${origin}" is not one of the storefront's JavaScript origins`,
    fix: `Send the origin of the storefront as Origin, and list it in app.customerAuthentication.javascriptOrigins.${known}`,
    challenge: 'Bearer error="invalid_token"',
  };
}

/** Reads the credentials of `Authorization: Basic`; `null` without them. */
function credentialsIn(headers: Headers): {readonly id: string; readonly secret: string} | null {
  const [, encoded] = /^basic +([\w+/=-]+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (encoded === undefined) return null;

  try {
    const [id = '', ...secret] = atob(encoded).split(':');
    return {id, secret: secret.join(':')};
  } catch {
    return null;
  }
}

/** Compares a credential. Some clients encode theirs for forms, as RFC 6749 asks (section 2.3.1), and others do not. */
function isSame(shown: string, expected: string): boolean {
  return shown === expected || decoded(shown.replaceAll('+', ' ')) === expected;
}
