import {minorUnits} from '../../world/money.ts';
import {numberOf} from '../../world/shop.ts';
import type {Order} from '../../world/orders.ts';
import type {VtexAccount} from '../../world/vtex.ts';
import type {World} from '../../world/world.ts';

/** An order as OMS keeps it. Amounts are whole cents. */
export interface VtexOrder {
  /** For example `1172452901001-01`. */
  readonly orderId: string;
  readonly account: string;
  /** Whose it is. */
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** ISO 8601. */
  readonly creationDate: string;
  readonly status: VtexOrderStatus;
  readonly items: readonly VtexItem[];
  readonly shipping: number;
  readonly discounts: number;
  readonly tax: number;
  readonly value: number;
  readonly currency: string;
}

export type VtexOrderStatus = 'payment-pending' | 'ready-for-handling' | 'handling' | 'invoiced';

export interface VtexItem {
  /** The SKU's number. */
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly quantity: number;
  /** Of one. */
  readonly price: number;
  readonly imageUrl: string;
}

/** The orders of every account: those of the world, and those placed since. */
export class VtexOrders {
  readonly #orders: VtexOrder[];

  constructor({people, vtex}: World) {
    const customers = Object.values(people);
    this.#orders = Object.values(vtex.accounts).flatMap((account) =>
      account.orders.flatMap((order) => {
        const customer = customers.find(({id}) => id === order.customerId);
        return customer === undefined ? [] : [orderOf(order, account, customer)];
      }),
    );
  }

  /** Newest first. */
  of({name}: VtexAccount): readonly VtexOrder[] {
    const own = this.#orders.filter(({account}) => account === name);
    return own.toSorted((a, b) => b.creationDate.localeCompare(a.creationDate));
  }

  find(account: VtexAccount, orderId: string): VtexOrder | undefined {
    return this.of(account).find((order) => order.orderId === orderId);
  }

  /** Adds an order and gives it its number. */
  place(order: Omit<VtexOrder, 'orderId'>): VtexOrder {
    const placed = {...order, orderId: `${FIRST_PLACED + this.#orders.length}-01`};
    this.#orders.push(placed);
    return placed;
  }

  change(account: VtexAccount, orderId: string, status: VtexOrderStatus): VtexOrder | undefined {
    const index = this.#orders.findIndex(
      (order) => order.account === account.name && order.orderId === orderId,
    );

    const order = this.#orders[index];
    if (order === undefined) return undefined;

    const changed = {...order, status};
    this.#orders[index] = changed;
    return changed;
  }
}

const FIRST_DRAWN = 1_172_452_900_000;
const FIRST_PLACED = 1_172_452_910_000;

function orderOf(
  order: Order,
  account: VtexAccount,
  {email, firstName, lastName}: {email: string; firstName: string; lastName: string},
): VtexOrder {
  const items = order.lines.map(({merchandise, quantity}) => ({
    id: numberOf(merchandise.id),
    productId: numberOf(merchandise.product.id),
    name: `${merchandise.title} ${merchandise.subtitle}`,
    quantity,
    price: minorUnits(merchandise.price),
    imageUrl: merchandise.image.url,
  }));

  const {cost} = order;
  const [shipping, tax, value] = [minorUnits(cost.shipping), minorUnits(cost.tax), minorUnits(cost.total)];
  const sum = items.reduce((total, {price, quantity}) => total + price * quantity, 0);

  return {
    orderId: `${FIRST_DRAWN + Number(numberOf(order.id))}-01`,
    account: account.name,
    email,
    firstName,
    lastName,
    creationDate: order.processedAt,
    status: order.returns.length > 0 ? 'handling' : 'invoiced',
    items,
    shipping,
    discounts: value - sum - shipping - tax,
    tax,
    value,
    currency: account.currency,
  };
}
