import type {Customer} from '../../wire/account.ts';
import {chooseCustomer} from './people.ts';
import type {CustomerOption} from './people.ts';
import {newAddressBook} from './address-book.ts';
import type {AddressBook} from './address-book.ts';

/** The password of the documented people, and of a person of the test's own. */
export const DOCUMENTED_PASSWORD = 'simhost';

/** A customer of the shop, with the account that belongs to them. */
export interface ShopCustomer {
  readonly customer: Customer;
  readonly addressBook: AddressBook;
  /** The password of the classic account; null for a customer who has none. */
  readonly password: string | null;
}

/** The customers of a shop: the documented people, and those that appear while a test runs. */
export class ShopCustomers {
  readonly #all = new Map<string, ShopCustomer>();
  readonly #passwords = new Set<string>();
  #created = 0;

  constructor(people: readonly Customer[]) {
    for (const person of people) this.keep(person);
  }

  /** All passwords that customers ever had, but for the documented one. */
  get passwords(): readonly string[] {
    return [...this.#passwords];
  }

  /** Lists all customers, those of the start first. */
  list(): readonly Customer[] {
    return [...this.#all.values()].map(({customer}) => customer);
  }

  /** Finds a customer by id. */
  byId(id: string): ShopCustomer | undefined {
    return this.#all.get(id);
  }

  /** Finds a customer by email. Case does not matter. */
  byEmail(email: string): ShopCustomer | undefined {
    const wanted = email.trim().toLowerCase();
    return [...this.#all.values()].find(({customer}) => customer.email.toLowerCase() === wanted);
  }

  /** Finds a customer by phone number. */
  byPhone(phone: string): ShopCustomer | undefined {
    return [...this.#all.values()].find(({customer}) => customer.phone === phone);
  }

  /** Replaces a customer, or adds a new one, who has an account with the documented password by default. */
  keep(customer: Customer, change: Partial<Omit<ShopCustomer, 'customer'>> = {}): ShopCustomer {
    const known = this.#all.get(customer.id) ?? {
      addressBook: newAddressBook(customer),
      password: DOCUMENTED_PASSWORD,
    };

    const kept = {...known, ...change, customer};
    const {password} = kept;
    if (password !== null && password !== DOCUMENTED_PASSWORD) this.#passwords.add(password);
    this.#all.set(customer.id, kept);
    return kept;
  }

  /** Removes a customer. */
  remove(id: string): void {
    this.#all.delete(id);
  }

  /**
   * Returns the person of an option, with what has changed about them.
   *
   * @throws {SimhostError} as `chooseCustomer`
   */
  choose(option: CustomerOption): Customer | null {
    const chosen = chooseCustomer(option);
    if (chosen === null) return null;

    const known = this.byId(chosen.id)?.customer;
    if (known === undefined) return this.keep(chosen).customer;
    if (typeof option === 'string') return known;
    return this.keep({...known, ...(option as Partial<Customer>)}).customer;
  }

  /** Adds a customer with an account. The ids are constants: 8001, 8002 and so on. */
  create(fields: Partial<Omit<Customer, 'id'>>, password: string | null): ShopCustomer {
    this.#created += 1;
    return this.keep(
      {...NOBODY, ...fields, id: `gid://shopify/Customer/${8000 + this.#created}`},
      {password},
    );
  }
}

/** The fields of a customer before anything is known about them. */
const NOBODY: Omit<Customer, 'id'> = {
  firstName: '',
  lastName: '',
  email: '',
  phone: null,
  acceptsMarketing: false,
  storeCredit: [],
  address: null,
  company: null,
};
