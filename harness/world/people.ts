import {SimhostError, nearest, refuseUnknownKeys} from '../errors.ts';

/** Somebody who can sign in to the shop. */
export interface Customer {
  /** `gid://shopify/Customer/…` */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** The company a B2B customer buys for. */
  readonly company: {readonly id: string; readonly name: string} | null;
}

/** The documented people: `ada` has orders, `bea` buys for a company. */
export const PEOPLE: Readonly<Record<PersonName, Customer>> = {
  ada: {
    id: 'gid://shopify/Customer/7001',
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@example.com',
    company: null,
  },
  bea: {
    id: 'gid://shopify/Customer/7002',
    firstName: 'Bea',
    lastName: 'Byron',
    email: 'bea@engines.example',
    company: {id: 'gid://shopify/Company/9002', name: 'Analytical Engines'},
  },
};

export type PersonName = 'ada' | 'bea';

/** A documented person by name, somebody of your own, or `null` for a guest. */
export type CustomerOption = PersonName | (Pick<Customer, 'id'> & Partial<Customer>) | null;

export function chooseCustomer(option: CustomerOption): Customer | null {
  if (option === null) return null;
  if (typeof option === 'string') {
    if (Object.hasOwn(PEOPLE, option)) return PEOPLE[option];
    const near = nearest(option, Object.keys(PEOPLE));
    throw new SimhostError('ERR_UNKNOWN_CUSTOMER', `Nobody here is called "${String(option)}".`, {
      next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${Object.keys(PEOPLE).join(', ')}; null is a guest; or give {id, firstName, …}.`,
    });
  }
  refuseUnknownKeys('customer', option, Object.keys(PEOPLE.ada));
  if (!/^gid:\/\/shopify\/Customer\/\d+$/.test(option.id)) {
    throw new SimhostError('ERR_BAD_GID', `Not the id of a customer: "${option.id}".`, {
      next: 'Give "gid://shopify/Customer/" and a number.',
    });
  }
  return {firstName: 'Test', lastName: 'Customer', email: 'customer@example.com', company: null, ...option};
}
