import type {ShippingAddress} from '../../../../wire/shipping-address.ts';
import {cartAddressId} from '../../../world/cart.ts';
import type {Cart, CartAddress, CartAddresses, CartChange} from '../../../world/cart.ts';
import {findAddress} from '../../../world/address-book.ts';
import {addressErrors} from '../../../world/checkout-address.ts';
import {UserError} from '../graphql/user-error.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** An address to deliver to, as a mutation gives it. */
export interface AddressInput {
  readonly address?: {
    readonly deliveryAddress?: Readonly<Record<string, string | null>> | null;
    readonly copyFromCustomerAddressId?: string | null;
  } | null;
  readonly selected?: boolean | null;
  readonly oneTimeUse?: boolean | null;
  readonly validationStrategy?: 'COUNTRY_CODE_ONLY' | 'STRICT';
}

/** A change of an address. */
export interface AddressUpdate extends AddressInput {
  readonly id: string;
}

/** An address of a cart while a mutation changes it. */
interface Candidate extends CartAddress {
  readonly selected: boolean;
}

type Accounts = Pick<StorefrontWorld, 'accounts'>;

/**
 * Adds addresses to a cart. Only one with `selected` is delivered to.
 *
 * @param path the path of the argument
 * @throws {UserError} for several that are selected, and for an address that is not valid
 */
export function addAddresses(
  cart: Cart,
  inputs: readonly AddressInput[],
  {accounts, path}: Accounts & {readonly path: readonly string[]},
): CartChange {
  const {count} = cart.addresses;
  refuseSeveralSelected(inputs, path);

  const added = inputs.map((input, index): Candidate => ({
    id: cartAddressId(count + index + 1),
    address: readAddress(input, {}, {cart, accounts, path: [...path, String(index)]}),
    selected: input.selected === true,
  }));

  return changeOf([...candidatesOf(cart), ...added], {...cart.addresses, count: count + inputs.length});
}

/** Gives a cart other addresses. */
export function replaceAddresses(
  cart: Cart,
  inputs: readonly AddressInput[],
  {accounts}: Accounts,
): CartChange {
  const {checkout, addresses} = cart;
  const empty = {
    ...cart,
    checkout: {...checkout, shippingAddress: null},
    addresses: {...addresses, others: []},
  };
  return addAddresses(empty, inputs, {accounts, path: ['addresses']});
}

/**
 * Changes addresses of a cart.
 *
 * @throws {UserError} for an unknown one, and as `addAddresses`
 */
export function updateAddresses(
  cart: Cart,
  updates: readonly AddressUpdate[],
  {accounts}: Accounts,
): CartChange {
  const before = candidatesOf(cart);
  const path = ['addresses'];
  refuseUnknown(
    before,
    updates.map(({id}) => id),
    path,
  );
  refuseSeveralSelected(updates, path);

  const changed = before.map((candidate): Candidate => {
    const index = updates.findIndex(({id}) => id === candidate.id);
    const update = updates[index];
    if (update === undefined) return candidate;

    const context = {cart, accounts, path: [...path, String(index)]};
    return {
      ...candidate,
      address: readAddress(update, candidate.address, context),
      selected: update.selected ?? candidate.selected,
    };
  });

  const chosen = updates.find(({selected}) => selected === true)?.id;
  const one = changed.map((each) => ({
    ...each,
    selected: chosen === undefined ? each.selected : each.id === chosen,
  }));
  return changeOf(one, cart.addresses);
}

/**
 * Removes addresses of a cart.
 *
 * @throws {UserError} for an unknown one
 */
export function removeAddresses(cart: Cart, ids: readonly string[]): CartChange {
  const before = candidatesOf(cart);
  refuseUnknown(before, ids, ['addressIds']);
  return changeOf(
    before.filter(({id}) => !ids.includes(id)),
    cart.addresses,
  );
}

function candidatesOf({
  checkout: {shippingAddress},
  addresses: {selectedId, others},
}: Cart): readonly Candidate[] {
  const selected =
    shippingAddress === null ? [] : [{id: selectedId, address: shippingAddress, selected: true}];
  return [...selected, ...others.map((other) => ({...other, selected: false}))];
}

/** The last selected one is the address of the checkout. */
function changeOf(candidates: readonly Candidate[], addresses: CartAddresses): CartChange {
  const selected = candidates.findLast((each) => each.selected);
  const others = candidates.filter((each) => each !== selected).map(({id, address}) => ({id, address}));

  if (selected !== undefined) {
    const {id: selectedId, address: shippingAddress} = selected;
    return {checkout: {shippingAddress}, addresses: {...addresses, selectedId, others}};
  }

  // The id is that of the address which somebody enters next.
  const count = addresses.count + 1;
  return {
    checkout: {shippingAddress: null},
    addresses: {selectedId: cartAddressId(count), others, count},
  };
}

function readAddress(
  {address, oneTimeUse, validationStrategy}: AddressInput,
  before: ShippingAddress,
  {cart, accounts, path}: Accounts & {readonly cart: Cart; readonly path: readonly string[]},
): ShippingAddress {
  const copied = address?.copyFromCustomerAddressId;
  const entered = Object.entries(address?.deliveryAddress ?? {}).filter(([, value]) => value != null);
  const given: ShippingAddress =
    copied == null ? Object.fromEntries(entered) : savedAddress(copied, {cart, accounts, path});

  const whole = {...(address == null ? before : given), oneTimeUse: oneTimeUse ?? before.oneTimeUse ?? false};
  const [fault] = validationStrategy === 'STRICT' ? addressErrors({...given}, {}) : [];
  if (fault === undefined) return whole;

  throw new UserError('INVALID_ZIP_CODE_FOR_COUNTRY', fault.message, [
    ...path,
    'address',
    'deliveryAddress',
    'zip',
  ]);
}

/** Finds an address that the customer of the cart has saved. */
function savedAddress(
  id: string,
  {cart: {customer}, accounts, path}: Accounts & {readonly cart: Cart; readonly path: readonly string[]},
): ShippingAddress {
  const owner = customer === null ? undefined : accounts.customers.byId(customer.id);
  const found = owner === undefined ? null : findAddress(owner.addressBook, owner.customer.address, id);
  if (found !== null) return found;

  throw new UserError('INVALID', 'The customer address is invalid.', [
    ...path,
    'address',
    'copyFromCustomerAddressId',
  ]);
}

function refuseUnknown(known: readonly CartAddress[], ids: readonly string[], path: readonly string[]): void {
  const index = ids.findIndex((id) => known.every((address) => address.id !== id));
  if (index === -1) return;

  throw new UserError(
    'INVALID_DELIVERY_ADDRESS_ID',
    `The delivery address with ${ids[index]} does not exist.`,
    [...path, String(index)],
  );
}

function refuseSeveralSelected(inputs: readonly AddressInput[], path: readonly string[]): void {
  if (inputs.filter(({selected}) => selected === true).length < 2) return;
  throw new UserError(
    'ONLY_ONE_DELIVERY_ADDRESS_CAN_BE_SELECTED',
    'Only one delivery address can be selected.',
    path,
  );
}
