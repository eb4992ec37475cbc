import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {TestInfo} from '@playwright/test';
import {expect, test as base} from 'simhost/playwright';
import type {Host} from 'simhost/playwright';
import {failureOf} from './failure-of.ts';
import {writeExtension} from './written-extension.ts';

const TARGET = 'customer-account.order-status.block.render';
const NETWORK = '  [extensions.capabilities]\n  network_access = true\n';
const API = 'https://myapp.com';

/** A page that asks for one thing after the other, and for the last one after a while. */
const PAGE = `<!doctype html><script>
(async () => {
  await (await fetch('${API}/first')).text();
  await (await fetch('${API}/second')).text();
  setTimeout(() => fetch('${API}/last'), 300);
})();
</script>`;

/** A backend of the worker: `/never` gets no answer, and the rest gets a body some time after the headers. */
const test = base.extend<object, {backendUrl: string}>({
  backendUrl: [
    async ({}, use) => {
      const server = createServer((request, response) => {
        if (request.url === '/never') return;
        if (request.url === '/page') return void response.setHeader('content-type', 'text/html').end(PAGE);
        response.writeHead(200, {'access-control-allow-origin': '*', 'access-control-allow-headers': '*'});
        response.write('{');
        setTimeout(() => response.end('}'), 100);
      });

      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      server.closeAllConnections();
      server.close();
    },
    {scope: 'worker'},
  ],
  backends: async ({backendUrl}, use) => use({[API]: {url: backendUrl, clock: 'real'}}),
});

/** Shows an extension that renders a text and then does something. */
async function show(host: Host, then: string, testInfo: TestInfo): Promise<void> {
  const source = `export default () => {
  const text = document.createElement('s-text');
  text.textContent = 'Shown';
  document.body.append(text);
  (async () => {
    ${then}
  })();
};`;

  await host.mount(await writeExtension(TARGET, source, testInfo, {toml: NETWORK}));
}

for (const [name, then] of [
  ['fetches in the next frame', `requestAnimationFrame(() => fetch('${API}/last'));`],
  [
    'fetches with a token',
    `fetch('${API}/last', {headers: {authorization: 'Bearer ' + await shopify.sessionToken.get()}});`,
  ],
  [
    'fetches three times, each after the body of the one before',
    `for (const part of ['first', 'second', 'last']) await (await fetch('${API}/' + part)).text();`,
  ],
  ['fetches after a timer of 300 ms', `setTimeout(() => fetch('${API}/last'), 300);`],
] as const) {
  test(`not.toHaveRequest fails for an extension that ${name}`, async ({host}, testInfo) => {
    await show(host, then, testInfo);
    expect(await failureOf(expect(host.requests).not.toHaveRequest(`${API}/last`))).toContain(
      `GET ${API}/last -> 200`,
    );
  });
}

test('not.toHaveCall fails for a toast that a timer of 300 ms shows', async ({host}, testInfo) => {
  await show(host, `setTimeout(() => shopify.toast.show('Saved'), 300);`, testInfo);
  expect(await failureOf(expect(host.calls).not.toHaveCall('toast.show'))).toContain('toast.show("Saved")');
});

test('not.toHaveRequest fails for a request that a reload of the page causes', async ({
  host,
  page,
}, testInfo) => {
  await show(host, `if (shopify.i18n) setTimeout(() => fetch('${API}/last'), 300);`, testInfo);
  await expect(host.requests).toHaveRequestTimes(`${API}/last`, 1);
  await page.reload();
  await expect(host.requests).not.toHaveRequestTimes(`${API}/last`, 1);
});

test('a negative matcher of a Mini waits for requests and timers of its page', async ({mini, backendUrl}) => {
  await mini.open(`${backendUrl.replace('127.0.0.1', 'localhost')}/page`);
  expect(await failureOf(expect(mini.requests).not.toHaveRequest(`${API}/last`))).toContain(
    `GET ${API}/last -> 200`,
  );
});

test('a negative matcher waits for requests of an injected page', async ({host, page, backendUrl}) => {
  await host.inject();
  await page.goto(`${backendUrl}/page`);
  expect(await failureOf(expect(host.requests).not.toHaveRequest(`${API}/second`))).toContain(
    `GET ${API}/second -> 200`,
  );
});

test('negative matchers pass beside an interval and a timer of 10 s', async ({host}, testInfo) => {
  await show(
    host,
    `setInterval(() => {}, 50);
    setTimeout(() => fetch('${API}/last'), 10_000);
    await (await fetch('${API}/first')).text();`,
    testInfo,
  );

  await expect(host.requests).not.toHaveRequest(`${API}/last`);
  await expect(host.requests).not.toHaveBeenRefused(/./);
  await expect(host.calls).not.toHaveCall('toast.show');
  await expect(host.requests).toHaveRequestTimes(`${API}/first`, 1);

  const started = performance.now();
  for (let i = 0; i < 10; i++) await expect(host.requests).not.toHaveRequest(`${API}/last`);
  console.log(
    `A negative matcher on a quiet extension takes ${((performance.now() - started) / 10).toFixed(1)} ms.`,
  );
});

test('a negative matcher leaves a frozen clock where it is, and waits for timers, which run on', async ({
  host,
}, testInfo) => {
  await host.clock.freeze('2027-01-01T00:00:00Z');
  await show(host, `setTimeout(() => fetch('${API}/last'), 300);`, testInfo);
  await failureOf(expect(host.requests).not.toHaveRequest(`${API}/last`));
  expect(host.clock.now()).toBe(Date.parse('2027-01-01T00:00:00Z'));
});

test('exact counts hold once all has come', async ({host}, testInfo) => {
  const each = `await (await fetch('${API}/last')).text(); shopify.toast.show('Saved');`;
  await show(host, `for (let i = 0; i < 3; i++) { ${each} }`, testInfo);
  await expect(host.requests).toHaveRequestTimes(`${API}/last`, 3, {status: 200});
  await expect(host.requests).not.toHaveRequestTimes(`${API}/last`, 2);
  await expect(host.calls).toHaveCallTimes('toast.show', 3, ['Saved']);
  await expect(host.calls).toHaveCallTimes('toast.show', 0, ['Lost']);
  const failure = await failureOf(expect(host.requests).toHaveRequestTimes(`${API}/last`, 2));
  expect(failure).toContain(`Expected exactly 2 requests to ${API}/last {}; there are 3.`);
});

for (const [name, then, pending] of [
  [
    'a request without an answer',
    `fetch('${API}/never');`,
    /GET https:\/\/myapp\.com\/never has been in flight for \d\.\d s\./,
  ],
  [
    'a token that never comes',
    'await shopify.sessionToken.get();',
    /sessionToken\.get\(\) has been pending for \d\.\d s\./,
  ],
  [
    'a timer that starts itself again',
    'const again = () => setTimeout(again, 800);\n    again();',
    /A timer of 800 ms is due within a second \(src\/Target\.js:\d+:\d+\)\./,
  ],
  [
    'an endless loop',
    'setTimeout(() => { for (;;); }, 10);',
    /Extension "at-target" has not answered for \d\.\d s: it may be in an endless loop\./,
  ],
] as const) {
  test(`not.toHaveRequest fails at its time-out and names ${name}`, async ({host, page}, testInfo) => {
    if (name === 'a token that never comes') await host.arm('host-never');
    await show(host, then, testInfo);
    const failure = await failureOf(expect(host.requests).not.toHaveRequest(`${API}/other`, {timeout: 1500}));
    expect(failure).toContain('Not settled within 1500 ms, so more may come:');
    expect(failure).toMatch(pending);
    await page.goto('about:blank'); // an extension that still hangs at the end fails its test
  });
}

test('a flood of console lines is cut, and leaves the page time to draw', async ({host, page}, testInfo) => {
  await show(
    host,
    `for (let i = 1; i <= 20_000; i++) console.log('line ' + i);\n    text.textContent = 'Done';`,
    testInfo,
  );

  await expect(page.getByText('Done')).toBeVisible();
  await expect
    .poll(() => host.logs.all.at(-1))
    .toMatchObject({text: 'line 20000', source: expect.stringMatching(/^src\/Target\.js:\d+:\d+$/)});

  expect(host.logs.all).toHaveLength(1001);
  expect(host.logs.all[500]).toMatchObject({
    level: 'warn',
    text: expect.stringContaining('19000 lines are left out here'),
  });
});

test.describe('with a backend that refuses preflights', () => {
  test.use({
    backends: {[API]: {command: 'node fixtures/backends/mirror/server.js', env: {PREFLIGHT: 'unauthorized'}}},
  });

  test('a route of the test is a notice, once, and the log claims no refusal', async ({
    host,
    page,
  }, testInfo) => {
    await page.route('**/*.png', (route) => route.abort());
    const ask = `await (await fetch('${API}/last', {headers: {'x-custom': '1'}})).text();`;
    await show(host, `${ask}\n    ${ask}`, testInfo);
    await expect(host.requests).toHaveRequestTimes(`${API}/last`, 2, {preflight: 'not sent'});
    expect(host.requests.last(`${API}/last`)?.problem?.cause).toBe(
      'no session token was found in its headers',
    );

    expect(host.notices).toMatchObject([
      {
        code: 'page-route-active',
        message: expect.stringContaining('Playwright answered a CORS preflight itself'),
      },
    ]);
  });
});
