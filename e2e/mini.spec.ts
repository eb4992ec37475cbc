import {cp, rm, symlink, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';
import {test, expect} from 'simhost/playwright';
import type {Page} from '@playwright/test';

/** Calls an action of the Shop app as the SDK's hooks do. */
const act = (page: Page, name: string, params?: unknown): Promise<unknown> =>
  page.evaluate(
    async ([action, given]) => {
      const sdk = (
        window as never as {
          minisSDK: Record<
            string,
            (params: unknown) => Promise<{ok: boolean; data?: unknown; error?: Error}>
          >;
        }
      ).minisSDK;

      const {ok, data, error} = (await sdk[action]?.(given)) ?? {ok: false};
      return ok ? (data ?? null) : `error: ${error?.message}`;
    },
    [name, params] as const,
  );

test('the Shop app stands there before the code of the Mini, and only its own', async ({mini, page}) => {
  await mini.open('fixtures/minis/hook', {
    safeAreaInsets: {top: 59, right: 0, bottom: 34, left: 0},
    initialUrl: '/points?from=home',
  });

  await expect(page.getByText('Top 59')).toBeVisible();
  expect(await page.evaluate(() => (window as never as {minisParams: unknown}).minisParams)).toMatchObject({
    handle: 'hook',
    initialUrl: '/points?from=home',
    platform: 'ios',
  });

  // From the mocks of the installed SDK, which nothing of ours copies.
  await expect(page.getByText('User John Doe')).toBeVisible();
  expect(mini.calls.all.map(({action}) => action)).toEqual(
    expect.arrayContaining(['getCurrentUser', 'checkScopesConsent']),
  );

  expect(await act(page, 'openTheMoon')).toBe('error: not simulated: openTheMoon');
});

test('a Mini without a Vite configuration opens with the plugins of its SDK', async ({
  mini,
  page,
}, testInfo) => {
  const dir = testInfo.outputPath('minis/hook');
  await cp(resolve('fixtures/minis/hook'), dir, {recursive: true});
  await rm(`${dir}/vite.config.ts`);
  // Without the plugin, this JSX needs React in scope.
  await writeFile(`${dir}/tsconfig.json`, '{"compilerOptions": {"jsx": "react"}}');
  await symlink(resolve('fixtures/minis/node_modules'), testInfo.outputPath('minis/node_modules'));

  await mini.open(dir);
  await expect(page.getByText('User John Doe')).toBeVisible();
  // A style of the SDK's own sheet, which only Tailwind understands.
  await expect(page.locator('body')).toHaveCSS('margin', '0px');
});

test('a secret and items are stored, the SDK own ones apart', async ({mini, page}) => {
  await mini.open('fixtures/minis/hook');
  expect(await act(page, 'getSecret')).toBeNull();
  await act(page, 'setSecret', {value: '{"token":"mine"}'});
  expect(await act(page, 'getSecret')).toBe('{"token":"mine"}');
  await act(page, 'setPersistedItem', {key: 'a', value: '1'});
  await act(page, 'setInternalPersistedItem', {key: 'b', value: '2'});
  await page.reload();
  expect(await act(page, 'getPersistedItem', {key: 'a'})).toBe('1');
  expect(await act(page, 'getAllPersistedKeys')).toEqual(['a']);
  expect(await act(page, 'getAllInternalPersistedKeys')).toEqual(['b']);
  await act(page, 'clearPersistedItems');
  await act(page, 'removeSecret');
  expect([await act(page, 'getAllPersistedKeys'), await act(page, 'getSecret')]).toEqual([[], null]);
});

test('consent is asked once, remembered, and asked again where the Mini requests it', async ({
  mini,
  page,
}) => {
  await mini.consent('ask');
  await mini.open('fixtures/minis/hook');
  await expect(page.getByText('Consent not_granted')).toBeVisible();

  const request = (): Promise<unknown> =>
    page.evaluate(() =>
      (window as never as {called: {requestConsent(): Promise<unknown>}}).called
        .requestConsent()
        .catch((error: Error) => error.message),
    );

  const first = request();
  const sheet = page.getByRole('dialog', {name: 'Share with hook'});

  await expect(sheet.getByRole('listitem')).toHaveText(['openid', 'profile']);
  expect(await request()).toBe('request_blocked');
  await sheet.getByRole('button', {name: "Don't allow"}).click();
  expect(await first).toEqual({granted: false});
  const second = request();
  await sheet.getByRole('button', {name: 'Allow', exact: true}).click();
  expect(await second).toEqual({granted: true});
  expect(await act(page, 'checkScopesConsent')).toMatchObject({
    data: {status: 'granted', grantedScopes: ['openid', 'profile']},
  });
});

test('events of the Shop app reach the Mini', async ({mini, page}) => {
  await mini.open('fixtures/minis/hook');
  await expect(page.getByText('Back 0')).toBeVisible();

  await page.evaluate(() => {
    const all = window as never as {
      heard: unknown[];
      minisEvents: {on(name: string, run: (payload: unknown) => void): number; off(id: number): void};
    };

    all.heard = [];
    for (const name of ['MINI_APP_FOCUS', 'MINI_APP_BLUR', 'MINI_APP_CLOSE', 'APP_STATE_CHANGE']) {
      all.minisEvents.on(name, (payload) => all.heard.push([name, payload ?? null]));
    }

    all.minisEvents.off(all.minisEvents.on('MINI_APP_BLUR', () => all.heard.push('off')));
  });

  await mini.navigateBack();
  await expect(page.getByText('Back 1')).toBeVisible();
  await mini.blur();
  await mini.appState('background');
  await mini.appState('active');
  await mini.focus();
  await mini.close();

  expect(await page.evaluate(() => (window as never as {heard: unknown[]}).heard)).toEqual([
    ['MINI_APP_BLUR', null],
    ['APP_STATE_CHANGE', {appState: 'background', previousAppState: 'active'}],
    ['APP_STATE_CHANGE', {appState: 'active', previousAppState: 'background'}],
    ['MINI_APP_FOCUS', null],
    ['MINI_APP_CLOSE', null],
  ]);
});

test('the clock moves the page too, also after a reload', async ({mini, page}) => {
  await mini.open('fixtures/minis/hook');
  await mini.clock.freeze('2030-01-01T00:00:00Z');
  const time = (): Promise<[number, string]> => page.evaluate(() => [Date.now(), new Date().toISOString()]);
  expect(await time()).toEqual([1_893_456_000_000, '2030-01-01T00:00:00.000Z']);
  await mini.clock.advance('5m');
  await page.reload();
  expect((await time())[1]).toBe('2030-01-01T00:05:00.000Z');
});

test('a request outside of trusted_domains is refused by name; fonts of the SDK are not', async ({
  mini,
  page,
}) => {
  await mini.open('fixtures/minis/hook');
  const answer = await page.evaluate(() =>
    fetch('https://api.elsewhere.net/x', {headers: {'x-a': '1'}}).then((response) => response.text()),
  );

  expect(answer).toContain(
    'api.elsewhere.net is not among the trusted_domains of fixtures/minis/hook/src/manifest.json',
  );

  const {problem} = await mini.requests.waitFor({url: 'https://api.elsewhere.net/x', outcome: 'refused'});
  expect(problem?.fix).toContain('Add it: "trusted_domains": ["api.elsewhere.net"].');
  expect(
    await page.evaluate(() => fetch('https://cdn.shopify.com/font.woff2').then(({status}) => status)),
  ).toBe(204);
});

test.describe('a path in trusted_domains', () => {
  test.use({
    backends: {'https://points.loyalty-sample.com': {command: 'node fixtures/backends/points/server.js'}},
  });

  test('covers what is below it, and nothing else', async ({mini, page}) => {
    await mini.open('fixtures/minis/points');
    await expect(mini.requests).toHaveRequest('https://points.loyalty-sample.com/api/points', {status: 200});
    await page.evaluate(() => fetch('https://points.loyalty-sample.com/other').catch(() => {}));
    await expect(mini.requests).toHaveRequest('https://points.loyalty-sample.com/other', {
      outcome: 'refused',
    });
  });
});

test.describe('a domain that is mapped but not trusted', () => {
  const command = 'node fixtures/backends/points/server.js';
  test.use({backends: {'https://other.loyalty-sample.com': {command}}});

  const WAYS: Record<string, {url: string; go: (url: string) => unknown}> = {
    'a request': {
      url: 'https://other.loyalty-sample.com/api',
      go: (url) => fetch(url).then(({status}) => status),
    },
    'a WebSocket': {url: 'wss://other.loyalty-sample.com/live', go: (url) => void new WebSocket(url)},
    'a picture that names no referrer': {
      url: 'https://other.loyalty-sample.com/picture',
      go: (src) => document.body.append(Object.assign(new Image(), {referrerPolicy: 'no-referrer', src})),
    },
  };

  test('is reached by no request, WebSocket or picture of the Mini', async ({mini, page}) => {
    await mini.open('fixtures/minis/hook');

    for (const [what, {url, go}] of Object.entries(WAYS)) {
      await test.step(what, async () => {
        await page.evaluate(go, url);
        const {outcome, problem} = await mini.requests.waitFor(url);
        expect([outcome, problem?.cause], what).toEqual([
          'refused',
          expect.stringContaining('other.loyalty-sample.com is not among the trusted_domains'),
        ]);
      });
    }
  });
});

test.describe("a test's own request", () => {
  test.use({
    backends: {'https://other.loyalty-sample.com': {command: 'node fixtures/backends/points/server.js'}},
  });

  test('is no request of the Mini', async ({mini, page}) => {
    await mini.open('fixtures/minis/hook');
    await page.request.get('https://other.loyalty-sample.com/api/points');
    await expect(mini.requests).toHaveRequest('https://other.loyalty-sample.com/api/points', {
      outcome: 'backend',
    });
  });
});

test.describe('a redirect of a trusted domain', () => {
  // Its answer sends the browser to the domain that the Mini does not trust.
  const source = `require('node:http').createServer((_, out) => out.writeHead(302, {location: 'https://other.loyalty-sample.com/api', 'access-control-allow-origin': '*'}).end()).listen(process.env.PORT, process.env.HOST)`;
  test.use({
    backends: {
      'https://points.loyalty-sample.com': {command: `node -e "${source}"`, clock: 'real'},
      'https://other.loyalty-sample.com': {command: 'node fixtures/backends/points/server.js'},
    },
  });

  test('leads to no other one', async ({mini, page}) => {
    await mini.open('fixtures/minis/hook', {manifest: 'fixtures/minis/points'});
    await page.evaluate(() => fetch('https://points.loyalty-sample.com/api/points').catch(() => {}));
    expect(await mini.requests.waitFor('https://other.loyalty-sample.com/api')).toMatchObject({
      outcome: 'refused',
    });
  });
});

test('a manifest without openid has a token all the same', async ({mini, page}) => {
  await mini.open('fixtures/minis/hook', {manifest: 'fixtures/minis/strict.json'});
  expect(await act(page, 'generateUserToken')).toMatchObject({data: {token: expect.stringMatching(/^eyJ/)}});
});

test.describe('the strict forms', () => {
  test.use({minis: {openid: 'required', declined: 'error', consent: 'declined'}});

  test('are errors with a code', async ({mini, page}) => {
    await mini.open('fixtures/minis/hook');
    expect(await act(page, 'generateUserToken')).toBe('error: The user declined the scopes of this Mini.');
  });

  test('a manifest without openid has no token', async ({mini, page}) => {
    await mini.open('fixtures/minis/hook', {manifest: 'fixtures/minis/strict.json'});
    expect(await act(page, 'generateUserToken')).toContain('needs the scope "openid"');
  });
});

test('the page of a dev server that runs already is a Mini as well', async ({mini, page}) => {
  const html =
    '<!doctype html><script>window.early = Object.keys(minisSDK).includes("generateUserToken")</script>';
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(html),
  ).listen(0, 'localhost');

  await once(server, 'listening');
  await mini.open(`http://localhost:${(server.address() as AddressInfo).port}/`);
  expect(await page.evaluate(() => (window as never as {early: boolean}).early)).toBe(true);
  expect(await act(page, 'generateUserToken')).toMatchObject({data: {userState: 'VERIFIED'}});
  await expect(mini.open('fixtures/minis/hook')).rejects.toThrow('This test has already opened a Mini.');
  await page.evaluate(() => fetch('https://api.elsewhere.net/x').catch(() => {}));
  const {problem} = await mini.requests.waitFor('https://api.elsewhere.net/x');
  expect(problem?.cause).toContain('no backend is mapped');
  server.closeAllConnections();
  server.close();
});

test('trusted_domains hold for a URL where its manifest is named', async ({mini, page}) => {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html>'),
  );

  await once(server.listen(0, 'localhost'), 'listening');
  await mini.open(`http://localhost:${(server.address() as AddressInfo).port}/`, {
    manifest: 'fixtures/minis/hook',
  });

  await page.evaluate(() => fetch('https://api.elsewhere.net/x').catch(() => {}));
  const {problem} = await mini.requests.waitFor('https://api.elsewhere.net/x');
  expect(problem?.cause).toContain('api.elsewhere.net is not among the trusted_domains');
  server.closeAllConnections();
  server.close();
});

test('a render that throws is an error with its component', async ({mini, page}) => {
  await mini.open('fixtures/minis/hook');
  await page.waitForFunction(() => 'called' in window);
  await page.evaluate(() => (window as never as {called: {break(): void}}).called.break());
  const {component, stack} = await mini.errors.waitFor('no luck in render');
  expect(component).toBe('Broken');
  expect(stack).toContain('Broken');
});

test('mocks that the Mini installs itself are an error', async ({mini, page}) => {
  await mini.open('fixtures/minis/hook');
  await page.evaluate(() => Object.assign(window, {minisSDK: {}}));
  await mini.errors.waitFor('The Mini replaced window.minisSDK');
  expect(await act(page, 'generateUserToken')).toMatchObject({data: {token: expect.stringMatching(/^eyJ/)}});
});

test('mistakes are named', async ({mini}) => {
  await expect(mini.open('fixtures/backends')).rejects.toThrow('There is no Mini in');
});

test('a page that is not on localhost is refused', async ({mini}) => {
  await expect(mini.open('http://127.0.0.1:5173/')).rejects.toThrow('Open http://localhost:5173/.');
});
