import {resolve} from 'node:path';
import {expect} from '@playwright/test';
import {simhost, test} from './cli.fixture.ts';
import {runSpecs} from './inner-run.ts';
import {browserWithWindow} from './windowed-browser.ts';

// A dev server, and a run of Playwright in the test.
test.setTimeout(120_000);

const ADMIN = 'https://admin.shopify.com';
const NOTES = ['dev', 'fixtures/apps/notes', '--port', '0'];

test('dev starts the server of an embedded app by its own command, and opens it in the admin', async ({
  running,
  page,
}, testInfo) => {
  const browser = await browserWithWindow(testInfo);
  const address = await running.startWithConsole(NOTES, {SIMHOST_BROWSER: browser.path});
  await running.line(`opens ${ADMIN}/store/acme/apps/b0c0ffee000000000000000000000735`);

  await browser.use(ADMIN, async (admin) => {
    // A frame that loads while Playwright connects can stay unknown to it.
    await admin.reload();
    const app = admin.frameLocator('iframe[name="app-iframe"]');
    await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
    await running.line('GET https://notes.example.com/?… -> 200');
    await running.line('GET https://notes.example.com/api/notes -> 200');

    // The console is the second tab. Another browser can open it as well.
    await page.goto(address);
    const row = page.getByRole('button', {name: /200 GET \/api\/notes/});
    await expect(row.first()).toBeVisible();
    await expect(page.getByRole('button', {name: /^Signed in: Grace/})).toBeVisible();

    running.type('arm exp-past-60');
    await running.line('exp-past-60 is armed');
    running.type('restart');
    await running.line('The app starts again.');
    await expect(row.nth(1)).toBeVisible();

    // The bounce page checks nothing, and the document after it gets a new token.
    await running.line(/GET https:\/\/notes\.example\.com\/\?… -> 302 \(sub 5001, case exp-past-60/);
    await running.line('this is the right answer to exp-past-60');
    expect(running.output()).not.toContain('To change: the backend');

    running.type('sign-in joan');
    await running.line('Joan Clarke is signed in.');
    await expect(page.getByRole('button', {name: /^Signed in: Joan/})).toBeVisible();

    await running.line(/api\/notes -> 200 \(sub 5002/);
    running.type('test /api/notes');
    await running.line('await expect(admin.requests)');
    const [copied = ''] =
      /import \{test, expect\}[^]*?async \(\{admin\}\)[^]*?\n\}\);/.exec(running.output()) ?? [];
    expect(copied).toContain("cwd: 'fixtures/apps/notes'");
    const specs = {'copied.spec.ts': copied.replace('fixtures/apps/notes', resolve('fixtures/apps/notes'))};
    const {stdout} = await runSpecs(testInfo.outputPath('copied'), specs);
    expect(stdout, `${copied}\n${stdout}`).toContain('1 passed');

    // The armed case and the member of staff differ from the start.
    await page.getByRole('button', {name: /^Reset/}).click();
    await expect(page.getByRole('button', {name: /^Signed in: Grace/})).toBeVisible();
    await expect(admin.getByRole('banner')).toContainText('Grace Hopper');
    await expect(page.getByRole('button', {name: /^Reset/})).toHaveCount(0);
  });

  const {args} = await browser.started();
  expect(args.filter((arg) => arg.startsWith('file://'))).toHaveLength(2);
  expect(running.output()).not.toContain('simhost-published-test-secret');
});

test('dev of an app names what is missing', async ({}, testInfo) => {
  const browser = await browserWithWindow(testInfo);
  const env = {SIMHOST_BROWSER: browser.path};
  const without = await simhost(['dev', 'fixtures/apps/plain-app'], env);
  expect(without).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No command is known that serves https://back-in-stock.example.com.'),
  });
  expect(without.stderr).toContain('--backend "https://');

  const foreign = await simhost(
    ['dev', 'fixtures/apps/notes', '--target', 'purchase.checkout.block.render'],
    env,
  );
  expect(foreign).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--target is for extensions, and this is an embedded app.'),
  });

  const noWindow = await simhost(['dev', 'fixtures/apps/notes'], {SIMHOST_BROWSER: '/nowhere/chromium'});
  expect(noWindow).toMatchObject({code: 1, stderr: expect.stringContaining('/nowhere/chromium')});
});
