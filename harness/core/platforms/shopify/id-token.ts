import {isIdNumber, numberOf} from '../../world/gid.ts';
import {STAFF} from '../../world/staff.ts';
import type {TokenRecipe, TokenSubject} from '../token-recipe.ts';

/**
 * The claims of the ID token of the admin (`auth.idToken()`, App Bridge) and of the point of sale
 * (`session.getSessionToken()`).
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens
 */
export type IdTokenClaims = {
  /** The shop's admin, with scheme. */
  readonly iss: string;
  /** The shop, with scheme, unlike in checkout. */
  readonly dest: string;
  /** The app's client id. */
  readonly aud: string;
  /** The number of the staff member. */
  readonly sub: string;
  /** Seconds since 1970, one minute after `iat`. */
  readonly exp: number;
  /** The same as `iat`. */
  readonly nbf: number;
  /** Seconds since 1970 at which the token was issued. */
  readonly iat: number;
  /** A UUID. */
  readonly jti: string;
  /** The session of the staff member. */
  readonly sid: string;
  /** A signature of Shopify, 64 hexadecimal digits. Only Shopify can check it. */
  readonly sig: string;
};

/** Seconds from `iat` to `exp` of an ID token. */
export const ID_TOKEN_LIFE = 60;

/** The ID token of the admin and the point of sale, about `grace`: HS256 with the app's client secret. */
export const idToken: TokenRecipe = {
  life: ID_TOKEN_LIFE,
  draft: (subject) => ({
    header: {alg: 'HS256', typ: 'JWT'},
    claims: idTokenClaims(subject),
    key: {alg: 'HS256', secret: subject.world.app.clientSecret},
  }),
  subjectOf: ({sub, sid}) => ({staff: staffOf(sub, sid)}),
};

export function idTokenClaims({
  world: {shop, app},
  now,
  jti,
  staff = STAFF.grace,
}: TokenSubject): IdTokenClaims {
  const iat = Math.floor(now / 1000);
  return {
    iss: `https://${shop.domain}/admin`,
    dest: `https://${shop.domain}`,
    aud: app.clientId,
    sub: numberOf(staff.id),
    exp: iat + ID_TOKEN_LIFE,
    nbf: iat,
    iat,
    jti,
    sid: staff.sessionId,
    sig: signatureOf(jti),
  };
}

/** Makes up a signature. No public source says what the platform signs, and no key to check it is public. */
function signatureOf(jti: string): string {
  return jti.replaceAll('-', '').repeat(2);
}

/** Finds the staff member of two claims. A claim that names nobody is that of `grace`. */
function staffOf(sub: unknown, sid: unknown): NonNullable<TokenSubject['staff']> {
  const {id, sessionId} = STAFF.grace;
  return {
    id: isIdNumber(sub) ? `gid://shopify/StaffMember/${sub}` : id,
    sessionId: typeof sid === 'string' && sid !== '' ? sid : sessionId,
  };
}
