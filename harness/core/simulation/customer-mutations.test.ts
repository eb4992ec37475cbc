import {expect, test} from '@playwright/test';
import {askAccount} from './account-api.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';

const ADDRESS =
  '{address1: "2 Work Street", city: "Boston", territoryCode: "US", zoneCode: "MA", zip: "02108"}';

test('customerUpdate changes the customer that pages show', async () => {
  const simulation = createSimulationCore();
  const {data} = await askAccount(
    simulation,
    'mutation { customerUpdate(input: {firstName: "Augusta"}) { customer { firstName displayName } userErrors { message } } }',
  );

  expect(data['customerUpdate']).toEqual({
    customer: {firstName: 'Augusta', displayName: 'Augusta Lovelace'},
    userErrors: [],
  });
  expect(simulation.customer?.firstName).toBe('Augusta');
  expect(simulation.pages.state().customer?.firstName).toBe('Augusta');
});

test('an empty name, a too long one, and one with tags or a URL are user errors', async () => {
  const simulation = createSimulationCore();
  const errors = async (input: string): Promise<unknown> =>
    (
      await askAccount(
        simulation,
        `mutation { customerUpdate(input: ${input}) { userErrors { code field } } }`,
      )
    ).data;

  expect(await errors('{}')).toEqual({
    customerUpdate: {userErrors: [{code: 'CUSTOMER_INPUT_ARGUMENT_EMPTY', field: ['input']}]},
  });
  expect(await errors(`{lastName: "${'x'.repeat(256)}"}`)).toEqual({
    customerUpdate: {userErrors: [{code: 'TOO_LONG', field: ['input', 'lastName']}]},
  });
  for (const [name, code] of [
    ['<b>Ada</b>', 'CONTAINS_HTML_TAGS'],
    ['see www.example.com', 'CONTAINS_URL'],
  ]) {
    expect(await errors(`{lastName: "${name}"}`)).toEqual({
      customerUpdate: {userErrors: [{code, field: ['input', 'lastName']}]},
    });
  }

  expect(simulation.customer?.lastName).toBe('Lovelace');
});

test('an address is created, becomes the default, and the old one is deleted', async () => {
  const simulation = createSimulationCore();
  const old = 'gid://shopify/CustomerAddress/7001';
  const mutation = `mutation {
    customerAddressCreate(address: ${ADDRESS}, defaultAddress: true) { customerAddress { id city formattedArea } userErrors { message } }
    kept: customerAddressDelete(addressId: "gid://shopify/CustomerAddress/70011") { deletedAddressId userErrors { code } }
    customerAddressDelete(addressId: "${old}") { deletedAddressId userErrors { code } }
  }`;

  expect((await askAccount(simulation, mutation)).data).toEqual({
    customerAddressCreate: {
      customerAddress: {
        id: 'gid://shopify/CustomerAddress/70011',
        city: 'Boston',
        formattedArea: 'Boston, MA, United States',
      },
      userErrors: [],
    },
    kept: {deletedAddressId: null, userErrors: [{code: 'DELETING_CUSTOMER_DEFAULT_ADDRESS_NOT_ALLOWED'}]},
    customerAddressDelete: {deletedAddressId: old, userErrors: []},
  });

  expect(simulation.customer?.address).toMatchObject({address1: '2 Work Street', city: 'Boston'});
  const {data} = await askAccount(
    simulation,
    '{ customer { defaultAddress { city } addresses(first: 5) { nodes { city } } } }',
  );
  expect(data['customer']).toEqual({
    defaultAddress: {city: 'Boston'},
    addresses: {nodes: [{city: 'Boston'}]},
  });
});

test('an address is changed, and an unknown one or country is a user error', async () => {
  const simulation = createSimulationCore();
  const mutation = `mutation {
    changed: customerAddressUpdate(addressId: "gid://shopify/CustomerAddress/7001", address: {city: "Albany"}) { customerAddress { city address1 } userErrors { code } }
    unknown: customerAddressUpdate(addressId: "gid://shopify/CustomerAddress/1", address: {city: "Albany"}) { userErrors { code } }
    country: customerAddressCreate(address: {territoryCode: "USA"}) { userErrors { code field } }
    tags: customerAddressCreate(address: {address1: "<i>1</i> Main Street", company: "www.example.com"}) { userErrors { code field } }
  }`;

  expect((await askAccount(simulation, mutation)).data).toEqual({
    changed: {customerAddress: {city: 'Albany', address1: '12 Engine Street'}, userErrors: []},
    unknown: {userErrors: [{code: 'ADDRESS_ID_DOES_NOT_EXIST'}]},
    country: {userErrors: [{code: 'INVALID_TERRITORY_CODE', field: ['address', 'territoryCode']}]},
    tags: {userErrors: [{code: 'CONTAINS_HTML_TAGS', field: ['address', 'address1']}]},
  });
  expect(simulation.customer?.address?.city).toBe('Albany');
});

test('a requested return is one of the returns that pages show', async () => {
  const simulation = createSimulationCore();
  const {order} = simulation;
  const [line] = order.lines;
  const request = `mutation ($order: ID!, $line: ID!, $quantity: Int!) {
    orderRequestReturn(orderId: $order, requestedLineItems: [{lineItemId: $line, quantity: $quantity}]) { return { name status } userErrors { code field } }
  }`;

  const variables = {order: order.id, line: line?.id, quantity: 1};
  expect((await askAccount(simulation, request, variables)).data['orderRequestReturn']).toEqual({
    return: {name: '#1001-R2', status: 'REQUESTED'},
    userErrors: [],
  });
  expect(simulation.order.returns).toMatchObject([
    {name: '#1001-R1'},
    {status: 'requested', lineIds: [line?.id]},
  ]);

  expect(
    (await askAccount(simulation, request, {...variables, quantity: 99})).data['orderRequestReturn'],
  ).toEqual({
    return: null,
    userErrors: [{code: 'INVALID', field: ['requestedLineItems', '0', 'quantity']}],
  });
});

test('a deleted metafield is gone from pages', async () => {
  const simulation = createSimulationCore();
  const name = '{ownerId: "gid://shopify/Customer/7001", namespace: "custom", key: "tier"}';
  const {data} = await askAccount(
    simulation,
    `mutation { metafieldsDelete(metafields: [${name}]) { deletedMetafields { key } userErrors { message } } }`,
  );

  expect(data['metafieldsDelete']).toEqual({deletedMetafields: [{key: 'tier'}], userErrors: []});
  expect(simulation.pages.state().metafields.some(({target}) => target.type === 'customer')).toBe(false);
});

test('a metafield is set if its digest is that of the last reading, also of an older order', async () => {
  const simulation = createSimulationCore();
  const set = async (value: string, digest: string): Promise<unknown> =>
    (
      await askAccount(
        simulation,
        `mutation { metafieldsSet(metafields: [{ownerId: "gid://shopify/Customer/7001", namespace: "custom", key: "tier", value: "${value}", compareDigest: "${digest}"}]) { metafields { value } userErrors { code field } } }`,
      )
    ).data['metafieldsSet'];

  const read = await askAccount(
    simulation,
    '{ customer { metafield(namespace: "custom", key: "tier") { compareDigest } } }',
  );
  const {metafield} = read.data['customer'] as {metafield: {compareDigest: string}};
  expect(await set('gold', metafield.compareDigest)).toEqual({
    metafields: [{value: 'gold'}],
    userErrors: [],
  });
  expect(await set('silver', metafield.compareDigest)).toEqual({
    metafields: null,
    userErrors: [{code: 'STALE_OBJECT', field: ['metafields', '0', 'compareDigest']}],
  });

  const older =
    'metafieldsSet(metafields: [{ownerId: "gid://shopify/Order/1003", namespace: "custom", key: "rating", value: "5"}])';
  await askAccount(simulation, `mutation { ${older} { userErrors { code } } }`);
  const {data} = await askAccount(
    simulation,
    '{ order(id: "gid://shopify/Order/1003") { metafield(namespace: "custom", key: "rating") { value } } }',
  );
  expect(data['order']).toEqual({metafield: {value: '5'}});
});

test('a guest may change nothing', async () => {
  const simulation = createSimulationCore({customer: null});
  const {errors} = await askAccount(
    simulation,
    `mutation { customerAddressCreate(address: ${ADDRESS}) { customerAddress { id } } }`,
  );
  expect(errors).toMatchObject([{message: 'Access denied for customerAddressCreate field.'}]);
});
