import {expect, test} from '@playwright/test';
import {storageScope} from './extension-storage.ts';

const PAGE = {app: {clientId: 'key'}, shop: {id: 's1'}, customer: {id: 'ada'}, checkout: {token: 't1'}};
const BLOCK = {handle: 'gift', target: 'purchase.checkout.block.render', apiVersion: '2026-07'};
const ACCOUNT = {...BLOCK, target: 'customer-account.profile.block.render'};
const OLD = {...BLOCK, apiVersion: '2023-07'};

for (const [what, mount, change, same] of [
  [
    'another target of an extension in checkout',
    BLOCK,
    {mount: {target: 'purchase.thank-you.block.render'}},
    true,
  ],
  [
    'another target of an extension of 2023-07 in checkout',
    OLD,
    {mount: {target: 'purchase.thank-you.block.render'}},
    false,
  ],
  ['another extension of the app in checkout', BLOCK, {mount: {handle: 'other'}}, false],
  ['the same extension in the account', BLOCK, {mount: {target: ACCOUNT.target}}, false],
  ['another customer in the same checkout', BLOCK, {page: {customer: null}}, true],
  ['another checkout', BLOCK, {page: {checkout: {token: 't2'}}}, false],
  ['another target in the account', ACCOUNT, {mount: {target: 'customer-account.page.render'}}, true],
  ['another extension of the app in the account', ACCOUNT, {mount: {handle: 'other'}}, true],
  ['another customer in the account', ACCOUNT, {page: {customer: null}}, false],
  ['another app', ACCOUNT, {page: {app: {clientId: 'other'}}}, false],
  ['another shop', BLOCK, {page: {shop: {id: 's2'}}}, false],
] as const) {
  test(`${what} has ${same ? 'the same storage' : 'its own storage'}`, () => {
    const {mount: ofMount = {}, page = {}} = change as {mount?: object; page?: object};
    const scopes = [storageScope(mount, PAGE), storageScope({...mount, ...ofMount}, {...PAGE, ...page})].map(
      (scope) => JSON.stringify(scope),
    );
    expect(scopes[0] === scopes[1]).toBe(same);
  });
}
