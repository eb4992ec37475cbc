import type {Metafield} from '../../../../wire/account.ts';
import type {Customer} from '../../../world/people.ts';
import type {AddressBook} from '../../../world/address-book.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveAddress} from './address-resolver.ts';
import {resolveCompany} from './company.ts';
import type {ResolvedCompany} from './company.ts';
import {resolveMetafields} from './metafield-resolver.ts';
import type {ResolvedOrder} from './order-resolver.ts';
import {searchOrders} from './order-search.ts';
import type {ResolvedInstrument} from './payment-instrument.ts';
import {listSubscriptions} from './subscription-list.ts';
import type {SubscriptionsOf} from './subscription-list.ts';
import type {ResolvedSubscription} from './subscription-resolver.ts';
import {sortOrders} from './order-sort.ts';
import type {OrderSort} from './order-sort.ts';

/** The arguments of `Customer.orders`. */
interface OrdersOf extends PageOf {
  readonly sortKey: OrderSort;
  readonly query?: string | null;
}

/** The data of a customer that the world keeps apart. */
export interface CustomerWorld {
  readonly orders: readonly ResolvedOrder[];
  readonly metafields: readonly Metafield[];
  readonly addressBook: AddressBook;
  readonly subscriptions: () => readonly ResolvedSubscription[];
  readonly instruments: () => readonly ResolvedInstrument[];
}

/** A customer as the Customer Account API has them. */
export interface ResolvedCustomer {
  /** The companies that they buy for. */
  readonly companies: readonly ResolvedCompany[];
}

/** Resolves the fields of `Customer`. */
export function resolveCustomer(
  customer: Customer,
  {orders, metafields, addressBook, subscriptions, instruments}: CustomerWorld,
): ResolvedCustomer {
  const {id, storeCredit} = customer;
  const address = resolveAddress(customer.address, addressBook.defaultId);
  const others = addressBook.others.flatMap((saved) => resolveAddress(saved.address, saved.id) ?? []);
  const listed = ({sortKey, query, ...page}: OrdersOf): object =>
    connection(sortOrders(searchOrders(orders, query), sortKey), page);
  const companies =
    customer.company === null
      ? []
      : [resolveCompany(customer.company, {metafields, orders: listed, customer: () => resolved})];
  const accounts = storeCredit.map((account) => ({id: account.id, balance: resolveMoney(account.balance)}));

  const resolved: ResolvedCustomer & Record<string, unknown> = {
    __typename: 'Customer',
    id,
    ...resolveContact(customer),
    defaultAddress: address,
    addresses: ({skipDefault, ...page}: PageOf & {skipDefault: boolean}) =>
      connection(skipDefault || address === null ? others : [address, ...others], page),
    orders: listed,
    storeCreditAccounts: (page: PageOf) => connection(accounts, page),
    subscriptionContract: ({id: contractId}: {id: string}) =>
      subscriptions().find((contract) => contract.id === contractId) ?? null,
    subscriptionContracts: (args: SubscriptionsOf) => listSubscriptions(subscriptions(), args),
    ...resolveWallet(instruments),
    tags: [],
    companies,
    companyContacts: (page: PageOf) =>
      connection(
        companies.map(({contact}) => contact),
        page,
      ),
    ...resolveMetafields(metafields, id),
  };

  return resolved;
}

function resolveWallet(instruments: () => readonly ResolvedInstrument[]): object {
  const ofType = (type: ResolvedInstrument['__typename']): readonly ResolvedInstrument[] =>
    instruments().filter(({__typename}) => __typename === type);
  const find = (all: readonly ResolvedInstrument[], id: string): object | null =>
    all.find((known) => known.id === id) ?? null;

  return {
    paymentInstrument: ({id}: {id: string}) => find(instruments(), id),
    paymentInstruments: (page: PageOf) => connection(instruments(), page),
    creditCard: ({id}: {id: string}) => find(ofType('CustomerCreditCard'), id),
    creditCards: (page: PageOf) => connection(ofType('CustomerCreditCard'), page),
    paypalBillingAgreement: () => ofType('PaypalBillingAgreement')[0] ?? null,
  };
}

function resolveContact({firstName, lastName, email, phone, acceptsMarketing}: Customer): object {
  const marketingState = acceptsMarketing ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED';

  return {
    firstName,
    lastName,
    displayName: `${firstName} ${lastName}`.trim() || email || (phone ?? ''),
    emailAddress: email === '' ? null : {emailAddress: email, marketingState},
    phoneNumber: phone === null ? null : {phoneNumber: phone},
  };
}
