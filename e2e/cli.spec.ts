import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {expect, test} from '@playwright/test';
import jsonwebtoken from 'jsonwebtoken';

interface Outcome {
  stdout: string;
  stderr: string;
  code: number;
}

async function simhost(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const {SHOPIFY_API_KEY: _key, SHOPIFY_API_SECRET: _secret, ...rest} = process.env;
  return promisify(execFile)(process.execPath, ['dist/cli/simhost.js', ...args], {env: {...rest, ...env}}).then(
    ({stdout, stderr}) => ({stdout, stderr, code: 0}),
    (error: Outcome) => error,
  );
}

for (const kind of ['checkout', 'customer-account']) {
  test(`token ${kind} prints one token and a newline, signed with the credentials given`, async () => {
    const {stdout, stderr} = await simhost(['token', kind, '--client-id', 'key', '--secret', 'secret', '--shop', 'other.myshopify.com']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(jsonwebtoken.verify(stdout.trim(), 'secret', {audience: 'key', algorithms: ['HS256']})).toMatchObject({
      dest: 'other.myshopify.com',
    });
  });
}

test('credentials come from the environment where no flag gives them', async () => {
  const {stdout} = await simhost(['token', 'checkout'], {SHOPIFY_API_KEY: 'env-key', SHOPIFY_API_SECRET: 'env-secret'});
  jsonwebtoken.verify(stdout.trim(), 'env-secret', {audience: 'env-key', algorithms: ['HS256']});
});

test('claims, subject and case can be chosen', async () => {
  const {stdout} = await simhost([
    'token',
    'checkout',
    '--json',
    '--sub',
    'gid://shopify/Customer/5',
    '--claim',
    'extra={"a":1}',
    '--case',
    'exp-past-60',
  ]);
  const {token, header, claims} = JSON.parse(stdout) as {token: string; header: object; claims: {exp: number; iat: number}};
  expect(token.split('.')).toHaveLength(3);
  expect(header).toEqual({alg: 'HS256', typ: 'JWT'});
  expect(claims).toMatchObject({sub: 'gid://shopify/Customer/5', extra: {a: 1}});
  expect(claims.exp - claims.iat).toBe(300);
});

for (const [args, message] of [
  [['tokn'], 'Unknown command "tokn".\nDid you mean "token"?'],
  [['token'], 'Which token?'],
  [['token', 'chekout'], 'No token is called "chekout"'],
  [['token', 'checkout', '--shp', 'x'], "Unknown option '--shp'"],
  [['token', 'checkout', '--shop', 'https://x'], 'Not a shop domain: "https://x"'],
  [['token', 'checkout', '--customer', 'bob'], 'Nobody here is called "bob"'],
  [['token', 'checkout', '--claim', 'exp'], 'Not a claim: exp'],
  [['token', 'checkout', '--case', 'exp'], 'No case is called "exp"'],
  [['dev', 'no/such/folder'], 'no/such/folder'],
] as const) {
  test(`simhost ${args.join(' ')} is refused in one to three lines`, async () => {
    const {stdout, stderr, code} = await simhost([...args]);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });
}

for (const args of [['--help'], ['token', '--help'], ['dev', '--help']]) {
  test(`simhost ${args.join(' ')} helps`, async () => {
    expect((await simhost(args)).stdout).toContain('Usage: simhost');
  });
}
