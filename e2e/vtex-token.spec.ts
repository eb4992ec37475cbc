import {expect} from '@playwright/test';
import {importJWK, jwtVerify} from 'jose';
import {VTEX_TEST_PUBLIC_KEY} from 'simhost';
import {simhost, test} from './cli.fixture.ts';

for (const [args, claims] of [
  [['vtex-shopper'], {sub: 'ada@example.com', account: 'acme', audience: 'webstore'}],
  [
    ['vtex-shopper', '--customer', 'bea', '--account', 'mystore'],
    {sub: 'bea@engines.example', account: 'mystore'},
  ],
  [['vtex-shopper', '--sub', 'eve@example.com'], {sub: 'eve@example.com', audience: 'webstore'}],
  [['vtex-admin', '--admin', 'mary'], {sub: 'mary@example.com', audience: 'admin'}],
  [['vtex-appkey', '--app-key', 'logistics'], {sub: 'vtexappkey-acme-LOGIST', audience: 'admin'}],
  [
    ['vtex-appkey', '--app-key', 'vtexappkey-mystore-ABCDEF', '--account', 'mystore'],
    {sub: 'vtexappkey-mystore-ABCDEF', account: 'mystore'},
  ],
] as const) {
  test(`token ${args.join(' ')} prints one token and nothing else`, async () => {
    const {stdout, stderr} = await simhost(['token', ...args]);
    expect([stderr, stdout]).toEqual(['', expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)]);
    const {payload} = await jwtVerify(stdout.trim(), await importJWK(VTEX_TEST_PUBLIC_KEY, 'ES256'), {
      algorithms: ['ES256'],
    });

    expect(payload).toMatchObject({...claims, iss: 'token-emitter'});
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(args[0] === 'vtex-appkey' ? 21_600 : 86_400);
  });
}

for (const [args, message] of [
  [['vtex-admin', '--admin', 'grce'], 'No admin is called "grce".\nDid you mean "grace"?'],
  [['vtex-appkey', '--app-key', 'order'], 'No app key is called "order".\nDid you mean "orders"?'],
  [['vtex-shopper', '--customer', 'guest'], 'VTEX has no token for a guest'],
  [['vtex-shopper', '--account', 'No Account'], 'Not the name of a VTEX account: "No Account"'],
  [
    ['vtex-shopper', '--admin', 'grace'],
    '--admin does not apply to a vtex-shopper token.\nIt applies to vtex-admin.',
  ],
  [['vtex-admin', '--secret', 'x'], '--secret does not apply to a vtex-admin token'],
  [['checkout', '--account', 'acme'], '--account does not apply to a checkout token'],
  [['vtex-shoper'], 'No token is called "vtex-shoper".\nDid you mean "vtex-shopper"?'],
] as const) {
  test(`token ${args.join(' ')} is refused`, async () => {
    const {code, stdout, stderr} = await simhost(['token', ...args]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
  });
}
