import {graphql, http, HttpResponse} from 'msw';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const CHECKOUT = 'purchase.checkout.block.render';
const ORDER = 'customer-account.order-status.block.render';
const CAPABILITIES = '  [extensions.capabilities]\n  api_access = true\n  network_access = true\n';

/** Asks five times in a row, over one connection, and shows how each ended. */
function asking(ask: string): string {
  return `export default async () => {
  const outcomes = [];
  for (let nth = 0; nth < 5; nth++) outcomes.push(await (${ask})().then(() => 'ok', (error) => error.name));
  document.body.append(Object.assign(document.createElement('s-text'), {textContent: outcomes.join()}));
};
`;
}

test('a network error that a test gives once is met once by shopify.query', async ({host}, testInfo) => {
  await host.use(graphql.query('Shop', () => HttpResponse.error(), {once: true}));
  const source = asking(
    `() => shopify.query('query ' + (outcomes.length === 2 ? 'Shop' : 'Other') + ' { shop { name } }')`,
  );
  const extension = await host.mount(await writeExtension(CHECKOUT, source, testInfo, {toml: CAPABILITIES}));

  await expect(extension.getByText('ok,ok,TypeError,ok,ok')).toBeVisible();
  await expect(host.requests).toHaveRequestTimes(/graphql\.json/, 5, {method: 'POST'});
});

for (const method of ['GET', 'POST']) {
  test(`a network error that a test gives once is met once by a ${method} request`, async ({
    host,
  }, testInfo) => {
    const headers = {'access-control-allow-origin': '*'};
    await host.use(http.all('https://acme.myshopify.com/cart.js', () => HttpResponse.json({}, {headers})));
    await host.use(http.all('https://acme.myshopify.com/cart.js', () => HttpResponse.error(), {once: true}));
    await host.use(
      http.all('https://acme.myshopify.com/cart.js', () => HttpResponse.json({}, {headers}), {once: true}),
    );

    const source = asking(`() => fetch('https://acme.myshopify.com/cart.js', {method: '${method}'})`);
    const folder = await writeExtension(ORDER, source, testInfo, {toml: CAPABILITIES});
    const extension = await host.mount(folder);

    await expect(extension.getByText('ok,TypeError,ok,ok,ok')).toBeVisible();
    await expect(host.requests).toHaveRequestTimes('https://acme.myshopify.com/cart.js', 5);
  });
}
