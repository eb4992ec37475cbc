import {errors, jwtVerify} from 'jose';
import {importSecret} from '../../tokens/secret.ts';
import type {Minis, VerifyErrorCode} from '../../world/minis.ts';
import type {IssuedTokens} from './issued-tokens.ts';
import {USER_TOKEN_ISSUER, USER_TOKEN_SECRET, isShopUser} from './user-token.ts';
import type {UserState, UserTokenClaims} from './user-token.ts';

/**
 * The payload of the mutation `userTokenVerify`.
 *
 * @see https://shopify.dev/docs/api/shop-minis/minis-admin-api/mutations/usertokenverify
 */
export interface UserTokenVerifyPayload {
  /** The user's public id; `null` for guests, and without the scope `openid`. */
  readonly publicId: string | null;
  /** ISO 8601. */
  readonly tokenExpiresAt: string | null;
  /** The errors of the exchange; empty if it succeeded. */
  readonly userErrors: readonly {
    readonly code: VerifyErrorCode;
    readonly field: readonly string[] | null;
    readonly message: string;
  }[];
  /** The same as `publicId`. Shopify has deprecated it. */
  readonly userIdentifier: string | null;
  /** Whether the user is a guest; `null` if the exchange failed. */
  readonly userState: UserState | null;
}

/** The state of the platform on which a verification depends. */
export interface Verification {
  readonly minis: Minis;
  readonly issued: IssuedTokens;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether a user was deleted from Shop. */
  readonly isDeleted: (user: string) => boolean;
}

/** Exchanges a temporary token, for the Mini whose API key the request has. */
export async function userTokenVerify(
  token: string,
  mini: string,
  verification: Verification,
): Promise<UserTokenVerifyPayload> {
  const {minis, issued, isDeleted} = verification;
  const claims = await readToken(token, verification);
  if (typeof claims === 'string') return refused(claims, minis);

  issued.exchange(claims);
  if (claims.aud !== mini) return refused('INVALID_MINI', minis);
  if (claims.sub !== undefined && (!isShopUser(claims.sub) || isDeleted(claims.sub))) {
    return refused('USER_NOT_FOUND', minis);
  }

  const publicId = mayKnow(claims, minis) ? await publicIdOf(claims.sub ?? `guest-${claims.jti}`) : null;
  const tokenExpiresAt = new Date(claims.exp * 1000).toISOString();

  return {publicId, tokenExpiresAt, userErrors: [], userIdentifier: publicId, userState: claims.user_state};
}

/** Makes the payload of a refusal. */
export function refused(code: VerifyErrorCode, {messages}: Minis): UserTokenVerifyPayload {
  const userErrors = [{code, field: ['token'], message: messages[code]}];
  return {publicId: null, tokenExpiresAt: null, userErrors, userIdentifier: null, userState: null};
}

async function readToken(
  token: string,
  {issued, now}: Verification,
): Promise<UserTokenClaims | 'TOKEN_EXPIRED' | 'TOKEN_INVALID'> {
  const signed = issued.signed(token);
  if (signed === null) return 'TOKEN_INVALID';

  const key = await importSecret(USER_TOKEN_SECRET, {published: [USER_TOKEN_SECRET]});
  try {
    const {payload} = await jwtVerify(signed, key, {
      algorithms: ['HS256'],
      issuer: USER_TOKEN_ISSUER,
      currentDate: new Date(now),
    });
    return payload as UserTokenClaims;
  } catch (error) {
    if (!(error instanceof errors.JWTExpired)) return 'TOKEN_INVALID';
    issued.exchange(error.payload);
    return 'TOKEN_EXPIRED';
  }
}

/** Whether the Mini may know the user's public id. */
function mayKnow({sub, scope}: UserTokenClaims, {publicIdWithoutOpenid, guestPublicId}: Minis): boolean {
  if (sub === undefined) return guestPublicId === 'given';
  return scope.split(' ').includes('openid') || publicIdWithoutOpenid === 'given';
}

/** Derives a user's public id. It has the shape of a UUID, and is the same in every Mini. */
export async function publicIdOf(user: string): Promise<string> {
  const bytes = new TextEncoder().encode(`public id of ${user}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(hash.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');

  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
