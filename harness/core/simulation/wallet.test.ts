import {expect, test} from '@playwright/test';
import {askAccount} from './account-api.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const VISA = 'gid://shopify/CustomerCreditCard/70011';
const MASTER = 'gid://shopify/CustomerCreditCard/70012';

test('a customer has the card of their orders, another one, and PayPal', async () => {
  const simulation = createSimulationCore();
  simulation.clock.freeze('2029-05-20T00:00:00Z');
  const {data} = await askAccount(
    simulation,
    `{ customer {
      paymentInstruments(first: 5) { nodes { __typename id } }
      creditCards(first: 5) { nodes { brand lastDigits maskedNumber expiryMonth expiryYear expiresSoon default billingAddress { city } orders(first: 5) { nodes { name } } } }
      paypalBillingAgreement { paypalAccountEmail }
      creditCard(id: "${MASTER}") { lastDigits } paymentInstrument(id: "gid://shopify/CustomerCreditCard/1") { id }
    } }`,
  );

  expect(data['customer']).toMatchObject({
    paymentInstruments: {
      nodes: [
        {__typename: 'CustomerCreditCard', id: VISA},
        {__typename: 'CustomerCreditCard', id: MASTER},
        {__typename: 'PaypalBillingAgreement'},
      ],
    },
    creditCards: {
      nodes: [
        {
          brand: 'visa',
          lastDigits: '4242',
          maskedNumber: '•••• •••• •••• 4242',
          default: true,
          expiresSoon: false,
          billingAddress: {city: 'New York'},
          orders: {nodes: [{name: '#1001'}, {name: '#1002'}, {name: '#1003'}]},
        },
        {brand: 'master', expiryMonth: 6, expiryYear: 2029, expiresSoon: false, orders: {nodes: []}},
      ],
    },
    paypalBillingAgreement: {paypalAccountEmail: 'ada@example.com'},
    creditCard: {lastDigits: '4444'},
    paymentInstrument: null,
  });

  simulation.clock.freeze('2029-06-20T00:00:00Z');
  expect(await cards(simulation, 'expiresSoon')).toEqual([{expiresSoon: false}, {expiresSoon: true}]);
});

test('the default moves, and can be taken away', async () => {
  const simulation = createSimulationCore();
  const update = (id: string, isDefault: boolean): Promise<unknown> =>
    mutate(
      simulation,
      'paymentInstrumentUpdateDefault',
      `paymentInstrumentId: "${id}", default: ${isDefault}`,
      'updatedPaymentInstrumentId',
    );

  expect(await update(MASTER, true)).toEqual({updatedPaymentInstrumentId: MASTER, userErrors: []});
  expect(await cards(simulation, 'default')).toEqual([{default: false}, {default: true}]);
  await update(MASTER, false);
  expect(await cards(simulation, 'default')).toEqual([{default: false}, {default: false}]);
  expect(await update('gid://shopify/CustomerCreditCard/1', true)).toEqual({
    updatedPaymentInstrumentId: null,
    userErrors: [{code: 'PAYMENT_INSTRUMENT_ID_DOES_NOT_EXIST', field: ['paymentInstrumentId']}],
  });
});

test('a removed card leaves its contracts and the default to its replacement', async () => {
  const simulation = createSimulationCore();
  const remove = (args: string): Promise<unknown> =>
    mutate(simulation, 'paymentInstrumentRemove', args, 'deletedPaymentInstrumentId');

  expect(
    await remove(`paymentInstrumentId: "${VISA}", replacementPaymentInstrumentId: "${VISA}"`),
  ).toMatchObject({userErrors: [{code: 'CANNOT_REPLACE_PAYMENT_INSTRUMENT_WITH_ITSELF'}]});
  expect(await remove(`paymentInstrumentId: "${VISA}", replacementPaymentInstrumentId: "${MASTER}"`)).toEqual(
    {deletedPaymentInstrumentId: VISA, userErrors: []},
  );
  expect(
    await cards(simulation, 'lastDigits default subscriptionContracts(first: 5) { nodes { id } }'),
  ).toEqual([
    {
      lastDigits: '4444',
      default: true,
      subscriptionContracts: {
        nodes: [
          {id: 'gid://shopify/SubscriptionContract/1002'},
          {id: 'gid://shopify/SubscriptionContract/1001'},
        ],
      },
    },
  ]);

  await remove(`paymentInstrumentId: "${MASTER}"`);
  const {data} = await askAccount(
    simulation,
    '{ customer { subscriptionContracts(first: 1) { nodes { paymentInstrument { id } } } } }',
  );
  expect(data['customer']).toEqual({subscriptionContracts: {nodes: [{paymentInstrument: null}]}});
});

test('a card that does not belong to Shop Pay has no address there', async () => {
  expect(
    await mutate(
      createSimulationCore(),
      'shopPayCreditCardGetUpdateUrl',
      `paymentMethodId: "${VISA}"`,
      'updateShopPayCreditCardUrl',
    ),
  ).toEqual({
    updateShopPayCreditCardUrl: null,
    userErrors: [{code: 'CANNOT_REDIRECT_TO_SHOP_PAY', field: ['paymentMethodId']}],
  });
});

test('a new card fails by name, because it would come from a vault', async () => {
  const {errors} = await askAccount(
    createSimulationCore(),
    'mutation { creditCardAdd(sessionId: "1", billingAddress: {}) { creditCard { id } } }',
  );
  expect(errors).toMatchObject([{extensions: {code: 'SIMHOST_NOT_SIMULATED'}}]);
});

test('an order without a gift card has none to send again', async () => {
  const simulation = createSimulationCore();
  const resend = (id: string): Promise<unknown> =>
    mutate(simulation, 'resendGiftCard', `orderId: "${id}"`, 'orderId');

  expect(await resend(simulation.order.id)).toMatchObject({
    userErrors: [{code: 'GIFT_CARD_NOT_FOUND_FOR_ORDER'}],
  });
  expect(await resend('gid://shopify/Order/1')).toMatchObject({userErrors: [{code: 'ORDER_NOT_FOUND'}]});
});

test('a bought gift card is one in the order, and sending it again fails by name', async () => {
  const simulation = createSimulationCore();
  const giftCard = simulation.world.products.find(({isGiftCard}) => isGiftCard)?.variants[0];
  const [line] = simulation.order.lines;
  if (giftCard === undefined || line === undefined) throw new Error('The world has no gift card.');
  const bought = {...line, merchandise: giftCard, discountAllocations: []};
  simulation.update({order: {lines: [bought], fulfillments: [], returns: []}});

  const {data, errors} = await askAccount(
    simulation,
    `query ($id: ID!) { order(id: $id) {
      lineItems(first: 1) { nodes { giftCard requiresShipping } }
      lineItemContainers { __typename }
      agreements(first: 1) { nodes { sales(first: 1) { nodes { __typename lineType } } } }
    } }`,
    {id: simulation.order.id},
  );
  expect(errors).toBeUndefined();
  expect(data['order']).toEqual({
    lineItems: {nodes: [{giftCard: true, requiresShipping: false}]},
    lineItemContainers: [{__typename: 'UnfulfilledGiftCardLineItemContainer'}],
    agreements: {nodes: [{sales: {nodes: [{__typename: 'GiftCardSale', lineType: 'GIFT_CARD'}]}}]},
  });

  const again = await askAccount(
    simulation,
    'mutation ($id: ID!) { resendGiftCard(orderId: $id) { orderId } }',
    {id: simulation.order.id},
  );
  expect(again.errors).toMatchObject([{extensions: {code: 'SIMHOST_NOT_SIMULATED'}}]);
});

test('marketing emails are subscribed and unsubscribed, and signals follow', async () => {
  const simulation = createSimulationCore();
  const change = (mutation: string): Promise<unknown> =>
    mutate(simulation, mutation, '', 'emailAddress { emailAddress marketingState }');
  const emailAddress = (marketingState: string): object => ({
    emailAddress: 'ada@example.com',
    marketingState,
  });

  expect(await change('customerEmailMarketingSubscribe')).toEqual({
    emailAddress: null,
    userErrors: [{code: 'CUSTOMER_ALREADY_SUBSCRIBED', field: []}],
  });
  expect(await change('customerEmailMarketingUnsubscribe')).toEqual({
    emailAddress: emailAddress('UNSUBSCRIBED'),
    userErrors: [],
  });
  expect(simulation.pages.state().customer?.acceptsMarketing).toBe(false);
  expect(await change('customerEmailMarketingSubscribe')).toMatchObject({
    emailAddress: emailAddress('SUBSCRIBED'),
  });
  expect(simulation.pages.state().customer?.acceptsMarketing).toBe(true);
});

async function cards(simulation: SimulationCore, selection: string): Promise<unknown> {
  const {data} = await askAccount(
    simulation,
    `{ customer { creditCards(first: 5) { nodes { ${selection} } } } }`,
  );
  return (data['customer'] as {creditCards: {nodes: unknown}}).creditCards.nodes;
}

async function mutate(
  simulation: SimulationCore,
  mutation: string,
  args: string,
  selection: string,
): Promise<unknown> {
  const {data} = await askAccount(
    simulation,
    `mutation { ${mutation}${args === '' ? '' : `(${args})`} { ${selection} userErrors { code field } } }`,
  );
  return data[mutation];
}
