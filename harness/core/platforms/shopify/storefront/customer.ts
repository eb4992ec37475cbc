import type {ShopCustomer} from '../../../world/shop-customers.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {Catalogue} from './catalogue.ts';
import {resolveMailingAddress} from './mailing-address.ts';
import type {ResolvedAddress} from './mailing-address.ts';
import {resolveMetafields} from './metafields.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** Resolves the fields of `Customer`. */
export function resolveCustomer(shopCustomer: ShopCustomer, world: StorefrontWorld): object {
  const {customer} = shopCustomer;
  const {id, firstName, lastName, email, phone, acceptsMarketing} = customer;
  const addresses = resolveAddresses(shopCustomer);

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
    numberOfOrders: String(world.orders.filter(({customerId}) => customerId === id).length),
    defaultAddress: addresses.find((address) => address.id === shopCustomer.addressBook.defaultId) ?? null,
    addresses: (page: PageOf) => connection(addresses, page),
    ...resolveMetafields(new Catalogue(world), id, () => resolved),
  };

  return resolved;
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
