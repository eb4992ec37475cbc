import {mkdir} from 'node:fs/promises';
import {relative} from 'node:path';
import {type Page, expect} from '@playwright/test';
import {freePort} from '../harness/node/server/free-port.ts';
import {test} from './cli.fixture.ts';
import {expectWellMade} from './console-checks.ts';
import {writeSmallMini} from './small-mini.ts';
import {writeMinis} from './written-mini.ts';

const BACKEND = 'https://points.loyalty-sample.com=node fixtures/backends/points/server.js';

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

// A dev server, a build and axe on a busy machine.
test.setTimeout(240_000);

test('the console shows a Mini on its phone, and says which line sent a request', async ({
  running,
  page,
  context,
}, testInfo) => {
  await page.setViewportSize({width: 1440, height: 900});
  await writeMinis(testInfo.outputPath('project'), ['points']);
  const folder = relative('.', testInfo.outputPath('project/points'));
  const address = await running.startWithConsole(['dev', folder, '--port', '0', '--backend', BACKEND]);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(address).origin});
  await page.goto(address);
  const heading = page.frameLocator('iframe').frameLocator('iframe').getByRole('heading');
  // The first load waits until Vite has bundled the dependencies of the Mini.
  await expect(heading).toHaveText('120 points', {timeout: 120_000});

  const strip = page.getByRole('toolbar', {name: 'The situation'});
  const rows = page.getByRole('list', {name: 'Requests'}).getByRole('button');
  await expect(rows.filter({hasText: '/api/points'}).first()).toBeVisible();
  await expect(strip.getByRole('button', {name: /Hold to CORS/})).toHaveCount(0);
  await expect(page.getByRole('button', {name: 'Outline the extension'})).toHaveCount(0);

  await rows.filter({hasText: '/api/points'}).first().click();
  await expect(page.getByText('Sent by src/App.tsx:14:30.')).toBeVisible();
  await expect(page.getByRole('article').getByText('right key')).toBeVisible();
  await page.keyboard.press('Escape');

  await test.step('a request is copied as curl, what the page shows as a test, and the situation as a command', async () => {
    await rows.filter({hasText: '/api/points'}).first().click();
    await page.getByRole('button', {name: 'Copy as curl'}).click();
    await expect.poll(() => clipboard(page)).toContain('npx simhost token shop-minis');
    expect(await clipboard(page)).not.toMatch(/eyJ/);

    await page.getByRole('tab', {name: /^Situation/}).click();
    await page.getByRole('button', {name: 'Copy as test'}).click();
    await expect.poll(() => clipboard(page)).toContain(`await mini.open('${folder}');`);
    await page.getByRole('button', {name: 'Copy as command'}).click();
    await expect.poll(() => clipboard(page)).toContain(`npx simhost dev ${folder}`);
    // It is for extensions, and the command would refuse it.
    expect(await clipboard(page)).not.toContain('--no-hold-to-cors');
    await page.getByRole('tab', {name: /^Requests/}).click();
  });

  await test.step('the clock of the page moves', async () => {
    const frame = page.frames().at(-1);
    const year = (): Promise<number> | undefined => frame?.evaluate(() => new Date().getFullYear());
    running.type('set 2031-01-01T00:00:00Z');
    await expect.poll(year).toBe(2031);
    await expect(rows.filter({hasText: 'Clock moved on'})).toHaveCount(0);
    await expect(page.getByRole('list', {name: 'Requests'}).getByText(/^Clock moved on/)).toBeVisible();
  });

  await test.step('Reset brings the clock back, and a line restarts the Mini', async () => {
    await strip.getByRole('button', {name: /^Reset/}).click();
    await expect(strip.getByRole('button', {name: /^Reset/})).toHaveCount(0);
    // The line is printed once the Mini is asked to load again. Its frame still has the former document.
    const loaded = page.waitForEvent('framenavigated', (frame) => frame === page.frames().at(-1));
    running.type('restart');
    await running.line('The Mini starts again.');
    await loaded;
    await expect(heading).toHaveText('120 points');
    running.type('target');
    await running.line('target is for extensions, and this page shows a Mini.');
  });

  await test.step('calls and lines of the console are listed', async () => {
    await page
      .frames()
      .at(-1)
      ?.evaluate(() => console.warn('low on points'));
    await page.getByRole('tab', {name: 'Calls & logs'}).click();
    await expect(page.getByText('generateUserToken').first()).toBeVisible();
    await expect(page.getByText('low on points')).toBeVisible();
  });

  await expectWellMade(page);
});

test('after a kill the tab shows the Mini again, and "As before" brings back user, consent and clock', async ({
  running,
  page,
}, testInfo) => {
  await page.setViewportSize({width: 1440, height: 900});
  // Each folder has one address, which stays after a restart.
  const folder = testInfo.outputPath('mini');
  await mkdir(`${folder}/node_modules`, {recursive: true});
  await writeSmallMini(folder, []);
  const command = ['dev', folder, '--port', String(await freePort())];
  const address = await running.startWithConsole(command);
  await page.goto(address);
  const heading = page.frameLocator('iframe').frameLocator('iframe').getByRole('heading');
  await expect(heading).toHaveText('Written');

  const strip = page.getByRole('toolbar', {name: 'The situation'});
  await page.getByRole('tab', {name: /^Situation/}).click();
  const consent = page.getByRole('combobox', {name: 'Consent'});
  await expect(consent.getByRole('option', {selected: true})).toHaveText('Allowed: openid');
  await consent.selectOption('Not allowed');
  const customer = page.getByRole('group', {name: 'Customer'});
  await customer.getByRole('button', {name: /^Bea Byron/}).click();
  running.type('advance 6m');
  await expect(strip.getByRole('button', {name: 'Reset 3'})).toBeVisible();

  await running.kill();
  await expect(page.getByText('simhost has stopped.')).toBeVisible();
  expect(await running.startWithConsole(command)).toBe(address);
  await page.getByRole('button', {name: /^As before: /}).click();
  await expect(strip.getByRole('button', {name: /^Signed in: Bea/})).toBeVisible();
  await expect(strip.getByRole('button', {name: 'Reset 3'})).toBeVisible();
  await expect(consent).toHaveValue('declined');
  await expect(heading).toHaveText('Written');

  await strip.getByRole('button', {name: 'Reset 3'}).click();
  await expect(consent).toHaveValue('granted');
});
