import type {Collection} from '../../../../world/collections.ts';
import type {Discount} from '../../../../world/discounts.ts';
import type {Order} from '../../../../world/orders.ts';
import type {Product} from '../../../../world/products.ts';
import type {ShopCustomer} from '../../../../world/shop-customers.ts';
import type {AdminState} from '../admin-state.ts';

/** An object that has an id. */
export interface Identified {
  readonly id: string;
}

/**
 * The objects of the shop, which refer to each other. Each is resolved from the state at the time of the call, so an
 * object that a mutation returns has the change.
 */
export interface AdminGraph {
  readonly state: AdminState;
  shop(): object;
  product(product: Product): Identified;
  productOf(id: string): Identified | null;
  variantOf(id: string): Identified | null;
  collection(collection: Collection): Identified;
  collectionOf(id: string): Identified | null;
  order(order: Order): Identified;
  orderOf(id: string): Identified | null;
  customer(customer: ShopCustomer): Identified;
  customerOf(id: string): Identified | null;
  discount(discount: Discount): Identified;
  /** Resolves the members that every owner of metafields has. */
  metafieldsOf(ownerId: string): object;
  /** Finds an object of any kind by its id. */
  find(id: string): Identified | null;
}
