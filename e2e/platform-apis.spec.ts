import {symlink, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {TestInfo} from '@playwright/test';
import {graphql, http, HttpResponse} from 'msw';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'customer-account.order-status.block.render';
const CHECKOUT = 'purchase.checkout.block.render';
const API_ACCESS = '  [extensions.capabilities]\n  api_access = true\n';
const STOREFRONT_API = 'https://acme.myshopify.com/api/';
const ACCOUNT_API = 'https://shopify.com/548380009/account/customer/api/';

const GREETING = `{
  method: 'POST',
  headers: {'Content-Type': 'application/json'},
  body: JSON.stringify({
    query: 'query Greeting($id: ID!) { customer { firstName } order(id: $id) { name totalPrice { amount } } }',
    variables: {id: ORDER},
  }),
}`;

/** The same job for each generation: greets the customer with their order. */
const GENERATIONS: Readonly<Record<string, (testInfo: TestInfo) => Promise<string>>> = {
  '2026-07': (testInfo) => {
    const source = `import '@shopify/ui-extensions/preact';
import {render} from 'preact';
import {useEffect, useState} from 'preact/hooks';

export default async () => render(<Extension />, document.body);

function Extension() {
  const [found, setFound] = useState(null);
  useEffect(() => {
    fetch('shopify://customer-account/api/2026-07/graphql.json', ${GREETING.replace('ORDER', 'shopify.order.value.id')})
      .then((response) => response.json())
      .then(({data}) => setFound(data));
  }, []);
  return found && <s-text>{found.customer.firstName + ', ' + found.order.name + ': ' + found.order.totalPrice.amount}</s-text>;
}
`;

    return writeExtension(BLOCK, source, testInfo);
  },
  '2025-07': async (testInfo) => {
    const source = `import {useEffect, useState} from 'react';
import {reactExtension, Text, useOrder} from '@shopify/ui-extensions-react/customer-account';

export default reactExtension('${BLOCK}', () => <Extension />);

function Extension() {
  const [found, setFound] = useState(null);
  const {id} = useOrder();
  useEffect(() => {
    fetch('shopify:customer-account/api/2025-07/graphql.json', ${GREETING.replace('ORDER', 'id')})
      .then((response) => response.json())
      .then(({data}) => setFound(data));
  }, []);
  return found && <Text>{found.customer.firstName + ', ' + found.order.name + ': ' + found.order.totalPrice.amount}</Text>;
}
`;

    const folder = await writeExtension(BLOCK, source, testInfo, {version: '2025-07'});

    await symlink(resolve('fixtures/extensions/loyalty-2025-07/node_modules'), `${folder}/node_modules`);
    await writeFile(`${folder}/tsconfig.json`, '{"compilerOptions": {"jsx": "react-jsx"}}');
    return folder;
  },
};

for (const [version, write] of Object.entries(GENERATIONS)) {
  test(`an extension of ${version} reads customer and order, as its signals show them, without any capability`, async ({
    host,
  }, testInfo) => {
    await host.update({customer: {firstName: 'Augusta'}, order: {name: '#ENGINE-1'}});
    const extension = await host.mount(await write(testInfo));
    await expect(extension.getByText(`Augusta, #ENGINE-1: ${host.order.cost.total.amount}`)).toBeVisible();
    await expect(host.requests).toHaveRequest(`${ACCOUNT_API}${version}/graphql`, {
      method: 'POST',
      status: 200,
      outcome: 'platform',
    });
  });
}

for (const origin of ['shopifycdn', 'same-origin'] as const) {
  test.describe(`from the origin ${origin}`, () => {
    test.use({origin});

    test('both APIs answer', async ({host}, testInfo) => {
      const source = running(`
        const {data: account} = await (await ask(ACCOUNT, '{ customer { firstName } }')).json();
        const {data: storefront} = await (await ask('shopify:storefront/api/graphql.json', '{ shop { name } }')).json();
        say([account, storefront]);`);

      const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: API_ACCESS}));
      await expect(
        extension.getByText('[{"customer":{"firstName":"Ada"}},{"shop":{"name":"Acme Outfitters"}}]'),
      ).toBeVisible();
    });
  });
}

test('the Storefront API answers in the version of the extension, or in the one that the URL names', async ({
  host,
}, testInfo) => {
  const source = running(`
    const urls = ['shopify:storefront/api/graphql.json', 'shopify://storefront/api/2026-01/graphql.json'];
    const answers = await Promise.all(urls.map(async (url) => (await ask(url, '{ shop { name } }')).json()));
    say(answers.map(({data}) => data.shop.name));`);

  for (const target of [BLOCK, CHECKOUT]) {
    const name = target === BLOCK ? 'account' : 'checkout';
    const extension = await host.mount(
      await writeExtension(target, source, testInfo, {version: '2026-04', toml: API_ACCESS, name}),
    );
    await expect(extension.getByText('["Acme Outfitters","Acme Outfitters"]')).toBeVisible();
  }

  for (const version of ['2026-04', '2026-01']) {
    await expect(host.requests).toHaveRequest(`${STOREFRONT_API}${version}/graphql.json`, {
      status: 200,
      outcome: 'platform',
    });
  }
});

test('a page that stands on the checkout asks the Customer Account API across origins', async ({
  host,
  page,
}, testInfo) => {
  await host.use(graphql.query('Contracts', () => HttpResponse.json({data: {contracts: 2}})));
  await host.mount(await writeExtension(CHECKOUT, running('say("here")'), testInfo, {name: 'checkout'}));
  const source = running(`
    const headers = {'Content-Type': 'application/json', 'X-Extension': 'orders'};
    const asked = ['query Name { customer { firstName } }', 'query Contracts { contracts }'].map((query) => ask(ACCOUNT, query, {headers}));
    say(await Promise.all(asked.map(async (response) => (await (await response).json()).data)));`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

  await expect(extension.getByText('[{"customer":{"firstName":"Ada"}},{"contracts":2}]')).toBeVisible();
  expect(new URL(page.url()).origin).toBe('https://acme.myshopify.com');
});

test.describe('a pre-authenticated guest', () => {
  test.use({customer: null});

  test('reads the order of the page, and is denied the profile until they sign in', async ({
    host,
    page,
  }, testInfo) => {
    const source = running(`
      const query = () => ask(ACCOUNT, '{ order(id: "' + shopify.order.value.id + '") { name } customer { firstName } }').then((response) => response.json());
      const {data, errors} = await query();
      say([data.order.name, data.customer.firstName, errors[0].message, errors[0].extensions.code]);
      void shopify.requireLogin().then(async () => say((await query()).data));`);

    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
    const denied = JSON.stringify([
      host.order.name,
      null,
      'Access denied for firstName field.',
      'ACCESS_DENIED',
    ]);

    await expect(extension.getByText(denied)).toBeVisible();
    expect(host.requests.all.map(({problem}) => problem?.cause)).toContain(
      'the answer has GraphQL errors (version 2026-04 answered, not that of the URL): Access denied for firstName field',
    );

    await page.getByRole('dialog').getByRole('button', {name: 'Sign in'}).click();
    await expect(extension.getByText('"customer":{"firstName":"Ada"}')).toBeVisible();
  });
});

test("the address of Shopify's subscriptions app is the Customer Account API, and pauses a contract", async ({
  host,
}, testInfo) => {
  const source = running(`
    const APP = 'shopify:customer-accounts/customer/api/2025-01/graphql';
    const show = async () => {
      const query = '{ customer { subscriptionContracts(first: 5, sortKey: CREATED_AT) { edges { node { id status } } } } }';
      const {data} = await (await ask(APP, query)).json();
      const contracts = data.customer.subscriptionContracts.edges.map(({node}) => node);
      say(contracts.map(({status}) => status));
      return contracts;
    };

    const [{id}] = (await show()).filter(({status}) => status === 'ACTIVE');
    const button = Object.assign(document.createElement('s-button'), {textContent: 'Pause'});
    button.addEventListener('click', async () => {
      await ask(APP, 'mutation { subscriptionContractPause(subscriptionContractId: "' + id + '") { userErrors { message } } }');
      await show();
    });
    document.body.append(button);`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

  await expect(extension.getByText('["PAUSED","ACTIVE"]')).toBeVisible();
  await extension.getByRole('button', {name: 'Pause'}).click();
  await expect(extension.getByText('["PAUSED","PAUSED"]')).toBeVisible();
  await expect(host.requests).toHaveRequest(`${ACCOUNT_API}2025-01/graphql`, {status: 200});
});

test('mutations change what signals and the page show', async ({host}, testInfo) => {
  const source = running(`
    const show = () => say(shopify.buyerIdentity.customer.value.acceptsMarketing);
    shopify.buyerIdentity.customer.subscribe(show);
    show();
    const act = (title, mutation) => {
      const button = Object.assign(document.createElement('s-button'), {textContent: title});
      button.addEventListener('click', () => ask(ACCOUNT, mutation));
      document.body.append(button);
    };
    const order = shopify.order.value.id;
    const line = shopify.lines.value[0].id;
    act('Unsubscribe', 'mutation { customerEmailMarketingUnsubscribe { userErrors { message } } }');
    act('Return', 'mutation { orderRequestReturn(orderId: "' + order + '", requestedLineItems: [{lineItemId: "' + line + '", quantity: 1}]) { userErrors { message } } }');`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

  await expect(extension.getByText('true')).toBeVisible();
  await extension.getByRole('button', {name: 'Unsubscribe'}).click();
  await expect(extension.getByText('false')).toBeVisible();
  await extension.getByRole('button', {name: 'Return'}).click();
  await expect.poll(() => host.order.returns.at(-1)).toMatchObject({name: '#1001-R2', status: 'requested'});
});

test("a test's own handlers come before the platform's, with their own status and headers", async ({
  host,
}, testInfo) => {
  await host.use(
    graphql.query('Contracts', ({variables}) => HttpResponse.json({data: {contracts: [variables['state']]}})),
    http.post(`${STOREFRONT_API}:version/graphql.json`, () =>
      HttpResponse.json(
        {errors: [{message: 'Throttled'}]},
        {status: 430, statusText: 'Shopify Security Rejection'},
      ),
    ),
    http.post(`${ACCOUNT_API}unstable/graphql`, ({request}) =>
      HttpResponse.text(request.headers.get('accept') ?? '', {status: 503, headers: {'Retry-After': '7'}}),
    ),
  );

  const source = running(`
    const body = JSON.stringify({query: 'query Contracts($state: String!) { contracts(state: $state) }', variables: {state: 'ACTIVE'}});
    const {data} = await (await ask(ACCOUNT, '', {body})).json();
    const storefront = await ask('shopify:storefront/api/graphql.json', 'query Shop { shop { name } }');
    const account = await ask('shopify:customer-account/api/unstable/graphql.json', 'query Shop { shop { name } }', {headers: {Accept: 'application/graphql'}});
    say([
      data,
      [storefront.status, storefront.ok, storefront.statusText, (await storefront.json()).errors[0].message],
      [account instanceof Response, account.status, account.headers.get('retry-after'), await account.text(), account.url],
    ]);`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: API_ACCESS}));
  const expected = [
    {contracts: ['ACTIVE']},
    [430, false, 'Shopify Security Rejection', 'Throttled'],
    [true, 503, '7', 'application/graphql', 'shopify:customer-account/api/unstable/graphql.json'],
  ];

  await expect(extension.getByText(JSON.stringify(expected))).toBeVisible();
});

test('a request that is aborted ends so, also where the platform never answers', async ({host}, testInfo) => {
  let asked: () => void = () => {};
  const underway = new Promise<void>((arrived) => (asked = arrived));

  await host.use(
    graphql.query('Slow', () => {
      asked();
      return new Promise<never>(() => {});
    }),
  );

  const source = running(`
    const controller = new AbortController();
    const button = Object.assign(document.createElement('s-button'), {textContent: 'Cancel'});
    button.addEventListener('click', () => controller.abort());
    document.body.append(button);
    ask(ACCOUNT, 'query Slow { customer { id } }', {signal: controller.signal}).catch((error) => say([error.name, error === controller.signal.reason]));`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

  await underway;
  await extension.getByRole('button', {name: 'Cancel'}).click();
  await expect(extension.getByText('["AbortError",true]')).toBeVisible();
});

test('a metafield that is set comes back by the signal', async ({host}, testInfo) => {
  const toml = '  [[extensions.metafields]]\n  namespace = "custom"\n  key = "tier"\n';
  const source = running(`
    const show = () => say(shopify.appMetafields.value.filter(({target}) => target.type === 'customer').map(({metafield}) => metafield.value));
    shopify.appMetafields.subscribe(show);
    show();
    const button = Object.assign(document.createElement('s-button'), {textContent: 'Upgrade'});
    button.addEventListener('click', () => {
      const input = '{ownerId: "' + shopify.authenticatedAccount.customer.value.id + '", namespace: "custom", key: "tier", value: "gold"}';
      void ask(ACCOUNT, 'mutation { metafieldsSet(metafields: [' + input + ']) { userErrors { message } } }');
    });
    document.body.append(button);`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml}));

  await expect(extension.getByText('["silver"]')).toBeVisible();
  await extension.getByRole('button', {name: 'Upgrade'}).click();
  await expect(extension.getByText('["gold"]')).toBeVisible();
});

test('without api_access the Storefront API is refused with the lines to add', async ({host}, testInfo) => {
  const source = running(`await ask('shopify:storefront/api/graphql.json', '{ shop { name } }');`);
  await expect(host.mount(await writeExtension(BLOCK, source, testInfo))).rejects.toThrow(
    /fetch to shopify:storefront\/api\/graphql\.json was refused[\s\S]*\[extensions\.capabilities\]\s+api_access = true/,
  );
});

test('a fetch to a URL without an API is an error that says what exists', async ({host}, testInfo) => {
  for (const [target, url, message] of [
    [
      BLOCK,
      'shopify:storefront/graphql.json',
      /there is no API at this URL\.[\s\S]*shopify:storefront\/api\/graphql\.json/,
    ],
    [
      BLOCK,
      'shopify:customer-account/orders',
      /there is no API at this URL\.[\s\S]*shopify:\/\/customer-account\/api\/<version>\/graphql\.json/,
    ],
    [
      CHECKOUT,
      'shopify://customer-account/api/2026-07/graphql.json',
      /the Customer Account API is not available to "purchase\.checkout\.block\.render"/,
    ],
  ] as const) {
    await test.step(`${url} at ${target}`, async () => {
      const source = running(`await ask('${url}', '{ shop { name } }');`);
      const name = url.replace(/\W+/g, '-');
      await expect(
        host.mount(await writeExtension(target, source, testInfo, {toml: API_ACCESS, name})),
      ).rejects.toThrow(message);
    });
  }
});

/** A module that runs code and shows the outcome. */
function running(code: string): string {
  return `export default async () => {
  const ACCOUNT = 'shopify://customer-account/api/2026-07/graphql.json';
  const text = document.createElement('s-text');
  document.body.append(text);
  const say = (value) => (text.textContent = JSON.stringify(value));
  const ask = (url, query, init = {}) => fetch(url, {method: 'POST', body: JSON.stringify({query}), ...init});
  ${code}
};
`;
}
