import type {Address} from '../../../../wire/order.ts';
import {addAddress, changeAddress, findAddress, removeAddress} from '../../../world/address-book.ts';
import type {AddressChange} from '../../../world/address-book.ts';
import type {ShopCustomer} from '../../../world/shop-customers.ts';
import {AccessDenied} from '../customer-account/access-denied.ts';
import {UserError} from '../graphql/user-error.ts';
import {resolveCustomer} from './customer.ts';
import {withCustomerErrors} from './customer-errors.ts';
import {ownerOf} from './customer-owner.ts';
import {readMailingAddress, resolveMailingAddress} from './mailing-address.ts';
import type {MailingAddressInput} from './mailing-address.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The arguments of the mutations of addresses, as far as one of them has them. */
interface AddressArguments {
  readonly customerAccessToken: string;
  readonly address?: MailingAddressInput;
  readonly id?: string;
  readonly addressId?: string;
}

/**
 * Resolves the mutations of the addresses of a customer. Pages show the default address of the one who is signed in.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/mutations/customerAddressCreate
 */
export function addressMutations(now: () => StorefrontWorld): object {
  return {
    customerAddressCreate: (given: AddressArguments) =>
      withCustomerErrors(() => create(given, now()), {customerAddress: null}),
    customerAddressUpdate: (given: AddressArguments) =>
      withCustomerErrors(() => update(given, now()), {customerAddress: null}),
    customerAddressDelete: (given: AddressArguments) =>
      withCustomerErrors(() => remove(given, now()), {deletedCustomerAddressId: null}),
    customerDefaultAddressUpdate: (given: AddressArguments) =>
      withCustomerErrors(() => makeDefault(given, now()), {customer: null}),
  };
}

function create({customerAccessToken, address = {}}: AddressArguments, world: StorefrontWorld): object {
  const owner = world.accounts.byToken(customerAccessToken);
  if (owner === undefined) throw new AccessDenied('Access denied for customerAddressCreate field.');

  const made = whole(readMailingAddress(address, ['address']), owner);
  const {customer, addressBook} = owner;
  const saved = [customer.address, ...addressBook.others.map((other) => other.address)];
  if (saved.some((other) => other !== null && isSame(other, made)))
    throw new UserError('TAKEN', 'Address already exists', ['address']);

  const added = addAddress(addressBook, customer, {address: made, isDefault: false});
  keep(owner, added, world);
  return {customerAddress: resolveMailingAddress(made, added.id)};
}

function update(
  {customerAccessToken, id = '', address = {}}: AddressArguments,
  world: StorefrontWorld,
): object {
  const owner = ownerOf(customerAccessToken, world);
  const {customer, addressBook} = owner;
  const known = findAddress(addressBook, customer.address, id);
  if (known === null) throw unknownAddress('id');

  const {name: _, ...fields} = known;
  const made = whole({...fields, ...readMailingAddress(address, ['address'])}, owner);
  const changed = changeAddress(addressBook, customer.address, {id, address: made, isDefault: false});
  if (changed === null) throw unknownAddress('id');

  keep(owner, changed, world);
  return {customerAddress: resolveMailingAddress(made, id)};
}

function remove({customerAccessToken, id = ''}: AddressArguments, world: StorefrontWorld): object {
  const owner = ownerOf(customerAccessToken, world);
  const removed = removeAddress(owner.addressBook, owner.customer.address, id);
  if (removed === null) throw unknownAddress('id');

  keep(owner, removed, world);
  return {deletedCustomerAddressId: id};
}

function makeDefault(
  {customerAccessToken, addressId = ''}: AddressArguments,
  world: StorefrontWorld,
): object {
  const owner = ownerOf(customerAccessToken, world);
  const {customer, addressBook} = owner;
  const address = findAddress(addressBook, customer.address, addressId);
  if (address === null) throw unknownAddress('addressId');

  const changed = changeAddress(addressBook, customer.address, {id: addressId, address, isDefault: true});
  return {customer: resolveCustomer(keep(owner, changed ?? {book: addressBook, address}, world), world)};
}

function keep(
  {customer}: ShopCustomer,
  {book, address}: AddressChange,
  world: StorefrontWorld,
): ShopCustomer {
  return world.changeCustomer({customer: {...customer, address}, addressBook: book});
}

/** Completes an address with every field that a saved address has, and with the name of the customer. */
function whole(given: Partial<Address>, {customer}: ShopCustomer): Address {
  const {firstName = customer.firstName, lastName = customer.lastName} = given;
  const name = given.name ?? `${firstName} ${lastName}`.trim();
  return {address1: '', city: '', zip: '', countryCode: '', ...given, firstName, lastName, name};
}

function isSame(first: Address, second: Address): boolean {
  const fields = [
    'name',
    'company',
    'address1',
    'address2',
    'city',
    'zip',
    'provinceCode',
    'countryCode',
    'phone',
  ] as const;
  return fields.every((field) => (first[field] ?? '') === (second[field] ?? ''));
}

function unknownAddress(argument: string): UserError {
  return new UserError('NOT_FOUND', 'Address does not exist', [argument]);
}
