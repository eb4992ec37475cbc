import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import type {TestInfo} from '@playwright/test';
import {chromium, expect} from '@playwright/test';
import {test} from 'simhost/playwright';
import {runSpecs} from './inner-run.ts';

const SECRET = 'failure-client-secret';

test.setTimeout(240_000); // each starts a whole run of its own

interface Report {
  readonly text: string;
  readonly files: string;
}

/** Runs a spec of its own in a folder of its own; gives what was printed and every file that was left. */
async function run(
  body: string,
  testInfo: TestInfo,
  {env = {}, use = {}}: {env?: Record<string, string>; use?: object} = {},
): Promise<Report> {
  const folder = testInfo.outputPath('suite');
  const root = resolve('.');
  const steps = `import {appendFileSync} from 'node:fs';
export default class { onStepBegin(_test, _result, {title}) { appendFileSync('${folder}/steps.txt', 'step: ' + title + '\\n'); } }`;

  const failing = `import {test, expect} from 'simhost/playwright';
test.use({
  app: {clientId: 'failure-client-id', clientSecret: process.env['TEST_SECRET'] ?? ''},
  backends: {'https://loyalty.example.com': {command: 'node "${root}/fixtures/backends/loyalty/server.js"'}},
});
test('fails', async ({host}) => {
  ${body.replaceAll('LOYALTY', `${root}/fixtures/extensions/loyalty`)}
});`;

  const {stdout, stderr} = await runSpecs(
    folder,
    {'failing.spec.ts': failing, 'steps.mjs': steps},
    {
      reporter: [['list'], ['json', {outputFile: './report.json'}], ['./steps.mjs']],
      use,
      env: {TEST_SECRET: SECRET, ...env},
    },
  );

  const left = await readdir(folder, {recursive: true, withFileTypes: true});
  const texts = await Promise.all(
    left
      .filter((entry) => entry.isFile() && entry.name !== 'failing.spec.ts')
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')),
  );

  return {text: stdout + stderr, files: texts.join('\n')};
}

/** Attachments stand in the JSON report as base64. */
function attachmentsIn(report: string): string {
  return Array.from(report.matchAll(/"body": "([A-Za-z0-9+/=]+)"/g), ([, body = '']) =>
    Buffer.from(body, 'base64').toString(),
  ).join('\n');
}

test('a test that fails by a refused token says so, with the request log and without the token', async ({}, testInfo) => {
  const {text, files} = await run(
    `await host.arm('aud-wrong');
  const extension = await host.mount('LOYALTY');
  await host.requests.waitFor({url: 'https://loyalty.example.com/api/points', status: 401});
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible({timeout: 1});`,
    testInfo,
  );

  const attachments = attachmentsIn(files);

  expect(attachments).toContain('GET https://loyalty.example.com/api/points -> 401');
  expect(attachments).toContain(
    '401 from https://loyalty.example.com/api/points: aud is the client id of another app (case aud-wrong).',
  );

  expect(files).toContain(
    'step: 401 from https://loyalty.example.com/api/points: aud is the client id of another app (case aud-wrong).',
  );

  for (const written of [text, files, attachments]) {
    expect(written).not.toMatch(/eyJ[\w-]+\.[\w-]+/);
    expect(written).not.toContain(SECRET);
  }
});

for (const [name, body, expected] of [
  [
    'an armed case that nothing asked for',
    `await host.arm('key-wrong', {times: 5}); await host.mount('LOYALTY');`,
    /Armed, but nothing asked for it: key-wrong \(happened [01] of 5 times\)/,
  ],
  [
    'a request that never came',
    `await host.mount('LOYALTY'); await host.requests.waitFor({url: 'https://loyalty.example.com/api/points', status: 200});
  await expect(host.requests).toHaveRequest('https://loyalty.example.com/other', {status: 200, timeout: 500});`,
    /Expected the requests to include https:\/\/loyalty\.example\.com\/other[\s\S]*\/api\/points/,
  ],
] as const) {
  test(`${name} fails the test by name`, async ({}, testInfo) => {
    expect((await run(body, testInfo)).text).toMatch(expected);
  });
}

test('an error that no test expected fails it, with its source line', async ({}, testInfo) => {
  const folder = testInfo.outputPath('broken');
  await mkdir(join(folder, 'src'), {recursive: true});
  const toml = await readFile('fixtures/extensions/styles/dom/shopify.extension.toml', 'utf8');
  await writeFile(join(folder, 'shopify.extension.toml'), toml);
  await writeFile(
    join(folder, 'src/Order.js'),
    `export default () => {\n  document.body.append(document.createElement('s-text'));\n  Promise.reject(new RangeError('left alone'));\n};\n`,
  );

  const {text} = await run(
    `await host.mount('${folder}'); await expect.poll(() => host.errors.all.length).toBe(1);`,
    testInfo,
  );

  expect(text).toContain('RangeError: left alone');
  expect(text).toContain('src/Order.js:3:');
});

test('a browser that does not exist is said by name', async ({}, testInfo) => {
  const {text} = await run(`await host.mount('LOYALTY');`, testInfo, {
    env: {SIMHOST_BROWSER: '/no/such/chromium'},
  });
  expect(text).toContain('SIMHOST_BROWSER names /no/such/chromium, which does not exist.');
});

test('a browser of the config stands: nobody looks for another one', async ({launchOptions}, testInfo) => {
  const env = {SIMHOST_BROWSER: '/no/such/chromium'};
  const {executablePath = chromium.executablePath()} = launchOptions;
  const body = `const extension = await host.mount('LOYALTY');
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();`;

  expect((await run(body, testInfo, {env, use: {launchOptions: {executablePath}}})).text).toContain(
    '1 passed',
  );

  expect((await run(body, testInfo, {env, use: {channel: 'chrome-none'}})).text).toContain(
    'Unsupported chromium channel "chrome-none"',
  );
});
