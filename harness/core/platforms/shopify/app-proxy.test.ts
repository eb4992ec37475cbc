import {expect, test} from '@playwright/test';
import {appProxyQuery} from './app-proxy.ts';

const FACTS = {
  app: {clientSecret: 'hush'},
  shop: 'shop-name.myshopify.com',
  pathPrefix: '/apps/awesome_reviews',
  timestamp: 1317327555,
  customerId: '',
};

test('signs the example of the documentation as it does', async () => {
  // https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
  const query = new URLSearchParams(await appProxyQuery('extra=1&extra=2', FACTS));

  expect(Object.fromEntries(query)).toEqual({
    extra: '2',
    shop: 'shop-name.myshopify.com',
    logged_in_customer_id: '',
    path_prefix: '/apps/awesome_reviews',
    timestamp: '1317327555',
    signature: 'e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb',
  });
  expect(query.getAll('extra')).toEqual(['1', '2']);
});

test('leaves the customer out if the option says so', async () => {
  expect(await appProxyQuery('', {...FACTS, customerId: null})).not.toContain('logged_in_customer_id');
});

test('drops the values of the sender for parameters that the shop sets', async () => {
  const search = 'shop=evil.myshopify.com&logged_in_customer_id=1&signature=forged&page=2';
  const query = new URLSearchParams(await appProxyQuery(search, FACTS));

  expect(query.getAll('shop')).toEqual(['shop-name.myshopify.com']);
  expect(query.getAll('logged_in_customer_id')).toEqual(['']);
  expect(query.getAll('signature')).toHaveLength(1);
  expect(query.get('page')).toBe('2');
});
