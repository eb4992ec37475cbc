import type {Claims} from '../../tokens/jws.ts';
import {isIdNumber, numberOf} from '../../world/gid.ts';
import {customerNumbered} from '../../world/people.ts';
import type {TokenRecipe, TokenSubject} from '../token-recipe.ts';

/**
 * The claims of `inputData.token` of a post-purchase extension. There is no audience and no `jti`: only the
 * secret binds the token to an app.
 *
 * @see https://shopify.dev/docs/api/checkout-extensions/post-purchase/jwt-specification
 */
export type PostPurchaseClaims = {
  /** Always `shopify`. */
  readonly iss: 'shopify';
  /** The reference id of the initial purchase. */
  readonly sub: string;
  /** Seconds since 1970 at which the token was issued. */
  readonly iat: number;
  /** Assumed: Shopify documents no life. */
  readonly exp: number;
  /** The purchase that the extension is about. */
  readonly input_data: {
    readonly extensionPoint: 'Checkout::PostPurchase::Render';
    readonly initialPurchase: {readonly referenceId: string; readonly customerId?: string};
    readonly locale: string;
    readonly shop: {readonly id: number; readonly domain: string};
  };
};

/** Seconds from `iat` to `exp` of a post-purchase token. Assumed. */
export const POST_PURCHASE_LIFE = 3600;

/** The token that a post-purchase extension receives: HS256 with the app's client secret. */
export const postPurchaseToken: TokenRecipe = {
  life: POST_PURCHASE_LIFE,
  draft: (subject) => ({
    header: {alg: 'HS256', typ: 'JWT'},
    claims: postPurchaseClaims(subject),
    key: {alg: 'HS256', secret: subject.world.app.clientSecret},
  }),
  subjectOf,
};

export function postPurchaseClaims({world: {shop}, customer, now, jti}: TokenSubject): PostPurchaseClaims {
  const iat = Math.floor(now / 1000);
  // The token has no jti, so the reference of the purchase makes it unique to its simulation.
  const referenceId = jti.replaceAll('-', '');

  return {
    iss: 'shopify',
    sub: referenceId,
    iat,
    exp: iat + POST_PURCHASE_LIFE,
    input_data: {
      extensionPoint: 'Checkout::PostPurchase::Render',
      initialPurchase: {referenceId, ...(customer === null ? {} : {customerId: numberOf(customer.id)})},
      locale: 'en',
      shop: {id: Number(numberOf(shop.id)), domain: shop.domain},
    },
  };
}

function subjectOf({input_data}: Claims): Partial<TokenSubject> {
  const {initialPurchase} = (input_data ?? {}) as Partial<PostPurchaseClaims['input_data']>;
  if (typeof initialPurchase?.referenceId !== 'string') return {};

  const {referenceId: jti, customerId} = initialPurchase;
  if (customerId === undefined) return {jti, customer: null};
  return isIdNumber(customerId) ? {jti, customer: customerNumbered(customerId)} : {jti};
}
