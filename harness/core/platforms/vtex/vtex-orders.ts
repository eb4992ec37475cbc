import {minorUnits} from '../../world/money.ts';
import type {Order} from '../../world/orders.ts';
import type {Customer} from '../../world/people.ts';
import {numberOf} from '../../world/gid.ts';
import type {VtexAccount} from '../../world/vtex.ts';
import type {World} from '../../world/world.ts';

/** The amounts of a cart or an order, in whole cents. */
export interface VtexAmounts {
  /** The lines. */
  readonly items: readonly VtexItem[];
  /** The price of delivery. */
  readonly shipping: number;
  /** The sum of all discounts, 0 or less. */
  readonly discounts: number;
  /** The sum of all taxes. */
  readonly tax: number;
}

/** An order as OMS keeps it. Amounts are whole cents. */
export interface VtexOrder extends VtexAmounts {
  /** For example `1172452901001-01`. */
  readonly orderId: string;
  /** The name of the account. */
  readonly account: string;
  /** The e-mail of the shopper. */
  readonly email: string;
  /** The first name of the shopper. */
  readonly firstName: string;
  /** The last name of the shopper. */
  readonly lastName: string;
  /** ISO 8601. */
  readonly creationDate: string;
  /** The status of the order. */
  readonly status: VtexOrderStatus;
  /** The amount to pay. */
  readonly value: number;
  /** The currency of all amounts: `USD`. */
  readonly currency: string;
}

/** The statuses that an order passes through, in this order. */
export type VtexOrderStatus = 'payment-pending' | 'ready-for-handling' | 'handling' | 'invoiced';

/** A line of a cart or an order. */
export interface VtexItem {
  /** The number of the SKU. */
  readonly id: string;
  /** The number of the product. */
  readonly productId: string;
  /** The names of product and SKU. */
  readonly name: string;
  /** The number of pieces. */
  readonly quantity: number;
  /** The price of one piece, in whole cents. */
  readonly price: number;
  /** The URL of an image of the SKU. */
  readonly imageUrl: string;
}

const FIRST_GENERATED = 1_172_452_900_000;
const FIRST_PLACED = 1_172_452_910_000;

/** The orders of every account: those of the world, and those that shoppers placed since. */
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

  /** Lists the orders of an account, newest first. */
  of({name}: VtexAccount): readonly VtexOrder[] {
    const own = this.#orders.filter(({account}) => account === name);
    return own.toSorted((a, b) => b.creationDate.localeCompare(a.creationDate));
  }

  /** Finds an order of an account by its number. */
  find(account: VtexAccount, orderId: string): VtexOrder | undefined {
    return this.of(account).find((order) => order.orderId === orderId);
  }

  /** Adds an order and gives it its number. */
  place(order: Omit<VtexOrder, 'orderId'>): VtexOrder {
    const placed = {...order, orderId: `${FIRST_PLACED + this.#orders.length}-01`};
    this.#orders.push(placed);
    return placed;
  }

  /** Changes the status of an order, and returns the changed order. */
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

/** The number of the order group: an order's own without the sequence of the order in it. */
export function orderGroupOf(orderId: string): string {
  return orderId.replace(/-\d+$/, '');
}

/** Adds up the prices of items, in whole cents. */
export function itemsTotal(items: readonly Pick<VtexItem, 'price' | 'quantity'>[]): number {
  return items.reduce((total, {price, quantity}) => total + price * quantity, 0);
}

/** Lists the totals of a cart or an order, as checkout and OMS answer them. */
export function totalsOf({items, discounts, shipping, tax}: VtexAmounts): readonly object[] {
  return [
    {id: 'Items', name: 'Items Total', value: itemsTotal(items)},
    {id: 'Discounts', name: 'Discounts Total', value: discounts},
    {id: 'Shipping', name: 'Shipping Total', value: shipping},
    {id: 'Tax', name: 'Tax Total', value: tax},
  ];
}

function orderOf(
  order: Order,
  account: VtexAccount,
  {email, firstName, lastName}: Pick<Customer, 'email' | 'firstName' | 'lastName'>,
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

  return {
    orderId: `${FIRST_GENERATED + Number(numberOf(order.id))}-01`,
    account: account.name,
    email,
    firstName,
    lastName,
    creationDate: order.processedAt,
    status: order.returns.some(({status}) => status !== 'closed') ? 'handling' : 'invoiced',
    items,
    shipping,
    discounts: value - itemsTotal(items) - shipping - tax,
    tax,
    value,
    currency: account.currency,
  };
}
