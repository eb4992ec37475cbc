import {hashOf} from './drawn-number.ts';

/** The parts of the id of a cart. */
export interface CartIdParts {
  /** `shopify.checkoutToken` of the checkout that the cart is. */
  readonly token: string;
  /** The secret part; undefined for an id without one. */
  readonly key: string | undefined;
}

/**
 * Returns the id of a cart by its token. The key is secret: mutations need it.
 *
 * @see https://shopify.dev/changelog/storefront-api-changes-when-cart-id-is-missing-the-key-param
 */
export function cartIdOf(token: string): string {
  return `gid://shopify/Cart/${token}?key=${digitsOf(`${token} key`, 3)}`;
}

/** Returns the token of a further cart. */
export function cartToken(first: string, index: number): string {
  return digitsOf(`${first} ${index}`, 4);
}

/** Reads the id of a cart; null for any other id. */
export function readCartId(id: string): CartIdParts | null {
  const [, token, key] = /^gid:\/\/shopify\/Cart\/([\w-]+)(?:\?(?:.*&)?key=([\w-]+))?/.exec(id) ?? [];
  return token === undefined ? null : {token, key};
}

/** Draws hexadecimal digits, eight at a time. */
function digitsOf(key: string, times: number): string {
  return Array.from({length: times}, (_, index) =>
    hashOf(`${key} ${index}`).toString(16).padStart(8, '0'),
  ).join('');
}
