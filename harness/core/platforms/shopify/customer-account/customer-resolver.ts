import type {Metafield} from '../../../../wire/account.ts';
import {customerPicture} from '../../../../wire/customer-picture.ts';
import {
  isFieldApproved,
  type ProtectedCustomerData,
  type ProtectedField,
} from '../../../../wire/protected-customer-data.ts';
import type {AccountRecords} from '../../../world/account-records.ts';
import type {Customer} from '../../../world/people.ts';
import type {AddressBook} from '../../../world/address-book.ts';
import type {Shop} from '../../../world/shop.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveAddress} from './address-resolver.ts';
import {resolveCompany} from './company.ts';
import type {ResolvedCompany} from './company.ts';
import {listDraftOrders} from './draft-order-list.ts';
import type {DraftOrdersOf} from './draft-order-list.ts';
import type {ResolvedDraftOrder} from './draft-order.ts';
import {resolveMetafields} from './metafield-resolver.ts';
import type {ResolvedOrder} from './order-resolver.ts';
import {searchOrders} from './order-search.ts';
import type {ResolvedInstrument} from './payment-instrument.ts';
import {listSubscriptions} from './subscription-list.ts';
import type {SubscriptionsOf} from './subscription-list.ts';
import type {ResolvedSubscription} from './subscription-resolver.ts';
import {resolveStoreCredit} from './store-credit.ts';
import {resolveWallet} from './wallet-resolver.ts';
import {sortOrders} from './order-sort.ts';
import type {OrderSort} from './order-sort.ts';

/** The arguments of `Customer.orders`. */
interface OrdersOf extends PageOf {
  readonly sortKey: OrderSort;
  readonly query?: string | null;
}

/** The data of a customer that the world keeps apart. */
export interface CustomerWorld {
  readonly shop: Shop;
  /** The approval of the app, for fields that are made of protected ones. */
  readonly approval: ProtectedCustomerData;
  readonly records: AccountRecords;
  readonly return: (id: string) => object | null;
  readonly draftOrders: () => readonly ResolvedDraftOrder[];
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
  readonly emailAddress: object | null;
}

/** Resolves the fields of `Customer`. */
export function resolveCustomer(customer: Customer, world: CustomerWorld): ResolvedCustomer {
  const {orders, draftOrders, metafields, subscriptions, instruments} = world;
  const {id, company, storeCredit} = customer;
  const listed = ({sortKey, query, ...page}: OrdersOf): object =>
    connection(sortOrders(searchOrders(orders, query), sortKey), page);
  const companies =
    company === null ? [] : [resolveCompany(company, {...world, orders: listed, customer: () => resolved})];

  const resolved: ResolvedCustomer & Record<string, unknown> = {
    __typename: 'Customer',
    id,
    ...resolveProfile(customer, world),
    ...resolveAddresses(customer, world.addressBook),
    orders: listed,
    draftOrders: (args: DraftOrdersOf) => listDraftOrders(draftOrders(), args),
    return: ({id: returnId}: {id: string}) => world.return(returnId),
    lastIncompleteCheckout: null,
    storeCreditAccounts: (page: PageOf) => connection(storeCredit.map(resolveStoreCredit), page),
    subscriptionContract: ({id: contractId}: {id: string}) =>
      subscriptions().find((contract) => contract.id === contractId) ?? null,
    subscriptionContracts: (args: SubscriptionsOf) => listSubscriptions(subscriptions(), args),
    // A company's buyer pays with the payment methods of the branch.
    ...resolveWallet(company === null ? instruments : () => []),
    availableWalletPaymentConfigs: [],
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

/** The time at which customers began: before the orders of the world. */
const SINCE = '2025-12-01T10:00:00.000Z';

/** Resolves the fields about the person. Their picture is that of `buyerIdentity`. */
function resolveProfile(
  customer: Customer,
  {records: {hasUnsubscribed}, approval}: CustomerWorld,
): Pick<ResolvedCustomer, 'emailAddress'> {
  const {firstName, lastName, email, phone, acceptsMarketing} = customer;
  const approved = approvedParts(customer, approval);
  const state = hasUnsubscribed ? 'UNSUBSCRIBED' : 'NOT_SUBSCRIBED';

  const resolved = {
    firstName,
    lastName,
    displayName: approved.name || approved.email || approved.phone,
    imageUrl: customerPicture(approved.name),
    emailAddress:
      email === '' ? null : {emailAddress: email, marketingState: acceptsMarketing ? 'SUBSCRIBED' : state},
    phoneNumber: phone === null ? null : {phoneNumber: phone, marketingState: 'NOT_SUBSCRIBED'},
    createdAt: SINCE,
    creationDate: SINCE,
    tags: [],
    taxExemptionsDetails: [],
  };

  return resolved;
}

/** Returns what the app may show of a person in other fields. A part without approval is an empty string. */
function approvedParts(
  {firstName, lastName, email, phone}: Customer,
  approval: ProtectedCustomerData,
): {readonly [Part in 'name' | 'email' | 'phone']: string} {
  const approved = (field: ProtectedField, part: string): string =>
    isFieldApproved(approval, field) ? part : '';

  return {
    name: approved('name', `${firstName} ${lastName}`.trim()),
    email: approved('email', email),
    phone: approved('phone', phone ?? ''),
  };
}

function resolveAddresses({address}: Customer, {defaultId, others}: AddressBook): object {
  const ofDefault = resolveAddress(address, defaultId);
  const rest = others.flatMap((saved) => resolveAddress(saved.address, saved.id) ?? []);

  return {
    defaultAddress: ofDefault,
    addresses: ({skipDefault, ...page}: PageOf & {skipDefault: boolean}) =>
      connection(skipDefault || ofDefault === null ? rest : [ofDefault, ...rest], page),
  };
}
