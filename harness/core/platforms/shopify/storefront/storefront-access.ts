import type {Notice} from '../../../../notices.ts';
import {
  BUYER_IP_HEADER,
  PRIVATE_STOREFRONT_TOKEN_HEADER,
  STOREFRONT_TOKEN_HEADER,
} from '../../../../wire/storefront-headers.ts';
import type {Reason} from '../../../../wire/verdict.ts';
import {EXTENSION_STOREFRONT_TOKEN} from '../../../world/api-scopes.ts';
import type {App} from '../../../world/app.ts';

/** The tokens of an app for the Storefront API. */
export type StorefrontTokens = Pick<App, 'publicStorefrontToken' | 'privateStorefrontToken'>;

/** The access that a request has by its headers. */
export type StorefrontAccess =
  | {readonly kind: 'public' | 'private' | 'extension' | 'tokenless'}
  /** A token that the shop does not know. */
  | {readonly kind: 'refused'; readonly reason: Reason};

/**
 * Reads the access of a request. Without a token it is tokenless; a wrong token is refused even if the query needs none,
 * as the API was seen to do.
 *
 * @see https://shopify.dev/docs/api/storefront/latest#authentication
 */
export function storefrontAccess(headers: Headers, tokens: StorefrontTokens): StorefrontAccess {
  const privateToken = headers.get(PRIVATE_STOREFRONT_TOKEN_HEADER) ?? '';
  const publicToken = headers.get(STOREFRONT_TOKEN_HEADER) ?? '';

  if (privateToken !== '') {
    return privateToken === tokens.privateStorefrontToken
      ? {kind: 'private'}
      : {kind: 'refused', reason: wrongPrivateToken(privateToken, tokens)};
  }

  if (publicToken === '') return {kind: 'tokenless'};
  if (publicToken === EXTENSION_STOREFRONT_TOKEN) return {kind: 'extension'};
  return publicToken === tokens.publicStorefrontToken
    ? {kind: 'public'}
    : {kind: 'refused', reason: wrongPublicToken(publicToken, tokens)};
}

/** Whether a request carries a token of this app, right header or not. */
export function carriesStorefrontToken(headers: Headers, tokens: StorefrontTokens): boolean {
  const {kind} = storefrontAccess(headers, tokens);
  return kind === 'public' || kind === 'private';
}

/** Names the probable mistake in a request with the private token, which the API answers; `null` without one. */
export function noticeOfPrivateToken(headers: Headers): Notice | null {
  if (headers.has('origin')) return PRIVATE_IN_PAGE;
  return headers.has(BUYER_IP_HEADER) ? null : NO_BUYER_IP;
}

const PRIVATE_IN_PAGE: Notice = {
  code: 'storefront-private-token-in-page',
  message: `A page sent the private token of the Storefront API in ${PRIVATE_STOREFRONT_TOKEN_HEADER}. Every visitor can read it there.`,
  next: `Send the public token in ${STOREFRONT_TOKEN_HEADER}, or ask through your backend.`,
};

const NO_BUYER_IP: Notice = {
  code: 'storefront-buyer-ip-missing',
  message: `A backend asked the Storefront API without ${BUYER_IP_HEADER}. Shopify takes all of its buyers for one.`,
  next: `Pass on the IP address of the buyer: {'${BUYER_IP_HEADER}': ip}.`,
};

function wrongPublicToken(token: string, {privateStorefrontToken}: StorefrontTokens): Reason {
  return token === privateStorefrontToken
    ? misplaced('private', STOREFRONT_TOKEN_HEADER, PRIVATE_STOREFRONT_TOKEN_HEADER)
    : unknown('public', STOREFRONT_TOKEN_HEADER);
}

function wrongPrivateToken(token: string, {publicStorefrontToken}: StorefrontTokens): Reason {
  return token === publicStorefrontToken
    ? misplaced('public', PRIVATE_STOREFRONT_TOKEN_HEADER, STOREFRONT_TOKEN_HEADER)
    : unknown('private', PRIVATE_STOREFRONT_TOKEN_HEADER);
}

function misplaced(kind: 'public' | 'private', header: string, right: string): Reason {
  return {
    cause: `the ${kind} token of the app came in ${header}`,
    turn: 'backend',
    fix: `Send it in ${right}.`,
  };
}

function unknown(kind: 'public' | 'private', header: string): Reason {
  return {
    cause: `the token in ${header} is not the app's ${kind} token`,
    turn: 'backend',
    fix: `Send simulation.world.app.${kind}StorefrontToken, or give simhost your own: app: {${kind}StorefrontToken: '…'}.`,
  };
}
