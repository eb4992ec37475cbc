import {milliseconds} from '../../../clock.ts';
import {decodeClaims} from '../../tokens/jws.ts';
import {isIdNumber, numberOf} from '../../world/gid.ts';
import {type Customer, customerNumbered} from '../../world/people.ts';
import type {TokenRecipe, TokenSubject} from '../token-recipe.ts';

/** Whether Shop has verified who the user is. */
export type UserState = 'GUEST' | 'VERIFIED';

/**
 * The result of `generateUserToken()` of `useGenerateUserToken`.
 *
 * @see https://shopify.dev/docs/api/shop-minis/hooks/user/usegenerateusertoken
 */
export interface UserTokenResponse {
  /** The token and its facts; each is `null` if there are user errors. */
  readonly data: {
    /** The user token, to send to the backend. */
    readonly token: string | null;
    /** ISO 8601. */
    readonly expiresAt: string | null;
    /** Whether the user is a guest. */
    readonly userState: UserState | null;
  };
  /** The errors of the call. Default: none. */
  readonly userErrors?: readonly UserTokenError[];
}

/** A user error of `generateUserToken()`. */
export interface UserTokenError {
  /** The code of the error. */
  readonly code: 'MINI_NOT_FOUND' | 'USER_NOT_FOUND';
  /** The message of the error; the option `minis.messages` sets it. */
  readonly message: string;
  /** The input that the error is about; `null` if it is about none. */
  readonly field?: readonly string[] | null;
}

/**
 * Seconds from `iat` to `exp` of a user token, unless an option sets them. Assumed: Shopify documents no
 * life.
 */
export const USER_TOKEN_LIFE = 86_400;

/** The issuer in its claims. */
export const USER_TOKEN_ISSUER = 'https://server.shop.app';

/**
 * The key of the simulated platform. It is published: only the platform reads the token, and it is simulated
 * too.
 */
export const USER_TOKEN_SECRET = 'simhost-published-shop-minis-key-not-for-production';

/**
 * The claims of a temporary user token. They are private to the platform: a backend exchanges the token with
 * `userTokenVerify`, and must not read it.
 */
export type UserTokenClaims = {
  readonly iss: typeof USER_TOKEN_ISSUER;
  /** The Mini that the token was issued for. */
  readonly aud: string;
  /** Absent for guests. */
  readonly sub?: string;
  readonly user_state: UserState;
  /** The scopes that the user granted the Mini, separated by spaces. */
  readonly scope: string;
  readonly exp: number;
  readonly nbf: number;
  readonly iat: number;
  readonly jti: string;
};

/** The temporary user token of a Mini. */
export const userToken: TokenRecipe = {
  life: USER_TOKEN_LIFE,
  draft: (subject) => ({
    header: {alg: 'HS256', typ: 'JWT'},
    claims: userTokenClaims(subject),
    key: {alg: 'HS256', secret: USER_TOKEN_SECRET},
  }),
  subjectOf: ({sub}) => {
    const [start, number] = String(sub).split('shop-user-');
    return start === '' && isIdNumber(number) ? {customer: customerNumbered(number)} : {};
  },
};

export function userTokenClaims({world: {minis}, customer, now, jti}: TokenSubject): UserTokenClaims {
  const iat = Math.floor(now / 1000);
  const exp = iat + Math.floor(milliseconds(minis.tokenLife) / 1000);
  const claims = {iss: USER_TOKEN_ISSUER, aud: minis.id, scope: 'openid', exp, nbf: iat, iat, jti} as const;

  return customer === null
    ? {...claims, user_state: 'GUEST'}
    : {...claims, sub: shopUserOf(customer), user_state: 'VERIFIED'};
}

/** Returns the id of a customer in Shop. */
export function shopUserOf(customer: Pick<Customer, 'id'>): string {
  return `shop-user-${numberOf(customer.id)}`;
}

/** Whether Shop can have this user. No user has the number 0. */
export function isShopUser(sub: string): boolean {
  return !/^shop-user-0*$/.test(sub);
}

/** Wraps a token in the response that the Mini receives. */
export function userTokenResponse(token: string): UserTokenResponse {
  const {exp, user_state} = (decodeClaims(token) ?? {}) as Partial<UserTokenClaims>;

  return {
    data: {
      token,
      expiresAt: exp === undefined ? null : new Date(exp * 1000).toISOString(),
      userState: user_state ?? null,
    },
  };
}
