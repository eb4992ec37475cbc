import {expect, test} from '@playwright/test';
import type {PageState} from '../../wire/control.ts';
import type {ApiTree} from '../../wire/sandbox.ts';
import {mountOf} from './host-page.fixture.ts';
import {startingApi} from './starting-api.ts';

const TIER = [{target: {type: 'shop', id: 'gid://shopify/Shop/1'}, metafield: {key: 'tier'}}];
const API: ApiTree = {
  appMetafields: {kind: 'signal', value: TIER},
  cost: {kind: 'group', members: {totalAmount: {kind: 'signal', value: {amount: 5}}}},
  version: {kind: 'value', value: '2026-07'},
};

const LATER = {checkoutRules: {appMetafields: 'later'}} as PageState;
const AT_START = {checkoutRules: {appMetafields: 'at-start'}} as PageState;
const checkout = mountOf({target: 'purchase.checkout.block.render'});

test('metafields of checkout come after the start', () => {
  expect(startingApi(API, checkout, LATER)).toEqual({
    api: {...API, appMetafields: {kind: 'signal', value: []}},
    late: [['appMetafields', TIER]],
  });
});

for (const [name, mount, state] of [
  ['with the documented form', checkout, AT_START],
  ['at a customer account target', mountOf(), LATER],
  [
    'at a target that returns a value',
    {...checkout, run: {registered: 'a', input: {}, aborted: false}},
    LATER,
  ],
  ['at a target with a condition', {...checkout, conditions: {scriptUrl: 'a', bundleUrl: 'a'}}, LATER],
] as const) {
  test(`metafields are there at the start ${name}`, () => {
    expect(startingApi(API, mount, state)).toEqual({api: API, late: []});
  });
}

test('nothing changes later if there are no metafields', () => {
  const api: ApiTree = {appMetafields: {kind: 'signal', value: []}};
  expect(startingApi(api, checkout, LATER)).toEqual({api, late: []});
});

test('repeated signals are all of them, in groups too, and the metafields once', () => {
  const {late} = startingApi(API, {...checkout, repeatsSignals: true}, LATER);
  expect(late).toEqual([
    ['appMetafields', TIER],
    ['cost.totalAmount', {amount: 5}],
  ]);
});
