import {cp, mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {type FrameLocator, type Locator, type Page, type TestInfo, expect} from '@playwright/test';
import {type Running, test} from './cli.fixture.ts';
import {runSpecs} from './inner-run.ts';

/** The same extension, written for two generations of the API. */
interface Sample {
  readonly folder: string;
  readonly toml: string;
  /** Whether its packages are next to its sources. */
  readonly hasPackages: boolean;
  /** The call that asks for a token, in `src/points.js`. */
  readonly get: string;
  readonly target: string;
  /** Another target that it declares. */
  readonly otherTarget: string | null;
}

const SAMPLES: Readonly<Record<string, Sample>> = {
  'API 2026-07': {
    folder: 'loyalty',
    toml: 'shopify.extension.toml',
    hasPackages: false,
    get: 'const token = await shopify.sessionToken.get();',
    target: 'customer-account.order-status.block.render',
    otherTarget: null,
  },
  'API 2023-04': {
    folder: 'loyalty-2023-04',
    toml: 'shopify.ui.extension.toml',
    hasPackages: true,
    get: 'const token = await sessionToken.get();',
    target: 'Checkout::OrderStatus::Dynamic::Render',
    otherTarget: 'Checkout::Dynamic::Render',
  },
};

test.use({viewport: {width: 1440, height: 900}});

// A whole session of an author, and a run of Playwright in it.
test.setTimeout(120_000);

for (const [version, sample] of Object.entries(SAMPLES)) {
  test(`an author of ${version} does the five jobs in the console`, async ({
    running,
    page,
    context,
  }, testInfo) => {
    const folder = await writeProject(sample, testInfo);
    const address = await start(running, folder, sample);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(address).origin});
    await page.goto(address);

    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', {name: '120 points'})).toBeVisible();

    await sendExpiredToken(page, frame);
    const row = await readWhyItWasRefused(page);
    await readItsToken(page);
    const copied = await copyBy(page, () => row.press('c'));
    await row.press('Escape');
    await mend(sample, folder, page);

    await failByName(page);
    const situation = await changeTheSituation({page, frame, running, sample});
    await resetTheSituation(page, frame);

    expect(copied).toMatch(/clock\.advance\('.*\n.*'Refresh'.*click.*\n.*was 401 .* the token had expired/);
    expect(situation).toContain("getByRole('button', {name: 'Actualiser'})");
    // copied-tests.spec.ts runs what it copies from extensions of today's API.
    if (sample.hasPackages) await runCopies({folder, copied, situation});
  });
}

/** Job 5: the test of the request is red while the token is kept, for the reason that it names. */
async function runCopies({
  folder,
  copied,
  situation,
}: Readonly<Record<'folder' | 'copied' | 'situation', string>>): Promise<void> {
  const kept = copied.replace("mount('extension'", "mount('kept'");
  const specs = {'kept.spec.ts': kept, 'situation.spec.ts': situation};
  const {stdout} = await runSpecs(folder, specs);
  expect(stdout).toMatch(/✘.*kept\.spec\.ts/);
  expect(stdout).toMatch(/the token had expired \d+ s before it arrived/);
  expect(stdout).toMatch(/✓.*situation\.spec\.ts/);
}

/** Job 4, the clock: the token expires, and the extension sends it again. */
async function sendExpiredToken(page: Page, frame: FrameLocator): Promise<void> {
  await page.getByRole('tab', {name: 'Clock'}).click();
  await page.getByRole('button', {name: 'After the expiry'}).click();
  await expect(page.getByRole('list', {name: 'Tokens'}).getByText(/expired at/)).toBeAttached();
  await frame.getByRole('button', {name: 'Refresh'}).click();
}

/** Job 1: the sentence is in the row. The detail names the side and the line. */
async function readWhyItWasRefused(page: Page): Promise<Locator> {
  await page.getByRole('tab', {name: 'Requests'}).click();
  const row = page.getByRole('button', {name: /^401 GET \/api\/points/}).first();
  await expect(row).toContainText(/The token had expired \d+ s before it arrived$/);

  await row.click();
  await expect(
    page.getByRole('heading', {name: /^The token had expired \d+ s before it arrived\.$/}),
  ).toBeVisible();
  await expect(page.getByText(/^To change: the extension src\/points\.js:\d+/)).toBeVisible();
  return row;
}

/** Job 2: each claim has its meaning, and the bad one is the first. */
async function readItsToken(page: Page): Promise<void> {
  const claims = page.getByRole('article', {name: /^Request \d+$/}).locator('.claims > div');
  await expect(claims.first()).toHaveClass('bad');
  await expect(claims.first()).toContainText(/^exp.*expired \d+ s before$/);
  await expect(claims.filter({hasText: /^sub/})).toContainText('Ada');
  for (const meaning of await claims.locator('dd:last-child').allInnerTexts()) expect(meaning).not.toBe('');
}

/** The author corrects the file: the extension starts again by itself, and the next row is good. */
async function mend(sample: Sample, folder: string, page: Page): Promise<void> {
  const file = 'src/points.js';
  await cp(resolve('fixtures/extensions', sample.folder, file), `${folder}/extension/${file}`);
  const good = page.getByRole('button', {name: /^200 GET \/api\/points .*Ada, new token$/});
  await expect(good).toHaveCount(2);
}

/** Job 4, a case: one key arms it and restarts the extension. Its row says which request it hit. */
async function failByName(page: Page): Promise<void> {
  await page.getByRole('tab', {name: 'Cases'}).click();
  await page.getByRole('searchbox', {name: 'Search the catalogue'}).fill('key-wrong');
  const list = page.getByRole('list', {name: 'Cases'});
  await expect(list.getByRole('button').first()).toHaveText(/^key-wrong/);
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('a');

  await expect(list.getByRole('button', {name: /^key-wrong 401 at #\d+, right/})).toBeVisible();
  await page.getByRole('tab', {name: 'Requests'}).click();
  await expect(page.getByRole('button', {name: /Right answer to key-wrong$/}).first()).toBeVisible();
}

interface Authoring {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly running: Running;
  readonly sample: Sample;
}

/** Job 3: a guest, a B2B buyer, French, other settings and another target. Returns the test of what Bea sees. */
async function changeTheSituation({page, frame, running, sample}: Authoring): Promise<string> {
  const strip = page.getByRole('toolbar', {name: 'The situation'});
  const choose = async (chip: RegExp, choice: RegExp): Promise<void> => {
    await strip.getByRole('button', {name: chip}).click();
    await page.getByRole('dialog').getByRole('button', {name: choice}).click();
  };

  await choose(/^Signed in:/, /^Guest/);
  await expect(frame.getByText('Sign in to collect points with every order.')).toBeVisible();
  await choose(/^Signed in:/, /^Bea Byron/);
  await expect(frame.getByRole('heading', {name: '10 points'})).toBeVisible();

  running.type('settings program=Acme Friends');
  await expect(frame.getByText('Acme Friends')).toBeVisible();
  await choose(/^Language: en/, /^French/);
  await expect(frame.getByRole('button', {name: 'Actualiser'})).toBeVisible();
  const copied = await copyBy(page, () =>
    strip.getByRole('button', {name: 'Copy what the page shows as a test'}).click(),
  );

  if (sample.otherTarget !== null) {
    await choose(/^Target:/, new RegExp(sample.otherTarget));
    await expect(page.getByText(/^acme\.myshopify\.com\/checkouts\//)).toBeVisible();
    await expect(frame.getByRole('button', {name: 'Actualiser'})).toBeVisible();
  }

  return copied;
}

/** One click takes all of it back. */
async function resetTheSituation(page: Page, frame: FrameLocator): Promise<void> {
  const strip = page.getByRole('toolbar', {name: 'The situation'});
  await strip.getByRole('button', {name: /^Reset/}).click();
  await expect(strip.getByRole('button', {name: /^Reset/})).toHaveCount(0);
  await expect(frame.getByRole('heading', {name: '120 points'})).toBeVisible();
  await expect(frame.getByText('Acme Friends')).toHaveCount(0);
  await expect(frame.getByRole('button', {name: 'Refresh'})).toBeVisible();
}

/** Writes a project with the sample, which keeps its token, and a copy that stays like that. */
async function writeProject({folder, toml, hasPackages, get}: Sample, testInfo: TestInfo): Promise<string> {
  const project = testInfo.outputPath('project');
  const source = resolve('fixtures/extensions', folder);
  await mkdir(project, {recursive: true});
  await writeFile(`${project}/playwright.config.ts`, '');

  const points = await readFile(`${source}/src/points.js`, 'utf8');
  const keeping = points.replace(get, get.replace('const token =', 'const token = kept ??='));
  expect(keeping).not.toBe(points);

  for (const name of ['extension', 'kept']) {
    for (const part of ['locales', 'src', 'tsconfig.json', toml])
      await cp(`${source}/${part}`, `${project}/${name}/${part}`, {recursive: true});
    if (hasPackages) await symlink(`${source}/node_modules`, `${project}/${name}/node_modules`);

    await writeFile(`${project}/${name}/src/points.js`, `let kept;\n${keeping}`);
    await cp('fixtures/extensions/loyalty/locales/fr.json', `${project}/${name}/locales/fr.json`);
  }

  return project;
}

function start(running: Running, folder: string, {target}: Sample): Promise<string> {
  const backend = 'https://loyalty.example.com=node fixtures/backends/loyalty/server.js';
  const command = ['dev', `${folder}/extension`, '--port', '0', '--target', target, '--backend', backend];
  return running.startWithConsole(command);
}

/** Copies by an act of the author, and returns what is in the clipboard then. */
async function copyBy(page: Page, act: () => Promise<void>): Promise<string> {
  const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await act();
  await expect.poll(read).toContain('simhost/playwright');
  return read();
}
