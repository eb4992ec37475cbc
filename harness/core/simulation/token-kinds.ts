import type {Profile} from '../cases/case.ts';
import {SimhostError} from '../../errors.ts';
import {nearest} from '../../known-values.ts';
import type {TokenRecipe} from '../platforms/token-recipe.ts';
import {userToken} from '../platforms/shop-minis/user-token.ts';
import {idToken} from '../platforms/shopify/id-token.ts';
import {postPurchaseToken} from '../platforms/shopify/post-purchase-token.ts';
import {sessionToken} from '../platforms/shopify/session-token.ts';
import {adminToken, appKeyToken, shopperToken} from '../platforms/vtex/vtex-tokens.ts';

/** What `mint` can make, by the name it has in library, command line and documentation. */
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
  checkout: sessionToken,
  'customer-account': sessionToken,
  admin: idToken,
  pos: idToken,
  'post-purchase': postPurchaseToken,
  'shop-minis': userToken,
  'vtex-shopper': shopperToken,
  'vtex-admin': adminToken,
  'vtex-appkey': appKeyToken,
};

export const TOKEN_KINDS: readonly TokenKind[] = Object.keys(RECIPES) as TokenKind[];

/** @throws {SimhostError} `ERR_UNKNOWN_TOKEN_KIND` */
export function recipeOf(kind: TokenKind): TokenRecipe {
  if (Object.hasOwn(RECIPES, kind)) return RECIPES[kind];
  const near = nearest(String(kind), TOKEN_KINDS);
  throw new SimhostError('ERR_UNKNOWN_TOKEN_KIND', `No token is called "${String(kind)}".`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${TOKEN_KINDS.join(', ')}.`,
  });
}

/** Whose backends take such tokens. */
export function profileOf(kind: TokenKind): Profile {
  return kind === 'vtex-shopper' || kind === 'vtex-admin' || kind === 'vtex-appkey' ? 'vtex' : kind;
}
