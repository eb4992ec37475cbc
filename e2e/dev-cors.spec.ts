import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';

const BROKEN =
  'https://mirror.example.com=PREFLIGHT=no-authorization node fixtures/backends/mirror/server.js';
const DEV = ['dev', 'fixtures/extensions/styles/dom', '--backend', BROKEN];

test('a request with a refused preflight is not sent, until a typed line ends the hold to CORS', async ({
  running,
  page,
}) => {
  await page.goto(await running.start(DEV));
  expect(running.output()).not.toContain('Hold to CORS');
  await page.getByRole('button', {name: 'Ask the backend'}).click();

  await running.line(/^GET https:\/\/mirror\.example\.com\/api\/seen -> failed \(.*preflight refused/);
  await running.line('Access-Control-Allow-Headers lacks "authorization"');
  await running.line('TypeError: Failed to fetch');
  expect(running.output()).not.toContain('OPTIONS https://');
  await expect(page.getByText('Not asked yet')).toBeVisible();

  running.type('hold-to-cors off');
  await running.line('Hold to CORS is off');
  await page.getByRole('button', {name: 'Ask the backend'}).click();
  await expect(page.getByText('Backend saw gid://shopify/Customer/7001')).toBeVisible();
  await running.line('A browser would not send GET https://mirror.example.com/api/seen');

  running.type('hold-to-cors on');
  await running.line('Hold to CORS is on');
});

test('an option starts without the hold to CORS, and the first lines name it', async ({running, page}) => {
  await page.goto(await running.start([...DEV, '--no-hold-to-cors']));
  expect(running.output()).toContain('Hold to CORS is off');

  await page.getByRole('button', {name: 'Ask the backend'}).click();
  await expect(page.getByText('Backend saw gid://shopify/Customer/7001')).toBeVisible();
});
