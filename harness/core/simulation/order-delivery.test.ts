import {expect, test} from '@playwright/test';
import {askAccount} from './account-api.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';
import {askStorefront} from './storefront-query.fixture.ts';

const SELECTION = `requiresShipping shippingAddress { city } shippingTitle shippingLine { title originalPrice { amount } } shippingLineGroups { groupType }
  pickupInformation { status address { address1 } }
  fulfillments(first: 2) { nodes { requiresShipping isPickedUp latestShipmentStatus pickupAddress { city } trackingInformation { number company url } events(first: 5) { nodes { status } } } }`;

test('a parcel is tracked, and has nothing to pick up', async () => {
  const simulation = createSimulationCore();
  const number = simulation.order.fulfillments[0]?.trackingNumber;

  expect(await deliveryOf(simulation)).toMatchObject({
    requiresShipping: true,
    shippingLine: {title: 'Standard'},
    pickupInformation: null,
    fulfillments: {
      nodes: [
        {
          isPickedUp: false,
          latestShipmentStatus: 'IN_TRANSIT',
          pickupAddress: null,
          trackingInformation: [{number, company: 'Acme Post', url: `https://post.example/track/${number}`}],
        },
      ],
    },
  });
});

test('an order without a shipping address is picked up', async () => {
  const simulation = createSimulationCore();
  simulation.update({order: {shippingAddress: null}});
  const ready = await deliveryOf(simulation);

  expect(ready).toMatchObject({
    requiresShipping: true,
    shippingAddress: null,
    shippingTitle: 'Downtown shop',
    pickupInformation: {status: 'IN_PROGRESS', address: {address1: '1 Market Street'}},
    fulfillments: {
      nodes: [
        {
          isPickedUp: false,
          latestShipmentStatus: 'READY_FOR_PICKUP',
          pickupAddress: {city: 'New York'},
          trackingInformation: [],
        },
      ],
    },
  });

  const fulfillments = simulation.order.fulfillments.map((each) => ({...each, status: 'delivered'}) as const);
  simulation.update({order: {fulfillments}});
  expect(await deliveryOf(simulation)).toMatchObject({
    pickupInformation: {status: 'CLOSED'},
    fulfillments: {nodes: [{isPickedUp: true, latestShipmentStatus: 'PICKED_UP'}]},
  });

  simulation.update({order: {fulfillments: []}});
  expect(await deliveryOf(simulation)).toMatchObject({pickupInformation: {status: 'OPEN'}});
});

test('an order of downloads has neither delivery nor address', async () => {
  const simulation = createSimulationCore();
  const lines = simulation.order.lines.map((line) => ({
    ...line,
    merchandise: {...line.merchandise, requiresShipping: false},
  }));
  simulation.update({order: {lines, shippingAddress: null}});

  expect(await deliveryOf(simulation)).toMatchObject({
    requiresShipping: false,
    shippingAddress: null,
    shippingTitle: null,
    shippingLine: null,
    shippingLineGroups: [],
    pickupInformation: null,
    fulfillments: {
      nodes: [{requiresShipping: false, trackingInformation: [], events: {nodes: [{status: 'CONFIRMED'}]}}],
    },
  });
});

test('a token of the Customer Account API opens the customer of the Storefront API', async () => {
  const simulation = createSimulationCore();
  const {data} = await askAccount(
    simulation,
    'mutation { storefrontCustomerAccessTokenCreate { customerAccessToken userErrors { code } } }',
  );
  const {customerAccessToken: token, userErrors} = data['storefrontCustomerAccessTokenCreate'] as {
    customerAccessToken: string;
    userErrors: unknown;
  };
  expect(userErrors).toEqual([]);

  const query = 'query ($token: String!) { customer(customerAccessToken: $token) { firstName } }';
  const answer = await askStorefront(simulation, query, {variables: {token}});
  expect(answer.data).toEqual({customer: {firstName: 'Ada'}});
});

async function deliveryOf(simulation: SimulationCore): Promise<unknown> {
  const {data} = await askAccount(simulation, `query ($id: ID!) { order(id: $id) { ${SELECTION} } }`, {
    id: simulation.order.id,
  });
  return data['order'];
}
