import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect} from '@playwright/test';
import {PUBLISHED_MINIS_API_KEY} from 'simhost';
import {audit} from 'simhost/audit';
import {test} from './backend.fixture.ts';
import {simhost} from './cli.fixture.ts';

test('a backend that asks VTEX ID is audited with tokens of the platform that it asks', async ({
  backend,
  running,
}, testInfo) => {
  const idFile = testInfo.outputPath('simhost.id');
  const platform = await running.start(['serve', '--id-file', idFile]);
  const url = `${await backend('vtex-orders/server.js', {VTEX_BASE_URL: `${platform}/acme.vtexcommercestable.com.br`})}/api/orders`;

  const {stdout, code} = await simhost([
    'audit',
    url,
    '--profile',
    'vtex',
    '--platform',
    platform,
    '--id-file',
    idFile,
  ]);

  expect(stdout).toMatch(/^Clean /);
  expect(stdout).toMatch(/ cases: \d{3,} right, 0 wrong/);
  expect(code).toBe(0);

  const id = (await readFile(idFile, 'utf8')).trim();
  const report = await audit(url, {
    profile: 'vtex',
    platform: {url: platform, id},
    only: ['key-wrong', 'exp-past-60', 'http-missing'],
  });

  expect(report).toMatchObject({verdict: 'clean', counts: {passed: 3}});

  const wrong = await simhost(['audit', url, '--profile', 'vtex', '--platform', platform], {
    SIMHOST_ID: 'another',
  });

  expect(wrong.stderr).toContain('Its id has changed: each start has a new one.');
  expect(wrong.code).toBe(2);

  const alone = await backend('vtex-orders/server.js', {VTEX_BASE_URL: 'http://127.0.0.1:9'});
  const without = await simhost(['audit', `${alone}/api/orders`, '--profile', 'vtex']);

  expect(without.stdout).toContain('Likely cause: it asks the platform about the token');
  expect(without.code).toBe(2);
});

test('a backend that exchanges the tokens of a Mini is audited too', async ({backend, running}, testInfo) => {
  const idFile = testInfo.outputPath('simhost.id');
  const platform = await running.start(['serve', '--id-file', idFile]);
  const server = await backend('points/server.js', {
    SHOP_MINIS_API_KEY: PUBLISHED_MINIS_API_KEY,
    SHOP_MINIS_ADMIN_API: `${platform}/server.shop.app/minis/admin-api/alpha/graphql.json`,
  });

  const report = [
    'audit',
    `${server}/api/points`,
    '--profile',
    'shop-minis',
    '--platform',
    platform,
    '--id-file',
    idFile,
  ];

  const {stdout, code} = await simhost(report);

  expect(stdout).toMatch(/^Clean /);
  expect(code).toBe(0);
});

test('a finding about a token of a platform is sent again with that platform', async ({
  running,
}, testInfo) => {
  const idFile = testInfo.outputPath('simhost.id');
  const platform = await running.start(['serve', '--id-file', idFile]);
  const id = (await readFile(idFile, 'utf8')).trim();
  const server = http.createServer((request, response) =>
    response.writeHead(request.headers.authorization === undefined ? 401 : 200).end(),
  );

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/points`;
  const {findings} = await audit(url, {
    profile: 'shop-minis',
    platform: {url: platform, id},
    only: ['key-wrong', 'http-missing'],
  });

  expect(findings).toMatchObject([
    {
      case: 'key-wrong',
      curl: `npx simhost audit ${url} --profile shop-minis --platform ${platform} --only key-wrong`,
    },
  ]);

  const [, , ...args] = findings[0]?.curl.split(' ') ?? [];
  expect((await simhost(args, {SIMHOST_ID: id})).stdout).toMatch(/^critical +key-wrong {2}/m);
  server.closeAllConnections();
  server.close();
});
