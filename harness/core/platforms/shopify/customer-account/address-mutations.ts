import type {GraphQLResolveInfo} from 'graphql';
import type {Address} from '../../../../wire/order.ts';
import type {Customer} from '../../../../wire/account.ts';
import {addAddress, changeAddress, findAddress} from '../../../world/address-book.ts';
import type {CustomerAccount} from './account-state.ts';
import {resolveAddress} from './address-resolver.ts';
import {UserError, withUserErrors} from '../graphql/user-error.ts';
import {refuseTexts} from './text-rules.ts';
import type {TextRules} from './text-rules.ts';

/** The fields of an address, as a mutation gives them. */
type AddressInput = Readonly<Partial<Record<InputName, string | null>>>;

type InputName =
  | 'firstName'
  | 'lastName'
  | 'company'
  | 'address1'
  | 'address2'
  | 'city'
  | 'zip'
  | 'zoneCode'
  | 'territoryCode'
  | 'phoneNumber';

/** The arguments of the mutations, as far as one of them has them. */
interface AddressArguments {
  readonly addressId?: string;
  readonly address?: AddressInput | null;
  readonly defaultAddress?: boolean | null;
}

/**
 * Resolves the mutations of addresses. Pages show a new default address.
 *
 * @see https://shopify.dev/docs/api/customer/latest/mutations/customerAddressCreate
 */
export function addressMutations(account: () => CustomerAccount): object {
  const create = (given: AddressArguments, info: GraphQLResolveInfo): object => {
    refuseTexts({...given.address}, rulesOf(info));
    return createAddress(account(), given.address ?? {}, given.defaultAddress === true);
  };

  const update = (given: AddressArguments, info: GraphQLResolveInfo): object => {
    refuseTexts({...given.address}, rulesOf(info));
    return updateAddress(account(), given);
  };

  return {
    customerAddressCreate: (given: AddressArguments, _context: object, info: GraphQLResolveInfo) =>
      withUserErrors(() => create(given, info), {customerAddress: null}),
    customerAddressUpdate: (given: AddressArguments, _context: object, info: GraphQLResolveInfo) =>
      withUserErrors(() => update(given, info), {customerAddress: null}),
    customerAddressDelete: ({addressId = ''}: AddressArguments) =>
      withUserErrors(() => remove(account(), addressId), {deletedAddressId: null}),
  };
}

function rulesOf(info: GraphQLResolveInfo): TextRules {
  return {info, codes: 'UserErrorsCustomerAddressUserErrorsCode', argument: 'address'};
}

function createAddress(account: CustomerAccount, input: AddressInput, isDefault: boolean): object {
  const customer = signedIn(account);
  const made = toAddress(input, EMPTY);
  const {id, book, address} = addAddress(account.addressBook, customer, {address: made, isDefault});

  account.setAddresses(book, address);
  return {customerAddress: resolveAddress(made, id)};
}

function updateAddress(
  account: CustomerAccount,
  {addressId = '', address: input, defaultAddress}: AddressArguments,
): object {
  const {address: current} = signedIn(account);
  const known = findAddress(account.addressBook, current, addressId);
  if (known === null) throw unknownAddress(addressId);
  if (defaultAddress === false && addressId === account.addressBook.defaultId)
    throw new UserError(
      'DEMOTING_CUSTOMER_DEFAULT_ADDRESS_NOT_ALLOWED',
      'The default address cannot be unset. Make another address the default.',
      ['defaultAddress'],
    );

  const made = input == null ? known : toAddress(input, known);
  const changed = changeAddress(account.addressBook, current, {
    id: addressId,
    address: made,
    isDefault: defaultAddress === true,
  });
  if (changed === null) throw unknownAddress(addressId);

  account.setAddresses(changed.book, changed.address);
  return {customerAddress: resolveAddress(made, addressId)};
}

function remove(account: CustomerAccount, id: string): object {
  const {address: current} = signedIn(account);
  const {addressBook} = account;
  if (findAddress(addressBook, current, id) === null) throw unknownAddress(id);

  if (id === addressBook.defaultId) {
    throw new UserError(
      'DELETING_CUSTOMER_DEFAULT_ADDRESS_NOT_ALLOWED',
      'The default address cannot be deleted.',
      ['addressId'],
    );
  }

  const others = addressBook.others.filter((saved) => saved.id !== id);
  account.setAddresses({...addressBook, others}, current);
  return {deletedAddressId: id};
}

const EMPTY: Address = {
  firstName: '',
  lastName: '',
  name: '',
  address1: '',
  city: '',
  zip: '',
  countryCode: '',
};

function toAddress(input: AddressInput, known: Address): Address {
  if (Object.keys(input).length === 0)
    throw new UserError('ADDRESS_ARGUMENT_EMPTY', 'Address cannot be empty.', ['address']);

  const {company, address2, zoneCode, phoneNumber} = input;
  const firstName = input.firstName ?? known.firstName;
  const lastName = input.lastName ?? known.lastName;
  const countryCode = input.territoryCode ?? known.countryCode;
  if (!/^[A-Z]{2}$/.test(countryCode))
    throw new UserError('INVALID_TERRITORY_CODE', 'Territory code is invalid.', ['address', 'territoryCode']);

  return {
    ...known,
    firstName,
    lastName,
    name: `${firstName} ${lastName}`.trim(),
    address1: input.address1 ?? known.address1,
    city: input.city ?? known.city,
    zip: input.zip ?? known.zip,
    countryCode,
    ...(company == null ? {} : {company}),
    ...(address2 == null ? {} : {address2}),
    ...(zoneCode == null ? {} : {provinceCode: zoneCode}),
    ...(phoneNumber == null ? {} : {phone: phoneNumber}),
  };
}

function signedIn({customer}: CustomerAccount): Customer {
  if (customer === null) throw new UserError('INVALID', 'Nobody is signed in.', []);
  return customer;
}

function unknownAddress(id: string): UserError {
  return new UserError('ADDRESS_ID_DOES_NOT_EXIST', `Address ${id} does not exist.`, ['addressId']);
}
