import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdir} from 'node:fs/promises';
import {text} from 'node:stream/consumers';
import {expect} from '@playwright/test';
import jsonwebtoken from 'jsonwebtoken';
import {simhost, test} from './cli.fixture.ts';

for (const kind of ['checkout', 'customer-account']) {
  test(`token ${kind} prints one token and a newline, signed with the credentials given`, async () => {
    const {stdout, stderr} = await simhost([
      'token',
      kind,
      '--client-id',
      'key',
      '--secret',
      'secret',
      '--shop',
      'other.myshopify.com',
    ]);

    expect(stderr).toBe('');
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(
      jsonwebtoken.verify(stdout.trim(), 'secret', {audience: 'key', algorithms: ['HS256']}),
    ).toMatchObject({
      dest: 'other.myshopify.com',
    });
  });
}

test('credentials come from the environment where no flag gives them', async () => {
  const {stdout} = await simhost(['token', 'checkout'], {
    SHOPIFY_API_KEY: 'env-key',
    SHOPIFY_API_SECRET: 'env-secret',
  });
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

  const {token, header, claims} = JSON.parse(stdout) as {
    token: string;
    header: object;
    claims: {exp: number; iat: number};
  };

  expect(token.split('.')).toHaveLength(3);
  expect(header).toEqual({alg: 'HS256', typ: 'JWT'});
  expect(claims).toMatchObject({sub: 'gid://shopify/Customer/5', extra: {a: 1}});
  expect(claims.exp - claims.iat).toBe(300);
});

test('cases lists the catalogue, and what is asked of it', async () => {
  const all = JSON.parse((await simhost(['cases', '--json'])).stdout) as readonly {
    id: string;
    expects: object;
  }[];

  expect(all.length).toBeGreaterThan(200);
  expect(all.find(({id}) => id === 'alg-none')?.expects).toMatchObject({
    checkout: {verdict: 'refuse', statuses: [401]},
  });

  const {stdout} = await simhost(['cases', 'kid', 'path', '--profile', 'vtex']);
  expect(stdout).toContain('kid-traversal');
  expect(stdout).not.toContain('aud-wrong');
});

for (const [args, message] of [
  [['tokn'], 'Unknown command "tokn".\nDid you mean "token"?'],
  [
    ['token', 'checkout', '--shp', 'x'],
    'simhost token has no option --shp.\nDid you mean "--shop"? Known: --shop, ',
  ],
  [['help', 'tokn'], 'Unknown command "tokn".\nDid you mean "token"?'],
] as const) {
  test(`simhost ${args.join(' ')} is refused in one to three lines`, async () => {
    const {stdout, stderr, code} = await simhost(args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });
}

test('init shows as a diff what it would write, and writes nothing', async () => {
  const folder = 'fixtures/extensions/loyalty';
  const before = await readdir(folder);
  const {stdout, stderr, code} = await simhost(['init', folder, '--dry-run']);

  expect(code, stderr).toBe(0);
  expect(stdout).toContain('+++ b/playwright.config.ts');
  expect(stdout).toContain("+  const extension = await host.mount('.');");
  expect(await readdir(folder)).toEqual(before);
});

test('init asks nothing without a terminal, and says how to go on', async () => {
  const {stderr, code} = await simhost(['init', 'fixtures/extensions/loyalty']);
  expect(code).toBe(1);
  expect(stderr).toContain('Run simhost init --yes, or see what it would do by simhost init --dry-run.');
});

test('simhost help and --version answer, and help of a command is that of its --help', async () => {
  const [help, ofCommand, ofOption, version] = await Promise.all(
    [['help'], ['help', 'token'], ['token', '--help'], ['--version']].map((args) => simhost(args)),
  );

  expect(help?.stdout).toContain('Usage: simhost <command>');
  expect(ofCommand?.stdout).toContain('Usage: simhost token <kind>');
  expect(ofOption?.stdout).toBe(ofCommand?.stdout);
  expect(version?.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect([help, ofCommand, ofOption, version].map((outcome) => outcome?.code)).toEqual([0, 0, 0, 0]);
});

test('a reader that stops early, such as head, gets no stack', async () => {
  const piped = spawn('sh', ['-c', `"${process.execPath}" dist/cli/simhost.js doctor | head -n 1`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([text(piped.stdout), text(piped.stderr), once(piped, 'close')]);
  expect(output).toMatch(/^ok +node .*\n$/);
  expect(errors).toBe('');
});
