import {expect, test} from '@playwright/test';
import {adaAccount} from '../customer-account/account-state.fixture.ts';
import {queryCustomerAccount} from '../customer-account/query.ts';
import {queryDeps} from './query-deps.fixture.ts';

for (const {name, query, requested, actual} of [
  {name: 'leaves', query: '{ shop { name } customer { firstName lastName } }', requested: 2, actual: 2},
  {
    name: 'a page, which has fewer orders than it may have',
    query: '{ customer { orders(first: 100) { nodes { id } pageInfo { hasNextPage } } } }',
    requested: 1 + 2 + 100,
    actual: 1 + 2 + 3,
  },
  {
    name: 'edges, which cost as much as nodes',
    query: '{ customer { orders(first: 100) { edges { node { id } } } } }',
    requested: 1 + 2 + 100,
    actual: 1 + 2 + 3,
  },
  {
    name: 'an object that is not there',
    query: '{ order(id: "gid://shopify/Order/1") { totalPrice { amount } } }',
    requested: 2,
    actual: 0,
  },
  {
    name: 'a mutation',
    query: 'mutation { customerUpdate(input: {firstName: "Ada"}) { customer { id } } }',
    requested: 10 + 2,
    actual: 10 + 2,
  },
]) {
  test(`reports the cost of ${name}`, async () => {
    const given = {version: '2026-04', queries: queryDeps(), account: adaAccount, reportsCost: true};
    expect(await queryCustomerAccount({query}, given)).toMatchObject({
      extensions: {
        cost: {
          requestedQueryCost: requested,
          actualQueryCost: actual,
          throttleStatus: {maximumAvailable: 7500, currentlyAvailable: 7500 - actual, restoreRate: 100},
        },
      },
    });
  });
}

test('an invalid query costs nothing', async () => {
  const given = {version: '2026-04', queries: queryDeps(), account: adaAccount, reportsCost: true};
  expect(await queryCustomerAccount({query: '{ custmer { id } }'}, given)).not.toHaveProperty('extensions');
});

test('a query over 1000 is answered, with a notice', async () => {
  const queries = queryDeps();
  const query = '{ customer { orders(first: 100) { nodes { lineItems(first: 20) { nodes { id } } } } } }';
  const answer = await queryCustomerAccount(
    {query},
    {version: '2026-04', queries, account: adaAccount, reportsCost: true},
  );

  expect(answer).toHaveProperty('data.customer.orders.nodes.length', 3);
  expect(queries.notices).toMatchObject([
    {code: 'graphql-cost-high', message: expect.stringContaining('costs 2303 points')},
  ]);
});
