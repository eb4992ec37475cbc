import type {Metafield} from '../../../../wire/account.ts';
import type {Address} from '../../../../wire/order.ts';
import type {AccountRecords} from '../../../world/account-records.ts';
import type {AddressBook} from '../../../world/address-book.ts';
import type {App} from '../../../world/app.ts';
import type {Order} from '../../../world/orders.ts';
import type {Customer} from '../../../world/people.ts';
import type {Product} from '../../../world/products.ts';
import type {Shop} from '../../../world/shop.ts';

/** The state that the Customer Account API answers from. */
export interface CustomerAccount {
  readonly app: App;
  readonly shop: Shop;
  /** The language of the page, in BCP 47. */
  readonly language: string;
  /** The customer who is signed in. `null` is a guest, who is pre-authenticated on the order status page. */
  readonly customer: Customer | null;
  /** The owner of the page's order. */
  readonly buyer: Customer;
  /** The order that pages of one order show. */
  readonly order: Order;
  /** All orders of the customer who is signed in. */
  readonly orders: readonly Order[];
  readonly metafields: readonly Metafield[];
  /** Replaces the metafields. Pages show the new ones. */
  setMetafields(metafields: readonly Metafield[]): void;
  /** The products of the shop. */
  readonly products: readonly Product[];
  /** The addresses of the customer who is signed in. */
  readonly addressBook: AddressBook;
  /** Replaces the addresses. Pages show the default one. */
  setAddresses(book: AddressBook, address: Address | null): void;
  /** Changes the customer who is signed in. Pages show them. */
  changeCustomer(change: Partial<Pick<Customer, 'firstName' | 'lastName' | 'acceptsMarketing'>>): void;
  /** Replaces the returns of the page's order. Pages show them. */
  setReturns(returns: Order['returns']): void;
  /** Issues a token of the Storefront API for a customer. */
  readonly issueStorefrontToken: (customerId: string) => Promise<string>;
  /** Returns the time of the simulation, in milliseconds since 1970. */
  readonly now: () => number;
  /** Returns what no page shows, such as subscriptions and payment methods. */
  readonly records: () => AccountRecords;
  /** Replaces some of the records. */
  readonly changeRecords: (change: Partial<AccountRecords>) => void;
}
