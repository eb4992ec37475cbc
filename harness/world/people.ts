import {SimhostError, nearest, refuseUnknownKeys} from '../errors.ts';
import type {Customer} from '../wire/account.ts';

export type {Customer} from '../wire/account.ts';

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
    address: {
      firstName: 'Ada',
      lastName: 'Lovelace',
      name: 'Ada Lovelace',
      address1: '12 Engine Street',
      city: 'New York',
      zip: '10001',
      provinceCode: 'NY',
      countryCode: 'US',
      phone: '+12125550101',
    },
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
  refuseUnknownKeys('customer', option, CUSTOMER_FIELDS);
  if (!/^gid:\/\/shopify\/Customer\/\d+$/.test(option.id)) {
    throw new SimhostError('ERR_BAD_GID', `Not the id of a customer: "${option.id}".`, {
      next: 'Give "gid://shopify/Customer/" and a number.',
    });
  }
  const {firstName = 'Test', lastName = 'Customer'} = option;
  const address = {...PEOPLE.ada.address, firstName, lastName, name: `${firstName} ${lastName}`};
  return {...STRANGER, firstName, lastName, address, ...option};
}

/** What a customer consists of. */
export const CUSTOMER_FIELDS: readonly string[] = Object.keys(PEOPLE.ada);

const STRANGER = {email: 'customer@example.com', phone: null, acceptsMarketing: false, storeCredit: [], company: null};
