// The cases of routes for staff. simhost plays no admin: its pages give out no ID token, and what staff sends here is minted by the test.
import type {Page} from '@playwright/test';
import {expect, test} from 'simhost/playwright';

const ORDERS = 'https://staff.example.com/api/orders';
const POINTS = 'https://loyalty.example.com/api/points';
const ELSEWHERE = 'https://elsewhere.example.com/';
const LOYALTY = 'fixtures/extensions/loyalty';

test.use({
  app: {clientId: 'loyalty-client-id', clientSecret: 'loyalty-client-secret'},
  backends: {
    'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'},
    'https://staff.example.com': {command: 'node fixtures/backends/staff/server.js'},
    'https://elsewhere.example.com': {command: 'node fixtures/backends/mirror/server.js'},
  },
});

interface Answer {
  readonly status: number;
  /** The header by which App Bridge knows that it may ask again, as a page of another origin reads it. */
  readonly retry: string | null;
}

function ask(page: Page, token: string, url = ORDERS): Promise<Answer> {
  return page.evaluate(
    async ([to, bearer]) => {
      const {status, headers} = await fetch(to, {headers: {authorization: `Bearer ${bearer}`}});
      return {status, retry: headers.get('x-shopify-retry-invalid-session-request')};
    },
    [url, token] as const,
  );
}

test('http-expose-retry: a page can read that it may ask once more, and a fresh token is let in', async ({
  host,
  page,
  simulation,
}) => {
  await host.mount(LOYALTY);
  await host.arm('http-expose-retry');
  const mint = (): Promise<string> => simulation.mint('admin');
  expect(await ask(page, await mint())).toEqual({status: 401, retry: '1'});
  expect(await ask(page, await mint())).toEqual({status: 200, retry: null});
  await expect(host.requests).toHaveBeenRefused(ORDERS, {case: 'http-expose-retry'});
  await expect(host.requests).toHaveRequest(ORDERS, {status: 200, case: null});
});

test('http-expose-retry: a backend without that header leaves the page with a plain 401', async ({
  host,
  page,
  simulation,
}) => {
  await host.mount(LOYALTY);
  await host.arm('http-expose-retry');
  expect(await ask(page, await simulation.mint('admin'), POINTS)).toEqual({status: 401, retry: null});
  await expect(host.requests).toHaveBeenRefused(POINTS, {case: 'http-expose-retry'});
});

test('host-auto-header: a request to the app’s own address has the token of the admin, and one to another address has none', async ({
  host,
  page,
  simulation,
}) => {
  await host.mount(LOYALTY);
  // What the admin does around the extension, which sets no header.
  await page.evaluate(
    ([own, token]) => {
      const plain = globalThis.fetch;
      globalThis.fetch = (input, init) => {
        const request = new Request(input, init);
        if (new URL(request.url).origin === own) request.headers.set('authorization', `Bearer ${token}`);
        return plain(request);
      };
    },
    [new URL(ORDERS).origin, await simulation.mint('admin')] as const,
  );

  const plainly = (url: string): Promise<number> =>
    page.evaluate(async (to) => (await fetch(to)).status, url);
  expect(await plainly(ORDERS)).toBe(200);
  expect(await plainly(ELSEWHERE)).toBe(401);
  await expect(host.requests).toHaveRequest(ORDERS, {
    status: 200,
    token: {iss: 'https://acme.myshopify.com/admin'},
  });

  await expect(host.requests).toHaveBeenRefused(ELSEWHERE, {token: null});
});

test('host-redirect-leak: a request that looks like one for a page is answered where it arrives', async ({
  host,
}) => {
  await host.arm('host-redirect-leak');
  const extension = await host.mount(LOYALTY);
  await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
  await expect(host.requests).toHaveRequest(POINTS, {status: 200, case: 'host-redirect-leak'});
});

test.describe('a backend that sends requests for pages on', () => {
  const command = 'node fixtures/backends/careless/server.js';
  test.use({
    backends: {
      'https://loyalty.example.com': {command, env: {SENDS_ON: ELSEWHERE}},
      'https://elsewhere.example.com': {command: 'node fixtures/backends/mirror/server.js'},
    },
  });

  test('host-redirect-leak: the browser goes along to the other origin, and the token does not', async ({
    host,
  }) => {
    await host.arm('host-redirect-leak');
    await host.mount(LOYALTY);
    const sentOn = await host.requests.waitFor(ELSEWHERE);
    expect(sentOn).toMatchObject({token: null, status: 401});
    const first = await host.requests.waitFor({url: POINTS, status: 302});
    expect(first).toMatchObject({case: 'host-redirect-leak', token: {sub: host.customer?.id}});
  });
});
