import {expect, test} from 'simhost/playwright';

const APP = 'https://myapp.example.com';
const HOOKS = `${APP}/webhooks`;

test.use({
  app: {
    url: APP,
    scopes: ['write_products'],
    optionalScopes: ['read_orders'],
    webhooks: {
      subscriptions: [
        {topics: ['app/uninstalled', 'app/scopes_update', 'products/update'], uri: '/webhooks'},
        {topics: ['orders/create'], uri: '/missing'},
        {topics: ['customers/redact'], uri: '/webhooks'},
      ],
    },
  },
  backends: {[APP]: {command: 'node fixtures/backends/app-access/server.js'}},
});

test('the library accepts a webhook of the shop', async ({simulation, host}) => {
  const [delivery] = await simulation.webhooks.send('products/update', {id: 1, title: 'Hat – ß'});
  expect(delivery).toMatchObject({url: HOOKS, state: 'delivered'});

  await expect(host.requests).toHaveRequest(HOOKS, {method: 'POST', status: 200});
  const [compliance] = await simulation.webhooks.send('customers/redact', {shop_id: 1});
  expect(compliance?.state).toBe('delivered');
});

test('the shop reports a change of scopes, and the uninstall', async ({simulation, host}) => {
  simulation.installation.grant(['read_orders']);
  simulation.installation.uninstall();
  await simulation.webhooks.settled();
  expect(simulation.webhooks.deliveries.map(({topic, state}) => `${topic} ${state}`)).toEqual([
    'app/scopes_update delivered',
    'app/uninstalled delivered',
  ]);
  await expect(host.requests).toHaveRequestTimes(HOOKS, 2, {status: 200});
});

test('a failed delivery is repeated when the clock moves', async ({simulation, host}) => {
  const [delivery] = await simulation.webhooks.send('orders/create', {id: 1});
  expect(delivery).toMatchObject({state: 'waiting', attempts: [{status: 404}]});
  await host.clock.advance('1m');
  await expect(host.requests).toHaveRequestTimes(`${APP}/missing`, 2, {status: 404});
});

test('a request without the signature of the shop is refused', async ({request}) => {
  const headers = {'x-shopify-hmac-sha256': 'AAAA', 'x-shopify-topic': 'app/uninstalled'};
  expect((await request.post(HOOKS, {headers, data: '{}'})).status()).toBe(401);
});
