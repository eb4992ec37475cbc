import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import type {Page} from '@playwright/test';
import {MSW_VERSIONS, test as base} from './msw.fixture.ts';
import type {MswVersion} from './msw.fixture.ts';

// Imports a real secret as a key, then the published one.
const TOKENS = `import {importSecret} from '/harness/core/tokens/secret.ts';
  const codeOf = async (attempt) => {
    try {
      await attempt();
      return 'taken';
    } catch (error) {
      return [error.code, error.message.includes('a-real-secret') ? 'and shows it' : 'and hides it'].join(' ');
    }
  };
  export const attempt = async () => ({
    real: await codeOf(() => importSecret('a-real-secret', {published: ['published']})),
    published: await codeOf(() => importSecret('published', {published: ['published']})),
  });
  globalThis.attempt = attempt;
  globalThis.addEventListener?.('message', async (event) => {
    if (event.data === 'attempt') (event.source ?? globalThis).postMessage(await attempt());
  });
  globalThis.addEventListener?.('connect', async ({ports: [port]}) => port.postMessage(await attempt()));`;

const REFUSED = {real: 'ERR_SECRET_IN_BROWSER and hides it', published: 'taken'};

const SIMULATION = `import {createSimulation} from '/harness/index.ts';
  const codeOf = (attempt) => attempt().then(() => 'taken', ({code}) => code);
  export const attempt = async () => ({
    real: await codeOf(async () => createSimulation({app: {clientSecret: 'a-real-secret'}})),
    storefront: await codeOf(async () => createSimulation({app: {privateStorefrontToken: 'a-real-secret'}})),
    published: await codeOf(() => createSimulation().mint('checkout')),
    user: await codeOf(() => createSimulation().mint('shop-minis')),
    broken: await codeOf(() => createSimulation().mint('checkout', {case: 'key-wrong'})),
  });
  globalThis.attempt = attempt;`;

const msw = MSW_VERSIONS[0] as MswVersion;

const test = base.extend<{open: (source: string) => Promise<Page>}>({
  open: async ({bundle, serve, chrome}, use) => {
    const context = await chrome.newContext();
    await use(async (source) => {
      const page = await context.newPage();
      await page.goto(await serve({folder: await bundle(source, {msw})}));
      await page.waitForFunction(() => 'attempt' in globalThis);
      return page;
    });

    await context.close();
  },
});

const attempt = (page: Page): Promise<object> =>
  page.evaluate(() => (globalThis as unknown as {attempt(): Promise<object>}).attempt());

test('a page refuses a real secret', async ({open}) => {
  expect(await attempt(await open(TOKENS))).toEqual(REFUSED);
});

test('createSimulation refuses a real secret in a page', async ({open}) => {
  expect(await attempt(await open(SIMULATION))).toEqual({
    real: 'ERR_SECRET_IN_BROWSER',
    storefront: 'ERR_SECRET_IN_BROWSER',
    published: 'taken',
    user: 'taken',
    broken: 'taken',
  });
});

for (const [realm, script] of [
  [
    'worker',
    `new Promise((resolve, reject) => {
      const worker = new Worker('/entry.js', {type: 'module'});
      worker.onmessage = ({data}) => resolve(data);
      worker.onerror = ({message}) => reject(new Error(message));
      worker.postMessage('attempt');
    })`,
  ],
  [
    'shared worker',
    `new Promise((resolve) => {
      const worker = new SharedWorker('/entry.js', {type: 'module'});
      worker.port.onmessage = ({data}) => resolve(data);
    })`,
  ],
  [
    'service worker',
    `(async () => {
      const answer = new Promise((resolve) => {
        navigator.serviceWorker.onmessage = ({data}) => resolve(data);
      });
      await navigator.serviceWorker.register('/entry.js', {type: 'module'});
      const {active} = await navigator.serviceWorker.ready;
      active.postMessage('attempt');
      return answer;
    })()`,
  ],
] as const) {
  test(`a ${realm} refuses a real secret`, async ({open}) => {
    const page = await open(TOKENS);
    expect(await page.evaluate(script)).toEqual(REFUSED);
  });
}

test('Node with the globals of a page accepts a real secret', async ({bundle}) => {
  const folders = [await bundle(TOKENS, {msw, node: true}), await bundle(SIMULATION, {msw, node: true})];
  const entries = folders.map((folder) => pathToFileURL(join(folder, 'entry.mjs')).href);

  const script = `
    for (const name of ['window', 'self', 'document', 'navigator']) {
      Object.defineProperty(globalThis, name, {value: name === 'document' || name === 'navigator' ? {} : globalThis, configurable: true});
    }
    const found = [];
    for (const entry of ${JSON.stringify(entries)}) {
      const {attempt} = await import(entry);
      found.push(await attempt());
    }
    console.log(JSON.stringify(found));`;

  const {stdout} = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(JSON.parse(stdout)).toEqual([
    {real: 'taken', published: 'taken'},
    {real: 'taken', storefront: 'taken', published: 'taken', user: 'taken', broken: 'taken'},
  ]);
});
