import {expect, test} from '@playwright/test';
import {redact} from '../../redact.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';
import {askStorefront} from './storefront-query.fixture.ts';

const ERRORS = 'customerUserErrors { code field message } userErrors { field message }';
const ADA = {email: 'ada@example.com', password: 'simhost'};
const DAY = 24 * 3600 * 1000;

test('a token of Ada reads the customer that pages show, and a deleted one reads nobody', async () => {
  const simulation = createSimulationCore();
  const token = await signIn(simulation);
  expect(await read(simulation, token, 'id email displayName numberOfOrders')).toEqual({
    id: 'gid://shopify/Customer/7001',
    email: 'ada@example.com',
    displayName: 'Ada Lovelace',
    numberOfOrders: '3',
  });

  const remove =
    'mutation ($token: String!) { customerAccessTokenDelete(customerAccessToken: $token) { deletedAccessToken deletedCustomerAccessTokenId userErrors { message } } }';
  expect((await askStorefront(simulation, remove, {variables: {token}})).data).toEqual({
    customerAccessTokenDelete: {
      deletedAccessToken: token,
      deletedCustomerAccessTokenId: 'gid://shopify/CustomerAccessToken/1',
      userErrors: [],
    },
  });

  expect(await read(simulation, token, 'id')).toBeNull();
  const again = await askStorefront(simulation, remove, {variables: {token}});
  expect(again).toMatchObject({
    data: {customerAccessTokenDelete: null},
    errors: [{extensions: {code: 'ACCESS_DENIED'}}],
  });
});

test('a token ends after 42 days, unless it is renewed before', async () => {
  const simulation = createSimulationCore();
  const token = await signIn(simulation);
  const renew =
    'mutation ($token: String!) { customerAccessTokenRenew(customerAccessToken: $token) { customerAccessToken { accessToken expiresAt } userErrors { field message } } }';

  simulation.clock.advance(41 * DAY);
  const renewed = await askStorefront(simulation, renew, {variables: {token}});
  expect(renewed.data['customerAccessTokenRenew']).toMatchObject({
    customerAccessToken: {accessToken: token},
    userErrors: [],
  });

  simulation.clock.advance(41 * DAY);
  expect(await read(simulation, token, 'id')).not.toBeNull();
  simulation.clock.advance(2 * DAY);
  expect(await read(simulation, token, 'id')).toBeNull();
  expect((await askStorefront(simulation, renew, {variables: {token}})).data).toEqual({
    customerAccessTokenRenew: {
      customerAccessToken: null,
      userErrors: [{field: ['customerAccessToken'], message: 'access token does not exist'}],
    },
  });
});

test('customerUpdate changes the customer that extensions see, and a new password ends old tokens', async () => {
  const simulation = createSimulationCore();
  const token = await signIn(simulation);
  const mutation = `mutation ($token: String!, $customer: CustomerUpdateInput!) {
    customerUpdate(customerAccessToken: $token, customer: $customer) { customer { firstName phone } customerAccessToken { accessToken } ${ERRORS} }
  }`;

  const customer = {firstName: 'Augusta', phone: '+12125550199', acceptsMarketing: false};
  const {data} = await askStorefront(simulation, mutation, {variables: {token, customer}});
  expect(data['customerUpdate']).toEqual({
    customer: {firstName: 'Augusta', phone: '+12125550199'},
    customerAccessToken: null,
    customerUserErrors: [],
    userErrors: [],
  });

  expect(simulation.customer).toMatchObject(customer);
  expect(simulation.pages.state().customer).toMatchObject(customer);
  expect(await read(simulation, token, 'firstName')).toEqual({firstName: 'Augusta'});

  const changed = await askStorefront(simulation, mutation, {
    variables: {token, customer: {password: 'engine'}},
  });
  const payload = changed.data['customerUpdate'] as {customerAccessToken: {accessToken: string}};
  expect(await read(simulation, token, 'id')).toBeNull();
  expect(await read(simulation, payload.customerAccessToken.accessToken, 'firstName')).toEqual({
    firstName: 'Augusta',
  });
  expect(await signIn(simulation, {...ADA, password: 'engine'})).toBeTruthy();
});

test('tokens, new passwords and links never appear in the log', async () => {
  const simulation = createSimulationCore();
  const token = await signIn(simulation);
  await askStorefront(
    simulation,
    'mutation { customerRecover(email: "ada@example.com") { userErrors { message } } }',
  );
  const url = simulation.accounts.emails.all[0]?.url ?? '';
  await askStorefront(
    simulation,
    'mutation ($url: URL!) { customerResetByUrl(resetUrl: $url, password: "engine") { customer { id } } }',
    {variables: {url}},
  );

  const log = JSON.stringify({token, url, password: 'engine', name: 'an engine'});
  expect(redact(log, simulation.secrets)).toBe(
    '{"token":"<secret>","url":"https://acme.myshopify.com/account/reset/7001/<secret>","password":"<secret>","name":"an engine"}',
  );
});

test('a change of somebody else is seen when they sign in', async () => {
  const simulation = createSimulationCore();
  const token = await signIn(simulation, {email: 'BEA@engines.example', password: 'simhost'});
  const mutation = `mutation ($token: String!) { customerUpdate(customerAccessToken: $token, customer: {lastName: "King"}) { ${ERRORS} } }`;
  await askStorefront(simulation, mutation, {variables: {token}});

  expect(simulation.customer?.lastName).toBe('Lovelace');
  simulation.signIn('bea');
  expect(simulation.customer?.lastName).toBe('King');
});

test('a created customer signs in, saves addresses, and is the person that a test signs in', async () => {
  const simulation = createSimulationCore({customer: null});
  const input = {email: 'cleo@example.com', password: 'nile-1', firstName: 'Cleo', acceptsMarketing: true};
  const create = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id email firstName numberOfOrders } ${ERRORS} } }`;
  const id = 'gid://shopify/Customer/8001';
  expect((await askStorefront(simulation, create, {variables: {input}})).data['customerCreate']).toEqual({
    customer: {id, email: 'cleo@example.com', firstName: 'Cleo', numberOfOrders: '0'},
    customerUserErrors: [],
    userErrors: [],
  });

  const token = await signIn(simulation, input);
  const address = {address1: '1 Quay', city: 'Boston', country: 'United States', province: 'Massachusetts'};
  const save = `mutation ($token: String!, $address: MailingAddressInput!) {
    customerAddressCreate(customerAccessToken: $token, address: $address) { customerAddress { id province provinceCode countryCodeV2 name } ${ERRORS} }
  }`;
  const saved = await askStorefront(simulation, save, {variables: {token, address}});
  expect(saved.data['customerAddressCreate']).toMatchObject({
    customerAddress: {province: 'Massachusetts', provinceCode: 'MA', countryCodeV2: 'US', name: 'Cleo'},
    customerUserErrors: [],
  });

  simulation.signIn({id});
  expect(simulation.customer).toMatchObject({
    firstName: 'Cleo',
    email: 'cleo@example.com',
    acceptsMarketing: true,
    address: {city: 'Boston', provinceCode: 'MA', countryCode: 'US'},
  });
});

test('addresses are changed, made the default and deleted, and pages show the default one', async () => {
  const simulation = createSimulationCore();
  const token = await signIn(simulation);
  const other = 'gid://shopify/CustomerAddress/70011';
  const first = 'gid://shopify/CustomerAddress/7001';
  const mutation = `mutation ($token: String!) {
    customerAddressCreate(customerAccessToken: $token, address: {address1: "2 Work Street", city: "Boston", country: "US", province: "MA", zip: "02108"}) { customerAddress { id name } ${ERRORS} }
    again: customerAddressCreate(customerAccessToken: $token, address: {address1: "2 Work Street", city: "Boston", country: "US", province: "MA", zip: "02108"}) { customerAddress { id } customerUserErrors { message } }
    customerAddressUpdate(customerAccessToken: $token, id: "${other}", address: {city: "Cambridge"}) { customerAddress { city address1 } ${ERRORS} }
    customerDefaultAddressUpdate(customerAccessToken: $token, addressId: "${other}") { customer { defaultAddress { id city } } ${ERRORS} }
    customerAddressDelete(customerAccessToken: $token, id: "${first}") { deletedCustomerAddressId ${ERRORS} }
    gone: customerAddressDelete(customerAccessToken: $token, id: "${first}") { deletedCustomerAddressId customerUserErrors { code field message } }
  }`;

  const none = {customerUserErrors: [], userErrors: []};
  expect((await askStorefront(simulation, mutation, {variables: {token}})).data).toEqual({
    customerAddressCreate: {customerAddress: {id: other, name: 'Ada Lovelace'}, ...none},
    again: {customerAddress: null, customerUserErrors: [{message: 'Address already exists'}]},
    customerAddressUpdate: {customerAddress: {city: 'Cambridge', address1: '2 Work Street'}, ...none},
    customerDefaultAddressUpdate: {customer: {defaultAddress: {id: other, city: 'Cambridge'}}, ...none},
    customerAddressDelete: {deletedCustomerAddressId: first, ...none},
    gone: {
      deletedCustomerAddressId: null,
      customerUserErrors: [{code: 'NOT_FOUND', field: ['id'], message: 'Address does not exist'}],
    },
  });

  expect(simulation.pages.state().customer?.address).toMatchObject({city: 'Cambridge', provinceCode: 'MA'});
  expect(await read(simulation, token, 'addresses(first: 9) { nodes { id } }')).toEqual({
    addresses: {nodes: [{id: other}]},
  });
});

test('customerRecover sends an email whose link sets a password once', async () => {
  const simulation = createSimulationCore();
  const old = await signIn(simulation);
  await askStorefront(
    simulation,
    'mutation { customerRecover(email: "ada@example.com") { userErrors { message } } }',
  );
  const [email] = simulation.accounts.emails.all;
  expect(email).toMatchObject({to: 'ada@example.com', kind: 'reset'});

  const reset = `mutation ($url: URL!) { customerResetByUrl(resetUrl: $url, password: "engine") { customer { id } customerAccessToken { accessToken } ${ERRORS} } }`;
  const {data} = await askStorefront(simulation, reset, {variables: {url: email?.url}});
  const {customerAccessToken} = data['customerResetByUrl'] as {customerAccessToken: {accessToken: string}};
  expect(await read(simulation, old, 'id')).toBeNull();
  expect(await read(simulation, customerAccessToken.accessToken, 'firstName')).toEqual({firstName: 'Ada'});
  await signIn(simulation, {...ADA, password: 'engine'});

  const token = email?.url.split('/').at(-1);
  const again = `mutation ($token: String!) { customerReset(id: "gid://shopify/Customer/7001", input: {resetToken: $token, password: "engine"}) { customer { id } ${ERRORS} } }`;
  expect((await askStorefront(simulation, again, {variables: {token}})).data['customerReset']).toEqual({
    customer: null,
    customerUserErrors: [{code: 'TOKEN_INVALID', field: ['input'], message: 'Invalid reset token'}],
    userErrors: [{field: ['input'], message: 'Invalid reset token'}],
  });
});

test('a guest who has placed an order activates an account by email', async () => {
  const simulation = createSimulationCore({customer: null});
  simulation.update({checkout: {contact: {email: 'guest@example.com', phone: null}, step: 'thank-you'}});
  const create = `mutation { customerCreate(input: {email: "guest@example.com", password: "secret-1"}) { customer { id } customerUserErrors { code field message } } }`;
  expect((await askStorefront(simulation, create)).data['customerCreate']).toEqual({
    customer: null,
    customerUserErrors: [
      {
        code: 'CUSTOMER_DISABLED',
        field: ['input'],
        message:
          'We have sent an email to guest@example.com, please click the link included to verify your email address.',
      },
    ],
  });

  const url = simulation.accounts.emails.all[0]?.url;
  const activate = `mutation ($url: URL!) { customerActivateByUrl(activationUrl: $url, password: "secret-1") { customer { id numberOfOrders } customerAccessToken { accessToken } customerUserErrors { code } } }`;
  const {data} = await askStorefront(simulation, activate, {variables: {url}});
  expect(data['customerActivateByUrl']).toMatchObject({
    customer: {id: 'gid://shopify/Customer/7003', numberOfOrders: '1'},
    customerUserErrors: [],
  });

  const token = url?.split('/').at(-1);
  const again = `mutation ($token: String!) { customerActivate(id: "gid://shopify/Customer/7003", input: {activationToken: $token, password: "secret-1"}) { customerUserErrors { code field } } }`;
  expect((await askStorefront(simulation, again, {variables: {token}})).data['customerActivate']).toEqual({
    customerUserErrors: [{code: 'ALREADY_ENABLED', field: null}],
  });
  await signIn(simulation, {email: 'guest@example.com', password: 'secret-1'});
});

const CREATE = (fields: string): string => `customerCreate(input: {${fields}})`;

for (const [name, mutation, errors] of [
  [
    'a wrong password',
    'customerAccessTokenCreate(input: {email: "ada@example.com", password: "wrong"})',
    [{code: 'UNIDENTIFIED_CUSTOMER', field: null, message: 'Unidentified customer'}],
  ],
  [
    'an unknown email',
    'customerRecover(email: "nobody@example.com")',
    [{code: 'UNIDENTIFIED_CUSTOMER', field: ['email'], message: 'Could not find customer'}],
  ],
  [
    'a taken email',
    CREATE('email: "Ada@example.com", password: "12345"'),
    [{code: 'TAKEN', field: ['input', 'email'], message: 'Email has already been taken'}],
  ],
  [
    'a bad email and a short password',
    CREATE('email: "cleo", password: "1234"'),
    [
      {code: 'INVALID', field: ['input', 'email'], message: 'Email is invalid'},
      {
        code: 'TOO_SHORT',
        field: ['input', 'password'],
        message: 'Password is too short (minimum is 5 characters)',
      },
    ],
  ],
  [
    'a name with HTML',
    CREATE('email: "cleo@example.com", password: "12345", firstName: "<b>Cleo</b>"'),
    [
      {
        code: 'CONTAINS_HTML_TAGS',
        field: ['input', 'firstName'],
        message: 'First name cannot contain HTML tags',
      },
    ],
  ],
  [
    'an unknown token',
    'customerUpdate(customerAccessToken: "none", customer: {firstName: "Eve"})',
    [
      {
        code: 'TOKEN_INVALID',
        field: ['customerAccessToken'],
        message: 'Customer access token is invalid',
      },
    ],
  ],
  [
    'an activation of an account that is active',
    'customerActivate(id: "gid://shopify/Customer/7001", input: {activationToken: "x", password: "12345"})',
    [{code: 'ALREADY_ENABLED', field: null, message: 'Customer already enabled'}],
  ],
  [
    'a foreign URL',
    'customerResetByUrl(resetUrl: "https://acme.myshopify.com/account/login", password: "12345")',
    [{code: 'INVALID', field: ['resetUrl'], message: 'Invalid reset url'}],
  ],
] as const) {
  test(`${name} is a customer user error`, async () => {
    const simulation = createSimulationCore();
    const {data} = await askStorefront(simulation, `mutation { result: ${mutation} { ${ERRORS} } }`);
    expect(data['result']).toEqual({
      customerUserErrors: errors,
      userErrors: errors.map(({field, message}) => ({field, message})),
    });
  });
}

test('an address for an unknown token is denied', async () => {
  const create =
    'mutation { customerAddressCreate(customerAccessToken: "none", address: {city: "Boston"}) { customerAddress { id } } }';
  expect(await askStorefront(createSimulationCore(), create)).toMatchObject({
    data: {customerAddressCreate: null},
    errors: [
      {message: 'Access denied for customerAddressCreate field.', extensions: {code: 'ACCESS_DENIED'}},
    ],
  });
});

async function signIn(
  simulation: SimulationCore,
  {email, password}: {email: string; password: string} = ADA,
): Promise<string> {
  const query = `mutation ($input: CustomerAccessTokenCreateInput!) { customerAccessTokenCreate(input: $input) { customerAccessToken { accessToken } } }`;
  const {data} = await askStorefront<{
    customerAccessTokenCreate: {customerAccessToken: {accessToken: string} | null};
  }>(simulation, query, {variables: {input: {email, password}}});

  const token = data.customerAccessTokenCreate.customerAccessToken?.accessToken;
  if (token === undefined) throw new Error(`${email} cannot sign in`);
  return token;
}

async function read(simulation: SimulationCore, token: string, fields: string): Promise<unknown> {
  const query = `query ($token: String!) { customer(customerAccessToken: $token) { ${fields} } }`;
  return (await askStorefront(simulation, query, {variables: {token}})).data['customer'];
}
