import {cp, mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {type FrameLocator, type Page, type TestInfo, expect} from '@playwright/test';
import {type Running, test} from './cli.fixture.ts';
import {
  choose,
  copyBy,
  failByName,
  readItsToken,
  readWhyItWasRefused,
  sendExpiredToken,
} from './console-author.ts';
import {runSpecs} from './inner-run.ts';
import {POINTS_MINI, writeMinis} from './written-mini.ts';

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

// A whole session of an author, with a cold cache of Vite, and a run of Playwright in it.
test.setTimeout(240_000);

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
    const row = await readWhyItWasRefused(page, 'extension src/points.js');
    await readItsToken(page);
    const copied = await copyBy(page, () => row.press('c'));
    await row.press('Escape');
    await mend(sample, folder, page);

    const ofCase = await failByName(page, 'key-wrong');
    const situation = await changeTheSituation({page, frame, running, sample});
    await resetTheSituation(page, frame);

    expect(copied).toMatch(/clock\.advance\('.*\n.*'Refresh'.*click.*\n.*was 401 .* the token had expired/);
    expect(ofCase).toContain("await host.arm('key-wrong');");
    expect(situation).toContain("getByRole('button', {name: 'Actualiser'})");
    // copied-tests.spec.ts runs what it copies from extensions of today's API.
    if (sample.hasPackages) await runCopies({folder, copied, ofCase, situation});
  });
}

test('an author of a Mini does the five jobs in the console', async ({running, page, context}, testInfo) => {
  const folder = await writeMiniProject(testInfo);
  const backend = 'https://points.loyalty-sample.com=node fixtures/backends/points/server.js';
  const address = await running.startWithConsole([
    'dev',
    `${folder}/mini`,
    '--port',
    '0',
    '--backend',
    backend,
  ]);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(address).origin});
  await page.goto(address);
  const phone = page.frameLocator('iframe').frameLocator('iframe');
  const heading = phone.getByRole('heading');
  await expect(heading).toHaveText('120 points', {timeout: 90_000});

  await sendExpiredToken(page, phone);
  const row = await readWhyItWasRefused(page, 'Mini src/App.tsx');
  await readItsToken(page);
  const kept = await copyBy(page, () => row.press('c'));
  await row.press('Escape');

  // The author corrects the file, and the Mini asks for a token each time.
  await cp(resolve(POINTS_MINI, 'src/App.tsx'), `${folder}/mini/src/App.tsx`);
  const refresh = async (): Promise<string> => {
    await phone.getByRole('button', {name: 'Refresh'}).click();
    return heading.innerText();
  };
  await expect.poll(refresh).toBe('120 points');
  const ofCase = await failByName(page, 'exp-past-60');
  await expect(heading).toHaveText(/^Not available/);

  await choose(page, /^Signed in:/, /^Guest/);
  await expect(heading).toHaveText('Points are for members');
  const guest = page.getByRole('button', {name: /^200 GET \/api\/points .*Guest, new token$/});
  await guest.click();
  const ofGuest = await copyBy(page, () => guest.press('c'));
  expect(ofGuest).toContain('customer: null');
  await page.getByRole('button', {name: /^Reset/}).click();
  await expect(heading).toHaveText('120 points');

  const specs = {'kept.spec.ts': kept, 'case.spec.ts': ofCase, 'guest.spec.ts': ofGuest};
  // One build is enough: what keeps its token has these cases too.
  const ofKept = Object.entries(specs).map(([name, spec]) => [
    name,
    spec.replace("open('mini'", "open('kept'"),
  ]);
  const {stdout} = await runSpecs(folder, Object.fromEntries(ofKept));
  expect(stdout).toMatch(/✘.*kept\.spec\.ts/);
  expect(stdout).toMatch(/the token had expired \d+ s before it arrived/);
  expect(stdout).toMatch(/✓.*case\.spec\.ts/);
  expect(stdout).toMatch(/✓.*guest\.spec\.ts/);
});

/** Job 5: the test of the request is red while the token is kept, for the reason that it names. */
async function runCopies({
  folder,
  copied,
  ofCase,
  situation,
}: Readonly<Record<'folder' | 'copied' | 'ofCase' | 'situation', string>>): Promise<void> {
  const kept = copied.replace("mount('extension'", "mount('kept'");
  const specs = {'kept.spec.ts': kept, 'case.spec.ts': ofCase, 'situation.spec.ts': situation};
  const {stdout} = await runSpecs(folder, specs);
  expect(stdout).toMatch(/✘.*kept\.spec\.ts/);
  expect(stdout).toMatch(/the token had expired \d+ s before it arrived/);
  expect(stdout).toMatch(/✓.*case\.spec\.ts/);
  expect(stdout).toMatch(/✓.*situation\.spec\.ts/);
}

/** The author corrects the file: the extension starts again by itself, and the next row is good. */
async function mend(sample: Sample, folder: string, page: Page): Promise<void> {
  const file = 'src/points.js';
  await cp(resolve('fixtures/extensions', sample.folder, file), `${folder}/extension/${file}`);
  const good = page.getByRole('button', {name: /^200 GET \/api\/points .*Ada, new token$/});
  await expect(good).toHaveCount(2);
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
  await choose(page, /^Signed in:/, /^Guest/);
  await expect(frame.getByText('Sign in to collect points with every order.')).toBeVisible();
  await choose(page, /^Signed in:/, /^Bea Byron/);
  await expect(frame.getByRole('heading', {name: '10 points'})).toBeVisible();

  running.type('settings program=Acme Friends');
  await expect(frame.getByText('Acme Friends')).toBeVisible();
  await choose(page, /^Language: en/, /^French/);
  await expect(frame.getByRole('button', {name: 'Actualiser'})).toBeVisible();
  const copied = await copyBy(page, () =>
    strip.getByRole('button', {name: 'Copy what the page shows as a test'}).click(),
  );

  if (sample.otherTarget !== null) {
    await choose(page, /^Target:/, new RegExp(sample.otherTarget));
    await expect(page.getByText(/^acme\.myshopify\.com\/checkouts\//)).toBeVisible();
    await expect(frame.getByRole('button', {name: 'Actualiser'})).toBeVisible();
  }

  return copied;
}

/** Resets the whole situation by one click. */
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

/** Writes a project with the points Mini, which keeps its token, and a copy that stays like that. */
async function writeMiniProject(testInfo: TestInfo): Promise<string> {
  const project = testInfo.outputPath('project');
  await writeMinis(project, ['mini', 'kept']);
  await writeFile(`${project}/playwright.config.ts`, '');

  const app = await readFile(`${POINTS_MINI}/src/App.tsx`, 'utf8');
  const keeping = app
    .replace(
      'const {data} = await generateUserToken();',
      'const {data} = (kept ??= await generateUserToken());',
    )
    .replace('export function App', 'let kept;\n\nexport function App');
  expect(keeping).toContain('kept ??=');
  for (const name of ['mini', 'kept']) await writeFile(`${project}/${name}/src/App.tsx`, keeping);

  return project;
}

function start(running: Running, folder: string, {target}: Sample): Promise<string> {
  const backend = 'https://loyalty.example.com=node fixtures/backends/loyalty/server.js';
  const command = ['dev', `${folder}/extension`, '--port', '0', '--target', target, '--backend', backend];
  return running.startWithConsole(command);
}
