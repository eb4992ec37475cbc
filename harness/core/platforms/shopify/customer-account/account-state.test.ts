import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import {customerAccountApiBase, customerAccountApiUrl} from '../customer-account-api.ts';
import {EXTENSION_HEADER, PAGE_SECRET_HEADER} from '../../../../wire/control.ts';
import type {MountRequest} from '../../../simulation/mount-request.ts';
import {createSimulationCore} from '../../../simulation/simulation-core.ts';
import type {SimulationCore} from '../../../simulation/simulation-core.ts';

const ENDPOINT = `${customerAccountApiBase('548380009')}2026-07/graphql`;
const NAME = '{ customer { firstName } }';

test('the API returns the signed-in customer and the order that pages show', async () => {
  const account = await accountOf(createSimulationCore());
  const query = `query ($id: ID!) { customer { firstName orders(first: 5) { nodes { name note } } } order(id: $id) { note } }`;
  account.simulation.update({customer: {firstName: 'Augusta'}, order: {note: 'Leave it at the door'}});
  const {id} = account.simulation.order;
  const order = {note: 'Leave it at the door'};

  const orders = {
    nodes: [
      {name: '#1001', ...order},
      {name: '#1002', note: null},
      {name: '#1003', note: null},
    ],
  };

  expect(await account.ask(query, {id})).toEqual({data: {customer: {firstName: 'Augusta', orders}, order}});
  account.simulation.signIn('bea');
  expect(await account.ask(NAME)).toEqual({data: {customer: {firstName: 'Bea'}}});
  account.simulation.signOut();
  expect(await account.ask(NAME)).toMatchObject({errors: [{message: 'Access denied for firstName field.'}]});
});

test('an order and a customer without an address return null', async () => {
  const account = await accountOf(createSimulationCore());
  account.simulation.update({
    order: {shippingAddress: null, billingAddress: null},
    customer: {address: null},
  });

  const query = `query ($id: ID!) {
    order(id: $id) { shippingAddress { city } billingAddress { city } }
    customer { defaultAddress { city } addresses(first: 2) { nodes { city } } }
  }`;

  const order = {shippingAddress: null, billingAddress: null};
  const customer = {defaultAddress: null, addresses: {nodes: []}};
  expect(await account.ask(query, {id: account.simulation.order.id})).toEqual({data: {order, customer}});
});

test('the order on the page of a custom customer belongs to them in the API', async () => {
  const account = await accountOf(
    createSimulationCore({customer: {id: 'gid://shopify/Customer/9001', firstName: 'Mary'}}),
  );
  const query = 'query ($id: ID!) { order(id: $id) { name customer { firstName } } }';
  const order = {name: account.simulation.order.name, customer: {firstName: 'Mary'}};
  expect(await account.ask(query, {id: account.simulation.order.id})).toEqual({data: {order}});
});

const WHOSE = `query ($id: ID!) {
  customer { id emailAddress { emailAddress } phoneNumber { phoneNumber } }
  order(id: $id) { email customer { id } }
}`;

test("a guest's order belongs to a new customer with the contact and address of the checkout", async () => {
  const account = await accountOf(createSimulationCore({customer: null}));
  const {simulation} = account;

  const shippingAddress = {
    firstName: 'Gus',
    address1: '1 Road',
    city: 'New York',
    countryCode: 'US',
    zip: '10001',
  };

  simulation.update({
    checkout: {contact: {email: 'g@x.example', phone: null}, shippingAddress, step: 'thank-you'},
  });

  const {id, customerId} = simulation.order;
  expect(Object.values(simulation.world.people).map((known) => known.id)).not.toContain(customerId);
  const customer = {id: customerId, emailAddress: {emailAddress: 'g@x.example'}, phoneNumber: null};
  expect(await account.ask(WHOSE, {id})).toEqual({
    data: {customer, order: {email: 'g@x.example', customer: {id: customerId}}},
  });

  expect(simulation.pages.state().authenticationState).toBe('pre_authenticated');
  account.signInOnPage();

  expect(simulation.customer).toMatchObject({
    id: customerId,
    firstName: 'Gus',
    email: 'g@x.example',
    address: {city: 'New York'},
  });

  expect(simulation.order.id).toBe(id);
  const named = '{ customer { firstName orders(first: 5) { nodes { id } } } }';
  expect(await account.ask(named)).toEqual({data: {customer: {firstName: 'Gus', orders: {nodes: [{id}]}}}});
});

test('a guest with the email of a customer reads none of their data', async () => {
  const account = await accountOf(createSimulationCore({customer: null}));
  account.simulation.update({
    checkout: {contact: {email: 'ada@example.com', phone: null}, step: 'thank-you'},
  });

  const {id, customerId} = account.simulation.order;
  expect(customerId).not.toBe('gid://shopify/Customer/7001');
  expect(await account.ask(WHOSE, {id})).toMatchObject({
    data: {customer: {id: customerId, phoneNumber: null}},
  });
});

test('a custom customer stays the buyer of their order after they sign out', async () => {
  const mary = {id: 'gid://shopify/Customer/9001', firstName: 'Mary', email: 'mary@example.com'};
  const account = await accountOf(createSimulationCore({customer: mary}));
  const {simulation} = account;

  simulation.update({customer: {phone: '+12125550109'}, checkout: {step: 'thank-you'}});
  simulation.signOut();
  const {id} = simulation.order;
  const customer = {
    id: mary.id,
    emailAddress: {emailAddress: mary.email},
    phoneNumber: {phoneNumber: '+12125550109'},
  };

  expect(await account.ask(WHOSE, {id})).toEqual({
    data: {customer, order: {email: mary.email, customer: {id: mary.id}}},
  });

  account.signInOnPage();
  expect(simulation.customer).toMatchObject({id: mary.id, firstName: 'Mary'});
});

test('an order has the email of its checkout, and other customers cannot read it', async () => {
  const account = await accountOf(createSimulationCore());
  const {simulation} = account;
  simulation.update({checkout: {contact: {email: 'gift@example.com', phone: null}, step: 'thank-you'}});
  const ada = {id: 'gid://shopify/Customer/7001'};
  const answer = {data: {customer: ada, order: {email: 'gift@example.com', customer: ada}}};

  expect(await account.ask(WHOSE, {id: simulation.order.id})).toMatchObject(answer);
  simulation.signIn({id: 'gid://shopify/Customer/9001', email: 'mary@example.com'});
  const {id} = simulation.order;
  expect(await account.ask(WHOSE, {id})).toMatchObject({data: {order: {email: 'mary@example.com'}}});
  expect(simulation.order.customerId).toBe('gid://shopify/Customer/9001');
});

test('a metafield that an extension sets stays after another customer has signed in', async () => {
  const account = await accountOf(createSimulationCore());
  const set = `mutation { metafieldsSet(metafields: [{ownerId: "gid://shopify/Customer/7001", namespace: "custom", key: "tier", value: "gold"}]) {
    metafields { value } userErrors { message }
  } }`;

  expect(await account.ask(set)).toEqual({
    data: {metafieldsSet: {metafields: [{value: 'gold'}], userErrors: []}},
  });

  const shown = (): unknown =>
    account.simulation.pages.state().metafields.find(({target}) => target.type === 'customer')?.metafield
      .value;
  expect(shown()).toBe('gold');
  account.simulation.signIn('bea');
  expect(shown()).toBe('silver');
  account.simulation.signIn('ada');
  expect(shown()).toBe('gold');
});

test('metafields of one mutation or of several at once are all kept', async () => {
  const account = await accountOf(createSimulationCore());
  const set = (key: string): string =>
    `metafieldsSet(metafields: [{ownerId: "gid://shopify/Customer/7001", namespace: "custom", key: "${key}", value: "set"}]) { userErrors { message } }`;
  const none = {userErrors: []};

  expect(
    await Promise.all([
      account.ask(`mutation { first: ${set('a')} second: ${set('b')} }`),
      account.ask(`mutation { ${set('c')} }`),
      account.ask(`mutation { ${set('d')} }`),
    ]),
  ).toEqual([
    {data: {first: none, second: none}},
    {data: {metafieldsSet: none}},
    {data: {metafieldsSet: none}},
  ]);

  const {metafields} = account.simulation.pages.state();
  expect(
    metafields.filter(({metafield}) => metafield.value === 'set').map(({metafield}) => metafield.key),
  ).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd']));
});

test('requests without the secret, from unmounted extensions or from other origins read nothing', async () => {
  const account = await accountOf(createSimulationCore());
  const origin = 'https://evil.example';

  for (const headers of [{[PAGE_SECRET_HEADER]: ''}, {[PAGE_SECRET_HEADER]: 'guessed', origin}]) {
    const refused = await account.send(NAME, {headers});
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, null]);
    expect(await refused.text()).not.toContain('Ada');
  }

  const other = {[EXTENSION_HEADER]: 'gid://shopify/ActivatedUiExtension/other'};
  expect(await (await account.send(NAME, {headers: other})).json()).toMatchObject({
    errors: [{extensions: {code: 'UNAUTHORIZED'}}],
  });

  expect((await account.send(NAME, {headers: {origin}})).headers.has('access-control-allow-origin')).toBe(
    false,
  );
});

test('a page of the platform reads answers across origins', async () => {
  const account = await accountOf(createSimulationCore());
  const origin = 'https://acme.myshopify.com';

  expect((await account.send(NAME, {headers: {origin}})).headers.get('access-control-allow-origin')).toBe(
    origin,
  );

  const asked = {'access-control-request-headers': `content-type,${PAGE_SECRET_HEADER}`};
  const preflight = async (from: string): Promise<string | null> => {
    const {headers} = await account.send(NAME, {method: 'OPTIONS', headers: {origin: from, ...asked}});
    return headers.get('access-control-allow-headers');
  };

  expect(await preflight(origin)).toBe(`content-type,${PAGE_SECRET_HEADER}`);
  expect(await preflight('https://evil.example')).toBeNull();
});

test('an extension gets no session token, and the page itself no customer', async () => {
  const account = await accountOf(createSimulationCore());
  const token =
    '{ uiExtensionSessionToken(extensionActivationId: "gid://shopify/ActivatedUiExtension/1") { value } }';

  expect(await account.ask(token)).toEqual({
    data: {uiExtensionSessionToken: null},
    errors: [expect.objectContaining({message: 'Access denied for uiExtensionSessionToken field.'})],
  });

  const own = await account.send(NAME, {
    url: customerAccountApiUrl('548380009'),
    headers: {[EXTENSION_HEADER]: null},
  });

  expect(await own.json()).toMatchObject({errors: [{message: expect.stringContaining('"customer"')}]});
});

interface Account {
  readonly simulation: SimulationCore;
  ask(query: string, variables?: object): Promise<unknown>;
  /** By the button of the dialog that `requireLogin` opens. */
  signInOnPage(): void;
  send(query: string, change?: Change): Promise<Response>;
}

interface Change {
  readonly url?: string;
  readonly method?: string;
  readonly variables?: object;
  /** `null` leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A page of the simulation with an extension that asks. */
async function accountOf(simulation: SimulationCore): Promise<Account> {
  const {id} = await simulation.extensions.mount(EXTENSION);
  let secret = '';
  const page = simulation.pages.connect((message) => {
    if (message.type === 'welcome') secret = message.secret;
  });

  page.receive({type: 'hello', proof: ''});
  const send = async (
    query: string,
    {url = ENDPOINT, method = 'POST', variables = {}, headers = {}}: Change = {},
  ): Promise<Response> => {
    const all = {
      [PAGE_SECRET_HEADER]: secret,
      [EXTENSION_HEADER]: `gid://shopify/ActivatedUiExtension/${id}`,
      ...headers,
    };

    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
    const body = method === 'POST' ? JSON.stringify({query, variables}) : null;
    const response = await getResponse(
      [...simulation.handlers],
      new Request(url, {method, headers: given, body}),
    );
    if (response === undefined) throw new Error('no handler answered');

    return response;
  };

  /** Asks, and leaves out the cost that each answer has. */
  const ask = async (query: string, variables = {}): Promise<unknown> => {
    const {extensions, ...answer} = (await (await send(query, {variables})).json()) as {extensions?: object};
    expect(extensions ?? {cost: 'none'}).toHaveProperty('cost');
    return answer;
  };

  return {simulation, send, ask, signInOnPage: () => page.receive({type: 'sign-in'})};
}

const TARGET = 'customer-account.order-status.block.render';
const EXTENSION = {
  target: TARGET,
  bundle: {name: 'orders', hash: '0123456789abcdef', code: '', map: null},
  conditions: null,
  translations: {defaultLocale: null, byLocale: {}},
  extension: {
    handle: 'orders',
    name: 'Orders',
    apiVersion: '2026-07',
    targeting: [{target: TARGET}],
    settings: [],
    metafields: [],
    capabilities: {collectBuyerConsent: {}, iframeSources: []},
  },
} as unknown as MountRequest;
