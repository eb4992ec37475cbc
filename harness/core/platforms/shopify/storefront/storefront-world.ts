import type {Localization} from '../../../../wire/localization.ts';
import type {Checkout} from '../../../../wire/checkout.ts';
import type {CheckoutOffers} from '../../../world/checkout-offers.ts';
import type {Collection} from '../../../world/collections.ts';
import type {CustomerAccounts} from '../../../world/customer-accounts.ts';
import type {Order} from '../../../world/orders.ts';
import type {Metaobject} from '../../../world/metaobjects.ts';
import type {Product} from '../../../world/products.ts';
import type {Shop} from '../../../world/shop.ts';
import type {ShopCustomer} from '../../../world/shop-customers.ts';
import type {ShopMetafield} from '../../../world/shop-metafield.ts';
import type {CartStore} from './cart-store.ts';

/** The state that the Storefront API answers from. */
export interface StorefrontWorld {
  /** The seed that values of the world are drawn from. */
  readonly seed: number;
  readonly shop: Shop;
  readonly products: readonly Product[];
  readonly collections: readonly Collection[];
  /** The language of the page, for example `en`. */
  readonly language: string;
  /** The code of the language of the answer, for example `FR`. Default: the primary language of the shop. */
  readonly contentLanguage?: string;
  /** The market of the page. */
  readonly market: Localization['market'];
  readonly metafields: readonly ShopMetafield[];
  readonly metaobjects: readonly Metaobject[];
  /** Whether a test has written the metaobjects. */
  readonly hasOwnMetaobjects: boolean;
  /** The ids of the variants that are sold out. */
  readonly soldOut: readonly string[];
  /** The checkout that pages show. */
  readonly checkout: Checkout;
  /** The discount codes, gift cards and payment methods of the shop. */
  readonly offers: CheckoutOffers;
  /** The carts of the shop, the checkout among them. */
  readonly carts: CartStore;
  /** All orders of the shop, the newest first. */
  readonly orders: readonly Order[];
  /** The customers of the shop, their access tokens, and the emails that they get. */
  readonly accounts: CustomerAccounts;
  /** Changes a customer. Pages show the one who is signed in. */
  changeCustomer(change: Pick<ShopCustomer, 'customer'> & Partial<ShopCustomer>): ShopCustomer;
}
