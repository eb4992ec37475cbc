import {compactVerify, importJWK} from 'jose';
import {decodeClaims, signCompact} from '../../../tokens/jws.ts';
import type {Claims} from '../../../tokens/jws.ts';
import {importKey} from '../../../tokens/key.ts';
import {numberOf} from '../../../world/gid.ts';
import type {Customer} from '../../../world/people.ts';
import {CUSTOMER_TEST_KEY, CUSTOMER_TEST_KID, CUSTOMER_TEST_PUBLIC_KEY} from './customer-test-key.ts';
import type {Grant} from './sign-in-grants.ts';

/** Seconds from `iat` to `exp` of an ID token. Shopify publishes no number. */
const ID_TOKEN_LIFE = 3600;

/** The things that an ID token is about. */
export interface IdTokenSubject {
  readonly customer: Pick<Customer, 'id' | 'email'>;
  readonly grant: Pick<Grant, 'nonce' | 'scopes' | 'sessionId'>;
  readonly issuer: string;
  readonly clientId: string;
  /** The time of the platform, in milliseconds since 1970. */
  readonly now: number;
}

/**
 * Signs the ID token of a customer. The claims are those of `claims_supported` in the discovery document of shops.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDToken
 */
export async function signIdToken({
  customer,
  grant: {nonce, scopes, sessionId},
  issuer,
  clientId,
  now,
}: IdTokenSubject): Promise<string> {
  const iat = Math.floor(now / 1000);
  const claims = {
    iss: issuer,
    // Public clients read a number (the form of `sub` is not published).
    sub: numberOf(customer.id),
    aud: clientId,
    exp: iat + ID_TOKEN_LIFE,
    iat,
    ...(nonce === null ? {} : {nonce}),
    sid: sessionId,
    ...(scopes.includes('email') ? {email: customer.email, email_verified: true} : {}),
  };

  const key = await importKey({alg: 'RS256', jwk: CUSTOMER_TEST_KEY}, {published: []});
  return signCompact({alg: 'RS256', typ: 'JWT', kid: CUSTOMER_TEST_KID}, claims, key);
}

/** Returns the claims of an ID token of this shop and client; `null` for any other string. It may have expired. */
export async function readIdToken(
  token: string,
  {issuer, clientId}: Pick<IdTokenSubject, 'issuer' | 'clientId'>,
): Promise<Claims | null> {
  try {
    await compactVerify(token, await importJWK(CUSTOMER_TEST_PUBLIC_KEY, 'RS256'));
    const claims = decodeClaims(token);
    return claims?.['iss'] === issuer && claims['aud'] === clientId ? claims : null;
  } catch {
    return null;
  }
}
