import type {Metafield} from '../../../../wire/account.ts';
import type {Customer} from '../../../world/people.ts';
import {numberOf} from '../../../world/gid.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveAddress} from './address-resolver.ts';
import {resolveMetafields} from './metafield-resolver.ts';
import type {ResolvedOrder} from './order-resolver.ts';
import {sortOrders} from './order-sort.ts';
import type {OrderSort} from './order-sort.ts';

/** The data of a customer that the world keeps apart. */
export interface CustomerWorld {
  readonly orders: readonly ResolvedOrder[];
  readonly metafields: readonly Metafield[];
}

/** Resolves the fields of `Customer`. */
export function resolveCustomer(customer: Customer, {orders, metafields}: CustomerWorld): object {
  const {id, firstName, lastName, email, phone, acceptsMarketing, storeCredit} = customer;
  const address = resolveAddress(customer.address, `gid://shopify/CustomerAddress/${numberOf(id)}`);
  const accounts = storeCredit.map((account) => ({id: account.id, balance: resolveMoney(account.balance)}));

  return {
    __typename: 'Customer',
    id,
    firstName,
    lastName,
    displayName: `${firstName} ${lastName}`.trim() || email || (phone ?? ''),
    emailAddress:
      email === ''
        ? null
        : {emailAddress: email, marketingState: acceptsMarketing ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED'},
    phoneNumber: phone === null ? null : {phoneNumber: phone},
    defaultAddress: address,
    addresses: ({skipDefault, ...page}: PageOf & {skipDefault: boolean}) =>
      connection(skipDefault || address === null ? [] : [address], page),
    orders: ({sortKey, ...page}: PageOf & {sortKey: OrderSort}) =>
      connection(sortOrders(orders, sortKey), page),
    storeCreditAccounts: (page: PageOf) => connection(accounts, page),
    subscriptionContract: null,
    subscriptionContracts: (page: PageOf) => connection([], page),
    tags: [],
    ...resolveMetafields(metafields, id),
  };
}
