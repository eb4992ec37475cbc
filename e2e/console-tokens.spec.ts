import {execFile} from 'node:child_process';
import {resolve} from 'node:path';
import {promisify} from 'node:util';
import type {Page} from '@playwright/test';
import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';

const LOYALTY = [
  'dev',
  'fixtures/extensions/loyalty',
  '--port',
  '0',
  '--backend',
  'https://loyalty.example.com=node fixtures/backends/loyalty/server.js',
];

const SIMHOST = `node "${resolve('dist/cli/simhost.js')}"`;
const SECRET = 'secret-of-the-tokens-test';

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('the Tokens panel lists what was given out, decodes it, and copies it by a click alone', async ({
  running,
  page,
  context,
}) => {
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/.simhost/console')) return;
    socket.on('framereceived', ({payload}) => frames.push(String(payload)));
  });

  const address = await running.startWithConsole([...LOYALTY, '--case', 'exp-past-60'], {
    SHOPIFY_API_SECRET: SECRET,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(address).origin});
  await page.goto(address);
  await page.getByRole('button', {name: /401 GET \/api\/points/}).click();

  // From a request to its token.
  const details = page.getByRole('region', {name: /^Details of request/});
  await details.getByRole('button', {name: /^Token \d+$/}).click();
  await expect(page).toHaveURL(/\/tokens\/\d+$/);
  const detail = page.getByRole('article', {name: /^Token \d+$/});
  await expect(detail.getByText('broken by exp-past-60')).toBeVisible();
  await expect(detail.locator('.claims > div').first()).toHaveClass('bad');
  await expect(detail.locator('.claims > div').first()).toContainText(/^exp.*expired .* ago$/);

  const list = page.getByRole('list', {name: 'Tokens'});
  const row = list.getByRole('button', {name: /Ada Lovelace exp-past-60.*customer-account, sent/});
  await expect(row).toHaveAttribute('aria-current', 'true');
  await expect(row.getByRole('img', {name: 'expired'})).toBeVisible();

  // The whole token comes only by the click, and the terminal says so.
  expect(frames.join('\n')).not.toMatch(/eyJ/);
  await detail.getByRole('button', {name: 'Copy the whole token'}).dispatchEvent('click');
  await detail.getByRole('button', {name: 'Copy the whole token'}).click();
  await expect.poll(() => clipboard(page)).toMatch(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);
  await running.line(/The console has copied token \d+\./);
  expect(running.output().match(/has copied token/g)).toHaveLength(1);
  expect(await page.content()).not.toContain((await clipboard(page)).slice(0, 40));
  expect(running.output()).not.toMatch(/eyJ/);

  // The command mints such a token; the secret is taken from the environment.
  await detail.getByRole('button', {name: 'Copy command'}).click();
  await expect.poll(() => clipboard(page)).toContain('npx simhost token customer-account');
  const command = await clipboard(page);
  expect(command).not.toContain(SECRET);
  const {stdout} = await promisify(execFile)('sh', ['-c', command.replaceAll('npx simhost', SIMHOST)], {
    env: {...process.env, SHOPIFY_API_SECRET: SECRET},
  });
  expect(stdout).toMatch(/^eyJ/);
  expect(frames.join('\n')).not.toContain(SECRET);

  // Back to the request, and through the list by keys.
  await detail
    .getByRole('button', {name: /^#\d+$/})
    .first()
    .click();
  await expect(page.getByRole('article', {name: /^Request \d+$/})).toBeVisible();
  await page.getByRole('tab', {name: 'Tokens'}).click();
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(detail).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(detail).toHaveCount(0);
});
