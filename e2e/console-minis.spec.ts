import {resolve} from 'node:path';
import {type Page, expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {expectWellMade} from './console-checks.ts';
import {runSpecs} from './inner-run.ts';

const BACKEND = 'https://points.loyalty-sample.com=node fixtures/backends/points/server.js';
const MINI = ['dev', 'fixtures/minis/points', '--port', '0', '--backend', BACKEND];

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

// A dev server, a build and axe on a busy machine.
test.setTimeout(240_000);

test('the console shows a Mini on its phone, and says which line sent a request', async ({
  running,
  page,
  context,
}, testInfo) => {
  await page.setViewportSize({width: 1440, height: 900});
  const address = await running.startWithConsole(MINI);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(address).origin});
  await page.goto(address);
  const heading = page.frameLocator('iframe').frameLocator('iframe').getByRole('heading');
  await expect(heading).toHaveText('120 points', {timeout: 30_000});

  const strip = page.getByRole('toolbar', {name: 'The situation'});
  const rows = page.getByRole('list', {name: 'Requests'}).getByRole('button');
  await expect(rows.filter({hasText: '/api/points'}).first()).toBeVisible();
  await expect(strip.getByRole('button', {name: /Hold to CORS/})).toHaveCount(0);
  await expect(page.getByRole('button', {name: 'Outline the extension'})).toHaveCount(0);

  await rows.filter({hasText: '/api/points'}).first().click();
  await expect(page.getByText('Sent by src/App.tsx:14:30.')).toBeVisible();
  await expect(page.getByRole('article').getByText('right key')).toBeVisible();
  await page.keyboard.press('Escape');

  await test.step('another person starts the Mini again', async () => {
    await page.keyboard.press('g');
    await page.getByRole('button', {name: /^Guest/}).click();
    await expect(heading).toHaveText('Points are for members');
    await strip.getByRole('button', {name: /^Reset/}).click();
    await expect(heading).toHaveText('120 points');
  });

  await test.step('a case is refused, and the detail names who has to change something', async () => {
    await page.getByRole('tab', {name: 'Cases'}).click();
    await page.getByRole('searchbox', {name: 'Search the catalogue'}).fill('exp-past-60');
    await page.getByRole('button', {name: /^exp-past-60 /}).click();
    await page.getByRole('button', {name: 'Arm', exact: true}).click();
    await expect(heading).toHaveText(/^Not available/);
    await expect(page.getByRole('button', {name: /^exp-past-60 401 at #\d+, right/})).toBeVisible();
    await page.getByRole('tab', {name: 'Requests'}).click();
  });

  await test.step('the copied test runs as the Mini did', async () => {
    await rows.filter({hasText: 'Right answer to exp-past-60'}).first().click();
    await page.keyboard.press('c');
    await expect.poll(() => clipboard(page)).toContain('mini.open');

    const spec = (await clipboard(page))
      .replace("'fixtures/minis/points'", JSON.stringify(resolve('fixtures/minis/points')))
      .replace(/node (fixtures[^\s']+)/, (_, path: string) => `node "${resolve(path)}"`);
    const {stdout} = await runSpecs(testInfo.outputPath('copied'), {'copied.spec.ts': spec});
    expect(stdout).toMatch(/✓.*copied\.spec\.ts/);

    await page.getByRole('button', {name: 'Copy as curl'}).click();
    await expect.poll(() => clipboard(page)).toContain('npx simhost token shop-minis');
    expect(await clipboard(page)).not.toMatch(/eyJ/);

    await page.getByRole('tab', {name: /^Situation/}).click();
    await page.getByRole('button', {name: 'Copy as command'}).click();
    await expect.poll(() => clipboard(page)).toContain('npx simhost dev fixtures/minis/points');
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
    running.type('restart');
    await running.line('The Mini has started again.');
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
