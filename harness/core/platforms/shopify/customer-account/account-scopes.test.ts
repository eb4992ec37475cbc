import {expect, test} from '@playwright/test';
import {CUSTOMER_SCOPES} from '../../../world/api-scopes.ts';
import {createWorld} from '../../../world/world.ts';
import {queryDeps} from '../graphql/query-deps.fixture.ts';
import {accountAccess} from './account-scopes.ts';
import {adaAccount} from './account-state.fixture.ts';
import {queryCustomerAccount} from './query.ts';

for (const [field, of, returns, scope] of [
  ['customer', 'QueryRoot', 'Customer', 'customer_read_customers'],
  ['order', 'QueryRoot', 'Order', 'customer_read_orders'],
  ['orders', 'Customer', 'OrderConnection', 'customer_read_orders'],
  ['draftOrders', 'Customer', 'DraftOrderConnection', 'customer_read_draft_orders'],
  ['storeCreditAccounts', 'Customer', 'StoreCreditAccountConnection', 'customer_read_store_credit_accounts'],
  [
    'subscriptionContracts',
    'Customer',
    'SubscriptionContractConnection',
    'customer_read_own_subscription_contracts',
  ],
  ['company', 'QueryRoot', 'Company', 'customer_read_companies'],
  ['customerUpdate', 'Mutation', 'CustomerUpdatePayload', 'customer_write_customers'],
  ['orderRequestReturn', 'Mutation', 'OrderRequestReturnPayload', 'customer_write_orders'],
  [
    'subscriptionContractPause',
    'Mutation',
    'SubscriptionContractPausePayload',
    'customer_write_own_subscription_contracts',
  ],
] as const) {
  test(`${of}.${field} needs ${scope}`, () => {
    const others = CUSTOMER_SCOPES.filter((known) => known !== scope && known !== writing(scope));
    expect(accountAccess(others)(of, field, returns, {})).toMatchObject({
      message: `Access denied for ${field} field.`,
      extensions: {code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes'},
    });
    expect(accountAccess([scope])(of, field, returns, {})).toBeNull();
    expect(accountAccess([writing(scope)])(of, field, returns, {})).toBeNull();
  });
}

test('an object without a documented scope is open, and so is what a page repeats', () => {
  expect(accountAccess([])('QueryRoot', 'shop', 'Shop', {})).toBeNull();
  expect(accountAccess([])('OrderConnection', 'nodes', 'Order', {})).toBeNull();
  expect(accountAccess([])('CustomerUpdatePayload', 'customer', 'Customer', {})).toBeNull();
});

test('a denied list takes its customer with it, as no customer is without one', async () => {
  const {app} = createWorld({app: {scopes: ['customer_read_customers']}});
  const query = '{ customer { firstName orders(first: 1) { nodes { id } } } }';
  const given = {version: '2026-04', queries: queryDeps(), account: () => adaAccount({app})};
  const answer: unknown = JSON.parse(JSON.stringify(await queryCustomerAccount({query}, given)));

  expect(answer).toMatchObject({
    data: null,
    errors: [
      {
        message: 'Access denied for orders field.',
        path: ['customer', 'orders'],
        extensions: {code: 'ACCESS_DENIED'},
      },
    ],
  });
});

test('an app has every scope without the option', () => {
  expect(createWorld().app.scopes).toEqual(expect.arrayContaining([...CUSTOMER_SCOPES]));
});

function writing(scope: string): string {
  return scope.replace('_read_', '_write_');
}
