import type {Metafield} from '../../../../../wire/account.ts';
import type {Customer} from '../../../../world/people.ts';
import type {Order} from '../../../../world/orders.ts';
import type {ShopCustomer} from '../../../../world/shop-customers.ts';
import type {ShopRecords} from '../../../../world/shop-records.ts';

/** The goods, orders and people of the shop, as far as the Admin API reads and changes them. */
export interface ShopModel {
  /** The seed that values of the world are drawn from. */
  readonly seed: number;
  /** The products, collections and discounts, and what only the Admin API knows of orders and customers. */
  readonly records: ShopRecords;
  /** The ids of the variants that are sold out, for a test or for an app. */
  readonly soldOut: readonly string[];
  /** Takes variants out of the list that a test has given: an app has counted them. */
  restock(variantIds: readonly string[]): void;
  /** The metafields of the owners that pages of extensions know. */
  readonly metafields: readonly Metafield[];
  /** Replaces these metafields. Pages follow. */
  setMetafields(metafields: readonly Metafield[]): void;
  /** All orders, the newest first. */
  readonly orders: readonly Order[];
  /** Changes an order. Pages follow. */
  changeOrder(id: string, change: Partial<Order>): void;
  /** All customers, those of the start first. */
  readonly customers: readonly ShopCustomer[];
  /** Changes a customer. Pages follow. */
  changeCustomer(change: Pick<ShopCustomer, 'customer'> & Partial<ShopCustomer>): void;
  /** Adds a customer. */
  createCustomer(fields: Partial<Omit<Customer, 'id'>>): ShopCustomer;
  /** Removes a customer. */
  removeCustomer(id: string): void;
}
