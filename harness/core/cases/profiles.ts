import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';
import {userToken} from '../platforms/shop-minis/user-token.ts';
import {idToken} from '../platforms/shopify/id-token.ts';
import {postPurchaseToken} from '../platforms/shopify/post-purchase-token.ts';
import {checkoutToken, sessionToken} from '../platforms/shopify/session-token.ts';
import type {TokenRecipe} from '../platforms/token-recipe.ts';
import {AUTH_COOKIE} from '../platforms/vtex/vtex-cookies.ts';
import {shopperToken} from '../platforms/vtex/vtex-tokens.ts';
import type {Profile} from './case.ts';
import type {OutgoingRequest} from './outgoing-request.ts';
import {PROFILES} from './profile-groups.ts';
import {withHeaders} from './request-parts.ts';

/** The tokens that the backends of a profile are sent. */
export interface ProfileTokens {
  /** The kind of token, as `simhost token` and `simulation.mint` name it. */
  readonly kind: Exclude<Profile, 'embedded' | 'vtex'> | 'vtex-shopper';
  readonly recipe: TokenRecipe;
  /** The header, lower case, in which the token stands. */
  readonly header: string;
  /** The value of that header. */
  readonly value: (token: string) => string;
}

const bearer = {header: 'authorization', value: (token: string) => `Bearer ${token}`};

const TOKENS: Readonly<Record<Profile, ProfileTokens>> = {
  checkout: {kind: 'checkout', recipe: checkoutToken, ...bearer},
  'customer-account': {kind: 'customer-account', recipe: sessionToken, ...bearer},
  admin: {kind: 'admin', recipe: idToken, ...bearer},
  embedded: {kind: 'admin', recipe: idToken, ...bearer},
  pos: {kind: 'pos', recipe: idToken, ...bearer},
  'post-purchase': {kind: 'post-purchase', recipe: postPurchaseToken, ...bearer},
  'shop-minis': {kind: 'shop-minis', recipe: userToken, ...bearer},
  vtex: {kind: 'vtex-shopper', recipe: shopperToken, header: AUTH_COOKIE, value: (token) => token},
};

/** @throws {SimhostError} `ERR_UNKNOWN_PROFILE` */
export function tokensOf(profile: Profile): ProfileTokens {
  const tokens = Object.hasOwn(TOKENS, profile) ? TOKENS[profile] : undefined;
  if (tokens !== undefined) return tokens;
  throw new SimhostError('ERR_UNKNOWN_PROFILE', `Unknown profile ${shown(profile)}.`, {
    next: didYouMean(profile, PROFILES),
  });
}

/** The request with the token where the profile's backends look for it. */
export function carry(profile: Profile, request: OutgoingRequest, token: string): OutgoingRequest {
  const {header, value} = tokensOf(profile);
  return withHeaders(request, [header === 'authorization' ? 'Authorization' : header, value(token)]);
}
