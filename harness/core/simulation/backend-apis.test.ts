import {expect, test} from '@playwright/test';
import {setupServer} from 'msw/node';
import {
  customerAccountApiBase,
  customerAccountDiscoveryUrl,
} from '../platforms/shopify/customer-account-api.ts';
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
  });
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
