import {expect, test} from '@playwright/test';
import {minorUnits} from '../world/money.ts';
import {PEOPLE} from '../world/people.ts';
import {askAccount} from './account-api.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const {bea} = PEOPLE;
const LOCATION = 'gid://shopify/CompanyLocation/9102';

test('a branch has addresses, contact, role, store credit, cards and orders of its company', async () => {
  const simulation = createSimulationCore({customer: 'bea'});
  const {data} = await askAccount(
    simulation,
    `query ($id: ID!) { companyLocation(id: $id) {
      name externalId market { handle }
      billingAddress { companyName address1 countryCode zoneCode formatted(withName: true) } shippingAddress { city recipient }
      contacts(first: 2) { nodes { customer { id } company { name } hasPermissionOnLocations(permissions: [VIEW], resource: ORDER, scope: ALL) } }
      roleAssignments(first: 2) { nodes { contact { id } role { name resourcePermission(resource: ORDER) } } }
      storeCreditAccounts(first: 1) { nodes { balance { amount currencyCode } transactions(first: 3) { nodes { amount { amount } balanceAfterTransaction { amount } event account { id } } } } }
      creditCards(first: 5) { nodes { brand lastDigits default orders(first: 2) { nodes { name } } } }
      orders(first: 2) { nodes { name } } draftOrders(first: 5) { nodes { name } }
    } }`,
    {id: LOCATION},
  );

  expect(data['companyLocation']).toEqual({
    name: 'Boston Foundry',
    externalId: 'AE-BOS',
    market: {handle: 'us'},
    billingAddress: {
      companyName: 'Analytical Engines',
      address1: '5 Foundry Road',
      countryCode: 'US',
      zoneCode: 'MA',
      formatted: ['Bea Byron', 'Analytical Engines', '5 Foundry Road', 'Boston MA 02108', 'United States'],
    },
    shippingAddress: {city: 'Boston', recipient: 'Bea Byron'},
    contacts: {
      nodes: [
        {customer: {id: bea.id}, company: {name: 'Analytical Engines'}, hasPermissionOnLocations: true},
      ],
    },
    roleAssignments: {
      nodes: [
        {
          contact: {id: 'gid://shopify/CompanyContact/9002'},
          role: {name: 'Location admin', resourcePermission: ['ALL']},
        },
      ],
    },
    storeCreditAccounts: {
      nodes: [
        {
          balance: {amount: '50.0', currencyCode: 'USD'},
          transactions: {
            nodes: [
              {
                amount: {amount: '50.0'},
                balanceAfterTransaction: {amount: '50.0'},
                event: 'ADJUSTMENT',
                account: {id: 'gid://shopify/StoreCreditAccount/9102'},
              },
            ],
          },
        },
      ],
    },
    creditCards: {
      nodes: [
        {brand: 'visa', lastDigits: '4242', default: true, orders: {nodes: [{name: '#1004'}]}},
        {brand: 'master', lastDigits: '4444', default: false, orders: {nodes: []}},
      ],
    },
    orders: {nodes: [{name: '#1004'}]},
    draftOrders: {nodes: [{name: '#D1'}, {name: '#D2'}]},
  });
});

test('a draft order has sums that add up, and the completed one is the order', async () => {
  const simulation = createSimulationCore({customer: 'bea'});
  const {order} = simulation;
  const {data} = await askAccount(
    simulation,
    `query ($order: ID!) {
      order(id: $order) { draftOrderName draftOrder { id } purchasingEntity { ... on PurchasingCompany { company { id } location { id } contact { id } } } }
      completed: draftOrder(id: "gid://shopify/DraftOrder/10041") { status order { id } totalPrice { amount } }
      open: draftOrder(id: "gid://shopify/DraftOrder/10042") { name status order { id } invoiceUrl subtotalPrice { amount } totalShippingPrice { amount } totalTax { amount } totalPrice { amount } lineItems(first: 9) { nodes { sku quantity originalTotal { amount } } } lineItemsSummary { totalQuantityOfLineItems } }
      unknown: draftOrder(id: "gid://shopify/DraftOrder/1") { id }
      customer { draftOrders(first: 5, query: "status:INVOICE_SENT") { nodes { name } } companyContacts(first: 1) { nodes { draftOrders(first: 5, reverse: true) { nodes { name } } company { draftOrders(first: 1, sortKey: TOTAL_PRICE, reverse: true) { nodes { name } } } } } }
    }`,
    {order: order.id},
  );

  const open = data['open'] as Open;
  expect(data).toMatchObject({
    order: {
      draftOrderName: '#D1',
      draftOrder: {id: 'gid://shopify/DraftOrder/10041'},
      purchasingEntity: {company: {id: bea.company?.id}, location: {id: LOCATION}},
    },
    completed: {status: 'COMPLETED', order: {id: order.id}},
    open: {name: '#D2', status: 'INVOICE_SENT', order: null},
    unknown: null,
    customer: {
      draftOrders: {nodes: [{name: '#D2'}]},
      companyContacts: {
        nodes: [
          {
            draftOrders: {nodes: [{name: '#D2'}, {name: '#D1'}]},
            company: {draftOrders: {nodes: [{name: '#D2'}]}},
          },
        ],
      },
    },
  });

  expect(cents(data['completed'] as Money, 'totalPrice')).toBe(minorUnits(order.cost.total));
  expect(open.lineItems.nodes.map(({sku, quantity}) => [sku, quantity])).toEqual(
    order.lines.map(({merchandise, quantity}) => [merchandise.sku, 2 * quantity]),
  );
  expect(open.lineItems.nodes.reduce((sum, line) => sum + cents(line, 'originalTotal'), 0)).toBe(
    cents(open, 'subtotalPrice'),
  );
  expect(cents(open, 'totalPrice')).toBe(
    cents(open, 'subtotalPrice') + cents(open, 'totalShippingPrice') + cents(open, 'totalTax'),
  );
});

test('an address that is assigned to a branch is there in the next query', async () => {
  const simulation = createSimulationCore({customer: 'bea'});
  const assign = async (location: string, types: string, address: string): Promise<unknown> =>
    (
      await askAccount(
        simulation,
        `mutation { companyLocationAssignAddress(locationId: "${location}", addressTypes: [${types}], address: {${address}}) { addresses { id city } userErrors { code field } } }`,
      )
    ).data['companyLocationAssignAddress'];

  const london = 'address1: "1 Dock Street", city: "London", countryCode: GB, recipient: "Foundry desk"';
  expect(await assign(LOCATION, 'SHIPPING', london)).toEqual({
    addresses: [{id: 'gid://shopify/CompanyAddress/91022', city: 'London'}],
    userErrors: [],
  });

  const {data} = await askAccount(
    simulation,
    `{ companyLocation(id: "${LOCATION}") { shippingAddress { city recipient country } billingAddress { city } } }`,
  );
  expect(data['companyLocation']).toEqual({
    shippingAddress: {city: 'London', recipient: 'Foundry desk', country: 'United Kingdom'},
    billingAddress: {city: 'Boston'},
  });

  expect(await assign('gid://shopify/CompanyLocation/1', 'BILLING', london)).toEqual({
    addresses: null,
    userErrors: [{code: 'RESOURCE_NOT_FOUND', field: ['locationId']}],
  });
  expect(await assign(LOCATION, '', london)).toMatchObject({userErrors: [{code: 'NO_INPUT'}]});
  expect(await assign(LOCATION, 'BILLING', '')).toMatchObject({userErrors: [{code: 'NO_INPUT'}]});
});

test('a contact changes name and title, and pages show the name', async () => {
  const simulation = createSimulationCore({customer: 'bea'});
  const update = async (args: string): Promise<unknown> =>
    (
      await askAccount(
        simulation,
        `mutation { businessContactUpdate(${args}) { businessContact { title customer { firstName } } userErrors { code field } } }`,
      )
    ).data['businessContactUpdate'];

  expect(await update('input: {firstName: "Beatrice", title: "Head of purchasing"}')).toEqual({
    businessContact: {title: 'Head of purchasing', customer: {firstName: 'Beatrice'}},
    userErrors: [],
  });
  expect(simulation.pages.state().customer).toMatchObject({firstName: 'Beatrice', lastName: 'Byron'});

  expect(await update('input: {}')).toMatchObject({
    userErrors: [{code: 'BUSINESS_CONTACT_UPDATE_INPUT_ARGUMENT_EMPTY', field: ['input']}],
  });
  expect(await update('companyId: "gid://shopify/Company/1", input: {title: "CEO"}')).toMatchObject({
    userErrors: [{code: 'BUSINESS_CONTACT_NOT_FOUND'}],
  });
});

test('a card is removed from a branch, and only from the own one', async () => {
  const simulation = createSimulationCore({customer: 'bea'});
  const remove = async (location: string): Promise<unknown> =>
    (
      await askAccount(
        simulation,
        `mutation { businessLocationPaymentInstrumentRemove(companyLocationId: "${location}", paymentInstrumentId: "gid://shopify/CustomerCreditCard/70022") { deletedPaymentInstrumentId userErrors { code } } }`,
      )
    ).data['businessLocationPaymentInstrumentRemove'];

  expect(await remove('gid://shopify/CompanyLocation/1')).toEqual({
    deletedPaymentInstrumentId: null,
    userErrors: [{code: 'COMPANY_LOCATION_ID_DOES_NOT_EXIST'}],
  });
  expect(await remove(LOCATION)).toEqual({
    deletedPaymentInstrumentId: 'gid://shopify/CustomerCreditCard/70022',
    userErrors: [],
  });

  const {data} = await askAccount(
    simulation,
    `{ companyLocation(id: "${LOCATION}") { creditCards(first: 5) { nodes { lastDigits } } } }`,
  );
  expect(data['companyLocation']).toEqual({creditCards: {nodes: [{lastDigits: '4242'}]}});
});

test("what a company's buyer changed is there after another customer was signed in", async () => {
  const simulation = createSimulationCore({customer: 'bea'});
  await askAccount(
    simulation,
    'mutation { businessContactUpdate(input: {title: "CTO"}) { userErrors { code } } }',
  );
  simulation.signIn('ada');
  simulation.signIn('bea');
  expect(await titleOf(simulation)).toBe('CTO');
});

type Money = Readonly<Record<string, {readonly amount: string}>>;

type Open = Money & {
  readonly lineItems: {
    readonly nodes: readonly (Money & {readonly sku: string; readonly quantity: number})[];
  };
};

function cents(object: object, field: string): number {
  return Math.round(Number((object as Money)[field]?.amount) * 100);
}

async function titleOf(simulation: SimulationCore): Promise<unknown> {
  const {data} = await askAccount(
    simulation,
    '{ customer { companyContacts(first: 1) { nodes { title } } } }',
  );
  const {companyContacts} = data['customer'] as {companyContacts: {nodes: {title: string}[]}};
  return companyContacts.nodes[0]?.title;
}
