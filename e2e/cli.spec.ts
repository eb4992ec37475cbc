import {expect} from '@playwright/test';
import jsonwebtoken from 'jsonwebtoken';
import {simhost, simhostLines, test} from './cli.fixture.ts';

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

test('cases lists the catalogue, and what is asked of it', async () => {
  const all = JSON.parse((await simhost(['cases', '--json'])).stdout) as readonly {id: string; expects: object}[];
  expect(all.length).toBeGreaterThan(200);
  expect(all.find(({id}) => id === 'alg-none')?.expects).toMatchObject({checkout: {verdict: 'refuse', statuses: [401]}});
  const {stdout} = await simhost(['cases', 'kid', 'path', '--profile', 'vtex']);
  expect(stdout).toContain('kid-traversal');
  expect(stdout).not.toContain('aud-wrong');
});

const REFUSED = [
  [['cases', '--profile', 'chekout'], 'No profile is called "chekout".\nDid you mean "checkout"?'],
  [['cases', 'exp-past-6 0'], 'Did you mean "exp-past-60"?'],
  [['tokn'], 'Unknown command "tokn".\nDid you mean "token"?'],
  [['token'], 'Which token?'],
  [['token', 'chekout'], 'No token is called "chekout"'],
  [['token', 'checkout', '--shp', 'x'], "Unknown option '--shp'"],
  [['token', 'checkout', '--shop', 'https://x'], 'Not a shop domain: "https://x"'],
  [['token', 'checkout', '--customer', 'bob'], 'Nobody here is called "bob"'],
  [['token', 'checkout', '--claim', 'exp'], 'Not a claim: exp'],
  [['token', 'checkout', '--case', 'exp'], 'No case is called "exp"'],
  [['token', 'checkout', '--secret', ''], "The app's clientSecret is empty"],
  [['dev', 'no/such/folder'], 'no/such/folder'],
  [['doctor', 'a', 'b'], 'Unexpected: b.'],
  [['doctor', '--backend', 'myapp.com'], 'Not a backend: myapp.com'],
  [['doctor', '--path', 'api'], 'Not a path: api'],
  [['doctor', '--jsn'], "Unknown option '--jsn'"],
  [['serve', 'here'], "Unexpected argument 'here'"],
  [['serve', '--prot', '80'], "Unknown option '--prot'"],
  [['serve', '--port', '80x'], 'Not a port: 80x'],
  [['serve', '--port', '70000'], 'Not a port: 70000'],
  [['serve', '--shop', 'acme'], 'Not a shop domain: "acme"'],
  [['serve', '--secret', ''], "The app's clientSecret is empty"],
  [['serve', '--customer', 'bob'], 'Nobody here is called "bob"'],
  [['serve', '--locale', '?'], 'Not a language tag: "?"'],
  [['serve', '--id-file', 'no/such/folder/id'], 'no/such/folder/id: ENOENT'],
  [['serve', '--id-file', 'package.json'], 'package.json exists and holds no id'],
] as const;

test('a wrong command line is refused in one to three lines', async () => {
  const outcomes = await simhostLines(REFUSED.map(([args]) => args));
  for (const [index, [args, message]] of REFUSED.entries()) {
    const line = args.join(' ');
    const {stdout, stderr, code} = outcomes[index] ?? {};
    expect.soft(stderr, line).toContain(message);
    expect.soft(stderr?.trim().split('\n').length, line).toBeLessThanOrEqual(3);
    expect.soft(stdout, line).toBe('');
    expect.soft(code, line).toBe(1);
  }
});

test('the exit code of the process says that a command line is refused', async () => {
  const {stderr, code} = await simhost(['tokn']);
  expect(stderr).toContain('Unknown command "tokn".');
  expect(code).toBe(1);
});

test('--help prints the usage of simhost and of each command', async () => {
  const lines = [[], ['token'], ['dev'], ['serve'], ['doctor']].map((command) => [...command, '--help']);
  for (const [index, {stdout}] of (await simhostLines(lines)).entries()) {
    expect.soft(stdout, lines[index]?.join(' ')).toContain('Usage: simhost');
  }
});
