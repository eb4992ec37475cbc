import {execFile} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readFile, stat} from 'node:fs/promises';
import {createServer, request as httpRequest} from 'node:http';
import type {AddressInfo} from 'node:net';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import jsonwebtoken from 'jsonwebtoken';
import {hasPython, PYTHON} from '../harness/core/cases/python.fixture.ts';
import {simhost, test} from './cli.fixture.ts';
import {codeBlocks} from './code-blocks.ts';

const GRAPHQL = '/shopify.com/548380009/account/customer/api/unstable/graphql';

/** A client in another language: asks an endpoint, the health route and the control routes; prints what it got. */
const CLIENT = `
import json, sys, urllib.error, urllib.request
base, id = sys.argv[1], open(sys.argv[2]).read().strip()
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
def ask(path, body=None, **headers):
    data = None if body is None else json.dumps(body).encode()
    try:
        with opener.open(urllib.request.Request(base + path, data, {'Content-Type': 'application/json', **headers})) as answer:
            return [answer.status, json.load(answer)]
    except urllib.error.HTTPError as error:
        return [error.code, json.load(error)]
with_id = {'Authorization': 'Bearer ' + id}
frozen = ask('/.simhost/clock', {'freeze': '2027-01-01T00:00:00Z'}, **with_id)
minted = ask('/.simhost/mint', {'kind': 'checkout', 'customer': 'bea'}, **with_id)
ask('/.simhost/arm', {'case': 'key-wrong'}, **with_id)
print(json.dumps({
    'health': ask('/.simhost/health'),
    'endpoint': ask('${GRAPHQL}', {'query': '{ __typename }'}, Authorization='Bearer ' + minted[1]['token']),
    'refused': ask('/.simhost/mint', {'kind': 'checkout'}),
    'frozen': frozen, 'minted': minted, 'wrong': ask('/.simhost/mint', {'kind': 'checkout'}, **with_id),
}))
`;

test('a Python client asks the platform, mints, moves the clock and arms a case', async ({
  running,
}, testInfo) => {
  test.skip(!(await hasPython()), 'needs python3');
  const idFile = testInfo.outputPath('id');

  const base = await running.start([
    'serve',
    '--client-id',
    'key',
    '--secret',
    'a-secret-of-the-app',
    '--id-file',
    idFile,
  ]);

  expect((await stat(idFile)).mode & 0o777).toBe(0o600);
  const id = (await readFile(idFile, 'utf8')).trim();

  const {stdout} = await promisify(execFile)(PYTHON, ['-c', CLIENT, base, idFile]);
  const got = JSON.parse(stdout) as Record<string, [number, {token: string; hosts: string[]}]>;

  expect(got['health']).toEqual([
    200,
    {
      status: 'ok',
      version: expect.any(String) as unknown,
      hosts: expect.arrayContaining(['shopify.com', 'acme.myshopify.com']) as unknown,
    },
  ]);

  expect(got['endpoint']).toMatchObject([401, {errors: [{message: 'Unauthorized'}]}]);
  expect(got['refused']).toMatchObject([401, {code: 'ERR_NOT_ALLOWED'}]);
  const at = Date.parse('2027-01-01T00:00:00Z');
  expect(got['frozen']).toEqual([200, {now: at, frozen: true}]);
  const check = {audience: 'key', algorithms: ['HS256' as const], clockTimestamp: at / 1000};
  const token = got['minted']?.[1].token ?? '';

  expect(jsonwebtoken.verify(token, 'a-secret-of-the-app', check)).toMatchObject({
    sub: 'gid://shopify/Customer/7002',
    iat: at / 1000,
  });

  expect(() => jsonwebtoken.verify(got['wrong']?.[1].token ?? '', 'a-secret-of-the-app', check)).toThrow(
    'invalid signature',
  );

  expect(await running.line(`POST https:/${GRAPHQL} -> 401`)).toContain('sub gid://shopify/Customer/7002');
  await running.line('POST /.simhost/mint -> 200');
  expect(running.output()).not.toMatch(/eyJ/);
  expect(running.output()).not.toContain('a-secret-of-the-app');
  expect(running.output()).not.toContain(id);

  await running.stop();
  await expect(stat(idFile)).rejects.toThrow('ENOENT');
});

test('the command and the script of docs/serve.md work together', async ({running}, testInfo) => {
  const page = await readFile('docs/serve.md', 'utf8');
  const [command = ''] = codeBlocks(page, 'sh');
  const [script = ''] = codeBlocks(page, 'python');
  const args = command.trim().replace('npx simhost ', '').replace('4321', '0').split(' ');
  await mkdir(testInfo.outputDir, {recursive: true});
  const base = await running.start(
    args.map((arg) => (arg === 'simhost.id' ? testInfo.outputPath(arg) : arg)),
  );

  const source = `${script.replace('http://127.0.0.1:4321', base)}\nprint(token)`;
  const {stdout} = await promisify(execFile)('/usr/bin/python3', ['-c', source], {cwd: testInfo.outputDir});
  expect(jsonwebtoken.decode(stdout.trim())).toMatchObject({sub: 'gid://shopify/Customer/7002'});
});

test('both GraphQL APIs answer with the tokens of the environment and of the signed-in customer', async ({
  running,
}, testInfo) => {
  const idFile = testInfo.outputPath('id');
  const base = await running.start(['serve', '--id-file', idFile], {
    PRIVATE_STOREFRONT_API_TOKEN: 'shpat_a-token-of-mine',
  });

  const storefront = `${base}/acme.myshopify.com/api/2026-04/graphql.json`;
  const query = '{ shop { name } menu(handle: "main-menu") { title } }';
  expect(
    await askGraphQL(storefront, query, {'Shopify-Storefront-Private-Token': 'shpat_a-token-of-mine'}),
  ).toEqual({
    data: {shop: {name: 'Acme Outfitters'}, menu: {title: 'Main menu'}},
  });
  expect(await askGraphQL(storefront, query)).toMatchObject({
    errors: [{extensions: {code: 'ACCESS_DENIED'}}],
  });

  const authorization = `Bearer ${(await readFile(idFile, 'utf8')).trim()}`;
  const issued = await fetch(`${base}/.simhost/customer-access-token`, {
    method: 'POST',
    headers: {authorization},
    body: '{}',
  });
  const {token} = (await issued.json()) as {token: string};
  const account = `${base}/shopify.com/548380009/account/customer/api/2026-04/graphql`;
  expect(await askGraphQL(account, '{ customer { displayName } }', {Authorization: token})).toMatchObject({
    data: {customer: {displayName: 'Ada Lovelace'}},
  });

  await running.line(/storefront +\w+ \(public\), PRIVATE_STOREFRONT_API_TOKEN \(private\)/);
  expect(running.output()).not.toContain('shpat_a-token-of-mine');
  expect(running.output()).not.toContain(token);
});

async function askGraphQL(
  url: string,
  query: string,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json', ...headers},
    body: JSON.stringify({query}),
  });

  return response.json();
}

test('it tells its base URL, its hosts and which credentials are in use', async ({running}) => {
  const base = await running.start(['serve', '--shop', 'other.myshopify.com'], {
    SHOPIFY_API_SECRET: 'a-secret-of-the-app',
  });

  await running.line(`${base}/shopify.com/…`);
  await running.line(`${base}/other.myshopify.com/…`);
  await running.line(/client id +the published test value/);
  await running.line(/secret +SHOPIFY_API_SECRET/);
  await running.line(/id +[\da-f-]{36}$/);
  expect(running.output()).not.toContain('a-secret-of-the-app');
});

test('a port in use is said by name, and the id of the one that has it stays', async ({
  running,
}, testInfo) => {
  const idFile = testInfo.outputPath('id');
  const {port} = new URL(await running.start(['serve', '--id-file', idFile]));
  const id = await readFile(idFile, 'utf8');
  const {stderr, stdout, code} = await simhost(['serve', '--port', port, '--id-file', idFile]);

  expect(stderr).toContain(`Port ${port} is in use`);
  expect(stderr).toContain('--port');
  expect(stdout).toBe('');
  expect(code).toBe(1);
  expect(await readFile(idFile, 'utf8')).toBe(id);
});

test('a foreign page reads and mints nothing, even if it knew the id', async ({running, page}) => {
  const base = await running.start(['serve']);
  const id = /[\da-f-]{36}$/.exec(await running.line(/ id +[\da-f-]{36}$/))?.[0] ?? '';
  const foreign = createServer((_message, out) => out.setHeader('content-type', 'text/html').end('')).listen(
    0,
    '127.0.0.1',
  );

  await once(foreign, 'listening');
  await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);

  const ask = (path: string, init: RequestInit): Promise<string> =>
    page.evaluate(
      ([url, options]) =>
        fetch(url, options).then(
          async (response) => `${response.type} ${await response.text()}`,
          () => 'refused',
        ),
      [`${base}${path}`, init] as const,
    );

  expect(await ask('/.simhost/health', {})).toBe('refused');
  expect(
    await ask('/.simhost/mint', {
      method: 'POST',
      body: '{"kind":"checkout"}',
      headers: {authorization: `Bearer ${id}`},
    }),
  ).toBe('refused');

  expect(await ask('/.simhost/mint', {method: 'POST', body: '{"kind":"checkout"}', mode: 'no-cors'})).toBe(
    'opaque ',
  );

  await running.line('POST /.simhost/mint -> 403');
  expect(running.output()).not.toContain('-> 200');
  foreign.closeAllConnections();
  foreign.close();
});

test('a rebound name gets 403', async ({running}) => {
  const {port} = new URL(await running.start(['serve']));
  const status = await new Promise((resolve, reject) => {
    const request = httpRequest(
      {host: '127.0.0.1', port, path: '/.simhost/health', headers: {host: `evil.example:${port}`}},
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );

    request.on('error', reject);
    request.end();
  });

  expect(status).toBe(403);
});
