import {expect, test} from '@playwright/test';
import {createWorld} from '../../world/world.ts';
import {isStorefront} from './storefront-paths.ts';

const {vtex} = createWorld({vtex: {hosts: ['www.acme.com']}});

for (const [address, front] of [
  ['acme.myvtex.com/', true],
  ['acme.myvtex.com/account/orders?page=2', true],
  ['dev--acme.myvtex.com/', true],
  ['globex.myvtex.com/', true],
  ['www.acme.com/', true],
  ['acme.myvtex.com/administer', true],
  ['acme.myvtex.com/api/graphql', true],
  ['www.acme.com/api/fs/logout', true],
  ['acme.myvtex.com/api/sessions', false],
  ['acme.myvtex.com/api/graphqls', false],
  ['www.acme.com/api/vtexid/pub/authenticated/user', false],
  ['acme.myvtex.com/_v/private/graphql/v1', false],
  ['acme.myvtex.com/admin', false],
  ['acme.myvtex.com/admin/orders', false],
  ['acme.vtexcommercestable.com.br/', false],
  ['portal.vtexcommercestable.com.br/', false],
  ['unknown.myvtex.com/', false],
  ['app.io.vtex.com/vendor.app/v1/acme/master/x', false],
] as const) {
  test(`${address} is ${front ? 'the store’s own' : 'not the store’s'}`, () => {
    expect(isStorefront(new URL(`https://${address}`), vtex)).toBe(front);
  });
}
