import {SimhostError} from '../../../errors.ts';
import type {Claims, TokenDraft} from '../../tokens/jws.ts';
import {adminOf, appKeyOf, userIdOf} from '../../world/vtex.ts';
import type {TokenRecipe, TokenSubject} from '../token-recipe.ts';
import {accountOrDefault} from './vtex-hosts.ts';
import {VTEX_TEST_KEY, VTEX_TEST_KID} from './vtex-test-key.ts';

/** The users that a token is for: the store's shoppers, or those who work in the accounts. */
export type VtexAudience = 'webstore' | 'admin';

/**
 * The claims of a user token, in the order in which VTEX ID issues them. They have no `aud`: the claim is
 * `audience`.
 *
 * They were seen in tokens of 2024 to 2026. VTEX documents only the life of 24 hours.
 *
 * @see https://developers.vtex.com/docs/guides/api-authentication-using-user-tokens
 */
export type VtexUserClaims = {
  /** The e-mail that they signed in with. */
  readonly sub: string;
  /** The account that they signed in at. */
  readonly account: string;
  /** `webstore` for shoppers, `admin` for admins. */
  readonly audience: VtexAudience;
  /** The session, a GUID. Revoking it ends the token. */
  readonly sess: string;
  /** Seconds since 1970, 24 hours after `iat`. */
  readonly exp: number;
  /** Always `user`. */
  readonly type: 'user';
  /** The id of the user, a GUID. */
  readonly userId: string;
  /** Seconds since 1970 at which the token was issued. */
  readonly iat: number;
  /** Whether the user represents a company. Always `false` here. */
  readonly isRepresentative: boolean;
  /** Always `token-emitter`. */
  readonly iss: 'token-emitter';
  /** The unique id of the token. */
  readonly jti: string;
};

/** The claims of a token from `apptoken/login`: `sub` is the app key, and the token has no session. */
export type VtexAppKeyClaims = Omit<VtexUserClaims, 'sess' | 'type' | 'isRepresentative' | 'audience'> & {
  /** Always `admin`. */
  readonly audience: 'admin';
  /** Absent, unless the assumption `appKeyTokenType` sets it. */
  readonly type?: string;
};

/** Seconds that the token of a shopper or an admin lives. */
export const USER_TOKEN_LIFE = 86_400;

/** Seconds that the token of an app key lives: six hours, not the 24 of users. */
export const APP_KEY_TOKEN_LIFE = 21_600;

/** The token of a shopper: the customer of the subject. */
export const shopperToken: TokenRecipe = {
  life: USER_TOKEN_LIFE,
  hasSession: true,
  draft: (subject) => {
    const {customer} = subject;
    if (customer !== null) {
      return userToken(subject, 'webstore', {email: customer.email, userId: userIdOf(customer)});
    }

    throw new SimhostError('ERR_NO_CUSTOMER', 'Nobody is signed in, and VTEX has no token for a guest.', {
      next: "Name a shopper, for example {customer: 'ada'}.",
    });
  },
};

/** The token of an admin. Default: `grace`. */
export const adminToken: TokenRecipe = {
  life: USER_TOKEN_LIFE,
  hasSession: true,
  draft: (subject) =>
    userToken(subject, 'admin', adminOf(subject.vtexOptions?.admin ?? 'grace', subject.world.vtex)),
};

/** The token of an app key. Default: `orders`. */
export const appKeyToken: TokenRecipe = {
  life: APP_KEY_TOKEN_LIFE,
  draft: (subject) => signedBy(appKeyClaims(subject)),
};

function userToken(
  subject: TokenSubject,
  audience: VtexAudience,
  {email, userId}: {email: string; userId: string},
): TokenDraft {
  const {world, now, jti, sess = '', vtexOptions = {}} = subject;
  const iat = Math.floor(now / 1000);

  const claims: VtexUserClaims = {
    sub: email,
    account: accountOrDefault(vtexOptions.account, world.vtex).name,
    audience,
    sess,
    exp: iat + USER_TOKEN_LIFE,
    type: 'user',
    userId,
    iat,
    isRepresentative: false,
    iss: 'token-emitter',
    jti,
  };

  return signedBy(claims);
}

function appKeyClaims({world: {vtex}, now, jti, vtexOptions = {}}: TokenSubject): VtexAppKeyClaims {
  const {key, account, userId} = appKeyOf(vtexOptions.appKey ?? 'orders', vtex);
  const {appKeyTokenAccount, appKeyTokenType} = vtex.assumptions;
  const iat = Math.floor(now / 1000);

  return {
    sub: key,
    account: appKeyTokenAccount === 'own' ? account : 'vtex',
    audience: 'admin',
    exp: iat + APP_KEY_TOKEN_LIFE,
    ...(appKeyTokenType === null ? {} : {type: appKeyTokenType}),
    userId,
    iat,
    iss: 'token-emitter',
    jti,
  };
}

/** Signs claims as VTEX ID does, which writes `typ` in lower case. */
function signedBy(claims: Claims): TokenDraft {
  return {
    header: {alg: 'ES256', kid: VTEX_TEST_KID, typ: 'jwt'},
    claims,
    key: {alg: 'ES256', jwk: VTEX_TEST_KEY},
  };
}
