import type {Metafield} from '../../wire/account.ts';
import type {Order} from '../../wire/order.ts';
import {MetafieldChanges} from '../world/metafield-changes.ts';
import {metafieldsOf} from '../world/metafields.ts';
import type {Customer} from '../world/people.ts';
import type {World} from '../world/world.ts';

/** The metafields of a simulation: drawn for the people who are shown, with what APIs have changed. */
export class LiveMetafields {
  readonly #world: Pick<World, 'shop' | 'products'>;
  readonly #changes = new MetafieldChanges();

  constructor(world: Pick<World, 'shop' | 'products'>) {
    this.#world = world;
  }

  /** Remembers what is different in the second list, also for the next sign-in. */
  remember(before: readonly Metafield[], after: readonly Metafield[]): void {
    this.#changes.remember(before, after);
  }

  /** Forgets the changes, because a test has replaced all metafields. */
  forget(): void {
    this.#changes.forget();
  }

  /** Returns the metafields that pages know while they show a customer and an order. */
  shownTo(customer: Customer | null, order: Order): readonly Metafield[] {
    const drawn = metafieldsOf({...this.#world, customer, order});
    return this.#changes.applied(drawn, (owner) => isShown(owner, customer, order));
  }

  /** Returns the metafields of all owners: those that pages know now, and those of other people and orders. */
  all(
    shown: readonly Metafield[],
    {customers, orders}: {readonly customers: readonly Customer[]; readonly orders: readonly Order[]},
  ): readonly Metafield[] {
    const owners = new Set(shown.map(({target}) => target.id));
    const [order] = orders;
    if (order === undefined) return shown;

    const ofPeople = customers.flatMap((customer) =>
      metafieldsOf({...this.#world, products: [], customer, order}),
    );
    const ofOrders = orders.flatMap((each) =>
      metafieldsOf({...this.#world, products: [], customer: null, order: each}),
    );
    const others = [...ofPeople, ...ofOrders].filter(({target}) => !owners.has(target.id));
    return this.#changes.applied([...shown, ...uniqueOf(others)], () => true);
  }
}

/** Returns those of all metafields that pages know: of the owners that they show, and of others whose they knew before. */
export function shownAmong(
  all: readonly Metafield[],
  {
    customer,
    order,
    shown,
  }: {readonly customer: Customer | null; readonly order: Order; readonly shown: readonly Metafield[]},
): readonly Metafield[] {
  const known = new Set(shown.map(({target}) => target.id));
  return all.filter(({target}) => known.has(target.id) || isShown(target, customer, order));
}

/** Keeps the first metafield of each owner and name. */
function uniqueOf(metafields: readonly Metafield[]): readonly Metafield[] {
  const byName = new Map(
    metafields.map((each) => [`${each.target.id} ${each.metafield.namespace}.${each.metafield.key}`, each]),
  );
  return [...byName.values()];
}

/** Whether pages that show a customer and an order know the metafields of an owner. */
function isShown({type, id}: Metafield['target'], customer: Customer | null, order: Order): boolean {
  switch (type) {
    case 'customer':
      return id === customer?.id;
    case 'company':
      return id === customer?.company?.id;
    case 'companyLocation':
      return id === customer?.company?.location.id;
    case 'order':
      return id === order.id;
    default:
      return true;
  }
}
