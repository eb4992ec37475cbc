import {expect, test} from '@playwright/test';
import {dataOf, shopWith} from '../model/shop-with.fixture.ts';

const CREATE = `mutation ($input: CustomerInput!) { customerCreate(input: $input) {
  customer { id displayName tags defaultEmailAddress { emailAddress marketingState } defaultAddress { city } }
  userErrors { field message } } }`;

test('creates, changes and deletes a customer', async () => {
  const shop = shopWith();
  const input = {
    firstName: 'Mary',
    email: 'mary@example.com',
    tags: ['vip'],
    emailMarketingConsent: {marketingState: 'SUBSCRIBED'},
    addresses: [{address1: '1 Road', city: 'Ottawa', countryCode: 'CA', zip: 'K1A 0A1'}],
  };
  const created = (await dataOf(shop, CREATE, {input})) as {customerCreate: {customer: {id: string}}};
  const {id} = created.customerCreate.customer;
  expect(created).toMatchObject({
    customerCreate: {
      customer: {
        displayName: 'Mary',
        tags: ['vip'],
        defaultEmailAddress: {emailAddress: 'mary@example.com', marketingState: 'SUBSCRIBED'},
        defaultAddress: {city: 'Ottawa'},
      },
      userErrors: [],
    },
  });

  const update = `mutation ($input: CustomerInput!) { customerUpdate(input: $input) { customer { displayName note } userErrors { field message } } }`;
  expect(await dataOf(shop, update, {input: {id, lastName: 'Somerville', note: 'Calls'}})).toEqual({
    customerUpdate: {customer: {displayName: 'Mary Somerville', note: 'Calls'}, userErrors: []},
  });
  expect(
    await dataOf(
      shop,
      `{ customers(first: 5, query: "email:mary@example.com") { nodes { id } } customersCount { count } }`,
    ),
  ).toEqual({
    customers: {nodes: [{id}]},
    customersCount: {count: 3},
  });

  const remove = `mutation ($id: ID!) { customerDelete(input: {id: $id}) { deletedCustomerId userErrors { field message } } }`;
  expect(await dataOf(shop, remove, {id})).toEqual({customerDelete: {deletedCustomerId: id, userErrors: []}});
  expect(await dataOf(shop, remove, {id})).toEqual({
    customerDelete: {
      deletedCustomerId: null,
      userErrors: [{field: ['id'], message: "Customer can't be found"}],
    },
  });
  expect(await dataOf(shop, remove, {id: 'gid://shopify/Customer/7001'})).toMatchObject({
    customerDelete: {deletedCustomerId: null, userErrors: [{field: ['id']}]},
  });
});

const REFUSED = [
  [{}, {field: null, message: 'A name, phone number, or email address must be present'}],
  [{email: 'nobody'}, {field: ['email'], message: 'Email is invalid'}],
  [{email: 'ADA@example.com'}, {field: ['email'], message: 'Email has already been taken'}],
  [{phone: 'call me'}, {field: ['phone'], message: 'Phone is invalid'}],
] as const;

for (const [input, error] of REFUSED) {
  test(`refuses a customer: ${error.message}`, async () => {
    expect(await dataOf(shopWith(), CREATE, {input})).toEqual({
      customerCreate: {customer: null, userErrors: [error]},
    });
  });
}
