import type {BrowserContext, Page} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import type {Simulation} from 'simhost';

const APP = 'https://admin-app.example.com';
const API = 'https://acme.myshopify.com/admin/api/2026-07/graphql.json';

test.use({
  app: {scopes: ['read_products'], optionalScopes: ['read_orders']},
  backends: {[APP]: {command: 'node fixtures/backends/admin-api/server.js'}},
});

/** The answer of the app's server. */
interface Outcome {
  readonly status: number;
  readonly body: unknown;
}

type Send = (deed: string, body?: object) => Promise<Outcome>;

/** Opens a page of the app, which sends requests with an ID token, or with an access token of the Admin API. */
async function openApp(
  context: BrowserContext,
  headers: () => Promise<Record<string, string>>,
): Promise<[Page, Send]> {
  const page = await context.newPage();
  await page.goto(APP);
  const send: Send = async (deed, body = {}) =>
    page.evaluate(
      async ([path, sent, text]) => {
        const response = await fetch(`/${path}`, {method: 'POST', headers: sent, body: text});
        return {status: response.status, body: await response.json()};
      },
      [deed, await headers(), JSON.stringify(body)] as const,
    );
  return [page, send];
}

function withIdToken(simulation: Simulation): () => Promise<Record<string, string>> {
  return async () => ({authorization: `Bearer ${await simulation.mint('admin')}`});
}

test('an unchanged backend exchanges an ID token and asks for the shop', async ({context, simulation}) => {
  const [, send] = await openApp(context, withIdToken(simulation));
  const query = '{ shop { name myshopifyDomain } currentAppInstallation { accessScopes { handle } } }';
  expect(await send('query', {query})).toEqual({
    status: 200,
    body: {
      shop: {name: 'Acme Outfitters', myshopifyDomain: 'acme.myshopify.com'},
      currentAppInstallation: {accessScopes: [{handle: 'read_products'}]},
    },
  });
  expect(JSON.stringify(simulation.requests.entries)).not.toMatch(/shpat_/);
});

test('the library registers webhooks, and finds them again', async ({context, simulation}) => {
  const [, send] = await openApp(context, withIdToken(simulation));
  const registered = (await send('register')).body;
  expect(registered).toMatchObject({
    PRODUCTS_UPDATE: [{success: true, operation: 'create'}],
    APP_UNINSTALLED: [{success: true, operation: 'create'}],
  });
  expect((await send('register')).body).toEqual({PRODUCTS_UPDATE: [], APP_UNINSTALLED: []});

  const query = '{ webhookSubscriptions(first: 10) { nodes { topic uri } } }';
  expect((await send('query', {query})).body).toEqual({
    webhookSubscriptions: {
      nodes: [
        {topic: 'PRODUCTS_UPDATE', uri: `${APP}/webhooks`},
        {topic: 'APP_UNINSTALLED', uri: `${APP}/webhooks`},
      ],
    },
  });
});

test('the library bills the merchant, who accepts in the admin', async ({context, simulation}) => {
  const [page, send] = await openApp(context, withIdToken(simulation));
  expect((await send('check')).body).toMatchObject({hasActivePayment: false});

  const confirmationUrl = String((await send('subscribe')).body);
  const merchant = await context.newPage();
  await merchant.goto(confirmationUrl);
  await expect(merchant.getByRole('heading', {name: 'Approve Pro'})).toBeVisible();
  await expect(merchant.getByRole('listitem')).toHaveText([
    '$10.00 every 30 days',
    '$1 for 10 labels, up to $30.00',
  ]);
  const returned = merchant.waitForRequest(/charge_id=\d+/);
  await merchant.getByRole('button', {name: 'Approve'}).click();
  await returned;

  const paid = (await send('check')).body as {appSubscriptions: {id: string}[]};
  expect(paid).toMatchObject({
    hasActivePayment: true,
    appSubscriptions: [{name: 'Pro', status: 'ACTIVE', trialDays: 7}],
  });
  expect((await send('use', {amount: 20})).body).toMatchObject({
    subscriptionLineItem: {plan: {pricingDetails: {balanceUsed: {amount: 20}}}},
  });
  expect(await send('use', {amount: 20})).toMatchObject({status: 500, body: {name: 'BillingError'}});

  expect((await send('cancel', {id: paid.appSubscriptions[0]?.id})).body).toMatchObject({
    status: 'CANCELLED',
  });
  expect((await send('check')).body).toMatchObject({hasActivePayment: false});
  await page.close();
});

test('the merchant buys once', async ({context, simulation}) => {
  const [, send] = await openApp(context, withIdToken(simulation));
  const merchant = await context.newPage();
  await merchant.goto(String((await send('buy')).body));
  await merchant.getByRole('button', {name: 'Decline'}).click();
  await expect(merchant.getByRole('status')).toHaveText('Pack was declined.');

  await merchant.goto(String((await send('buy')).body));
  await merchant.getByRole('button', {name: 'Approve'}).click();
  const query = '{ currentAppInstallation { oneTimePurchases(first: 5) { nodes { status } } } }';
  await expect
    .poll(async () => (await send('query', {query})).body)
    .toEqual({
      currentAppInstallation: {oneTimePurchases: {nodes: [{status: 'DECLINED'}, {status: 'ACTIVE'}]}},
    });
});

test('a token that has expired, and one of an app that was uninstalled, are refused with 401', async ({
  context,
  simulation,
}) => {
  const token = await simulation.issueAdminAccessToken();
  const [, send] = await openApp(context, async () => ({'x-test-access-token': token}));
  const query = '{ shop { name } }';
  expect((await send('query', {query})).status).toBe(200);

  simulation.clock.advance('61m');
  const expired = await send('query', {query});
  expect(expired).toMatchObject({status: 500, body: {name: 'HttpResponseError', code: 401}});
  expect(
    simulation.requests.entries.find(({url, status}) => url === API && status === 401)?.problem,
  ).toMatchObject({
    cause: 'the access token has expired',
    turn: 'backend',
  });

  const live = await simulation.issueAdminAccessToken();
  const [, sendLive] = await openApp(context, async () => ({'x-test-access-token': live}));
  expect((await sendLive('query', {query})).status).toBe(200);
  simulation.installation.uninstall();
  expect(await sendLive('query', {query})).toMatchObject({status: 500, body: {code: 401}});
});

test('a scope that is missing is named', async ({context, simulation}) => {
  const [, send] = await openApp(context, withIdToken(simulation));
  const denied = await send('query', {query: '{ currentStaffMember { id } }'});
  expect(denied).toMatchObject({
    status: 500,
    body: {
      name: 'GraphqlQueryError',
      message: 'Access denied for currentStaffMember field. Required access: `read_users` access scope.',
    },
  });
});

test.describe('an app with scopes that a staff member lacks', () => {
  test.use({app: {scopes: ['read_products', 'read_orders']}});

  test('the online token of the staff member is refused with 403', async ({context, simulation}) => {
    const send = async (staff: 'grace' | 'joan'): Promise<Outcome> => {
      const token = await simulation.issueAdminAccessToken({staff});
      const [, ask] = await openApp(context, async () => ({'x-test-access-token': token}));
      return ask('query', {query: '{ orders(first: 1) { nodes { name } } }'});
    };

    expect((await send('grace')).status).toBe(200);
    expect(await send('joan')).toMatchObject({status: 500, body: {name: 'HttpResponseError', code: 403}});
    expect(
      simulation.requests.entries.find(({url, status}) => url === API && status === 403)?.problem,
    ).toEqual(
      expect.objectContaining({
        cause: 'the staff member of the online token has no permission for read_orders',
      }),
    );
  });
});

test.describe('an app that must use expiring tokens', () => {
  test.use({app: {scopes: ['read_products'], expiringTokens: 'required'}});

  test('a permanent token is refused with 403', async ({context, simulation}) => {
    const token = await simulation.issueAdminAccessToken({expiring: false});
    const [, send] = await openApp(context, async () => ({'x-test-access-token': token}));
    expect(await send('query', {query: '{ shop { name } }'})).toMatchObject({status: 500, body: {code: 403}});
  });
});

test('a field that is not simulated is refused by name', async ({context, simulation}) => {
  const [, send] = await openApp(context, withIdToken(simulation));
  const refused = await send('query', {query: '{ shop { nmae } }'});
  expect(refused).toMatchObject({
    status: 500,
    body: {message: expect.stringContaining('simhost does not simulate')},
  });
});
