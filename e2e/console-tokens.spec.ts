import {execFile} from 'node:child_process';
import {resolve} from 'node:path';
import {promisify} from 'node:util';
import type {Page} from '@playwright/test';
import {expect} from '@playwright/test';
import {decodeJwt} from 'jose';
import {test} from './cli.fixture.ts';
import {consoleFrames, expectWellMade} from './console-checks.ts';
import {LOYALTY} from './loyalty-dev.ts';

const SIMHOST = `node "${resolve('dist/cli/simhost.js')}"`;
// A dev server, and commands in a shell, on a busy machine.
test.setTimeout(120_000);

const HOSTILE = '<img src=x onerror=alert(1)>';
const SECRET = 'secret-of-the-tokens-test';

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('the Tokens panel lists what was given out, decodes it, and copies it by a click alone', async ({
  running,
  page,
  context,
}) => {
  const frames = consoleFrames(page);

  const address = await running.startWithConsole([...LOYALTY, '--freeze', '--case', 'exp-past-60'], {
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
  await expect(detail.getByText('made faulty by exp-past-60')).toBeVisible();
  await expect(detail.locator('.claims > div').first()).toHaveClass('bad');
  await expect(detail.locator('.claims > div').first()).toContainText(/^exp.*expired .* ago$/);

  const list = page.getByRole('list', {name: 'Tokens'});
  const given = await list.getByRole('listitem').count();
  await expect(page.getByRole('tab', {name: 'Tokens'})).toHaveText(`Tokens${given} given out`);
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

  // A pasted token is decoded in the page, and checked by the server. Nothing keeps it.
  await detail.getByRole('button', {name: 'Copy the whole token'}).click();
  await expect.poll(() => clipboard(page)).toMatch(/^eyJ/);
  const whole = await clipboard(page);
  const before = frames.length;
  await row.focus();

  // The view is loaded on demand. If that fails, opening it again loads it.
  const asked = page.waitForRequest(/console-paste-view\.js/);
  await page.route(/console-paste-view\.js/, (route) => route.abort(), {times: 1});
  await page.keyboard.press('Control+v');
  await asked;
  const failure = page.getByText('This part could not be loaded. Is simhost running?');
  await expect(failure).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(failure).toHaveCount(0);
  await page.keyboard.press('Control+v');
  const pasted = page.getByRole('article', {name: 'A pasted token'});
  const field = pasted.getByRole('textbox', {name: 'The token'});
  const verdict = pasted.getByRole('status');
  await expect(field).toHaveValue(whole);
  await expect(pasted.locator('.claims > div').first()).toContainText(/^exp.*expired .* ago$/);
  await pasted.getByRole('button', {name: 'Check the signature'}).click();
  await expect(verdict).toHaveText(/signed with the right key.*answers 401: this is exp-past-60/s);
  await expect(pasted.locator('.claims')).toContainText('HS256right key');

  await field.fill(`Bearer ${whole.slice(0, -8)}${'A'.repeat(8)}`);
  await expect(verdict).toHaveCount(0);
  await pasted.getByRole('button', {name: 'Check the signature'}).click();
  await expect(verdict).toHaveText(/signed with a wrong key.*answers 401: this is key-wrong/s);
  await expect(pasted.locator('.claims')).toContainText('wrong key');
  await expectWellMade(page);

  await page.setViewportSize({width: 1440, height: 900});
  await field.fill(`${whole.split('.')[0] ?? ''}.${HOSTILE}`);
  await expect(verdict).toHaveText(/has 2\..*The claims are not base64url/s);
  await pasted.getByRole('button', {name: 'Check the signature'}).click();
  await expect(verdict.first()).toHaveText(/is not a JWT.*this is not-a-token/s);
  await expect(page.locator('.console img')).toHaveCount(0);

  await field.fill(whole);
  for (const kept of [page.url(), await page.title(), await page.content(), running.output()])
    expect(kept).not.toContain(whole.slice(0, 40));
  expect(frames.slice(before).join('\n')).not.toMatch(/eyJ/);
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).toBe('[{},{}]');
  await field.press('Escape');
  await expect(pasted).toHaveCount(0);
  await page.keyboard.press('v');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await row.click();
  await expect(pasted).toHaveCount(0);

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

test('the claims editor says what a correct backend answers, and gives its token to the extension', async ({
  running,
  page,
  context,
}) => {
  const frames = consoleFrames(page);

  await page.setViewportSize({width: 1440, height: 900});
  const address = await running.startWithConsole(LOYALTY, {SHOPIFY_API_SECRET: SECRET});
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(address).origin});
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', {name: '120 points'})).toBeVisible();

  await page.getByRole('tab', {name: 'Tokens'}).click();
  await page.getByRole('button', {name: /^1 Ada Lovelace/}).click();
  await page.keyboard.press('n');
  const editor = page.getByRole('article', {name: 'A token of your own'});
  const answer = editor.getByRole('status');
  await expect(answer).toHaveText('A correct backend accepts it: this is a good token, for Ada.');

  // A field is left out, and comes back.
  await editor.getByRole('button', {name: 'Leave exp out'}).click();
  await expect(answer).toHaveText('A correct backend answers 401: this is exp-missing, for Ada.');
  await editor.getByRole('button', {name: 'Undo exp'}).click();

  await editor.getByRole('textbox', {name: 'sub', exact: true}).fill('gid://shopify/Customer/7002');
  await editor.getByRole('textbox', {name: 'exp', exact: true}).fill('now - soon');
  await expect(answer).toContainText('exp: Not a time');
  await expect(editor.getByRole('button', {name: 'Mint'})).toBeDisabled();
  await editor.getByRole('textbox', {name: 'exp', exact: true}).fill('now - 60 s');
  await expect(answer).toHaveText('A correct backend answers 401: this is exp-past-fresh-iat, for Bea.');

  // The command line takes the command.
  await editor.getByRole('button', {name: 'Copy command'}).click();
  await expect.poll(() => clipboard(page)).toContain('npx simhost token customer-account');
  const command = await clipboard(page);

  // A paste outside of the fields keeps the draft.
  await editor.getByRole('button', {name: 'Copy command'}).press('Control+v');
  await expect(editor.getByRole('textbox', {name: 'exp', exact: true})).toHaveValue('now - 60 s');

  const {stdout} = await promisify(execFile)('sh', ['-c', command.replaceAll('npx simhost', SIMHOST)], {
    env: {...process.env, SHOPIFY_API_SECRET: SECRET},
  });
  const {sub, iat, exp} = decodeJwt(stdout.trim());
  expect([sub, Number(exp) - Number(iat)]).toEqual(['gid://shopify/Customer/7002', -60]);

  // Hostile claims stay text, also after a look at them as JSON.
  await editor.getByRole('textbox', {name: 'Name of another claim'}).fill(HOSTILE);
  await page.keyboard.press('Enter');
  await editor.getByRole('textbox', {name: HOSTILE, exact: true}).fill(HOSTILE);
  await expect(answer).toHaveText('The right answer is unknown: no case of the catalogue has these claims.');
  await editor.getByRole('button', {name: 'JSON'}).click();
  await expect(editor.getByRole('textbox', {name: 'The claims as JSON'})).toHaveValue(/onerror/);
  await editor.getByRole('button', {name: 'Claims'}).click();
  await editor.getByRole('button', {name: 'Mint'}).click();
  const minted = page.getByRole('article', {name: /^Token \d+$/});
  await expect(minted.getByText('made in the console')).toBeVisible();
  await expect(minted.locator('.claims').getByText(HOSTILE).first()).toBeVisible();
  await expect(page.locator('.console img')).toHaveCount(0);

  // What waits is a difference to the start, which Reset takes back.
  await page.keyboard.press('n');
  await editor.getByRole('button', {name: `Leave ${HOSTILE} out`}).click();
  await expect(answer).toContainText('exp-past-fresh-iat');
  await editor.getByRole('checkbox', {name: /^Restart the extension/}).uncheck();
  await editor.getByRole('button', {name: 'Give to the extension'}).click();
  const reset = page.getByRole('button', {name: /^Reset/});
  await expect(reset).toHaveAttribute('title', /token \d+ will answer the next request for a token/);
  await expect(page.getByRole('button', {name: /waits for the extension/})).toBeVisible();
  await reset.click();
  await expect(reset).toHaveCount(0);

  // Given by the keyboard, it reaches the backend, and the request says so.
  await editor.getByRole('checkbox', {name: /^Restart the extension/}).check();
  await editor.getByRole('textbox', {name: 'exp', exact: true}).press('Control+Enter');
  await page.getByRole('tab', {name: 'Requests'}).click();
  await expect(page.getByText(/^Token \d+ was given out$/)).toBeVisible();
  await page.getByRole('button', {name: /401 GET \/api\/points/}).click();
  await expect(page.getByText(/^The request sent token \d+, which was made in the console\.$/)).toBeVisible();
  await expect(reset).toHaveCount(0);

  expect(frames.join('\n')).not.toMatch(/eyJ/);
  expect(frames.join('\n')).not.toContain(SECRET);
});
