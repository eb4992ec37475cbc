import {expect} from '@playwright/test';
import type {Page} from '@playwright/test';
import jsonwebtoken from 'jsonwebtoken';
import type {SetupWorker} from 'msw/browser';
import {customerAccountApiUrl} from '../core/platforms/shopify/customer-account-api.ts';
import {MSW_VERSIONS, test as base} from '../core/simulation/msw.fixture.ts';
import type {MswVersion} from '../core/simulation/msw.fixture.ts';
import {PUBLISHED_TEST_CLIENT_ID, PUBLISHED_TEST_SECRET} from '../core/world/app.ts';
import {start} from './start.ts';
import type {StartedPage, StartOptions} from './start.ts';
import type {InjectedShopify} from './shopify-global.ts';

/** The globals of the page under test: `start` to call, and its results. */
interface TestWindow {
  fetch: typeof fetch;
  start(options?: StartOptions): Promise<StartedPage>;
  shopify: InjectedShopify;
  started: StartedPage;
  worker: SetupWorker;
}
declare const window: TestWindow;

const SOURCE = `import {start} from '/harness/browser/index.ts';
  import {http, HttpResponse} from 'msw';
  import {setupWorker} from 'msw/browser';
  globalThis.start = start;
  globalThis.startOwnWorker = async () => {
    const worker = setupWorker(http.get('https://acme.myshopify.com/mine', () => HttpResponse.text('own handler')));
    await worker.start({quiet: true, onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass'});
    globalThis.worker = worker;
  };
  globalThis.answerEverything = () => globalThis.worker.use(http.all('*', () => HttpResponse.text('all')));`;

interface Fixtures {
  /** Opens an ordinary page that has `start`. */
  open: (msw?: MswVersion, worker?: MswVersion | null) => Promise<Page>;
}

const installed = MSW_VERSIONS[0] as MswVersion;

const test = base.extend<Fixtures>({
  open: async ({bundle, serve, chrome}, use) => {
    const pages: Page[] = [];
    await use(async (msw = installed, worker = msw) => {
      const page = await chrome.newPage();
      pages.push(page);
      await page.goto(await serve({folder: await bundle(SOURCE, {msw}), worker}));
      await page.waitForFunction(() => 'start' in globalThis);
      return page;
    });

    await Promise.all(pages.map((page) => page.close()));
  },
});

const startWith = (page: Page, options: object = {}): Promise<void> =>
  page.evaluate(async (given) => {
    window.started = await window.start(given);
  }, options);

const failure = (page: Page, options: object): Promise<{code: string; message: string}> =>
  page.evaluate(
    (given) =>
      window.start(given).then(
        () => ({code: 'none', message: ''}),
        (error: {code: string; message: string}) => ({code: error.code, message: error.message}),
      ),
    options,
  );

for (const msw of MSW_VERSIONS) {
  test(`an ordinary page gets tokens that verify, on the service worker of msw ${msw.major}`, async ({
    open,
  }) => {
    const page = await open(msw);
    await startWith(page, {customer: 'bea'});
    const token = await page.evaluate(() => window.shopify.sessionToken.get());
    const options = {audience: PUBLISHED_TEST_CLIENT_ID, algorithms: ['HS256' as const]};

    expect(jsonwebtoken.verify(token, PUBLISHED_TEST_SECRET, options)).toMatchObject({
      sub: 'gid://shopify/Customer/7002',
    });

    const {data} = await page.evaluate(() => window.shopify.generateUserToken());
    expect(data).toEqual({
      token: expect.stringMatching(/^eyJ/),
      expiresAt: expect.stringMatching(/Z$/),
      userState: 'VERIFIED',
    });

    await page.evaluate(() => window.started.clock.freeze());
    const answer = await page.evaluate(ask, customerAccountApiUrl('548380009'));
    expect(answer).toMatchObject({status: 200, body: {data: {uiExtensionSessionToken: {expiresIn: 300}}}});
    const unknown = await page.evaluate(ask, 'https://acme.myshopify.com/nowhere');
    expect(unknown).toMatchObject({
      status: 501,
      body: {error: 'The simulated platform has no POST https://acme.myshopify.com/nowhere.'},
    });

    await page.evaluate(() => window.started.stop());
    expect(await page.evaluate(() => 'shopify' in globalThis)).toBe(false);
  });

  test(`a worker of msw ${msw.major} that the page started keeps its own handlers`, async ({open}) => {
    const page = await open(msw);
    const own = await page.evaluate(async () => {
      await (window as unknown as {startOwnWorker(): Promise<void>}).startOwnWorker();
      window.started = await window.start({worker: window.worker});
      return window.fetch('https://acme.myshopify.com/mine').then((response) => response.text());
    });

    expect(own).toBe('own handler');

    const {tokens, answer} = await page.evaluate(async () => {
      (window as unknown as {answerEverything(): void}).answerEverything();
      const user = await window.shopify.generateUserToken();
      const response = await window.fetch('https://acme.myshopify.com/mine');
      return {
        tokens: [await window.shopify.sessionToken.get(), user.data?.token],
        answer: await response.text(),
      };
    });
    expect(answer).toBe('all');
    expect(tokens).toEqual([expect.stringMatching(/^eyJ/), expect.stringMatching(/^eyJ/)]);
    await page.evaluate(() => window.worker.resetHandlers());
    expect(await page.evaluate(ask, customerAccountApiUrl('548380009'))).toMatchObject({status: 200});
    await page.evaluate(() => window.worker.resetHandlers());
    expect(await page.evaluate(ask, customerAccountApiUrl('548380009'))).toMatchObject({status: 200});
    await page.evaluate(async () => {
      await window.started.stop();
      window.worker.resetHandlers();
    });

    // Past the simulation a request goes out to the network, where this test has nothing that answers.
    await page.route('https://shopify.com/**', (route) => route.abort());
    await expect(page.evaluate(ask, customerAccountApiUrl('548380009'))).rejects.toThrow('Failed to fetch');
  });
}

const OTHER_SCRIPTS = MSW_VERSIONS.flatMap((msw) =>
  MSW_VERSIONS.filter((other) => other !== msw).map((script) => ({msw, script})),
);

for (const {msw, script} of OTHER_SCRIPTS) {
  test(`msw ${msw.major} on the worker script of msw ${script.major} answers the same way`, async ({
    open,
  }) => {
    const page = await open(msw, script);
    await startWith(page);
    expect(await page.evaluate(ask, customerAccountApiUrl('548380009'))).toMatchObject({status: 200});
  });
}

test('the first query of the Storefront API loads the schema, and nothing before does', async ({open}) => {
  const page = await open();
  await startWith(page);
  expect(await page.evaluate(scriptsWith, 'type AppliedGiftCard')).toEqual([]);

  const data = await page.evaluate(async () => {
    const headers = {'X-Shopify-Storefront-Access-Token': window.started.world.app.publicStorefrontToken};
    const body = JSON.stringify({query: '{ shop { name } productTags(first: 1) { nodes } }'});
    const url = 'https://acme.myshopify.com/api/2026-04/graphql.json';
    return (await window.fetch(url, {method: 'POST', headers, body})).json();
  });

  expect(data).toEqual({data: {shop: {name: 'Acme Outfitters'}, productTags: {nodes: ['sale']}}});
  expect(await page.evaluate(scriptsWith, 'type AppliedGiftCard')).toHaveLength(1);
});

test('tokens follow the clock and who is signed in', async ({open}) => {
  const page = await open();
  await startWith(page);

  const [first, again, later, guest] = await page.evaluate(async () => {
    const {started, shopify} = window;
    started.clock.freeze('2026-11-20T12:00:00Z');
    const tokens = [await shopify.sessionToken.get()];
    started.clock.advance('299s');
    tokens.push(await shopify.sessionToken.get());
    started.clock.advance('1s');
    tokens.push(await shopify.sessionToken.get());
    started.signOut();
    tokens.push(await shopify.sessionToken.get());

    return tokens.map(
      (token) =>
        JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as object,
    );
  });

  const noon = Date.parse('2026-11-20T12:00:00Z') / 1000;

  expect(first).toMatchObject({iat: noon, sub: 'gid://shopify/Customer/7001'});
  expect(again).toEqual(first);
  expect(later).toMatchObject({iat: noon + 300});
  expect(guest).not.toHaveProperty('sub');
});

test('cases apply in the page, including one with another key', async ({open}) => {
  const page = await open();
  await startWith(page);
  const token = await page.evaluate(() => {
    window.started.arm('key-wrong');
    return window.shopify.sessionToken.get();
  });

  expect(() => jsonwebtoken.verify(token, PUBLISHED_TEST_SECRET)).toThrow('invalid signature');
  const error = await page.evaluate(() => {
    window.started.arm('host-reject');
    return window.shopify.sessionToken.get().catch((thrown: Error) => ({
      name: thrown.name,
      message: thrown.message,
      real: thrown instanceof Error,
    }));
  });

  expect(error).toEqual({name: 'SessionTokenApiError', message: 'Error fetching session token.', real: true});
});

test('names a missing worker script, and the command that creates it', async ({open}) => {
  const page = await open(installed, null);
  const {code, message} = await failure(page, {});

  expect(code).toBe('ERR_NO_WORKER_SCRIPT');
  expect(message).toMatch(
    /^MSW's worker script is not at \/mockServiceWorker\.js: the answer is 404\.\nRun "npx msw init <public dir>" once/,
  );

  expect((await failure(page, {workerUrl: '/spa.html'})).message).toContain(
    'not at /spa.html: something else is served there',
  );

  expect((await failure(page, {workerUrl: '/entry.js'})).message).toContain(
    'not at /entry.js: something else is served there',
  );
});

test('refuses a secret other than the published one, and names the option', async ({open}) => {
  const page = await open();
  const {code, message} = await failure(page, {app: {clientSecret: 'a-real-secret'}});
  expect(code).toBe('ERR_SECRET_IN_BROWSER');
  expect(message).toContain('(option app.clientSecret)');
  expect(message).not.toContain('a-real-secret');
  await startWith(page, {app: {clientSecret: PUBLISHED_TEST_SECRET}});
});

test('refuses an unknown option, a second start and two workers by name', async ({open}) => {
  const page = await open();
  expect((await failure(page, {custmer: 'ada'})).message).toContain(
    'Unknown start option "custmer".\nDid you mean "customer"?',
  );

  expect((await failure(page, {worker: {}, workerUrl: '/x.js'})).message).toContain(
    'Both worker and workerUrl were given.',
  );

  await startWith(page);
  expect((await failure(page, {})).code).toBe('ERR_ALREADY_STARTED');
  await page.evaluate(() => window.started.stop());
  await startWith(page);
});

test('a page keeps the other members of its own shopify global', async ({open}) => {
  const page = await open();
  await page.evaluate(() => Object.assign(window, {shopify: {toast: 'kept', sessionToken: 'before'}}));
  await startWith(page);
  expect(await page.evaluate(() => Object.keys(window.shopify))).toEqual([
    'toast',
    'sessionToken',
    'generateUserToken',
  ]);

  await page.evaluate(() => window.started.stop());
  expect(await page.evaluate(() => window.shopify)).toEqual({toast: 'kept', sessionToken: 'before'});
});

test('names the function to use in Node', async () => {
  await expect(start()).rejects.toThrow('setupServer(...createSimulation().openHandlers)');
});

/** Lists the scripts that the page has loaded and that contain a string. */
async function scriptsWith(part: string): Promise<readonly string[]> {
  const loaded = performance.getEntriesByType('resource').map(({name}) => name);
  const scripts = loaded.filter((url) => url.endsWith('.js'));
  const codes = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
  return scripts.filter((_, index) => codes[index]?.includes(part) === true);
}

async function ask(url: string): Promise<{status: number; body: unknown}> {
  const query = '{ uiExtensionSessionToken(id: "gid://shopify/ActivatedUiExtension/1") { value expiresIn } }';
  const response = await fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({query}),
  });

  return {status: response.status, body: await response.json()};
}
