// The doors of a Mini that are no fixture: documentation, `simhost serve`, `simhost dev`.
import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import {createSimulation} from 'simhost';
import {test as cliTest} from './cli.fixture.ts';
import {codeBlocks} from './code-blocks.ts';
import {freePort} from '../harness/node/server/free-port.ts';
import {runSpecs} from './inner-run.ts';
import {writeMinis} from './written-mini.ts';

const test = cliTest.extend<{start: (env: Record<string, string>) => Promise<string>}>({
  // The sample backend as a separate program, on a port that it was free to choose.
  start: async ({}, use) => {
    let child: ChildProcess | undefined;
    await use(async (env) => {
      const port = await freePort();
      child = spawn(process.execPath, ['fixtures/backends/points/server.js'], {
        env: {...process.env, ...env, PORT: String(port)},
        stdio: 'inherit',
      });

      const address = `http://127.0.0.1:${port}`;
      await expect
        .poll(() =>
          fetch(address).then(
            () => true,
            () => false,
          ),
        )
        .toBe(true);

      return address;
    });

    child?.kill();
  },
});

test.setTimeout(240_000);

const BACKEND = `node "${resolve('fixtures/backends/points/server.js')}"`;

test('the tests of docs/minis.md pass', async ({}, testInfo) => {
  const [spec = ''] = codeBlocks(await readFile('docs/minis.md', 'utf8'), 'ts');
  const shown = spec
    .replaceAll("'minis/points'", `'${resolve('fixtures/minis/points')}'`)
    .replace('node server.js', BACKEND);
  const {stdout} = await runSpecs(testInfo.outputPath('suite'), {'points.spec.ts': shown});
  expect(stdout).toContain('2 passed');
});

test('the same backend gets the same from simhost serve, by one base URL', async ({
  running,
  start,
}, testInfo) => {
  const idFile = testInfo.outputPath('id');
  const base = await running.start(['serve', '--client-id', 'points-mini', '--id-file', idFile]);
  const key = /Minis key +(\S+)/.exec(await running.line('Minis key'))?.[1] ?? '';
  const id = (await readFile(idFile, 'utf8')).trim();

  const steer = async (what: string, body: object): Promise<Record<string, string>> => {
    const headers = {authorization: `Bearer ${id}`, 'content-type': 'application/json'};
    const response = await fetch(`${base}/.simhost/${what}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });

    return (await response.json()) as Record<string, string>;
  };

  const address = await start({
    SHOP_MINIS_API_KEY: key,
    SHOP_MINIS_ADMIN_API: `${base}/server.shop.app/minis/admin-api/alpha/graphql.json`,
  });

  const ask = async (token: string | undefined): Promise<unknown> => {
    const response = await fetch(`${address}/api/points`, {headers: {authorization: `Bearer ${token}`}});
    return [response.status, await response.json()];
  };

  const {token} = await steer('mint', {kind: 'shop-minis', customer: 'ada'});

  expect(await ask(token)).toEqual([
    200,
    {user: expect.stringMatching(/^[\da-f-]{36}$/) as unknown, points: 120},
  ]);

  const {token: guest} = await steer('mint', {kind: 'shop-minis', customer: 'guest'});
  expect(await ask(guest)).toEqual([200, {user: null, points: 0}]);
  const {token: wrong} = await steer('mint', {kind: 'shop-minis', case: 'aud-wrong'});
  expect(await ask(wrong)).toEqual([401, {error: 'INVALID_MINI'}]);
  const {token: stale} = await steer('mint', {kind: 'shop-minis', customer: 'bea'});
  await steer('clock', {advance: '24h'});
  expect(await ask(stale)).toEqual([401, {error: 'TOKEN_EXPIRED'}]);
  await running.line('userTokenVerify answered TOKEN_EXPIRED');
  expect(running.output()).not.toMatch(/eyJ/);
});

test('a token of another process is one for the platform here', async () => {
  const {stdout} = await promisify(execFile)(process.execPath, [
    'dist/cli/simhost.js',
    'token',
    'shop-minis',
    '--client-id',
    'points-mini',
  ]);

  const simulation = createSimulation({app: {clientId: 'points-mini'}});
  expect(simulation.inspect(new Headers({authorization: `Bearer ${stdout.trim()}`}))?.claims).toMatchObject({
    aud: 'points-mini',
    user_state: 'VERIFIED',
  });
});

test('simhost dev shows a Mini by its own dev server', async ({running, page}, testInfo) => {
  await writeMinis(testInfo.outputPath('project'), ['mini']);
  const url = await running.start([
    'dev',
    testInfo.outputPath('project/mini'),
    '--port',
    '0',
    '--backend',
    `https://points.loyalty-sample.com=${BACKEND}`,
  ]);

  await page.goto(url);
  const mini = page.frameLocator('iframe');
  await expect(mini.getByRole('heading', {name: '120 points'})).toBeVisible({timeout: 60_000});
  expect(page.url()).not.toContain('simhost=');
  await running.line('https://points.loyalty-sample.com/api/points -> 200');
  await running.line('https://server.shop.app/minis/admin-api/alpha/graphql.json -> 200');
  await page.reload();
  await expect(mini.getByRole('heading', {name: '120 points'})).toBeVisible({timeout: 60_000});
  const {origin} = new URL(url);
  const refused = await fetch(`${origin}/.simhost/page`, {
    method: 'POST',
    body: JSON.stringify({type: 'call', action: 'generateUserToken'}),
  });

  expect(refused.status).toBe(403);
  expect(running.output()).not.toMatch(/eyJ[\w-]+\./);
});
