import {createHmac} from 'node:crypto';
import {expect, test} from '@playwright/test';
import type {WebhookMessage} from '../platforms/shopify/webhooks/webhook-message.ts';
import type {AppWebhook} from '../world/app-webhooks.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const SUBSCRIPTIONS: readonly AppWebhook[] = [
  {topics: ['app/uninstalled', 'app/scopes_update', 'shop/redact'], uri: '/webhooks'},
  {topics: ['products/update'], uri: 'https://hooks.example.com/products', includeFields: ['id', 'title']},
];

interface Shop {
  readonly core: SimulationCore;
  readonly messages: WebhookMessage[];
  /** The statuses of the next answers; 200 when the list is empty. */
  readonly statuses: (number | null)[];
}

function shopWith(subscriptions: readonly AppWebhook[] = SUBSCRIPTIONS): Shop {
  const webhooks = {apiVersion: '2026-07', subscriptions};
  const app = {clientSecret: 'a secret', url: 'https://myapp.com/app', scopes: ['read_orders'], webhooks};
  const core = createSimulationCore({
    seed: 1,
    scope: 'webhooks',
    app: {...app, optionalScopes: ['read_themes']},
  });
  core.clock.freeze('2026-11-20T12:00:00Z');

  const messages: WebhookMessage[] = [];
  const statuses: (number | null)[] = [];
  core.webhooks.connect(async (message) => {
    messages.push(message);
    return statuses.length > 0 ? (statuses.shift() ?? null) : 200;
  });
  return {core, messages, statuses};
}

/** Waits until a delivery has that many attempts. */
async function attempts({core}: Shop, count: number): Promise<void> {
  await expect.poll(() => core.webhooks.deliveries[0]?.attempts.length).toBe(count);
}

test('sends a signed request with the documented headers', async () => {
  const {core, messages} = shopWith();
  const [delivery] = await core.webhooks.send('products/update', {id: 1, title: 'Hat', vendor: 'Acme'});
  expect(delivery).toMatchObject({topic: 'products/update', state: 'delivered', attempts: [{status: 200}]});

  const [{url, headers, body} = {url: '', headers: {}, body: ''}] = messages;
  expect(url).toBe('https://hooks.example.com/products');
  expect(body).toBe('{"id":1,"title":"Hat"}');
  expect(headers).toMatchObject({
    'X-Shopify-Topic': 'products/update',
    'X-Shopify-Hmac-Sha256': createHmac('sha256', 'a secret').update(body).digest('base64'),
    'X-Shopify-Shop-Domain': 'acme.myshopify.com',
    'X-Shopify-API-Version': '2026-07',
    'X-Shopify-Triggered-At': '2026-11-20T12:00:00.000Z',
    'X-Shopify-Webhook-Id': delivery?.id,
    'X-Shopify-Event-Id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('reports an uninstall, and asks to erase the shop 48 hours later', async () => {
  const {core, messages} = shopWith();
  core.appAccess.installation.uninstall();
  await core.webhooks.settled();
  expect(messages.map(({url, headers}) => [url, headers['X-Shopify-Topic']])).toEqual([
    ['https://myapp.com/webhooks', 'app/uninstalled'],
  ]);
  expect(messages[0]?.body).toContain('"myshopify_domain":"acme.myshopify.com"');

  core.clock.advance('48h');
  await expect.poll(() => messages.at(-1)?.headers['X-Shopify-Topic']).toBe('shop/redact');
  core.close();
});

test('an app that is installed again keeps its shop', async () => {
  const {core, messages} = shopWith();
  core.appAccess.installation.uninstall();
  core.appAccess.installation.install();
  core.clock.advance('48h');
  await core.webhooks.settled();
  expect(messages.map(({headers}) => headers['X-Shopify-Topic'])).toEqual(['app/uninstalled']);
  core.close();
});

test('reports a change of scopes', async () => {
  const {core, messages} = shopWith();
  core.appAccess.installation.grant(['read_themes']);
  await core.webhooks.settled();
  expect(JSON.parse(messages[0]?.body ?? '')).toMatchObject({
    previous: ['read_orders'],
    current: ['read_orders', 'read_themes'],
  });
});

test('repeats a delivery that fails, with the same bytes, on simulated time', async () => {
  const shop = shopWith();
  const {core, messages, statuses} = shop;
  statuses.push(500, null, 302);
  const [delivery] = await core.webhooks.send('products/update', {id: 1});
  expect(delivery?.state).toBe('waiting');

  core.clock.advance('59s');
  expect(messages).toHaveLength(1);
  core.clock.advance('1s');
  await attempts(shop, 2);
  core.clock.advance('2m');
  await attempts(shop, 3);
  core.clock.advance('4m');
  await attempts(shop, 4);

  expect(core.webhooks.deliveries[0]?.state).toBe('delivered');
  expect(core.webhooks.deliveries[0]?.attempts.map(({status}) => status)).toEqual([500, null, 302, 200]);
  expect(new Set(messages.map((message) => JSON.stringify(message))).size).toBe(1);
});

test('after eight repetitions a delivery fails, and a subscription of the Admin API ends', async () => {
  const shop = shopWith([]);
  const {core, statuses} = shop;
  const {webhooks: made} = core.adminApi.records;
  made.add({
    topic: 'PRODUCTS_UPDATE',
    uri: '/hooks',
    format: 'JSON',
    includeFields: [],
    metafieldNamespaces: [],
    filter: null,
    subTopic: null,
    apiVersion: '2026-04',
  });

  statuses.push(...Array.from({length: 9}, () => 500));
  await core.webhooks.send('products/update', {id: 1});
  for (let count = 2; count <= 9; count++) {
    core.clock.advance('2h');
    await attempts(shop, count);
  }

  await expect.poll(() => core.webhooks.deliveries[0]?.state).toBe('failed');
  expect(made.list()).toEqual([]);
});

test('an uninstall is also reported to a subscription of the Admin API, which ends with it', async () => {
  const {core, messages} = shopWith([]);
  const {webhooks: made} = core.adminApi.records;
  const rest = {includeFields: [], metafieldNamespaces: [], filter: null, subTopic: null};
  made.add({
    topic: 'APP_UNINSTALLED',
    uri: 'https://myapp.com/gone',
    format: 'JSON',
    apiVersion: '2026-04',
    ...rest,
  });
  core.appAccess.installation.uninstall();
  await core.webhooks.settled();
  expect(messages.map(({url}) => url)).toEqual(['https://myapp.com/gone']);
  expect(made.list()).toEqual([]);
});

test('refuses a topic without a subscription, an app that is not installed, and a wrong payload', async () => {
  const {core} = shopWith();
  const {webhooks, appAccess} = core;
  await expect(webhooks.send('products/updated', {})).rejects.toThrow(/Did you mean "products\/update"/);
  await expect(webhooks.send('products/update', 'x' as never)).rejects.toThrow(/Give an object/);

  appAccess.installation.uninstall();
  await expect(webhooks.send('products/update', {})).rejects.toThrow(/does not have the app/);
  await expect(webhooks.send('shop/redact', {})).resolves.toHaveLength(1);
  core.close();
});

test('an address that simhost does not reach gets nothing, and is listed', async () => {
  const {core, messages} = shopWith([{topics: ['orders/create'], uri: 'pubsub://project:topic'}]);
  const [delivery] = await core.webhooks.send('orders/create', {id: 1});
  expect(delivery).toMatchObject({state: 'not sent', attempts: []});
  expect(messages).toEqual([]);
});
