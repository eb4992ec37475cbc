import type {Metafield} from '../../../../wire/account.ts';
import type {Checkout} from '../../../../wire/checkout.ts';
import type {CheckoutChange} from '../../../world/checkout.ts';
import type {Product} from '../../../world/products.ts';
import type {Shop} from '../../../world/shop.ts';

/** The state that the Storefront API answers from. */
export interface StorefrontWorld {
  readonly shop: Shop;
  readonly products: readonly Product[];
  /** The language of the page, for example `en`. */
  readonly language: string;
  readonly metafields: readonly Metafield[];
  /** The checkout, which is the one cart of the shop. */
  readonly checkout: Checkout;
  /** The discount codes that a checkout accepts. */
  readonly discountCodes: readonly string[];
  /** Changes the checkout. Pages show it. */
  changeCheckout(change: CheckoutChange): void;
}
