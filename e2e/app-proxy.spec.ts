import type {TestInfo} from '@playwright/test';
import {http, HttpResponse} from 'msw';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'customer-account.order-status.block.render';
const CHECKOUT = 'purchase.checkout.block.render';
const PROXY = 'https://acme.myshopify.com/apps/reviews';
const NETWORK = '  [extensions.capabilities]\n  network_access = true\n';
const SERVER = {command: 'node fixtures/backends/reviews/server.js', path: '/proxy'};

test.use({
  app: {clientId: 'reviews-client-id', clientSecret: 'reviews-client-secret'},
  backends: {[PROXY]: SERVER},
});

/** Writes an extension that shows what it gets from a path below the app proxy. */
function asking(
  target: string,
  testInfo: TestInfo,
  {path = '/reviews/7?extra=1&extra=2', headers = "{authorization: 'Bearer ' + token}"} = {},
): Promise<string> {
  const source = `
export default async () => {
  const token = await shopify.sessionToken.get();
  const show = (textContent) => document.body.append(Object.assign(document.createElement('s-text'), {textContent}));
  try {
    const response = await fetch('${PROXY}${path}', {headers: ${headers}});
    show(response.status + ' ' + (await response.text()));
  } catch (error) {
    show(error.name + ': ' + error.message);
  }
};
`;
  return writeExtension(target, source, testInfo, {toml: NETWORK});
}

const ANSWER = {
  path: '/proxy/reviews/7',
  shop: 'acme.myshopify.com',
  prefix: '/apps/reviews',
  extra: ['1', '2'],
  customer: '',
  sub: 'gid://shopify/Customer/7001',
  host: 'acme.myshopify.com',
  cookie: null,
};

for (const target of [BLOCK, CHECKOUT]) {
  test(`an extension at ${target} reaches its app by the app proxy, which signs the query`, async ({
    host,
    page,
  }, testInfo) => {
    const extension = await host.mount(await asking(target, testInfo));

    await expect(extension.getByText(`200 ${JSON.stringify(ANSWER)}`)).toBeVisible();
    await expect(host.requests).toHaveRequest(/\/apps\/reviews\/reviews\/7/, {
      method: 'GET',
      status: 200,
      outcome: 'backend',
      preflight: 'allowed',
    });
    expect((await page.context().cookies()).map(({name}) => name)).not.toContain('visits');
  });

  test(`an app proxy without CORS headers fails at ${target}`, async ({host}, testInfo) => {
    const folder = await asking(target, testInfo, {path: '/no-cors', headers: '{}'});
    const extension = await host.mount(folder);

    await expect(extension.getByText('TypeError: Failed to fetch')).toBeVisible();
    const {problem} = await host.requests.waitFor(/no-cors/);
    expect(problem?.cause).toContain('Access-Control-Allow-Origin');
  });
}

for (const headers of ['{}', "{authorization: 'Bearer ' + token}"]) {
  test(`a shop behind its password page redirects a request with the headers ${headers}`, async ({
    host,
  }, testInfo) => {
    await host.arm('host-password-page');
    const extension = await host.mount(await asking(CHECKOUT, testInfo, {headers}));

    await expect(extension.getByText('TypeError: Failed to fetch')).toBeVisible();
    const redirected = host.requests.all.find(({status}) => status === 302);
    expect(redirected?.problem?.cause).toContain(
      'the shop is behind its password page, so it redirected the request to https://acme.myshopify.com/password',
    );
  });
}

test('the signature follows the clock of the test', async ({host}, testInfo) => {
  await host.clock.advance('30d');
  const extension = await host.mount(await asking(BLOCK, testInfo));

  await expect(extension.getByText('"path":"/proxy/reviews/7"')).toBeVisible();
});

test.describe('with the parameter left out', () => {
  test.use({
    app: {clientId: 'reviews-client-id', clientSecret: 'reviews-client-secret', proxyCustomerId: 'absent'},
  });

  test('the app gets no logged_in_customer_id', async ({host}, testInfo) => {
    const extension = await host.mount(await asking(BLOCK, testInfo));

    await expect(extension.getByText('"customer":"absent"')).toBeVisible();
  });
});

test.describe('without a mapped app proxy', () => {
  test.use({backends: {}});

  test('the request names the line to add', async ({host}, testInfo) => {
    await host.mount(await asking(CHECKOUT, testInfo));

    const {problem} = await host.requests.waitFor({url: /reviews/, status: 501});
    expect(problem?.fix).toContain(`backends: {'${PROXY}': 'http://localhost:3000/path/of/the/app'}`);
  });

  test('a handler of the test answers', async ({host}, testInfo) => {
    await host.use(
      http.all(`${PROXY}/*`, () =>
        HttpResponse.json({answeredBy: 'test'}, {headers: {'access-control-allow-origin': '*'}}),
      ),
    );
    const extension = await host.mount(await asking(CHECKOUT, testInfo, {headers: '{}'}));

    await expect(extension.getByText('200 {"answeredBy":"test"}')).toBeVisible();
  });
});
