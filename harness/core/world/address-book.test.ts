import {expect, test} from '@playwright/test';
import {addAddress, changeAddress, findAddress, newAddressBook} from './address-book.ts';
import {PEOPLE} from './people.ts';

const {ada} = PEOPLE;
const {address: home} = ada;
if (home === null) throw new Error('Ada has an address.');
const work = {...home, address1: '2 Work Street'};

test('an added address is one of the others', () => {
  const {book, address, id} = addAddress(newAddressBook(ada), ada, {address: work, isDefault: false});
  expect(id).toBe('gid://shopify/CustomerAddress/70011');
  expect(book).toMatchObject({
    defaultId: 'gid://shopify/CustomerAddress/7001',
    others: [{id, address: work}],
  });
  expect(address).toBe(home);
});

test('an address that becomes the default changes places with the one before', () => {
  const {book, address, id} = addAddress(newAddressBook(ada), ada, {address: work, isDefault: true});
  expect(address).toBe(work);
  expect(book).toMatchObject({
    defaultId: id,
    others: [{id: 'gid://shopify/CustomerAddress/7001', address: home}],
  });

  const back = changeAddress(book, address, {
    id: 'gid://shopify/CustomerAddress/7001',
    address: home,
    isDefault: true,
  });
  expect(back).toMatchObject({address: home, book: {others: [{id, address: work}]}});
});

test('the first address of a customer is the default', () => {
  const without = {...ada, address: null};
  const {book, address, id} = addAddress(newAddressBook(without), without, {address: work, isDefault: false});
  expect({address, defaultId: book.defaultId, others: book.others}).toEqual({
    address: work,
    defaultId: id,
    others: [],
  });
});

test('an unknown address is not changed and not found', () => {
  const book = newAddressBook(ada);
  const change = {id: 'gid://shopify/CustomerAddress/1', address: work, isDefault: false};
  expect(changeAddress(book, home, change)).toBeNull();
  expect(findAddress(book, home, change.id)).toBeNull();
  expect(findAddress(book, home, book.defaultId)).toBe(home);
});
