import {createHash} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {setupServer} from 'msw/node';
import {
  customerAccountApiBase,
  customerAccountDiscoveryUrl,
} from '../platforms/shopify/customer-account-api.ts';
import {PUBLISHED_CUSTOMER_CLIENT_ID} from '../world/customer-authentication.ts';
import {storefrontApiBase} from '../platforms/shopify/storefront-api.ts';
import {coreOf, createSimulation} from './simulation.ts';
import type {Simulation} from './simulation.ts';

const HANDLERS = ['handlers', 'openHandlers'] as const;

for (const kind of HANDLERS) {
  test(`${kind} answer a backend with the private token of the app`, async () => {
    const simulation = createSimulation({app: {privateStorefrontToken: 'shpat_mine'}});
    const url = `${storefrontApiBase(simulation.world.shop)}2026-04/graphql.json`;
    const query = '{ products(first: 1) { nodes { title tags } } }';
    const [product] = simulation.world.products;

    await served(simulation, kind, async () => {
      expect(await ask(url, query, {'Shopify-Storefront-Private-Token': 'shpat_mine'})).toEqual([
        200,
        {data: {products: {nodes: [{title: product?.title, tags: product?.tags}]}}},
      ]);

      expect(await ask(url, query, {'Shopify-Storefront-Private-Token': 'shpat_other'})).toMatchObject([
        401,
        {},
      ]);
    });
  });

  test(`${kind} sign a customer in for a backend`, async () => {
    const simulation = createSimulation();
    const {clientId} = simulation.world.app.customerAuthentication;
    const redirectUri = 'https://shop.example.com/callback';
    const verifier = 'a-verifier-of-43-characters-or-more-for-tests-0';

    await served(simulation, kind, async () => {
      const found = await fetch('https://acme.myshopify.com/.well-known/openid-configuration');
      const endpoints = (await found.json()) as {authorization_endpoint: string; token_endpoint: string};
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      const back = await fetch(`${endpoints.authorization_endpoint}?${query.toString()}`, {
        redirect: 'manual',
      });
      const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';

      const answer = await fetch(endpoints.token_endpoint, {
        method: 'POST',
        headers: {Origin: 'https://shop.example.com'},
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: clientId,
          redirect_uri: redirectUri,
          code,
          code_verifier: verifier,
        }),
      });
      expect([answer.status, await answer.json()]).toMatchObject([200, {token_type: 'bearer'}]);
    });
  });

  test(`${kind} answer a backend with an access token of the customer`, async () => {
    const simulation = createSimulation({customer: 'bea'});
    const token = await simulation.issueCustomerAccessToken();
    const query = '{ customer { displayName } }';

    await served(simulation, kind, async () => {
      const found = await fetch(customerAccountDiscoveryUrl(simulation.world.shop.domain));
      const {graphql_api: url} = (await found.json()) as {graphql_api: string};
      expect(url).toBe(`${customerAccountApiBase('548380009')}2026-04/graphql`);

      const bea = [
        200,
        {
          data: {customer: {displayName: 'Bea Byron'}},
          extensions: {cost: {requestedQueryCost: 1, actualQueryCost: 1}},
        },
      ];
      expect(await ask(url, query, {Authorization: token})).toMatchObject(bea);
      expect(await ask(url, query, {Authorization: `Bearer ${token}`})).toMatchObject(bea);

      simulation.signIn('ada');
      expect(await ask(url, query, {Authorization: token})).toMatchObject([401, {}]);
    });
  });

  test(`${kind} redact the fields that the app is not approved for`, async () => {
    const simulation = createSimulation({app: {protectedCustomerData: ['name']}});
    const token = await simulation.issueCustomerAccessToken();
    const url = `${customerAccountApiBase('548380009')}2026-04/graphql`;
    const query = '{ customer { firstName emailAddress { emailAddress } } }';

    await served(simulation, kind, async () => {
      expect(await ask(url, query, {Authorization: token})).toMatchObject([
        200,
        {
          data: {customer: {firstName: 'Ada', emailAddress: {emailAddress: null}}},
          errors: [{path: ['customer', 'emailAddress', 'emailAddress']}],
        },
      ]);
    });
  });
}

test('a backend without simhost/register is recognised by its tokens', async () => {
  const {accessTokens, platforms, world} = coreOf(createSimulation());
  const access = await accessTokens.issue();
  const identify = (host: string, headers: Record<string, string>): Promise<string | null> =>
    platforms.identify({host, headers: new Headers(headers), body: ''});

  expect(await identify('shopify.com', {Authorization: access})).toBe('token');
  const key = {'X-Shopify-Storefront-Access-Token': world.app.publicStorefrontToken};
  expect(await identify(world.shop.domain, key)).toBe('key');
  expect(await identify(world.shop.domain, {})).toBeNull();
});

test('access tokens and an own private token are redacted, published tokens are not', async () => {
  const core = coreOf(createSimulation({app: {privateStorefrontToken: 'shpat_mine'}}));
  const access = await core.accessTokens.issue();

  expect(core.secrets).toEqual(expect.arrayContaining(['shpat_mine', access]));
  expect(core.secrets).not.toContain(core.world.app.publicStorefrontToken);
  expect(coreOf(createSimulation()).secrets).toEqual([]);
});

test('a backend gets the tokens under the names that Hydrogen reads', () => {
  const {platforms} = coreOf(
    createSimulation({app: {publicStorefrontToken: 'open', privateStorefrontToken: 'closed'}}),
  );

  expect(platforms.environment).toMatchObject({
    PUBLIC_STOREFRONT_API_TOKEN: 'open',
    PRIVATE_STOREFRONT_API_TOKEN: 'closed',
    PUBLIC_STORE_DOMAIN: 'acme.myshopify.com',
    PUBLIC_CUSTOMER_ACCOUNT_API_CLIENT_ID: PUBLISHED_CUSTOMER_CLIENT_ID,
    PUBLIC_CUSTOMER_ACCOUNT_API_URL: 'https://shopify.com/548380009',
    SHOP_ID: '548380009',
  });
});

test('a client of the sign-in with an unknown or wrong option is refused', () => {
  const refused: readonly (readonly [object, string])[] = [
    [{clientId: ''}, 'ERR_BAD_OPTION'],
    [{redirectUris: ['/callback']}, 'ERR_BAD_OPTION'],
    [{redirectUris: ['https://shop.example.com/callback#done']}, 'ERR_BAD_OPTION'],
    [{reusedCode: 'accept'}, 'ERR_BAD_OPTION'],
    [{javascriptOrigins: ['https://shop.example.com/']}, 'ERR_BAD_OPTION'],
    [{redirectUri: 'https://shop.example.com'}, 'ERR_UNKNOWN_OPTION'],
  ];

  for (const [customerAuthentication, code] of refused)
    expect(() => createSimulation({app: {customerAuthentication}})).toThrow(expect.objectContaining({code}));
});

test('an empty token, and one token for both headers, are refused', () => {
  for (const app of [{privateStorefrontToken: ''}, {publicStorefrontToken: 'a', privateStorefrontToken: 'a'}])
    expect(() => createSimulation({app})).toThrow(expect.objectContaining({code: 'ERR_BAD_OPTION'}));
});

async function served(
  simulation: Simulation,
  kind: (typeof HANDLERS)[number],
  run: () => Promise<void>,
): Promise<void> {
  const server = setupServer(...(simulation[kind] as Simulation['openHandlers']));
  server.listen({onUnhandledRequest: 'error'});
  try {
    await run();
  } finally {
    server.close();
  }
}

async function ask(url: string, query: string, headers: Record<string, string>): Promise<[number, unknown]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json', ...headers},
    body: JSON.stringify({query}),
  });

  return [response.status, await response.json()];
}
