import {expect, test} from '@playwright/test';
import jsonwebtoken from 'jsonwebtoken';
import {decodeClaims, signCompact} from './jws.ts';
import {importSecret} from './secret.ts';

test('a token verifies with another library and the secret', async () => {
  const token = await signCompact(
    {alg: 'HS256', typ: 'JWT'},
    {aud: 'key', dest: 'acme.myshopify.com'},
    await importSecret('secret', {published: []}),
  );

  expect(jsonwebtoken.verify(token, 'secret', {algorithms: ['HS256'], audience: 'key'})).toEqual({
    aud: 'key',
    dest: 'acme.myshopify.com',
  });

  expect(() => jsonwebtoken.verify(token, 'other', {algorithms: ['HS256']})).toThrow('invalid signature');
});

test('header and claims keep their given order', async () => {
  const token = await signCompact(
    {alg: 'HS256', typ: 'JWT'},
    {b: 1, a: 2},
    await importSecret('secret', {published: []}),
  );

  const [header, payload] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());

  expect(header).toBe('{"alg":"HS256","typ":"JWT"}');
  expect(payload).toBe('{"b":1,"a":2}');
});

test('decodeClaims returns the claims without the key', async () => {
  const token = await signCompact({alg: 'HS256'}, {sub: '1'}, await importSecret('secret', {published: []}));
  expect(decodeClaims(token)).toEqual({sub: '1'});
});

for (const token of ['', 'null', 'a.b.c', 'e30.e30', 'e30.e30 .e30', 'e30.W10.e30']) {
  test(`decodeClaims returns null for ${JSON.stringify(token)}`, () =>
    expect(decodeClaims(token)).toBeNull());
}
