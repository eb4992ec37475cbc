import type {Metafield} from '../../../../wire/account.ts';
import type {App} from '../../../world/app.ts';
import type {Order} from '../../../world/orders.ts';
import type {Customer} from '../../../world/people.ts';
import type {Shop} from '../../../world/shop.ts';

/** What of the world the Customer Account API speaks of, as it is now. */
export interface CustomerAccount {
  readonly app: App;
  readonly shop: Shop;
  /** Who is signed in; a guest on the order status page is pre-authenticated. */
  readonly customer: Customer | null;
  /** Whom the page's order belongs to. */
  readonly buyer: Customer;
  /** The order that pages of one order show. */
  readonly order: Order;
  /** All orders of who is signed in. */
  readonly orders: readonly Order[];
  readonly metafields: readonly Metafield[];
  /** Changes the metafields, and what pages show of them. */
  setMetafields(metafields: readonly Metafield[]): void;
}
