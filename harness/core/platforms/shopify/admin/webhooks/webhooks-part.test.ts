import {expect, test} from '@playwright/test';
import {adminDeps, ask} from '../admin-deps.fixture.ts';
import {topicPath} from './webhook-subscriptions.ts';

const CREATE = `mutation ($topic: WebhookSubscriptionTopic!, $input: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $input) {
    webhookSubscription { id topic uri format apiVersion { handle } includeFields }
    userErrors { field message }
  }
}`;
const URI = 'https://app.example.com/webhooks';

function productsApp(): ReturnType<typeof adminDeps> {
  return adminDeps({app: {scopes: ['read_products']}});
}

test('a subscription is kept for the platform that sends webhooks', async () => {
  const deps = productsApp();
  const input = {uri: URI, includeFields: ['id']};
  expect(await ask(deps, CREATE, {topic: 'PRODUCTS_UPDATE', input})).toMatchObject({
    data: {
      webhookSubscriptionCreate: {
        webhookSubscription: {
          topic: 'PRODUCTS_UPDATE',
          uri: URI,
          format: 'JSON',
          apiVersion: {handle: '2026-07'},
        },
        userErrors: [],
      },
    },
  });

  expect(deps.records.webhooks.to('products/update')).toMatchObject([{uri: URI, includeFields: ['id']}]);
  expect(deps.records.webhooks.to('products/create')).toEqual([]);
});

const REFUSED = [
  ['an address that is taken', {topic: 'PRODUCTS_UPDATE', input: {uri: URI}}, 'already been taken'],
  [
    'an address without TLS',
    {topic: 'PRODUCTS_CREATE', input: {uri: 'http://a.example'}},
    'http:// is not supported',
  ],
  ['no address', {topic: 'PRODUCTS_CREATE', input: {}}, "Address can't be"],
  ['a topic without its scope', {topic: 'ORDERS_CREATE', input: {uri: URI}}, 'permission'],
] as const;

for (const [name, variables, message] of REFUSED) {
  test(`refuses ${name} in userErrors`, async () => {
    const deps = productsApp();
    await ask(deps, CREATE, {topic: 'PRODUCTS_UPDATE', input: {uri: URI}});
    expect(await ask(deps, CREATE, variables)).toMatchObject({
      data: {
        webhookSubscriptionCreate: {
          webhookSubscription: null,
          userErrors: [{message: expect.stringContaining(message)}],
        },
      },
    });
    expect(deps.records.webhooks.list()).toHaveLength(1);
  });
}

test('a subscription is changed, listed, found by its id, and removed', async () => {
  const deps = productsApp();
  await ask(deps, CREATE, {topic: 'PRODUCTS_UPDATE', input: {uri: URI}});
  const [{id} = {id: ''}] = deps.records.webhooks.list();

  const update = `mutation { webhookSubscriptionUpdate(id: "${id}", webhookSubscription: {filter: "id:1"}) {
    webhookSubscription { filter uri } } }`;
  expect(await ask(deps, update)).toMatchObject({
    data: {webhookSubscriptionUpdate: {webhookSubscription: {filter: 'id:1', uri: URI}}},
  });

  const read = `{ node(id: "${id}") { ... on WebhookSubscription { topic } }
    webhookSubscriptions(first: 5, topics: [PRODUCTS_UPDATE]) { nodes { id } }
    none: webhookSubscriptions(first: 5, topics: [SHOP_UPDATE]) { nodes { id } }
    webhookSubscriptionsCount { count } }`;
  expect(await ask(deps, read)).toMatchObject({
    data: {
      node: {topic: 'PRODUCTS_UPDATE'},
      webhookSubscriptions: {nodes: [{id}]},
      none: {nodes: []},
      webhookSubscriptionsCount: {count: 1},
    },
  });

  const remove = `mutation { webhookSubscriptionDelete(id: "${id}") { deletedWebhookSubscriptionId userErrors { field } } }`;
  expect(await ask(deps, remove)).toMatchObject({
    data: {webhookSubscriptionDelete: {deletedWebhookSubscriptionId: id, userErrors: []}},
  });
  expect(await ask(deps, remove)).toMatchObject({
    data: {webhookSubscriptionDelete: {deletedWebhookSubscriptionId: null, userErrors: [{field: ['id']}]}},
  });
});

const PATHS = [
  ['PRODUCTS_UPDATE', 'products/update'],
  ['APP_UNINSTALLED', 'app/uninstalled'],
  ['APP_SUBSCRIPTIONS_UPDATE', 'app_subscriptions/update'],
  ['CUSTOMERS_EMAIL_MARKETING_CONSENT_UPDATE', 'customers_email_marketing_consent/update'],
  ['CUSTOMERS_UPDATE', 'customers/update'],
  ['SUBSCRIPTION_BILLING_CYCLE_EDITS_CREATE', 'subscription_billing_cycle_edits/create'],
  ['FULFILLMENT_ORDERS_MOVED', 'fulfillment_orders/moved'],
  ['ORDERS_PARTIALLY_FULFILLED', 'orders/partially_fulfilled'],
] as const;

for (const [topic, path] of PATHS)
  test(`the header of ${topic} is ${path}`, () => {
    expect(topicPath(topic)).toBe(path);
  });
