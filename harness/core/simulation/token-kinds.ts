import type {Profile} from '../cases/case.ts';
import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';
import type {TokenRecipe} from '../platforms/token-recipe.ts';
import {userToken} from '../platforms/shop-minis/user-token.ts';
import {idToken} from '../platforms/shopify/id-token.ts';
import {postPurchaseToken} from '../platforms/shopify/post-purchase-token.ts';
import {checkoutToken, sessionToken} from '../platforms/shopify/session-token.ts';
import {adminToken, appKeyToken, shopperToken} from '../platforms/vtex/vtex-tokens.ts';

/** The kind of a token, as library, command line and documentation name it. */
export type TokenKind =
  | 'checkout'
  | 'customer-account'
  | 'admin'
  | 'pos'
  | 'post-purchase'
  | 'shop-minis'
  | 'vtex-shopper'
  | 'vtex-admin'
  | 'vtex-appkey';

const RECIPES: Readonly<Record<TokenKind, TokenRecipe>> = {
  checkout: checkoutToken,
  'customer-account': sessionToken,
  admin: idToken,
  pos: idToken,
  'post-purchase': postPurchaseToken,
  'shop-minis': userToken,
  'vtex-shopper': shopperToken,
  'vtex-admin': adminToken,
  'vtex-appkey': appKeyToken,
};

/**
 * All kinds of tokens.
 *
 * @example
 * ```ts
 * import {createSimulation, TOKEN_KINDS} from 'simhost';
 *
 * const simulation = createSimulation();
 * for (const kind of TOKEN_KINDS) console.log(kind, await simulation.mint(kind));
 * ```
 */
export const TOKEN_KINDS: readonly TokenKind[] = Object.keys(RECIPES) as TokenKind[];

/**
 * Returns the way to make a token of that kind.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_TOKEN_KIND`
 */
export function recipeOf(kind: TokenKind): TokenRecipe {
  if (typeof kind === 'string' && Object.hasOwn(RECIPES, kind)) return RECIPES[kind];

  throw new SimhostError('ERR_UNKNOWN_TOKEN_KIND', `Unknown token kind ${shown(kind)}.`, {
    next: didYouMean(kind, TOKEN_KINDS),
  });
}

/** Returns the profile of the backends that accept such tokens. */
export function profileOf(kind: TokenKind): Profile {
  return kind === 'vtex-shopper' || kind === 'vtex-admin' || kind === 'vtex-appkey' ? 'vtex' : kind;
}
