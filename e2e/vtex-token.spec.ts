import {expect} from '@playwright/test';
import {importJWK, jwtVerify} from 'jose';
import {VTEX_TEST_PUBLIC_KEY} from 'simhost';
import {simhostLines, test} from './cli.fixture.ts';

const PRINTED = [
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
] as const;

const REFUSED = [
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
  [['vtex-shoper'], 'Unknown token kind "vtex-shoper".\nDid you mean "vtex-shopper"?'],
] as const;

test('token prints one token and nothing else', async () => {
  const outcomes = await simhostLines(PRINTED.map(([args]) => ['token', ...args]));
  expect(outcomes).toHaveLength(PRINTED.length);

  for (const [index, [args, claims]] of PRINTED.entries()) {
    await test.step(`token ${args.join(' ')}`, async () => {
      const stdout = outcomes[index]?.stdout ?? '';
      expect([outcomes[index]?.stderr, stdout]).toEqual([
        '',
        expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/),
      ]);
      const {payload} = await jwtVerify(stdout.trim(), await importJWK(VTEX_TEST_PUBLIC_KEY, 'ES256'), {
        algorithms: ['ES256'],
      });

      expect(payload).toMatchObject({...claims, iss: 'token-emitter'});
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(args[0] === 'vtex-appkey' ? 21_600 : 86_400);
    });
  }
});

test('token refuses what a kind does not have, with the nearest name', async () => {
  const outcomes = await simhostLines(REFUSED.map(([args]) => ['token', ...args]));

  for (const [index, [args, message]] of REFUSED.entries()) {
    await test.step(`token ${args.join(' ')}`, () => {
      expect(outcomes[index]).toMatchObject({code: 1, stdout: '', stderr: expect.stringContaining(message)});
    });
  }
});
