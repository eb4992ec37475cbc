import {execFile} from 'node:child_process';
import {createPublicKey} from 'node:crypto';
import {promisify} from 'node:util';
import {expect, test} from '@playwright/test';
import {decodeJwt, decodeProtectedHeader, importJWK, jwtVerify} from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import {hasPython, PYTHON} from '../../cases/python.fixture.ts';
import {createSimulationCore} from '../../simulation/simulation-core.ts';
import type {MintOptions} from '../../simulation/issuer.ts';
import type {SimulationOptions} from '../../simulation/options.ts';
import type {TokenKind} from '../../simulation/token-kinds.ts';
import {VTEX_TEST_KID, VTEX_TEST_PUBLIC_KEY} from './vtex-test-key.ts';

const NOON = '2026-11-20T12:00:00Z';
const GUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/;
const USER_CLAIMS = [
  'sub',
  'account',
  'audience',
  'sess',
  'exp',
  'type',
  'userId',
  'iat',
  'isRepresentative',
  'iss',
  'jti',
];
const APP_KEY_CLAIMS = ['sub', 'account', 'audience', 'exp', 'userId', 'iat', 'iss', 'jti'];

function mint(
  kind: TokenKind,
  mintOptions: MintOptions = {},
  options: SimulationOptions = {},
): Promise<string> {
  const simulation = createSimulationCore(options);
  simulation.clock.freeze(NOON);
  return simulation.mint(kind, mintOptions);
}

for (const [kind, names, life, claims] of [
  [
    'vtex-shopper',
    USER_CLAIMS,
    86_400,
    {sub: 'ada@example.com', account: 'acme', audience: 'webstore', type: 'user', isRepresentative: false},
  ],
  [
    'vtex-admin',
    USER_CLAIMS,
    86_400,
    {sub: 'grace@example.com', account: 'acme', audience: 'admin', type: 'user'},
  ],
  [
    'vtex-appkey',
    APP_KEY_CLAIMS,
    21_600,
    {sub: 'vtexappkey-acme-ORDERS', account: 'acme', audience: 'admin'},
  ],
] as const) {
  test(`${kind}: has the header and the claims of VTEX ID, in its order`, async () => {
    const token = await mint(kind);
    expect(JSON.stringify(decodeProtectedHeader(token))).toBe(
      `{"alg":"ES256","kid":"${VTEX_TEST_KID}","typ":"jwt"}`,
    );

    expect(VTEX_TEST_KID).toMatch(/^[\dA-F]{40}$/);
    const found = decodeJwt(token);
    expect(Object.keys(found)).toEqual(names);
    const iat = Date.parse(NOON) / 1000;

    expect(found).toMatchObject({
      ...claims,
      iat,
      exp: iat + life,
      iss: 'token-emitter',
      jti: expect.stringMatching(GUID),
    });

    expect(found['userId']).toMatch(GUID);
    expect(Buffer.from(token.split('.')[2] ?? '', 'base64url')).toHaveLength(64);
  });

  test(`${kind}: jose, jsonwebtoken and PyJWT verify the token, and refuse a forged one`, async ({}, info) => {
    const token = await createSimulationCore().mint(kind);
    const [header, , signature] = token.split('.');
    const payload = JSON.stringify({...decodeJwt(token), sub: 'eve@example.com'});
    const forged = `${header}.${Buffer.from(payload).toString('base64url')}.${signature}`;
    const key = await importJWK(VTEX_TEST_PUBLIC_KEY, 'ES256');

    await jwtVerify(token, key, {algorithms: ['ES256'], issuer: 'token-emitter'});
    await expect(jwtVerify(forged, key)).rejects.toThrow('signature verification failed');
    const pem = createPublicKey({key: VTEX_TEST_PUBLIC_KEY, format: 'jwk'})
      .export({type: 'spki', format: 'pem'})
      .toString();

    expect(jsonwebtoken.verify(token, pem, {algorithms: ['ES256']})).toEqual(decodeJwt(token));
    if (!(await hasPython('jwt', 'cryptography'))) {
      info.annotations.push({type: 'issue', description: 'python3-jwt and python3-cryptography are missing'});
      return;
    }

    expect(await python(pem, token)).toBe(decodeJwt(token).sub);
    expect(await python(pem, forged)).toBe('InvalidSignatureError');
  });
}

test('the same seed, scope and frozen instant give the same header and claims', async () => {
  const once = (): Promise<string> => mint('vtex-admin', {}, {scope: 'a'});
  const [first, second] = [await once(), await once()];
  expect(first.split('.').slice(0, 2)).toEqual(second.split('.').slice(0, 2));
});

test('each minted token has its own session unless `sess` is given', async () => {
  const simulation = createSimulationCore();
  const sess = async (options: MintOptions): Promise<unknown> =>
    decodeJwt(await simulation.mint('vtex-shopper', options))['sess'];
  expect(await sess({})).not.toBe(await sess({}));
  expect(await sess({sess: 'mine'})).toBe('mine');
});

test('a token is for the user, the account and the app key that the options name', async () => {
  expect(decodeJwt(await mint('vtex-shopper', {customer: 'bea', account: 'globex'}))).toMatchObject({
    sub: 'bea@engines.example',
    account: 'globex',
  });

  expect(decodeJwt(await mint('vtex-admin', {admin: 'mary'}))).toMatchObject({sub: 'mary@example.com'});
  expect(decodeJwt(await mint('vtex-appkey', {appKey: 'vtexappkey-acme-LOGIST'}))).toMatchObject({
    sub: 'vtexappkey-acme-LOGIST',
  });

  expect(decodeJwt(await mint('vtex-admin', {}, {vtex: {account: 'mystore'}}))).toMatchObject({
    account: 'mystore',
  });
});

test('options set the account and the type of an app-key token', async () => {
  const claims = decodeJwt(
    await mint('vtex-appkey', {}, {vtex: {assume: {appKeyTokenAccount: 'vtex', appKeyTokenType: 'app'}}}),
  );
  expect(claims).toMatchObject({account: 'vtex', type: 'app'});
});

for (const [kind, options, message] of [
  ['vtex-shopper', {customer: null}, 'VTEX has no token for a guest'],
  ['vtex-shopper', {account: 'globx'}, 'No VTEX account is called "globx".\nDid you mean "globex"?'],
  ['vtex-admin', {admin: 'grac'}, 'No admin is called "grac".\nDid you mean "grace"?'],
  ['vtex-appkey', {appKey: 'order'}, 'No app key is called "order".\nDid you mean "orders"?'],
] as const) {
  test(`refuses ${kind} with ${JSON.stringify(options)}`, async () => {
    await expect(mint(kind, options)).rejects.toThrow(message);
  });
}

const run = promisify(execFile);

async function python(pem: string, token: string): Promise<string> {
  const script = `
import jwt, sys
try:
    print(jwt.decode(sys.argv[2], sys.argv[1], algorithms=['ES256'])['sub'])
except jwt.PyJWTError as error:
    print(type(error).__name__)`;

  return (await run(PYTHON, ['-c', script, pem, token])).stdout.trim();
}
