import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {LOYALTY} from './loyalty-dev.ts';

test('Do anything arms a case, copies its test, signs in, moves the clock, and has recent things first', async ({
  running,
  page,
  context,
}) => {
  const address = await running.startWithConsole(LOYALTY);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(address).origin});
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', {name: '120 points'})).toBeVisible();

  const field = page.getByRole('combobox', {name: 'Do anything'});
  const options = page.getByRole('listbox', {name: 'Results'}).getByRole('option');
  const chosen = page.getByRole('option', {selected: true});

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await field.fill('key-wrnog');
  await expect(page.getByText('No entry matches "key-wrnog". The nearest name:')).toBeVisible();
  await expect(options).toHaveText([/^key-wrong/]);
  await page.keyboard.press('Enter');
  const row = page.getByRole('button', {name: /401 GET \/api\/points .*Right answer to key-wrong/});
  await expect(row.first()).toBeVisible();

  // The case has an answer now, so it has a test too.
  await page.keyboard.press('Control+k');
  await expect(chosen).toHaveText(/^key-wrong/);
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain("await host.arm('key-wrong');");

  await page.getByRole('button', {name: 'Do anything'}).click();
  await page.keyboard.type('byron');
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('heading', {name: '10 points'})).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('6m');
  await expect(chosen).toHaveText(/^Move the clock on by 6m/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', {name: /^Clock: .*\+6 m$/})).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(options.nth(0)).toHaveText(/^Bea Byron/);
  await expect(options.nth(1)).toHaveText(/^key-wrong/);
  await page.keyboard.type('#1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('right answer');
  await expect(chosen).toContainText('Right answer to key-wrong');
  await page.keyboard.press('Enter');
  await expect(row.last()).toBeFocused();
  await expect(page.getByRole('heading', {name: 'Right answer to key-wrong.'})).toBeVisible();
});

test('the theme changes by Do anything, the page has the chosen width, and every key that a panel handles is listed', async ({
  running,
  page,
}) => {
  await page.emulateMedia({colorScheme: 'light'});
  await page.goto(await running.startWithConsole(LOYALTY));
  await expect(page.frameLocator('iframe').getByRole('heading', {name: '120 points'})).toBeVisible();
  const body = page.locator('body');
  await expect(body).toHaveCSS('background-color', 'rgb(246, 246, 248)');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme dark');
  await page.keyboard.press('Enter');
  await expect(body).toHaveCSS('background-color', 'rgb(16, 16, 19)');

  await page.getByRole('button', {name: /^Width of the page:/}).click();
  await page.getByRole('button', {name: /^Phone/}).click();
  const innerWidth = page.frameLocator('iframe').locator(':root');
  await expect.poll(() => innerWidth.evaluate(() => window.innerWidth)).toBe(390);
  await page.keyboard.press('w');
  await page.getByRole('button', {name: /^Desktop/}).press('Enter');
  await expect.poll(() => innerWidth.evaluate(() => window.innerWidth)).toBe(1440);

  await page.reload();
  await expect(body).toHaveCSS('background-color', 'rgb(16, 16, 19)');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', {name: 'Keys'});
  // A label is the first text of its tab. A count can follow.
  const names = await page
    .getByRole('tab')
    .evaluateAll((tabs) =>
      tabs.map((tab) => [...tab.childNodes].find((node) => node.nodeType === 3)?.nodeValue),
    );
  await expect(keys.getByRole('heading')).toHaveText(['Everywhere', ...names.map(String)]);
  await expect(keys.getByText('send againR')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
});

test('what is asked before the console connects is done when it connects', async ({running, page}) => {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const {setTimeout: later} = window;
    // The console connects some time after the page has loaded. Here that time ends by an event.
    window.setTimeout = ((run: () => void, pause: number) =>
      pause === 300 ? document.addEventListener('connect-now', run) : later(run, pause)) as typeof later;
  });
  await page.emulateMedia({colorScheme: 'light'});
  await page.goto(await running.startWithConsole(LOYALTY));
  await expect(page.frameLocator('iframe').getByRole('heading', {name: '120 points'})).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme dark');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', {name: 'Cases'}).click();
  await expect(page.getByText('The catalogue comes.')).toBeVisible();

  await page.evaluate(() => document.dispatchEvent(new Event('connect-now')));
  await expect(page.getByRole('list', {name: 'Cases'}).getByRole('button').first()).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(16, 16, 19)');
});
