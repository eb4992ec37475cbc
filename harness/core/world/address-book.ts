import type {Customer} from '../../wire/account.ts';
import type {Address} from '../../wire/order.ts';
import {numberOf} from './gid.ts';

/** An address that a customer has saved. */
export interface SavedAddress {
  /** `gid://shopify/CustomerAddress/…` */
  readonly id: string;
  readonly address: Address;
}

/**
 * The addresses of a customer. The default one is `customer.address`, so the book has only its id.
 */
export interface AddressBook {
  readonly defaultId: string;
  readonly others: readonly SavedAddress[];
  /** The number of addresses that were ever saved, for the ids of new ones. */
  readonly count: number;
}

/** An address book with the customer's own address, to which nothing was added. */
export function newAddressBook(customer: Customer | null): AddressBook {
  return {defaultId: addressId(customer, 0), others: [], count: 1};
}

/** The book and the default address after a change. */
export interface AddressChange {
  readonly book: AddressBook;
  readonly address: Address | null;
}

/** Adds an address. The first one becomes the default. */
export function addAddress(
  book: AddressBook,
  customer: Customer,
  {address, isDefault}: {address: Address; isDefault: boolean},
): AddressChange & {readonly id: string} {
  const id = addressId(customer, book.count);
  const added = {...book, others: [...book.others, {id, address}], count: book.count + 1};

  if (customer.address === null) return {id, ...promote({...added, defaultId: ''}, null, id)};
  return {
    id,
    ...(isDefault ? promote(added, customer.address, id) : {book: added, address: customer.address}),
  };
}

/** Replaces an address, and makes it the default if asked for. `null` for an unknown address. */
export function changeAddress(
  book: AddressBook,
  current: Address | null,
  {id, address, isDefault}: {id: string; address: Address; isDefault: boolean},
): AddressChange | null {
  if (id === book.defaultId && current !== null) return {book, address};
  if (book.others.every((saved) => saved.id !== id)) return null;

  const others = book.others.map((saved) => (saved.id === id ? {id, address} : saved));
  const changed = {...book, others};
  return isDefault ? promote(changed, current, id) : {book: changed, address: current};
}

/** Removes an address. The next one becomes the default instead of a default one. `null` for an unknown address. */
export function removeAddress(book: AddressBook, current: Address | null, id: string): AddressChange | null {
  if (findAddress(book, current, id) === null) return null;
  if (id !== book.defaultId)
    return {book: {...book, others: book.others.filter((saved) => saved.id !== id)}, address: current};

  const [next] = book.others;
  return next === undefined ? {book, address: null} : promote(book, null, next.id);
}

/** Finds an address by its id. */
export function findAddress(book: AddressBook, current: Address | null, id: string): Address | null {
  if (id === book.defaultId) return current;
  return book.others.find((saved) => saved.id === id)?.address ?? null;
}

/** Makes one of the others the default; the default becomes one of the others. */
function promote(book: AddressBook, current: Address | null, id: string): AddressChange {
  const chosen = book.others.find((saved) => saved.id === id);
  const rest = book.others.filter((saved) => saved.id !== id);
  const others = current === null ? rest : [{id: book.defaultId, address: current}, ...rest];

  return {book: {...book, defaultId: id, others}, address: chosen?.address ?? current};
}

/** The id of the nth address of a customer: the first one has the customer's number. */
function addressId(customer: Customer | null, index: number): string {
  const number = numberOf(customer?.id ?? 'gid://shopify/Customer/0');
  return `gid://shopify/CustomerAddress/${number}${index === 0 ? '' : index}`;
}
