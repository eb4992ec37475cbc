import type {ShopCustomer} from '../../../world/shop-customers.ts';
import {timesOf} from '../../../world/resource-times.ts';
import {searchOrders} from '../customer-account/order-search.ts';
import {sortOrders} from '../customer-account/order-sort.ts';
import type {OrderSort} from '../customer-account/order-sort.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {Catalogue} from './catalogue.ts';
import {resolveCustomerOrder} from './customer-order.ts';
import {resolveMailingAddress} from './mailing-address.ts';
import type {ResolvedAddress} from './mailing-address.ts';
import {resolveMetafields} from './metafields.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** Resolves the fields of `Customer`. */
export function resolveCustomer(shopCustomer: ShopCustomer, world: StorefrontWorld): object {
  const {customer} = shopCustomer;
  const {id, firstName, lastName, email, phone, acceptsMarketing} = customer;
  const addresses = resolveAddresses(shopCustomer);
  const context = new Catalogue(world);
  const orders = world.orders.filter(({customerId}) => customerId === id);

  const resolved: Readonly<Record<string, unknown>> = {
    __typename: 'Customer',
    id,
    firstName: firstName === '' ? null : firstName,
    lastName: lastName === '' ? null : lastName,
    displayName: `${firstName} ${lastName}`.trim() || email || (phone ?? ''),
    email: email === '' ? null : email,
    phone,
    acceptsMarketing,
    avatarUrl: null,
    socialLoginProvider: null,
    tags: [],
    numberOfOrders: String(orders.length),
    defaultAddress: addresses.find((address) => address.id === shopCustomer.addressBook.defaultId) ?? null,
    addresses: (page: PageOf) => connection(addresses, page),
    orders: ({query, sortKey, ...page}: OrdersOf) => {
      const resolvedOrders = orders.map((order) => resolveCustomerOrder(order, context));
      return connection(sortOrders(searchOrders(resolvedOrders, query), sortOf(sortKey)), page);
    },
    ...timesOf(world.seed, id),
    ...resolveMetafields(context, id, () => resolved),
  };

  return resolved;
}

/** The arguments of `Customer.orders`. */
interface OrdersOf extends PageOf {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

/** Returns the key by which orders are sorted. `RELEVANCE` is the order of their numbers, too. */
function sortOf(key: string | null | undefined): OrderSort {
  return key === 'PROCESSED_AT' || key === 'TOTAL_PRICE' ? key : 'ID';
}

/** Resolves the addresses of a customer, the default one first. */
function resolveAddresses({
  customer: {address},
  addressBook: {defaultId, others},
}: ShopCustomer): readonly ResolvedAddress[] {
  return [
    ...(address === null ? [] : [resolveMailingAddress(address, defaultId)]),
    ...others.map((saved) => resolveMailingAddress(saved.address, saved.id)),
  ];
}
