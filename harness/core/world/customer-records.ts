import {accountRecordsOf} from './account-records.ts';
import type {AccountRecords} from './account-records.ts';
import type {Customer} from './people.ts';
import type {World} from './world.ts';

/** The records of all customers, from their first reading on. Changes stay when somebody else signs in. */
export class CustomerRecords {
  readonly #world: Pick<World, 'people' | 'orders' | 'products'>;
  readonly #byId = new Map<string, AccountRecords>();

  constructor(world: Pick<World, 'people' | 'orders' | 'products'>) {
    this.#world = world;
  }

  /** Returns the records of a customer. Before any change they follow from the world, not from what a test changed. */
  of(customer: Customer): AccountRecords {
    const known = this.#byId.get(customer.id);
    if (known !== undefined) return known;

    const {people, orders, products} = this.#world;
    const documented = Object.values(people).find(({id}) => id === customer.id) ?? customer;
    const drawn = accountRecordsOf(
      documented,
      orders.filter(({customerId}) => customerId === customer.id),
      products,
    );

    this.#byId.set(customer.id, drawn);
    return drawn;
  }

  /** Replaces some of the records of a customer. */
  change(customer: Customer, change: Partial<AccountRecords>): void {
    this.#byId.set(customer.id, {...this.of(customer), ...change});
  }
}
