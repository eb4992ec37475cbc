import type {Order} from '../../wire/order.ts';
import type {Customer} from '../world/people.ts';
import type {ShopRecords} from '../world/shop-records.ts';
import type {World} from '../world/world.ts';
import type {Placed} from './checkout-session.ts';
import type {LateOrder} from './late-order.ts';
import {PlacedOrders} from './placed-orders.ts';

/** The orders of a simulation: those of the start, and those that checkouts have become. */
export class LiveOrders {
  readonly #world: Pick<World, 'orders' | 'earlierOrders'>;
  readonly #records: ShopRecords;
  readonly #placed: PlacedOrders;

  constructor({
    world,
    records,
    lateOrder,
  }: {
    world: Pick<World, 'orders' | 'earlierOrders'>;
    records: ShopRecords;
    lateOrder: Pick<LateOrder, 'defer'>;
  }) {
    this.#world = world;
    this.#records = records;
    this.#placed = new PlacedOrders(lateOrder);
  }

  /** All orders, the newest first. Ada's earlier ones come last, if she has them. */
  all(hasEarlier: boolean): readonly Order[] {
    const {orders, earlierOrders} = this.#world;
    return [...this.#placed.orders, ...orders, ...(hasEarlier ? earlierOrders : [])].map((order) =>
      this.#records.changed(order),
    );
  }

  /** Takes what a checkout has become. `onCreated` is called once, when the order is there. */
  adopt(placed: Placed | null, onCreated: (placed: Placed) => void): void {
    this.#placed.adopt(placed, onCreated);
  }

  /** Returns the order that pages of one order show to a customer: their newest, or one that is reassigned to them. */
  shownTo(customer: Customer | null): Order {
    const own = this.all(false).find(({customerId}) => customerId === customer?.id);
    return own ?? this.#anOrderFor(customer);
  }

  /**
   * Customers without orders still see one: a guest the newest, a signed-in customer the first of the world,
   * reassigned to them.
   */
  #anOrderFor(customer: Customer | null): Order {
    const [newest] = this.all(false);
    const [first] = this.#world.orders;
    if (newest === undefined || first === undefined) throw new Error('The world has no order.');
    if (customer === null) return newest;
    return {...first, customerId: customer.id, email: customer.email, phone: customer.phone};
  }
}
