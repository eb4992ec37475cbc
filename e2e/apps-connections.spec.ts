import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect, test} from 'simhost/playwright';
import {runSpecs} from './inner-run.ts';
import {readNetLog} from './net-log.ts';

const APP_URL = 'https://product-desk.example.com';

const LOOPBACK = /^(?:127\.0\.0\.1|::1|localhost)$|^(?:127\.0\.0\.1|\[::1\]):\d+$/;

const SPEC = `
import {expect, test} from 'simhost/playwright';

test('the app is opened', async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Latest product'})).toBeVisible();
});
`;

test('browser, server and test of an embedded app connect to this machine only', async ({}, testInfo) => {
  testInfo.setTimeout(180_000);
  const folder = testInfo.outputPath('inner');
  const [netLog, connections] = [testInfo.outputPath('net-log.json'), testInfo.outputPath('connections.txt')];
  const recorder = pathToFileURL(resolve('e2e/connection-recorder.mjs')).href;

  const {stdout} = await runSpecs(
    folder,
    {'app.spec.ts': SPEC},
    {
      use: {
        app: {clientId: 'key', clientSecret: 'secret of the inner app', url: APP_URL},
        backends: {[APP_URL]: {command: 'npm start', cwd: resolve('fixtures/apps/router-app')}},
        launchOptions: {args: [`--log-net-log=${netLog}`]},
      },
      env: {NODE_OPTIONS: `--import ${recorder}`, CONNECTIONS_FILE: connections},
    },
  );
  expect(stdout).toContain('1 passed');

  const ofBrowser = readNetLog(await readFile(netLog, 'utf8'));
  const ofNode = (await readFile(connections, 'utf8')).trim().split('\n');
  expect(ofBrowser.connections.length, 'connections of the browser').toBeGreaterThan(0);
  expect(ofNode.length, 'connections of the server and the test').toBeGreaterThan(0);

  const outside = [...ofBrowser.connections, ...ofNode].filter((address) => !LOOPBACK.test(address));
  expect({outside, lookups: ofBrowser.lookups, packets: ofBrowser.packets}).toEqual({
    outside: [],
    lookups: [],
    packets: 0,
  });
});
