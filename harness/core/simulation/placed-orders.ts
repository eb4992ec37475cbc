import type {Order} from '../../wire/order.ts';
import type {Placed} from './checkout-session.ts';
import type {LateOrder} from './late-order.ts';

/** The orders that checkouts have become. The platform may create one later than the buyer pays. */
export class PlacedOrders {
  readonly #lateOrder: Pick<LateOrder, 'defer'>;
  readonly #awaited = new Set<Placed>();
  #placed: readonly Placed[] = [];

  constructor(lateOrder: Pick<LateOrder, 'defer'>) {
    this.#lateOrder = lateOrder;
  }

  /** The orders, the newest first. */
  get orders(): readonly Order[] {
    return this.#placed.map(({order}) => order);
  }

  /**
   * Takes what a checkout has become.
   *
   * @param onCreated is called once, when the order is there
   */
  adopt(placed: Placed | null, onCreated: (placed: Placed) => void): void {
    if (placed === null || this.#placed.includes(placed) || this.#awaited.has(placed)) return;

    const create = (): void => {
      this.#awaited.delete(placed);
      this.#placed = [placed, ...this.#placed];
      onCreated(placed);
    };

    if (this.#lateOrder.defer(create)) this.#awaited.add(placed);
    else create();
  }
}
