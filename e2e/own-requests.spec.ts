import {graphql, http, HttpResponse} from 'msw';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'customer-account.order-status.block.render';
const CHECKOUT = 'purchase.checkout.block.render';
const API_ACCESS = '  [extensions.capabilities]\n  api_access = true\n';
const ALL_OPERATIONS = graphql.operation(() => HttpResponse.json({data: {answeredBy: 'test'}}));
const EVERYTHING = http.all('*', () => HttpResponse.json({data: {answeredBy: 'test'}}));

const ACCOUNT = 'shopify:customer-account/api/unstable/graphql.json';
const STOREFRONT = 'shopify:storefront/api/graphql.json';

/** Shows the number of parts of a token, and what each API and `shopify.query` answer. */
function querying(urls: readonly string[]): string {
  return `
export default async () => {
  const query = 'query Name { shop { name } }';
  const ask = async (url) => {
    const headers = {'Content-Type': 'application/json'};
    const response = await fetch(url, {method: 'POST', headers, body: JSON.stringify({query})});
    return (await response.json()).data;
  };
  const token = await shopify.sessionToken.get();
  const shown = [token.split('.').length];
  for (const url of ${JSON.stringify(urls)}) shown.push(await ask(url));
  shown.push((await shopify.query(query)).data);
  document.body.append(Object.assign(document.createElement('s-text'), {textContent: JSON.stringify(shown)}));
};
`;
}

const AT_BLOCK = querying([ACCOUNT, STOREFRONT]);
const AT_CHECKOUT = querying([STOREFRONT]);
const ANSWER = {answeredBy: 'test'};

for (const [name, handler] of Object.entries({
  'graphql.operation': ALL_OPERATIONS,
  "http.all('*')": EVERYTHING,
})) {
  for (const [target, source, queries] of [
    [BLOCK, AT_BLOCK, 3],
    [CHECKOUT, AT_CHECKOUT, 2],
  ] as const) {
    test(`${name} of a test answers the queries of ${target}, not its token, script or preflights`, async ({
      host,
    }, testInfo) => {
      await host.use(handler);
      const folder = await writeExtension(target, source, testInfo, {toml: API_ACCESS});

      const extension = await host.mount(folder);

      const shown = JSON.stringify([3, ...Array.from({length: queries}, () => ANSWER)]);
      await expect(extension.getByText(shown)).toBeVisible();
    });
  }
}

test('a checkout page gets both tokens and the answers of the test across origins', async ({
  host,
  page,
}, testInfo) => {
  await host.use(EVERYTHING);
  await host.mount(
    await writeExtension(CHECKOUT, AT_CHECKOUT, testInfo, {toml: API_ACCESS, name: 'checkout'}),
  );

  const extension = await host.mount(await writeExtension(BLOCK, AT_BLOCK, testInfo, {toml: API_ACCESS}));

  await expect(extension.getByText('[3,{"answeredBy":"test"}')).toBeVisible();
  expect(new URL(page.url()).origin).toBe('https://acme.myshopify.com');
});

test('a handler for once answers the first query of the extension, not the token before it', async ({
  host,
}, testInfo) => {
  const answer = {answeredBy: 'test, once'};
  await host.use(EVERYTHING);
  await host.use(graphql.operation(() => HttpResponse.json({data: answer}), {once: true}));

  const extension = await host.mount(await writeExtension(BLOCK, AT_BLOCK, testInfo, {toml: API_ACCESS}));

  await expect(extension.getByText(`[3,${JSON.stringify(answer)},{"answeredBy":"test"}`)).toBeVisible();
});

test('a Mini gets its user token although the test answers every request', async ({mini, page}) => {
  await mini.use(EVERYTHING);
  await mini.open('fixtures/minis/hook');

  const token = await page.evaluate(async () => {
    const {minisSDK} = globalThis as unknown as {
      minisSDK: {generateUserToken(): Promise<{data: {data: {token: string}}}>};
    };
    return JSON.stringify(await minisSDK.generateUserToken());
  });

  expect(token).toMatch(/"token":"[\w-]+\.[\w-]+\.[\w-]+"/);
});

test('a shopper is signed in although the test answers every request', async ({storefront, page}) => {
  await storefront.use(EVERYTHING);

  const {token} = await storefront.signIn('ada');

  expect(token.split('.')).toHaveLength(3);
  expect((await page.context().cookies()).map(({value}) => value)).toContain(token);
});
