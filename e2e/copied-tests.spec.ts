import {cp, mkdir, writeFile} from 'node:fs/promises';
import type {Page} from '@playwright/test';
import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import type {Running} from './cli.fixture.ts';
import {runSpecs} from './inner-run.ts';
import {writeExtension} from './written-extension.ts';

// A dev server, a console, and a run of Playwright in the test, on a busy machine.
test.setTimeout(120_000);

const TARGET = 'customer-account.order-status.block.render';
const NETWORK = '  [extensions.capabilities]\n  network_access = true\n';

/** A setting of the merchant. */
const PROGRAM = `  [extensions.settings]
  [[extensions.settings.fields]]
  key = "program"
  type = "single_line_text_field"
  name = "Program"
`;

/** An extension whose headings are its situation. */
const SITUATION = `export default () => {
  const {authenticatedAccount, localization, note, settings} = shopify;
  const show = (read, ...signals) => {
    const heading = document.createElement('s-heading');
    const write = () => (heading.textContent = read());
    document.body.append(heading);
    write();
    for (const signal of signals) signal.subscribe(write);
  };
  show(() => \`For \${authenticatedAccount.customer.value?.id.slice(-4)}, \${localization.language.value.isoCode} in \${localization.country.value?.isoCode}\`, authenticatedAccount.customer);
  show(() => 'Note: ' + note.value, note);
  show(() => settings.value.program + ' at ' + new Date().toISOString());
};
`;

/** A backend that verifies tokens, and whose preflights allow these headers. */
const backendAllowing = (headers: string): string => `
import {createServer} from 'node:http';
import {jwtVerify} from 'jose';

const secret = new TextEncoder().encode(process.env.SHOPIFY_API_SECRET);
createServer(async ({method, headers}, response) => {
  const cors = {'access-control-allow-origin': '*', 'access-control-allow-headers': '${headers}'};
  if (method === 'OPTIONS') return response.writeHead(204, cors).end();

  const token = (headers.authorization ?? '').replace('Bearer ', '');
  const status = await jwtVerify(token, secret, {audience: process.env.SHOPIFY_API_KEY}).then(() => 200, () => 401);
  response.writeHead(status, cors).end('{}');
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** Types a command that prints a test, and returns the test. */
async function copied(running: Running, command: string): Promise<string> {
  const before = running.output().length;
  const printed = (): string => running.output().slice(before);
  running.type(command);
  await expect.poll(printed).toMatch(/async \(\{host\}\) => \{[^]*?\n\}\);/);
  return `${/import \{test[^]*?async[^]*?\n\}\);/.exec(printed())?.[0]}\n`;
}

test('a case that was armed becomes a test that is green while the backend refuses it', async ({
  running,
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('project');
  await mkdir(folder);
  await cp('fixtures/extensions/loyalty', `${folder}/loyalty`, {recursive: true});
  await writeFile(`${folder}/playwright.config.ts`, '');
  const backend = 'https://loyalty.example.com=node fixtures/backends/loyalty/server.js';
  await page.goto(await running.start(['dev', `${folder}/loyalty`, '--backend', backend]));
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();

  running.type('arm key-wrong');
  await running.line('key-wrong is armed');
  await page.getByRole('button', {name: 'Refresh'}).click();
  await running.line('/api/points -> 401');

  const spec = await copied(running, 'test /api/points');
  expect(spec).toContain("await host.arm('key-wrong');");

  // No backend may refuse this one.
  const careless = spec.replace("'key-wrong'", "'ok-typ-lower'");
  const {stdout} = await runSpecs(folder, {'copied.spec.ts': spec, 'careless.spec.ts': careless});
  expect(stdout).toMatch(/✓.*copied\.spec\.ts/);
  expect(stdout).toMatch(/✘.*careless\.spec\.ts/);
});

test('a token that the extension kept becomes a test that is red until it asks for a fresh one', async ({
  running,
  page,
}, testInfo) => {
  const source = `let kept;
export default () => {
  const button = document.createElement('s-button');
  button.append('Refresh');
  const ask = async () => {
    kept ??= await shopify.sessionToken.get();
    await fetch('https://kept.example/points', {headers: {Authorization: 'Bearer ' + kept}});
  };
  button.addEventListener('click', ask);
  document.body.append(button);
  void ask();
};
`;
  const folder = await written(source, testInfo);
  await open(page, running, folder, 'Authorization');
  await running.line('/points -> 200');

  running.type('advance 6m');
  await running.line('The clock shows');
  await page.getByRole('button', {name: 'Refresh'}).click();
  await running.line('/points -> 401');

  const spec = await copied(running, 'test');
  await writeExtension(TARGET, source.replace('kept ??=', 'kept ='), testInfo, {
    toml: NETWORK,
    name: 'mended',
  });
  const mended = spec.replace("mount('extension'", "mount('mended'");

  const {stdout} = await runSpecs(folder, {'copied.spec.ts': spec, 'mended.spec.ts': mended});
  expect(stdout).toMatch(/✘.*copied\.spec\.ts/);
  expect(stdout).toContain('the token had expired');
  expect(stdout).toMatch(/✓.*mended\.spec\.ts/);
});

test('a situation that was made in the console becomes a test that is green while the extension shows the same', async ({
  running,
  page,
}, testInfo) => {
  const folder = await written(SITUATION, testInfo, PROGRAM);
  const options = ['--customer', 'bea', '--locale', 'fr', '--settings', 'program=Acme Friends'];
  const update = ['--update', '{"localization": {"country": "FR"}}'];
  const command = ['dev', `${folder}/extension`, '--port', '0', ...options, ...update];
  await page.goto(
    await running.startWithConsole([...command, '--clock', '2031-05-06T12:00:00Z', '--freeze']),
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', {name: 'For 7002, fr in FR'})).toBeVisible();

  // Somebody else, whose order has another note.
  await page.getByRole('tab', {name: 'Situation'}).click();
  const panel = page.getByRole('region', {name: 'Situation', exact: true});
  await panel.getByRole('button', {name: /^Another customer/}).click();
  const customer = panel.getByRole('textbox', {name: 'Another customer, as JSON'});
  await customer.fill('{"id": "gid://shopify/Customer/7004", "firstName": "Augusta"}');
  await expect(frame.getByRole('heading', {name: 'For 7004, fr in FR'})).toBeVisible();
  await panel.getByRole('textbox', {name: 'Note'}).fill("Don't ring");
  await expect(frame.getByRole('heading', {name: "Note: Don't ring"})).toBeVisible();

  const spec = await copied(running, 'test-page');
  expect(spec).toContain("customer: 'bea'");
  expect(spec).toContain("{settings: {program: 'Acme Friends'}}");
  expect(spec).toMatch(/host\.mount.*\n.*host\.signIn\(\{.*7004'\}\);\n.*host\.update.*Don't ring/);

  // A new start has all of it from its beginning, and the clock of the page is ahead.
  running.type('advance 1h');
  await page.getByRole('tab', {name: 'Clock'}).click();
  await page.getByRole('button', {name: 'Page and its tokens: 30 s on'}).click();
  await expect(page.getByRole('textbox', {name: /^Page and its tokens/})).toHaveValue('30s');
  running.type('restart');
  await expect(frame.getByRole('heading', {name: /^Acme Friends at 2031-05-06T13:00:30/})).toBeVisible();
  const started = await copied(running, 'test-page');
  expect(started).toMatch(
    /clock\.freeze\('2031.*\n.*clock\.skew\(\{browser: '30s', platform: '30s'\}\);\n.*host\.update.*Don't ring.*\n.*host\.mount/,
  );

  const other = started.replace("Don't ring", 'Ring');
  expect(other).toContain('name: "Note: Don\'t ring"');
  const level = started.replace(/.*clock\.skew.*\n/, '');
  const specs = {
    'copied.spec.ts': spec,
    'started.spec.ts': started,
    'other.spec.ts': other,
    'level.spec.ts': level,
  };
  const {stdout} = await runSpecs(folder, specs);
  expect(stdout).toMatch(/✓.*copied\.spec\.ts/);
  expect(stdout).toMatch(/✓.*started\.spec\.ts/);
  expect(stdout).toMatch(/✘.*other\.spec\.ts/);
  expect(stdout).toMatch(/✘.*level\.spec\.ts/);
});

test('a preflight that a browser refuses becomes a test that is red until the backend allows the header', async ({
  running,
  page,
}, testInfo) => {
  const source = `export default () => {
  const button = document.createElement('s-button');
  button.append('Share');
  button.addEventListener('click', async () => {
    const token = await shopify.sessionToken.get();
    const headers = {Authorization: 'Bearer ' + token, 'Content-Type': 'application/json'};
    await fetch('https://kept.example/share', {method: 'POST', headers, body: '{}'}).catch(() => {});
  });
  document.body.append(button);
};
`;
  const folder = await written(source, testInfo);
  await open(page, running, folder, 'Authorization');
  await page.getByRole('button', {name: 'Share'}).click();
  await running.line(/share -> .*preflight refused|POST .*share/);

  const spec = await copied(running, 'test /share');
  await writeFile(`${folder}/mended.mjs`, backendAllowing('Authorization, Content-Type'));
  const mended = spec.replace('server.mjs', 'mended.mjs');

  const {stdout} = await runSpecs(folder, {'copied.spec.ts': spec, 'mended.spec.ts': mended});
  expect(stdout).toMatch(/✘.*copied\.spec\.ts/);
  expect(stdout).toContain('content-type');
  expect(stdout).toMatch(/✓.*mended\.spec\.ts/);
});

/** Writes a project with one extension, which may use the network. */
async function written(
  source: string,
  testInfo: Parameters<typeof writeExtension>[2],
  toml = NETWORK,
): Promise<string> {
  const folder = testInfo.outputPath('.');
  await writeExtension(TARGET, source, testInfo, {toml});
  await writeFile(`${folder}/playwright.config.ts`, '');
  return folder;
}

/** Opens the extension of a project, with a backend whose preflights allow these headers. */
async function open(page: Page, running: Running, folder: string, headers: string): Promise<void> {
  await writeFile(`${folder}/server.mjs`, backendAllowing(headers));
  const backend = `https://kept.example=node "${folder}/server.mjs"`;
  await page.goto(await running.start(['dev', `${folder}/extension`, '--backend', backend]));
  await expect(page.getByRole('button')).toBeVisible();
}
