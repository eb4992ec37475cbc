import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';
import {expect, test as base} from 'simhost/playwright';
import {codeBlocks} from './code-blocks.ts';
import {runSpecs} from './inner-run.ts';

const DEMO = `<!doctype html><title>Demo</title><h1>Points</h1><output></output>
<script type="module">
  import {show} from './demo.js';
  show(document.querySelector('output'));
</script>`;

const SCRIPT = `
const ask = async (url) => {
  const headers = {authorization: 'Bearer ' + await shopify.sessionToken.get()};
  const response = await fetch(url, {headers});
  return response.ok ? (await response.json()).points + ' points' : String(response.status);
};
export const show = async (output) => {
  output.textContent = await ask('https://loyalty.example.com/api/points').catch((error) => error.message);
};
`;

interface Demo {
  /** Serves the page on `http://localhost:<port>`. */
  readonly url: string;
}

const test = base.extend<{demo: Demo; other: Demo}>({
  demo: async ({}, use) =>
    served((path) => (path === '/demo.js' ? [SCRIPT, 'text/javascript'] : [DEMO, 'text/html']), use),
  other: async ({}, use) => served(() => ['{}', 'application/json'], use),
});

test.use({
  app: {clientId: 'loyalty-client-id', clientSecret: 'loyalty-client-secret'},
  backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'}},
});

test('an ordinary page of a server on this machine gets tokens that its backend accepts', async ({
  host,
  page,
  demo,
}) => {
  await host.inject(page);
  await page.goto(demo.url);
  await expect(page.getByText('120 points')).toBeVisible();
  await expect(host.requests).toHaveRequest('https://loyalty.example.com/api/points', {
    status: 200,
    origin: new URL(demo.url).origin,
    token: {sub: host.customer.id},
  });

  expect(new Set(host.requests.all.map(({url}) => new URL(url).hostname))).toEqual(
    new Set(['loyalty.example.com']),
  );
});

test('its clock and its customer are those of the test', async ({host, page, demo}) => {
  await host.inject(page);
  await page.goto(demo.url);
  await expect(page.getByText('120 points')).toBeVisible();
  await host.clock.advance('6m');
  await host.signIn('bea');
  await page.reload();
  await expect(page.getByText('10 points', {exact: true})).toBeVisible();
});

test('another server of this machine is refused by name', async ({host, page, demo, other}) => {
  await host.inject(page);
  await page.goto(demo.url);
  expect(await page.evaluate(async (url) => (await fetch(url)).status, other.url)).toBe(502);
  expect(host.requests.last(other.url)?.problem?.headline).toContain(new URL(other.url).origin);
});

test('without inject no server of this machine is reached', async ({host, page, demo}) => {
  const response = await page.goto(demo.url);
  expect(response?.status()).toBe(502);
  expect(host.requests.last(demo.url)?.problem).toMatchObject({
    turn: 'set-up',
    fix: expect.stringContaining('backends'),
  });
});

test('the test that docs/browser.md shows passes', async ({demo}, info) => {
  test.setTimeout(240_000); // a whole inner run
  const spec =
    codeBlocks(await readFile('docs/browser.md', 'utf8'), 'ts').find((code) =>
      code.includes('host.inject'),
    ) ?? '';

  const backend = `node "${resolve('fixtures/backends/loyalty/server.js')}"`;
  const shown = spec.replace('http://localhost:6006', demo.url).replace('node backend/server.js', backend);
  const {stdout} = await runSpecs(info.outputPath('suite'), {'demo.spec.ts': shown});

  expect(stdout).toContain('1 passed');
});

async function served(
  answer: (path: string) => readonly [body: string, type: string],
  use: (demo: Demo) => Promise<void>,
): Promise<void> {
  const server = createServer((request, response) => {
    const [body, type] = answer(request.url ?? '/');
    response.writeHead(200, {'content-type': type}).end(body);
  });

  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  await use({url: `http://localhost:${(server.address() as AddressInfo).port}/`});
  await new Promise((fulfil) => server.close(fulfil).closeAllConnections());
}
