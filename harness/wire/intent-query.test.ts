import {expect, test} from '@playwright/test';
import {endOfIntent, readIntent} from './intent-query.ts';

const PRODUCT = 'gid://shopify/Product/1';
const EDIT = {action: 'edit', type: 'shopify/Product', value: PRODUCT};

test('reads an intent in words, with options, and as an object', () => {
  expect(readIntent(`edit:shopify/Product,${PRODUCT}`, undefined)).toEqual(EDIT);
  expect(readIntent('edit:shopify/Product', {value: PRODUCT})).toEqual(EDIT);
  expect(readIntent(EDIT, undefined)).toEqual(EDIT);
  expect(readIntent('create:application/back-in-stock', {data: {subject: 'Hello'}})).toEqual({
    action: 'create',
    type: 'application/back-in-stock',
    data: {subject: 'Hello'},
  });

  for (const wrong of ['edit', 'shopify/Product', {action: 'edit'}, null]) {
    expect(readIntent(wrong, undefined)).toBeNull();
  }
});

test('a completed intent has its value as id, and the data that was given', () => {
  expect(endOfIntent({...EDIT, data: {title: 'Oak'}}, true)).toEqual({
    code: 'ok',
    data: {id: PRODUCT, title: 'Oak'},
  });
  expect(endOfIntent(EDIT, false)).toEqual({code: 'closed'});
});
