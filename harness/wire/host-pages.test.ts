import {expect, test} from '@playwright/test';
import {isLocalHostPage} from './host-pages.ts';

const SHOWN = [
  '/',
  '/orders',
  '/orders/1',
  '/profile',
  '/checkouts/cn/1',
  '/store/acme/products/1',
  '/store/acme/orders',
];
const OTHERS = ['/order', '/elements.js', '/store', '/store/acme/apps/key', '/store/acme/productsx'];

test('the page of simhost dev also shows the pages that its links lead to', () => {
  expect(SHOWN.filter((path) => !isLocalHostPage(path))).toEqual([]);
  expect(OTHERS.filter((path) => isLocalHostPage(path))).toEqual([]);
});
