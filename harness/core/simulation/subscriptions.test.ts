import {expect, test} from '@playwright/test';
import {minorUnits} from '../world/money.ts';
import {askAccount} from './account-api.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const ID = 'gid://shopify/SubscriptionContract/1001';
const PAUSED = 'gid://shopify/SubscriptionContract/1002';

test('a contract follows from the order that began it, and its sums add up', async () => {
  const simulation = frozen();
  const {order} = simulation;
  const line = order.lines.at(-1);
  const contract = await contractOf(
    simulation,
    `status createdAt nextBillingDate lineCount currencyCode
    billingPolicy { interval intervalCount { count precision } } deliveryPolicy { interval }
    lines(first: 3) { nodes { name title variantTitle sku quantity image { url } currentPrice { amount } lineDiscountedPrice { amount } discountAllocations { amount { amount } discount { id title } } } }
    discounts(first: 1) { nodes { id targetType value { ... on SubscriptionDiscountPercentageValue { percentage } } } }
    priceBreakdownEstimate { subtotalPrice { amount } totalDiscounts { amount } totalShippingPrice { amount } totalTax { amount } totalPrice { amount } }
    deliveryPrice { amount } deliveryMethod { ... on SubscriptionDeliveryMethodShipping { address { city countryCode } shippingOption { title } } }
    originOrder { id } orders(first: 2) { nodes { name totalPrice { amount } } }
    paymentInstrument { ... on CustomerCreditCard { brand lastDigits walletType } ... on PaypalBillingAgreement { paypalAccountEmail } }`,
  );

  const full = line === undefined ? 0 : minorUnits(line.merchandise.price) * line.quantity;
  const off = Math.floor(full / 10);
  expect(contract).toMatchObject({
    status: 'ACTIVE',
    createdAt: order.processedAt.replace('.000Z', 'Z'),
    nextBillingDate: order.processedAt.replace('2026-01', '2026-02').replace('.000Z', 'Z'),
    lineCount: 1,
    currencyCode: 'USD',
    billingPolicy: {interval: 'MONTH', intervalCount: {count: 1, precision: 'EXACT'}},
    deliveryPolicy: {interval: 'MONTH'},
    lines: {
      nodes: [
        {
          name: `${line?.merchandise.title} - ${line?.merchandise.subtitle}`,
          title: line?.merchandise.title,
          sku: line?.merchandise.sku,
          quantity: line?.quantity,
          image: {url: line?.merchandise.image.url},
          discountAllocations: [{discount: {title: 'Subscribe and save'}}],
        },
      ],
    },
    discounts: {nodes: [{targetType: 'LINE_ITEM', value: {percentage: 10}}]},
    deliveryMethod: {address: {city: 'New York', countryCode: 'US'}, shippingOption: {title: 'Standard'}},
    originOrder: {id: order.id},
    orders: {nodes: [{name: '#1001'}]},
    paymentInstrument: {brand: 'visa', lastDigits: order.payment.lastDigits, walletType: null},
  });

  const sums = contract.priceBreakdownEstimate;
  expect(cents(sums.subtotalPrice)).toBe(full - off);
  expect(cents(sums.totalDiscounts)).toBe(off);
  expect(cents(sums.totalShippingPrice)).toBe(minorUnits(order.cost.shipping));
  expect(cents(sums.totalPrice)).toBe(
    cents(sums.subtotalPrice) + cents(sums.totalShippingPrice) + cents(sums.totalTax),
  );
});

test('the order and its line show the contract, and the contract the order', async () => {
  const simulation = frozen();
  const line = simulation.order.lines.at(-1)?.id;
  const {data} = await askAccount(
    simulation,
    `query ($id: ID!) { order(id: $id) { lineItems(first: 9) { nodes { id sellingPlan { name } } } subscriptionContracts(first: 2) { nodes { id originOrder { name } } } } }`,
    {id: simulation.order.id},
  );

  expect(data['order']).toMatchObject({
    lineItems: {
      nodes: simulation.order.lines.map(({id}) => ({
        id,
        sellingPlan: id === line ? {name: 'Delivered every month, save 10%'} : null,
      })),
    },
    subscriptionContracts: {nodes: [{id: ID, originOrder: {name: '#1001'}}]},
  });
});

test('contracts are sorted, searched, and none of a company buyer', async () => {
  const simulation = frozen();
  const list = (args: string): Promise<unknown> => listOf(simulation, args);

  expect(await list('first: 5')).toEqual([PAUSED, ID]);
  expect(await list('first: 5, sortKey: ID')).toEqual([ID, PAUSED]);
  expect(await list('first: 1, sortKey: STATUS, reverse: true')).toEqual([PAUSED]);
  expect(await list('first: 5, query: "status:PAUSED"')).toEqual([PAUSED]);
  simulation.signIn('bea');
  expect(await list('first: 5')).toEqual([]);
});

test('a contract is paused, activated and cancelled, and later queries show it', async () => {
  const simulation = frozen();
  const status = async (): Promise<unknown> => (await contractOf(simulation, 'status revisionId')).status;

  expect(await change(simulation, 'subscriptionContractPause')).toEqual({
    contract: {status: 'PAUSED'},
    userErrors: [],
  });
  expect(await status()).toBe('PAUSED');
  await change(simulation, 'subscriptionContractActivate');
  expect(await status()).toBe('ACTIVE');
  await change(simulation, 'subscriptionContractCancel');
  expect(await contractOf(simulation, 'status nextBillingDate')).toEqual({
    status: 'CANCELLED',
    nextBillingDate: null,
  });

  for (const mutation of ['Pause', 'Activate', 'Cancel']) {
    expect(await change(simulation, `subscriptionContract${mutation}`)).toEqual({
      contract: null,
      userErrors: [{code: 'CONTRACT_TERMINATED', field: ['subscriptionContractId']}],
    });
  }

  expect(
    await change(simulation, 'subscriptionContractPause', 'gid://shopify/SubscriptionContract/1'),
  ).toEqual({
    contract: null,
    userErrors: [{code: 'SUBSCRIPTION_CONTRACT_DOES_NOT_EXIST', field: ['subscriptionContractId']}],
  });
});

test('a skipped cycle moves the next payment by one, until it is taken back', async () => {
  const simulation = frozen();
  const next = async (): Promise<unknown> =>
    (await contractOf(simulation, 'nextBillingDate')).nextBillingDate;
  const before = await next();

  expect(await cycle(simulation, 'Skip', 'index: 1')).toEqual({
    billingCycle: {cycleIndex: 1, skipped: true, status: 'UNBILLED'},
    userErrors: [],
  });
  expect(await next()).toBe(String(before).replace('2026-02', '2026-03'));
  const {upcomingBillingCycles: upcoming} = await contractOf(
    simulation,
    'upcomingBillingCycles(first: 2) { nodes { cycleIndex skipped } }',
  );
  expect(upcoming).toEqual({
    nodes: [
      {cycleIndex: 1, skipped: true},
      {cycleIndex: 2, skipped: false},
    ],
  });

  await cycle(simulation, 'Unskip', 'date: "2026-01-20T00:00:00Z"');
  expect(await next()).toBe(before);
});

for (const [action, selector] of [
  ['Skip', 'index: 0'],
  ['Skip', 'index: 2000000000'],
  ['Skip', 'date: "2025-01-01T00:00:00Z"'],
  ['Skip', 'index: 1, date: "2026-01-20T00:00:00Z"'],
  ['Skip', ''],
  ['Unskip', 'index: 2'],
] as const) {
  test(`${action} refuses the selector {${selector}}`, async () => {
    expect(await cycle(frozen(), action, selector)).toMatchObject({
      billingCycle: null,
      userErrors: [{code: 'INVALID', field: expect.arrayContaining(['selector'])}],
    });
  });
}

test('a cycle that is over cannot be skipped, and the next one follows the clock', async () => {
  const simulation = frozen();
  simulation.clock.advance('60d');

  expect(await cycle(simulation, 'Skip', 'index: 1')).toMatchObject({userErrors: [{code: 'INVALID'}]});
  expect((await contractOf(simulation, 'nextBillingDate')).nextBillingDate).toMatch(/^2026-04-10T/);
});

test('a fetched delivery option is chosen by its token, with its price', async () => {
  const simulation = frozen();
  const fetched = await askAccount(
    simulation,
    `mutation { subscriptionContractFetchDeliveryOptions(subscriptionContractId: "${ID}") {
      deliveryOptionsResult { ... on SubscriptionDeliveryOptionsResultSuccess { token deliveryOptions { ... on SubscriptionPickupOption { title locationId price { amount } pickupAddress { city } } ... on SubscriptionShippingOption { title } ... on SubscriptionLocalDeliveryOption { title phoneRequired } } } }
      userErrors { code }
    } }`,
  );

  const {deliveryOptionsResult: result} = fetched.data['subscriptionContractFetchDeliveryOptions'] as {
    deliveryOptionsResult: {token: string; deliveryOptions: unknown};
  };
  expect(result.deliveryOptions).toEqual([
    {title: 'Standard'},
    {title: 'Local delivery', phoneRequired: true},
    {
      title: 'Downtown shop',
      locationId: 'gid://shopify/Location/8001',
      price: {amount: '0.0'},
      pickupAddress: {city: 'New York'},
    },
  ]);

  const pickup = '{pickup: {locationId: "gid://shopify/Location/8001"}}';
  expect(await select(simulation, pickup, 'made-up')).toMatchObject({
    contract: null,
    userErrors: [{code: 'INVALID', field: ['subscriptionDeliveryOptionsResultToken']}],
  });
  expect(await select(simulation, pickup, result.token)).toMatchObject({userErrors: []});
  expect(
    await contractOf(
      simulation,
      'deliveryPrice { amount } deliveryMethod { ... on SubscriptionDeliveryMethodPickup { pickupOption { title pickupAddress { address1 } } } } priceBreakdownEstimate { totalShippingPrice { amount } }',
    ),
  ).toEqual({
    deliveryPrice: {amount: '0.0'},
    deliveryMethod: {pickupOption: {title: 'Downtown shop', pickupAddress: {address1: '1 Market Street'}}},
    priceBreakdownEstimate: {totalShippingPrice: {amount: '0.0'}},
  });

  const shipping =
    '{shipping: {shippingAddress: {address1: "1 Rue Ada", city: "Paris", territoryCode: "FR", zip: "75001"}}}';
  await select(simulation, shipping, result.token);
  expect(
    await contractOf(
      simulation,
      'deliveryMethod { ... on SubscriptionDeliveryMethodShipping { address { city country } } }',
    ),
  ).toEqual({deliveryMethod: {address: {city: 'Paris', country: 'France'}}});
});

test('an address with a wrong country is a user error', async () => {
  const simulation = frozen();
  const {data} = await askAccount(
    simulation,
    `mutation { subscriptionContractFetchDeliveryOptions(subscriptionContractId: "${ID}", address: {territoryCode: "USA"}) { userErrors { code field } } }`,
  );
  expect(data['subscriptionContractFetchDeliveryOptions']).toEqual({
    userErrors: [{code: 'INVALID', field: ['address', 'territoryCode']}],
  });
});

test('a contract is paid by another instrument of the customer, and by no other', async () => {
  const simulation = frozen();
  const pay = async (instrument: string): Promise<unknown> =>
    (
      await askAccount(
        simulation,
        `mutation { subscriptionContractChangePaymentInstrument(subscriptionContractId: "${ID}", paymentInstrumentId: "${instrument}") { userErrors { code field } } }`,
      )
    ).data['subscriptionContractChangePaymentInstrument'];

  expect(await pay('gid://shopify/PaypalBillingAgreement/7001')).toEqual({userErrors: []});
  expect(
    await contractOf(
      simulation,
      'paymentInstrument { id ... on PaypalBillingAgreement { paypalAccountEmail subscriptionContracts(first: 3) { nodes { id } } } }',
    ),
  ).toEqual({
    paymentInstrument: {
      id: 'gid://shopify/PaypalBillingAgreement/7001',
      paypalAccountEmail: 'ada@example.com',
      subscriptionContracts: {nodes: [{id: ID}]},
    },
  });
  expect(await pay('gid://shopify/CustomerCreditCard/1')).toEqual({
    userErrors: [{code: 'PAYMENT_INSTRUMENT_DOES_NOT_EXIST', field: ['paymentInstrumentId']}],
  });
});

test('the same seed has the same contracts, also if orders change before the first query', async () => {
  const [read, changed] = [frozen(), frozen()];
  changed.update({order: {lines: [], note: 'Other'}, customer: {address: null}});
  const selection = 'lines(first: 1) { nodes { id sku } } deliveryMethod { __typename }';
  expect(await contractOf(changed, selection)).toEqual(await contractOf(read, selection));
});

test('a guest may change no contract', async () => {
  const {errors} = await askAccount(
    createSimulationCore({customer: null}),
    `mutation { subscriptionContractPause(subscriptionContractId: "${ID}") { contract { id } } }`,
  );
  expect(errors).toMatchObject([{message: 'Access denied for subscriptionContractPause field.'}]);
});

interface Contract extends Record<string, unknown> {
  readonly priceBreakdownEstimate: Readonly<Record<string, {readonly amount: string}>>;
}

function frozen(): SimulationCore {
  const simulation = createSimulationCore();
  simulation.clock.freeze('2026-02-01T12:00:00Z');
  return simulation;
}

async function contractOf(simulation: SimulationCore, selection: string): Promise<Contract> {
  const {data} = await askAccount(
    simulation,
    `{ customer { subscriptionContract(id: "${ID}") { ${selection} } } }`,
  );
  return (data['customer'] as {subscriptionContract: Contract}).subscriptionContract;
}

async function listOf(simulation: SimulationCore, args: string): Promise<readonly string[]> {
  const {data} = await askAccount(
    simulation,
    `{ customer { subscriptionContracts(${args}) { nodes { id } } } }`,
  );
  const {subscriptionContracts: list} = data['customer'] as {subscriptionContracts: {nodes: {id: string}[]}};
  return list.nodes.map(({id}) => id);
}

async function change(simulation: SimulationCore, mutation: string, id: string = ID): Promise<unknown> {
  const {data} = await askAccount(
    simulation,
    `mutation { ${mutation}(subscriptionContractId: "${id}") { contract { status } userErrors { code field } } }`,
  );
  return data[mutation];
}

async function cycle(
  simulation: SimulationCore,
  action: 'Skip' | 'Unskip',
  selector: string,
): Promise<unknown> {
  const {data} = await askAccount(
    simulation,
    `mutation { subscriptionBillingCycle${action}(billingCycleInput: {contractId: "${ID}", selector: {${selector}}}) { billingCycle { cycleIndex skipped status } userErrors { code field } } }`,
  );
  return data[`subscriptionBillingCycle${action}`];
}

async function select(simulation: SimulationCore, method: string, token: string): Promise<unknown> {
  const {data} = await askAccount(
    simulation,
    `mutation ($token: String!) { subscriptionContractSelectDeliveryMethod(subscriptionContractId: "${ID}", deliveryMethodInput: ${method}, subscriptionDeliveryOptionsResultToken: $token) { contract { id } userErrors { code field } } }`,
    {token},
  );
  return data['subscriptionContractSelectDeliveryMethod'];
}

function cents(money: {readonly amount: string} | undefined): number {
  return Math.round(Number(money?.amount) * 100);
}
