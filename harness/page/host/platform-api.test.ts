import {test, expect} from '@playwright/test';
import type {SimhostError} from '../../errors.ts';
import {EXTENSION_HEADER, PAGE_SECRET_HEADER, type Mount} from '../../wire/control.ts';
import type {PlatformAnswer, PlatformRequest} from '../../wire/sandbox.ts';
import {mountOf} from './host-page.fixture.ts';
import {fetchPlatform} from './platform-api.ts';

const CHECKOUT = 'purchase.checkout.block.render';
const ACCOUNT = 'https://shopify.com/1/account/customer/api/';
const SHOP = 'https://acme.myshopify.com/api/';

for (const [url, address] of [
  ['shopify:storefront/api/graphql.json', `${SHOP}2025-07/graphql.json`],
  ['shopify:storefront/api/2026-04/graphql.json', `${SHOP}2026-04/graphql.json`],
  ['shopify://storefront/api/graphql.json', `${SHOP}2025-07/graphql.json`],
  ['shopify://storefront/api/unstable/graphql.json', `${SHOP}unstable/graphql.json`],
  ['shopify://customer-account/api/2026-07/graphql.json', `${ACCOUNT}2026-07/graphql`],
  ['shopify:customer-account/api/unstable/graphql.json?a=b#c', `${ACCOUNT}unstable/graphql?a=b`],
  ['shopify://customer-account/api/latest/graphql.json', `${ACCOUNT}latest/graphql`],
  ['shopify:customer-accounts/customer/api/2025-01/graphql', `${ACCOUNT}2025-01/graphql`],
  ['shopify://customer-accounts/customer/api/unstable/graphql?a=b', `${ACCOUNT}unstable/graphql?a=b`],
] as const) {
  test(`${url} goes to ${address}`, async () => {
    const {sent} = await ask(url);
    expect(sent.map((request) => request.url)).toEqual([address]);
  });
}

const PRODUCT = 'admin.product-details.block.render';

for (const [url, version] of [
  ['shopify:admin/api/graphql.json', '2025-07'],
  ['shopify:admin/api/2026-07/graphql.json', '2026-07'],
  ['shopify://admin/api/unstable/graphql.json', 'unstable'],
] as const) {
  test(`${url} of an extension of the admin goes to its Admin API ${version}, with the secret of the page`, async () => {
    const {sent} = await ask(url, {mount: {target: PRODUCT, capabilities: []}, method: 'POST'});
    expect(sent[0]?.url).toBe(`https://acme.myshopify.com/admin/api/${version}/graphql.json`);
    expect([sent[0]?.headers.get(PAGE_SECRET_HEADER), sent[0]?.headers.get('content-type')]).toEqual([
      'page-secret',
      'application/json',
    ]);
  });
}

test('a REST path of the direct API reaches the Admin API, which refuses it', async () => {
  const {sent} = await ask('shopify:admin/api/2026-07/products.json', {mount: {target: PRODUCT}});
  expect(sent[0]?.url).toBe('https://acme.myshopify.com/admin/api/2026-07/products.json');
});

for (const url of [
  'shopify:storefront/api/graphql.json',
  'shopify:admin/products/1',
  'shopify:admin/api/../../api/unstable/graphql',
  'shopify:admin/api/%2e%2e/%2e%2e/x',
]) {
  test(`an extension of the admin cannot fetch ${url}`, async () => {
    const refused = ask(url, {mount: {target: PRODUCT}});
    await expect(refused).rejects.toMatchObject({code: 'ERR_UNKNOWN_PLATFORM_URL'});
  });
}

test('a checkout has the Storefront API too', async () => {
  const {sent} = await ask('shopify:storefront/api/graphql.json', {mount: {target: CHECKOUT}});
  expect(sent).toHaveLength(1);
});

test("sends the extension's method, headers and body; only the Customer Account API gets the page's secret", async () => {
  const headers = [
    ['content-type', 'application/json'],
    [PAGE_SECRET_HEADER, 'guessed'],
    [EXTENSION_HEADER, 'guessed'],
  ] as const;

  const body = new TextEncoder().encode('{"query":""}').buffer;
  const account = await ask('shopify://customer-account/api/2026-07/graphql.json', {
    method: 'POST',
    headers,
    body,
  });

  const [request] = account.sent;

  expect([request?.method, request?.headers.get('content-type'), await request?.text()]).toEqual([
    'POST',
    'application/json',
    '{"query":""}',
  ]);

  expect([request?.headers.get(PAGE_SECRET_HEADER), request?.headers.get(EXTENSION_HEADER)]).toEqual([
    'page-secret',
    'gid://shopify/ActivatedUiExtension/1',
  ]);

  const {sent} = await ask('shopify:storefront/api/graphql.json');
  expect(sent[0]?.headers.has(PAGE_SECRET_HEADER)).toBe(false);
});

test('returns the answer of the API', async () => {
  const headers = {'x-request-id': 'r1'};
  const {answer} = await ask(
    'shopify:storefront/api/graphql.json',
    {},
    new Response('no', {status: 500, statusText: 'Broken', headers}),
  );

  expect(answer).toMatchObject({status: 500, statusText: 'Broken'});
  expect(answer.headers).toContainEqual(['x-request-id', 'r1']);
  expect(new TextDecoder().decode(answer.body ?? undefined)).toBe('no');
  expect(
    (await ask('shopify:storefront/api/graphql.json', {}, new Response(null, {status: 204}))).answer.body,
  ).toBeNull();
});

for (const [url, target, message] of [
  [
    'shopify:storefront/api/graphql',
    undefined,
    /^fetch to shopify:storefront\/api\/graphql: there is no API at this URL\./,
  ],
  ['shopify:storefront/graphql.json', undefined, /there is no API at this URL/],
  [
    'shopify:storefront/api/2026-7/graphql.json',
    undefined,
    /A version is a quarter such as 2025-07, unstable or latest\.$/,
  ],
  ['shopify:///storefront/api/graphql.json', undefined, /there is no API at this URL/],
  [
    'shopify:admin/api/graphql.json',
    undefined,
    /shopify:storefront.* or shopify:\/\/customer-account\/api\/<version>\/graphql\.json/,
  ],
  [
    'shopify://customer-account/api/graphql.json?token=1',
    undefined,
    /^fetch to shopify:\/\/customer-account\/api\/graphql\.json: there is no API/,
  ],
  ['shopify:admin/api/graphql.json', CHECKOUT, /^(?!.*customer-account)/s],
  ['shopify:customer-accounts/customer/api/graphql', undefined, /there is no API at this URL/],
  [
    'shopify:customer-accounts/customer/api/2026-07/graphql',
    CHECKOUT,
    /the Customer Account API is not available/,
  ],
  [
    'shopify://customer-account/api/2026-07/graphql.json',
    CHECKOUT,
    /the Customer Account API is not available to "purchase\.checkout\.block\.render"/,
  ],
] as const) {
  test(`${url} is an error that says what exists at ${target ?? 'a customer account target'}`, async () => {
    const error = await ask(url, {mount: target === undefined ? {} : {target}}).catch(
      (thrown: unknown) => thrown as SimhostError,
    );
    expect(error).toMatchObject({code: 'ERR_UNKNOWN_PLATFORM_URL', message: expect.stringMatching(message)});
  });
}

test('without api_access, refuses the Storefront API with the lines to add, but not the Customer Account API', async () => {
  const mount = {capabilities: ['network_access']};
  await expect(ask('shopify:storefront/api/graphql.json', {mount})).rejects.toMatchObject({
    name: 'ApiAccessDeniedError',
    code: 'ERR_API_ACCESS',
    message: expect.stringMatching(
      /^Extension is not allowed .*\[capabilities\].*api_access.*\nfetch to shopify:storefront\/api\/graphql\.json was refused.*\[extensions\.capabilities\]\napi_access = true$/s,
    ),
  });

  const {sent} = await ask('shopify://customer-account/api/2026-07/graphql.json', {
    mount: {capabilities: []},
  });

  expect(sent).toHaveLength(1);
});

async function ask(
  url: string,
  {
    mount = {},
    method = 'GET',
    headers = [],
    body = null,
  }: Partial<PlatformRequest> & {mount?: Partial<Mount>} = {},
  answered = new Response('{}'),
): Promise<{sent: Request[]; answer: PlatformAnswer}> {
  const sent: Request[] = [];
  const answer = await fetchPlatform(
    {id: 1, url, method, headers, body, stack: ''},
    {
      mount: mountOf({apiVersion: '2025-07', capabilities: ['api_access'], ...mount}),
      endpoints: {
        customerAccountApi: ACCOUNT,
        checkoutApi: '',
        storefrontApi: SHOP,
        adminApi: 'https://acme.myshopify.com/',
        storefrontToken: 'public-token',
      },
      secret: async () => 'page-secret',
      signal: new AbortController().signal,
      send: async (input, init) => {
        sent.push(new Request(input, init));
        return answered;
      },
    },
  );

  return {sent, answer};
}
