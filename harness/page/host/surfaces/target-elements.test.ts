import {expect, test} from '@playwright/test';
import {elementsOf} from './target-elements.ts';

const tagsOf = (target: string, apiVersion = '2026-07'): readonly string[] =>
  Object.keys(elementsOf({target, apiVersion, wire: 'remote-dom'}));

test('a block has a form, an action has none, and neither has the element of the other', () => {
  const block = tagsOf('admin.product-details.block.render');
  const action = tagsOf('admin.product-details.action.render');

  expect(block).toEqual(expect.arrayContaining(['s-admin-block', 's-form', 's-table']));
  expect(block).not.toContain('s-admin-action');
  expect(action).toEqual(expect.arrayContaining(['s-admin-action', 's-table']));
  expect(action).not.toContain('s-form');
});

test('an element comes with its API version', () => {
  expect(tagsOf('admin.app.home.render')).not.toContain('s-empty-state');
  expect(tagsOf('admin.app.home.render', '2026-10')).toContain('s-empty-state');
});

test('a target that renders nothing has no elements', () => {
  expect(tagsOf('admin.product-details.action.should-render')).toEqual([]);
});

test('components of the React generations become any element of the admin', () => {
  const mount = {
    target: 'admin.product-details.block.render',
    apiVersion: '2025-07',
    wire: 'remote-ui',
  } as const;
  expect(Object.keys(elementsOf(mount))).toEqual(expect.arrayContaining(['s-admin-action', 's-progress']));
});

test('checkout and customer account have no element of the admin', () => {
  expect(tagsOf('purchase.checkout.block.render')).not.toContain('s-table');
  expect(tagsOf('customer-account.page.render')).toContain('s-page');
});
