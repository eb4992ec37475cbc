import {numberOf} from '../../../world/gid.ts';
import type {StaffMember} from '../../../world/staff.ts';
import type {AppToken, TokenPair} from './app-token.ts';

/** The members of an answer with a token. */
export type TokenAnswer = Readonly<Record<string, unknown>>;

/** A token that was issued, and its scopes. */
export interface IssuedToAnswer {
  readonly token: AppToken | TokenPair;
  /** The scopes that the merchant granted the app. */
  readonly scopes: readonly string[];
  /** The scopes of an online token, as far as the staff member's permissions go. */
  readonly userScopes: readonly string[];
}

/**
 * Writes the answer with a token.
 *
 * @param now milliseconds since 1970
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/token-exchange
 */
export function tokenAnswer({token, scopes, userScopes}: IssuedToAnswer, now: number): TokenAnswer {
  const {value, expiresAt, staff} = token;
  const secondsTo = (at: number): number => Math.ceil((at - now) / 1000);

  return {
    access_token: value,
    scope: scopes.join(','),
    ...(expiresAt === null ? {} : {expires_in: secondsTo(expiresAt)}),
    ...('refreshToken' in token
      ? {
          refresh_token: token.refreshToken,
          refresh_token_expires_in: secondsTo(token.refreshTokenExpiresAt),
        }
      : {}),
    ...(staff === null
      ? {}
      : {associated_user_scope: userScopes.join(','), associated_user: associatedUser(staff)}),
  };
}

function associatedUser({id, firstName, lastName, email, locale, isAccountOwner}: StaffMember): TokenAnswer {
  return {
    id: Number(numberOf(id)),
    first_name: firstName,
    last_name: lastName,
    email,
    email_verified: true,
    account_owner: isAccountOwner,
    locale,
    collaborator: false,
  };
}
