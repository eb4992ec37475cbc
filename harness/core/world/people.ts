import {SimhostError, messageOf} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import type {Customer} from '../../wire/account.ts';
import type {Address} from '../../wire/order.ts';
import {CUSTOMER} from './account-shapes.ts';
import type {PartOf} from './shape.ts';

export type {Customer} from '../../wire/account.ts';

const ADA_ADDRESS: Address = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  name: 'Ada Lovelace',
  address1: '12 Engine Street',
  city: 'New York',
  zip: '10001',
  provinceCode: 'NY',
  countryCode: 'US',
  phone: '+12125550101',
};

/** The documented people: `ada` has orders, `bea` buys for a company. */
export const PEOPLE: Readonly<Record<PersonName, Customer>> = {
  ada: {
    id: 'gid://shopify/Customer/7001',
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@example.com',
    phone: '+12125550101',
    acceptsMarketing: true,
    storeCredit: [],
    address: ADA_ADDRESS,
    company: null,
  },
  bea: {
    id: 'gid://shopify/Customer/7002',
    firstName: 'Bea',
    lastName: 'Byron',
    email: 'bea@engines.example',
    phone: null,
    acceptsMarketing: false,
    storeCredit: [],
    address: {
      firstName: 'Bea',
      lastName: 'Byron',
      name: 'Bea Byron',
      company: 'Analytical Engines',
      address1: '5 Foundry Road',
      city: 'Boston',
      zip: '02108',
      provinceCode: 'MA',
      countryCode: 'US',
    },
    company: {
      id: 'gid://shopify/Company/9002',
      name: 'Analytical Engines',
      externalId: 'AE-9002',
      location: {id: 'gid://shopify/CompanyLocation/9102', name: 'Boston Foundry', externalId: 'AE-BOS'},
    },
  },
};

/** The name of a documented person. */
export type PersonName = 'ada' | 'bea';

/**
 * A person: a documented one by name, one of your own with an `id`, or null for a guest.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * createSimulation({customer: 'bea'});
 * createSimulation({customer: {id: 'gid://shopify/Customer/7004', firstName: 'Cleo'}});
 * createSimulation({customer: null});
 * ```
 */
export type CustomerOption = PersonName | (Pick<Customer, 'id'> & PartOf<Customer>) | null;

/**
 * Returns the person of an option. A person of your own gets a name, an address and so on by default.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`, `ERR_BAD_OPTION`, `ERR_BAD_GID`, `ERR_UNKNOWN_OPTION`
 */
export function chooseCustomer(option: CustomerOption): Customer | null {
  if (option === null) return null;
  if (typeof option === 'string') {
    if (Object.hasOwn(PEOPLE, option)) return PEOPLE[option];

    throw new SimhostError('ERR_UNKNOWN_CUSTOMER', `Unknown customer "${String(option)}".`, {
      next: didYouMean(option, Object.keys(PEOPLE), {
        note: 'Or give null for a guest, or {id, firstName, …}.',
      }),
    });
  }

  const {id, ...given} = CUSTOMER.read(option, 'customer');
  if (id === undefined) {
    throw new SimhostError('ERR_BAD_OPTION', 'customer.id is missing.', {
      next: 'Give an id such as "gid://shopify/Customer/7004".',
    });
  }

  return customerOf(id, given);
}

/** Returns a customer of your own with this number. */
export function customerNumbered(number: string): Customer {
  return customerOf(`gid://shopify/Customer/${number}`, {});
}

function customerOf(id: string, given: PartOf<Customer>): Customer {
  const {firstName = 'Test', lastName = 'Customer'} = given;
  const address = {...ADA_ADDRESS, firstName, lastName, name: `${firstName} ${lastName}`};
  return {...STRANGER, firstName, lastName, address, ...(given as Partial<Customer>), id};
}

const STRANGER = {
  email: 'customer@example.com',
  phone: null,
  acceptsMarketing: false,
  storeCredit: [],
  company: null,
};

/**
 * Reads the name of a customer, as `--customer` and the console take it. It is a documented person, `guest`, or the JSON
 * of somebody of the author's own.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`
 */
export function customerByName(name: string): CustomerOption {
  if (name === 'guest') return null;
  if (name.startsWith('{')) return readCustomer(name);
  const known = (Object.keys(PEOPLE) as PersonName[]).find((each) => each === name);
  if (known !== undefined) return known;

  const names = [...Object.keys(PEOPLE), 'guest'];
  throw new SimhostError('ERR_UNKNOWN_CUSTOMER', `Unknown customer "${name}".`, {
    next: didYouMean(name, names),
  });
}

/** Reads somebody of the author's own. The simulation checks the fields. */
function readCustomer(text: string): CustomerOption {
  try {
    return JSON.parse(text) as CustomerOption;
  } catch (cause) {
    throw new SimhostError('ERR_UNKNOWN_CUSTOMER', `The customer is not JSON: ${messageOf(cause)}`, {
      next: 'Give ada, bea, guest, or JSON such as {"id": "gid://shopify/Customer/7004", "firstName": "Augusta"}.',
      cause,
    });
  }
}
