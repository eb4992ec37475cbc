import {test as base, expect, chromium, type Browser, type Page} from '@playwright/test';
import {launchOptions} from '../../node/chromium.ts';
import type {FromPage} from '../../wire/control.ts';
import {
  backendOf,
  bundle,
  FakeSimulation,
  mountOf,
  PAGE_SECRET,
  SCRIPT_URL,
  SIMULATION_ID,
} from './host-page.fixture.ts';

interface Host {
  readonly simulation: FakeSimulation;
  readonly page: Page;
  /** Mounts an extension made of this source. */
  mount(source: string, change?: Parameters<typeof mountOf>[0]): Promise<FromPage>;
}

const test = base.extend<{host: Host}, {chrome: Browser}>({
  chrome: [
    async ({}, use) => {
      const browser = await chromium.launch(launchOptions());
      await use(browser);
      await browser.close();
    },
    {scope: 'worker'},
  ],
  host: async ({chrome}, use) => {
    const simulation = await FakeSimulation.open();
    const context = await chrome.newContext();
    const page = await context.newPage();

    await use({
      simulation,
      page,
      async mount(source, change = {}) {
        const mount = mountOf(change);
        simulation.bundles['/bundle.js'] = await bundle(source, mount.targets[0]);
        simulation.state = {...simulation.state, mounts: [mount]};
        await page.goto(simulation.url);
        return simulation.until((message) => message.type === 'mounted' || message.type === 'failed');
      },
    });

    await context.close();
    await simulation.close();
  },
});

const PREACT = `
import '@shopify/ui-extensions/preact';
import {render} from 'preact';
import {useState} from 'preact/hooks';
`;

const FETCHING = (code: string): string => `
export default async () => {
  const text = document.createElement('s-text');
  document.body.append(text);
  const say = (value) => (text.textContent = String(value));
  try { ${code} } catch (error) { say(error.name + ': ' + error.message); }
};`;

test('a Preact extension renders, and its handlers and form state work', async ({host: {mount, page}}) => {
  const outcome = await mount(`${PREACT}
    export default async () => { render(<Extension />, document.body); };
    function Extension() {
      const [count, setCount] = useState(0);
      const [name, setName] = useState('');
      return <s-section heading="Loyalty">
        <s-button onClick={() => setCount(count + 1)} variant="primary">Pressed {count}</s-button>
        <s-text-field label="Name" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        <s-paragraph>Hello {name}</s-paragraph>
        {count > 1 && <s-banner heading="Twice" />}
      </s-section>;
    }`);

  expect(outcome).toEqual({type: 'mounted', mount: 'm1'});
  const extension = page.locator('[data-extension=loyalty]');
  await extension.getByRole('button').click();
  await extension.getByRole('button').click();
  await expect(extension.getByRole('button', {name: 'Pressed 2'})).toBeVisible();
  await expect(extension.getByText('Twice')).toBeVisible();
  await extension.getByLabel('Name').pressSequentially('Grace');
  await expect(extension.getByText('Hello Grace')).toBeVisible();
  await expect(extension.getByLabel('Name')).toHaveValue('Grace');
});

test('a handler may set another value than the one typed, and form state is read without a handler', async ({
  host: {mount, page},
}) => {
  await mount(`export default () => {
    const [code, box, button, text] = ['s-text-field', 's-checkbox', 's-button', 's-text'].map((tag) => document.body.appendChild(document.createElement(tag)));
    code.setAttribute('label', 'Code');
    box.setAttribute('label', 'Agree');
    box.setAttribute('required', '');
    code.oninput = () => (code.value = code.value.slice(0, 3));
    button.onclick = () => (text.textContent = [code.value, box.checked, box.required, document.querySelectorAll('s-text').length].join());
  };`);

  const extension = page.locator('[data-extension=loyalty]');
  await extension.getByLabel('Code').pressSequentially('abcdef');
  await expect(extension.getByLabel('Code')).toHaveValue('abc');
  await extension.getByLabel('Agree').check();
  await extension.getByRole('button').click();
  await expect(extension.locator('s-text')).toHaveText('abc,true,true,1');
});

test("signals of the extension's own Signal class re-render when the state changes", async ({
  host: {mount, page, simulation},
}) => {
  await mount(`${PREACT}
    export default async () => { render(<Extension />, document.body); };
    function Extension() {
      const {localization, authenticatedAccount, settings, i18n} = shopify;
      return <s-text>{localization.language.value.isoCode} {authenticatedAccount.customer.value?.id ?? 'guest'} {settings.value.title} {i18n.translate('points', {count: 2})}</s-text>;
    }`);

  const extension = page.locator('[data-extension=loyalty]');
  await expect(extension).toHaveText('en gid://shopify/Customer/1 Points 2 points');
  await simulation.change({customer: null, localization: {...simulation.state.localization, language: 'fr'}});
  await expect(extension).toHaveText('fr guest Points 2 points');
});

test('an extension without Preact renders, listens, moves nodes and subscribes', async ({
  host: {mount, page, simulation},
}) => {
  await mount(`export default () => {
    const list = document.createElement('s-stack');
    const button = document.createElement('s-button');
    button.textContent = 'turn';
    button.addEventListener('click', () => list.append(list.firstChild));
    for (const name of ['one', 'two']) { const text = document.createElement('s-text'); text.append(name); list.append(text); }
    const language = document.createElement('s-paragraph');
    shopify.localization.language.subscribe(({isoCode}) => (language.textContent = isoCode));
    document.body.append(button, list, language);
  };`);

  const extension = page.locator('[data-extension=loyalty]');
  const before = await extension.locator('s-text').first().elementHandle();

  await extension.getByRole('button').click();
  await expect(extension.locator('s-text')).toHaveText(['two', 'one']);
  expect(await before?.evaluate((node) => node.isConnected)).toBe(true);
  await simulation.change({localization: {...simulation.state.localization, language: 'de'}});
  await expect(extension.locator('s-paragraph')).toHaveText('de');
});

test('a session token is fetched once for calls at the same time, kept, and forgotten when the epoch changes', async ({
  host: {mount, page, simulation},
}) => {
  await mount(`export default () => {
    const button = document.createElement('s-button');
    const text = document.createElement('s-text');
    button.addEventListener('click', async () => (text.textContent = (await Promise.all([1, 2].map(() => shopify.sessionToken.get()))).join()));
    document.body.append(button, text);
  };`);

  const extension = page.locator('[data-extension=loyalty]');
  await extension.locator('s-button').dispatchEvent('click');
  await expect(extension.locator('s-text')).toHaveText('token-1,token-1');
  await extension.locator('s-button').dispatchEvent('click');
  await simulation.change({tokenEpoch: 1});
  await extension.locator('s-button').dispatchEvent('click');
  await expect(extension.locator('s-text')).toHaveText('token-2,token-2');
  expect(simulation.tokenRequests).toHaveLength(2);
  expect(simulation.tokenRequests[0]).toMatchObject({
    variables: {id: 'gid://shopify/ActivatedUiExtension/1'},
    secret: PAGE_SECRET,
  });
});

test('a cached token is replaced when the clock passes its expiry', async ({
  host: {mount, page, simulation},
}) => {
  await mount(FETCHING('self.again = async () => say(await shopify.sessionToken.get());'));
  const worker = page.workers()[0];
  const start = Date.parse('2026-11-20T12:00:00Z');
  const text = page.locator('[data-extension=loyalty] s-text');

  await simulation.change({clock: {offset: 0, frozenAt: start}});
  await worker?.evaluate('again()');
  await expect(text).toHaveText('token-1');
  await simulation.change({clock: {offset: 0, frozenAt: start + 299_000}});
  await worker?.evaluate('again()');
  await expect(text).toHaveText('token-1');
  await simulation.change({clock: {offset: 0, frozenAt: start + 301_000}});
  await worker?.evaluate('again()');
  await expect(text).toHaveText('token-2');
});

test('an endpoint that gives no token fails in the extension as on the platform, and the reason is logged', async ({
  host: {mount, page, simulation},
}) => {
  simulation.answerToken = (_, response) =>
    response.writeHead(200).end('{"data":{"uiExtensionSessionToken":null}}');
  await mount(FETCHING('await shopify.sessionToken.get();'));
  await expect(page.locator('[data-extension=loyalty]')).toHaveText(
    'SessionTokenApiError: Error fetching session token.',
  );

  const lines = simulation.all('log').flatMap((log) => log.lines);
  expect(lines).toEqual([
    expect.objectContaining({level: 'warn', text: expect.stringContaining('answered no token')}),
  ]);
});

test('a backend sees Origin: null and the token', async ({host: {mount, page, simulation}}) => {
  await mount(
    FETCHING(`
    const token = await shopify.sessionToken.get();
    const response = await fetch('${backendOf(simulation)}/api/points', {headers: {Authorization: 'Bearer ' + token}});
    say((await response.json()).points);`),
  );

  await expect(page.locator('[data-extension=loyalty]')).toHaveText('120');
  expect(simulation.requests.at(-1)).toMatchObject({
    method: 'GET',
    origin: 'null',
    authorization: 'Bearer token-1',
  });
});

test('without network access a fetch names the lines to add', async ({host: {mount, page, simulation}}) => {
  await mount(FETCHING(`await fetch('${backendOf(simulation)}/api');`), {capabilities: []});
  await expect(page.locator('[data-extension=loyalty]')).toContainText(
    '[extensions.capabilities]\nnetwork_access = true',
  );
  expect(simulation.requests).toEqual([]);
});

test("a fetch to the host page's origin is refused, and so is what else could reach it", async ({
  host: {mount, page, simulation},
}) => {
  await mount(
    FETCHING(`
    const failed = await fetch('${simulation.origin}/api').catch((error) => error.code);
    say([failed, typeof XMLHttpRequest, typeof WebSocket, typeof EventSource, typeof importScripts, typeof Worker, typeof indexedDB, typeof caches,
      await WorkerGlobalScope.prototype.fetch.call(self, '${simulation.origin}/api').catch((error) => error.code)]);`),
  );

  await expect(page.locator('[data-extension=loyalty]')).toHaveText(
    `ERR_HOST_PAGE,${'undefined,'.repeat(7)}ERR_HOST_PAGE`,
  );

  expect(simulation.requests).toEqual([]);
});

test('with a forward map, mapped origins go through it and others name the flag', async ({
  host: {mount, page, simulation},
}) => {
  simulation.state = {
    ...simulation.state,
    forward: {base: `${simulation.origin}/forward/key/`, origins: ['https://myapp.com']},
  };

  await mount(
    FETCHING(`
    const response = await fetch('https://myapp.com/api/points?a=1');
    const other = await fetch('https://other.com/').catch((error) => error.message);
    say([response.url, response.status, other]);`),
  );

  await expect(page.locator('[data-extension=loyalty]')).toContainText(
    'https://myapp.com/api/points?a=1,200,No backend is mapped to https://other.com.',
  );

  await expect(page.locator('[data-extension=loyalty]')).toContainText(
    '--backend https://other.com=<url or command>',
  );

  expect(simulation.requests.at(-1)?.url).toBe('/forward/key/https/myapp.com/api/points?a=1');
});

test("errors, rejections and logs reach the simulation with the script's lines, and the extension's own listeners see them", async ({
  host: {mount, page, simulation},
}) => {
  await mount(`export default () => {
    const text = document.createElement('s-text');
    self.addEventListener('error', (event) => text.append(event.message + '@' + event.filename + ':' + (event.lineno > 0) + ' '));
    self.addEventListener('unhandledrejection', (event) => text.append('rejected ' + event.reason.message + ' '));
    const button = document.createElement('s-button');
    button.addEventListener('click', function pressed() {
      console.warn('about to fail', {code: 7});
      Promise.reject(new RangeError('late'));
      null.boom;
    });
    document.body.append(button, text);
  };`);

  await page.locator('[data-extension=loyalty] s-button').dispatchEvent('click');
  await expect(page.locator('[data-extension=loyalty] s-text')).toContainText('rejected late');
  await expect(page.locator('[data-extension=loyalty] s-text')).toContainText(
    `(reading 'boom')@${SCRIPT_URL}:true`,
  );

  expect(
    simulation
      .all('error')
      .map(({error}) => error.name)
      .toSorted(),
  ).toEqual(['RangeError', 'TypeError']);

  for (const {error} of simulation.all('error'))
    expect(error.stack).toMatch(/pressed.*shopifycloud\/loyalty\.js:\d+:\d+/);
  expect(simulation.all('log').flatMap(({lines}) => lines)).toEqual([
    expect.objectContaining({
      level: 'warn',
      text: 'about to fail {"code":7}',
      stack: expect.stringContaining('loyalty.js:'),
    }),
  ]);
});

test('a token in an error or a log is not passed on', async ({host: {mount, page, simulation}}) => {
  simulation.answerToken = (_, response) =>
    response.end('{"data":{"uiExtensionSessionToken":{"value":"eyJhbGci.eyJzdWIi.c2ln","expiresIn":300}}}');
  await mount(
    FETCHING(`
    const token = await shopify.sessionToken.get();
    console.log('have', {token});
    setTimeout(() => { throw new Error('refused ' + token); });
    say('done');`),
  );

  const {error} = await simulation.until<Extract<FromPage, {type: 'error'}>>(
    (message) => message.type === 'error',
  );

  await expect(page.locator('[data-extension=loyalty]')).toHaveText('done');
  expect(error.message).toBe('refused <token>');
  expect(JSON.stringify(simulation.received)).not.toContain('eyJ');
});

test('a new generation starts again in the same place', async ({host: {mount, page, simulation}}) => {
  await mount(FETCHING(`say('first');`));
  simulation.bundles['/second.js'] = await bundle(FETCHING(`say('second');`));
  await simulation.change({mounts: [mountOf({generation: 2, bundleUrl: '/second.js'})]});
  await expect(page.locator('[data-extension=loyalty]')).toHaveText('second');
  expect(page.workers()).toHaveLength(1);
  await simulation.change({mounts: []});
  await expect(page.locator('[data-extension=loyalty]')).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);
});

test('several mounts each have their own sandbox and container', async ({host: {page, simulation}}) => {
  const target = 'customer-account.order-status.block.render';
  simulation.bundles = {
    '/a.js': await bundle(FETCHING(`say('a ' + (self.shared ??= 0) + shopify.extension.target);`)),
    '/b.js': await bundle(FETCHING(`say('b ' + shopify.shop.name);`), target),
  };

  simulation.state = {
    ...simulation.state,
    mounts: [
      mountOf({id: 'a', bundleUrl: '/a.js'}),
      mountOf({id: 'b', handle: 'other', target, bundleUrl: '/b.js'}),
    ],
  };

  await page.goto(simulation.url);
  await expect(page.locator('[data-mount=a]')).toHaveText('a 0customer-account.profile.block.render');
  await expect(page.locator('[data-mount=b]')).toHaveText('b Acme');
});

test('moving the clock moves page and sandbox, and fires timers that come due', async ({
  host: {mount, page, simulation},
}) => {
  await mount(
    FETCHING(`
    setTimeout(() => say('due'), 300_000);
    setTimeout(() => say('not yet'), 3_600_000);
    self.now = () => [Date.now(), new Date().getTime(), new Date() instanceof Date];`),
  );

  await simulation.change({clock: {offset: 0, frozenAt: Date.UTC(2030, 0, 1)}});
  await expect(page.locator('[data-extension=loyalty]')).toHaveText('not yet');
  expect(await page.workers()[0]?.evaluate('now()')).toEqual([
    Date.UTC(2030, 0, 1),
    Date.UTC(2030, 0, 1),
    true,
  ]);

  expect(await page.evaluate(() => Date.now())).toBe(Date.UTC(2030, 0, 1));
});

test('a change that the account page does not show leaves its content in place', async ({
  host: {mount, page, simulation},
}) => {
  const target = 'customer-account.order-status.block.render';
  await mount(FETCHING(`say('ready');`), {target, targets: [target]});
  await page.getByRole('heading', {name: 'Order #1001'}).waitFor();
  const image = page.locator('.sim-lines img').first();
  const before = await image.elementHandle();

  const {clock, tokenEpoch, order} = simulation.state;
  await simulation.change({clock: {...clock, offset: 60_000}, tokenEpoch: tokenEpoch + 1});
  const kept = await image.elementHandle();
  expect(await kept?.evaluate((node, earlier) => node === earlier, before)).toBe(true);

  await simulation.change({order: {...order, name: '#2002'}});
  await expect(page.getByRole('heading', {name: 'Order #2002'})).toBeVisible();
  expect(await before?.evaluate((node) => node.isConnected)).toBe(false);
});

test('storage keeps JSON for one customer and not for the next', async ({
  host: {mount, page, simulation},
}) => {
  await mount(
    FETCHING(`
    self.read = async () => say(JSON.stringify(await shopify.storage.read('seen')));
    await shopify.storage.write('seen', {banner: [1]});
    await read();`),
  );

  const extension = page.locator('[data-extension=loyalty]');
  await expect(extension).toHaveText('{"banner":[1]}');
  await simulation.change({customer: null});
  await page.workers()[0]?.evaluate('read()');
  await expect(extension).toHaveText('null');
});

test('an API member that the target lacks is undefined, and probing shopify has no effect', async ({
  host: {mount, page},
}) => {
  await mount(
    FETCHING(`
    JSON.stringify(shopify.settings); await shopify; String(Object.keys(shopify)); 'nothing' in shopify;
    const {lines} = shopify;
    say(JSON.stringify([shopify.sesionToken, lines?.value, shopify.localization.langage].map((value) => typeof value)));`),
  );

  await expect(page.locator('[data-extension=loyalty]')).toHaveText('["undefined","undefined","undefined"]');
});

for (const [name, source, code, text] of [
  [
    'a tag that is not an element of the surface',
    `export default () => document.body.append(document.createElement('s-buton'));`,
    'ERR_ELEMENT_NOT_ALLOWED',
    'Did you mean <s-button>?',
  ],
  [
    'an HTML tag',
    `export default () => document.body.append(document.createElement('div'));`,
    'ERR_ELEMENT_NOT_ALLOWED',
    'Element is not allowed: <div>',
  ],
  [
    'a script URL',
    `export default () => { const link = document.createElement('s-link'); link.href = ' java\\nscript:alert(1)'; document.body.append(link); };`,
    'ERR_SCRIPT_URL',
    '<s-link> has a script URL',
  ],
  [
    'a callback that throws',
    `export default () => { throw new RangeError('at start'); };`,
    undefined,
    'at start',
  ],
  [
    'a callback that rejects',
    `export default async () => { await null; throw new RangeError('later'); };`,
    undefined,
    'later',
  ],
  [
    'a script that throws',
    `throw new RangeError('while evaluated'); export default () => {};`,
    undefined,
    'while evaluated',
  ],
] as const) {
  test(`${name} fails the mount by name and leaves a panel`, async ({host: {mount, page}}) => {
    const outcome = await mount(source);
    expect(outcome).toMatchObject({type: 'failed', error: {message: expect.stringContaining(text)}});
    if (code === undefined)
      expect(outcome).toMatchObject({
        error: {name: 'RangeError', stack: expect.stringContaining('loyalty.js:')},
      });
    else expect(outcome).toMatchObject({error: {code}});

    await expect(page.getByRole('alert')).toContainText(text);
  });
}

test('a target that the bundle does not register fails with what it registered', async ({host: {mount}}) => {
  const outcome = await mount('export default () => {};', {targets: ['customer-account.page.render']});
  expect(outcome).toMatchObject({
    type: 'failed',
    error: {
      code: 'ERR_TARGET_NOT_REGISTERED',
      message: expect.stringContaining('It registered: customer-account.page.render.'),
    },
  });
});

test('a script that cannot be fetched fails with status and URL', async ({host: {page, simulation}}) => {
  simulation.state = {...simulation.state, mounts: [mountOf({bundleUrl: '/gone.js'})]};
  await page.goto(simulation.url);
  const outcome = await simulation.until((message) => message.type === 'failed');
  expect(outcome).toMatchObject({
    error: {code: 'ERR_SCRIPT_NOT_FETCHED', message: expect.stringContaining('404 from /gone.js')},
  });
});

test("the simulation's id stays in the address and out of the sandbox; a page without one says so", async ({
  host: {mount, page, simulation},
}) => {
  await mount(FETCHING('say(location.href.length < 600);'));
  await expect(page.locator('[data-extension=loyalty]')).toHaveText('true');
  expect(page.url()).toBe(simulation.url);
  expect(await page.workers()[0]?.evaluate('location.href')).not.toContain(SIMULATION_ID);
  await page.goto('about:blank');
  await page.goto(`${simulation.origin}/page`);
  await expect(page.getByRole('alert')).toContainText(
    'This page belongs to no simulation. Open the whole URL that simhost dev printed',
  );
});
