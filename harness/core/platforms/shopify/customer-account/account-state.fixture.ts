import {accountRecordsOf} from '../../../world/account-records.ts';
import {newAddressBook} from '../../../world/address-book.ts';
import {metafieldsOf} from '../../../world/metafields.ts';
import {PEOPLE} from '../../../world/people.ts';
import type {Customer} from '../../../world/people.ts';
import {createWorld} from '../../../world/world.ts';
import type {CustomerAccount} from './account-state.ts';

/** Makes the account of Ada, with her first order on the page. Changes are lost. */
export function adaAccount(change: Partial<CustomerAccount> = {}): CustomerAccount {
  return accountOf(PEOPLE.ada, change);
}

/** Makes the account of a documented person, with their first order on the page. Changes are lost. */
export function accountOf(customer: Customer, change: Partial<CustomerAccount> = {}): CustomerAccount {
  const {app, shop, products, orders} = createWorld();
  const [order, ...others] = orders.filter(({customerId}) => customerId === customer.id);
  if (order === undefined) throw new Error('The world has no order.');

  return {
    app,
    shop,
    language: 'en',
    products,
    customer,
    buyer: customer,
    order,
    orders: [order, ...others],
    metafields: metafieldsOf({shop, products, customer, order}),
    addressBook: newAddressBook(customer),
    setMetafields: () => {},
    setAddresses: () => {},
    changeCustomer: () => {},
    setReturns: () => {},
    now: () => Date.parse('2026-02-01T12:00:00Z'),
    records: () => accountRecordsOf(customer, [order, ...others], products),
    changeRecords: () => {},
    issueStorefrontToken: (id) => Promise.resolve(`token of ${id}`),
    ...change,
  };
}
