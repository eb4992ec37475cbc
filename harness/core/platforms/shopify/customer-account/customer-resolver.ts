import type {Metafield} from '../../../../wire/account.ts';
import {customerPicture} from '../../../../wire/customer-picture.ts';
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
    ...resolveProfile(customer, world.records),
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
  {firstName, lastName, email, phone, acceptsMarketing}: Customer,
  {hasUnsubscribed}: AccountRecords,
): Pick<ResolvedCustomer, 'emailAddress'> {
  const fullName = `${firstName} ${lastName}`.trim();
  const state = hasUnsubscribed ? 'UNSUBSCRIBED' : 'NOT_SUBSCRIBED';

  const resolved = {
    firstName,
    lastName,
    displayName: fullName || email || (phone ?? ''),
    imageUrl: customerPicture(fullName),
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

function resolveAddresses({address}: Customer, {defaultId, others}: AddressBook): object {
  const ofDefault = resolveAddress(address, defaultId);
  const rest = others.flatMap((saved) => resolveAddress(saved.address, saved.id) ?? []);

  return {
    defaultAddress: ofDefault,
    addresses: ({skipDefault, ...page}: PageOf & {skipDefault: boolean}) =>
      connection(skipDefault || ofDefault === null ? rest : [ofDefault, ...rest], page),
  };
}
