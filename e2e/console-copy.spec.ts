import {execFile} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {promisify} from 'node:util';
import type {Page} from '@playwright/test';
import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {writeExtension} from './written-extension.ts';

const SHARE = `export default () => {
  const button = document.createElement('s-button');
  button.append('Share');
  button.addEventListener('click', async () => {
    const token = await shopify.sessionToken.get();
    const headers = {Authorization: 'Bearer ' + token, 'Content-Type': 'application/json'};
    await fetch('https://share.example/share', {method: 'POST', headers, body: '{"friend": "bea"}'});
    console.warn('shared late');
    shopify.toast.show('Shared');
    shopify.toast.show(token);
  });
  document.body.append(button);
};
`;

const BACKEND = `
import {createServer} from 'node:http';
import {jwtVerify} from 'jose';

const secret = new TextEncoder().encode(process.env.SHOPIFY_API_SECRET);
const cors = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'Authorization, Content-Type'};
createServer(async (request, response) => {
  if (request.method === 'OPTIONS') return response.writeHead(204, cors).end();

  const body = (await request.toArray()).join('');
  const token = (request.headers.authorization ?? '').replace('Bearer ', '');
  const status = await jwtVerify(token, secret, {audience: process.env.SHOPIFY_API_KEY}).then(() => 200, () => 401);
  response.writeHead(status, cors).end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('what the console copies: a test, a shell line that runs, and the line of a call', async ({
  running,
  page,
  context,
}, testInfo) => {
  const folder = await writeExtension('customer-account.order-status.block.render', SHARE, testInfo, {
    toml: '  [extensions.capabilities]\n  network_access = true\n',
  });
  await mkdir(testInfo.outputPath('.'), {recursive: true});
  await writeFile(testInfo.outputPath('server.mjs'), BACKEND);

  const backend = `https://share.example=node "${testInfo.outputPath('server.mjs')}"`;
  const command = ['dev', folder, '--port', '0', '--backend', backend];
  const address = await running.startWithConsole(command, {SHOPIFY_API_SECRET: SECRET});
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(address).origin});
  await page.goto(address);
  await page.frameLocator('iframe').getByRole('button', {name: 'Share'}).click();

  const row = page.getByRole('button', {name: /200 POST \/share/});
  await row.click();
  await expect(page.getByRole('button', {name: 'Copy as curl'})).toBeEnabled();
  await page.keyboard.press('c');
  await expect.poll(() => clipboard(page)).toContain("import {test, expect} from 'simhost/playwright';");
  expect(await clipboard(page)).toContain("await extension.getByRole('button', {name: 'Share'}).click();");

  await page.getByRole('button', {name: 'Copy as curl'}).click();
  await expect(page.getByRole('button', {name: 'Copied'})).toBeVisible();
  const line = await clipboard(page);
  expect(line).not.toMatch(/eyJ/);
  const {stdout} = await promisify(execFile)('sh', ['-c', line.replaceAll('npx simhost', SIMHOST)], {
    env: {...process.env, SHOPIFY_API_SECRET: SECRET},
  });
  expect(stdout).toContain('HTTP/1.1 200 OK');
  expect(stdout).toContain('{"friend": "bea"}');

  await page.getByRole('tab', {name: 'Requests'}).press('ArrowLeft');
  await expect(page.getByRole('tab', {name: 'Calls & logs'})).toBeFocused();
  await expect(page).toHaveURL(/\/calls/);
  await expect(page.getByRole('button', {name: /^Log shared late/})).toBeVisible();

  await page.getByRole('button', {name: /^Call toast\.show\("Shared"\)/}).click();
  await page.keyboard.press('c');
  const call = "await expect(host.calls).toHaveCall('toast.show', ['Shared']);\n";
  await expect.poll(() => clipboard(page)).toBe(call);

  // Everything else that is copied, and nothing of it holds a token, a secret or the id of the address.
  const copied = [line, call];
  const copy = async (act: () => Promise<void>): Promise<void> => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await act();
    await expect.poll(() => clipboard(page)).not.toBe('');
    copied.push(await clipboard(page));
  };

  const calls = page.getByRole('button', {name: /^Call toast\.show/});
  await calls.last().click();
  await copy(() => calls.last().press('c'));
  expect(copied.at(-1)).toContain("toHaveCall('toast.show', [");
  await page.getByRole('tab', {name: 'Requests'}).click();
  await row.click();
  await copy(() => row.press('c'));
  await page.getByRole('tab', {name: 'Tokens'}).click();
  await page.getByRole('button', {name: /customer-account/}).click();
  await copy(() => page.getByRole('button', {name: 'Copy command'}).click());
  await page.getByRole('tab', {name: 'Situation'}).click();
  await copy(() => page.getByRole('button', {name: 'Copy as test'}).click());
  await copy(() => page.getByRole('button', {name: 'Copy as command'}).click());

  const all = copied.join('\n');
  expect(all).not.toMatch(/eyJ/);
  expect(all).not.toContain(SECRET);
  expect(all).not.toContain(new URL(address).hash.slice(1));
});

const SECRET = 'secret-of-the-copy-test';
const SIMHOST = `node "${resolve('dist/cli/simhost.js')}"`;
