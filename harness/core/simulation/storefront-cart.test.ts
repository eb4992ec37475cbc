import {expect, test} from '@playwright/test';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';
import {askStorefront} from './storefront-query.fixture.ts';

const CART = `cart { id totalQuantity note discountCodes { code applicable }
  lines(first: 9) { nodes { id quantity attributes { key value } merchandise { ... on ProductVariant { id } } cost { totalAmount { amount } } } }
  cost { subtotalAmount { amount currencyCode } totalAmount { amount } }
} userErrors { code field message }`;

test('the cart is the checkout that extensions see', async () => {
  const simulation = createSimulationCore();
  const {token, cartId: id, lines, cost} = simulation.checkout;

  const {data} = await ask(
    simulation,
    'query ($id: ID!) { cart(id: $id) { id checkoutUrl totalQuantity lines(first: 5) { nodes { id quantity } } cost { subtotalAmount { amount } } } }',
    {id},
  );

  expect(data['cart']).toEqual({
    id,
    checkoutUrl: `https://acme.myshopify.com/cart/c/${token}?${id.split('?')[1]}`,
    totalQuantity: 3,
    lines: {nodes: lines.map(({id: line, quantity}) => ({id: line, quantity}))},
    cost: {subtotalAmount: {amount: decimal(cost.subtotal.amount)}},
  });
});

test('a new cart is the checkout that pages show next', async () => {
  const simulation = createSimulationCore();
  const [product] = simulation.world.products;
  const merchandiseId = product?.variants[1]?.id;
  const create = `mutation ($input: CartInput) { cartCreate(input: $input) { ${CART} } }`;
  const attributes = [{key: 'Engraving', value: 'Ada'}];
  const input = {
    lines: [{merchandiseId, quantity: 2, attributes}],
    note: 'Ring twice',
    discountCodes: ['welcome10', 'NOPE'],
    buyerIdentity: {email: 'g@x.example'},
  };

  const {data} = await ask(simulation, create, {input});
  const {checkout} = simulation;

  expect(checkout).toMatchObject({
    note: 'Ring twice',
    discountCodes: ['WELCOME10'],
    contact: {email: 'g@x.example'},
    lines: [{quantity: 2, attributes, merchandise: {id: merchandiseId}}],
  });

  expect(data['cartCreate']).toMatchObject({
    userErrors: [],
    cart: {
      totalQuantity: 2,
      discountCodes: [
        {code: 'WELCOME10', applicable: true},
        {code: 'NOPE', applicable: false},
      ],
      lines: {
        nodes: [
          {quantity: 2, attributes, cost: {totalAmount: {amount: decimal(checkout.lines[0]?.total.amount)}}},
        ],
      },
      cost: {subtotalAmount: {amount: decimal(checkout.cost.subtotal.amount), currencyCode: 'USD'}},
    },
  });
});

test('lines are added, changed and removed, each mutation on the state of the one before', async () => {
  const simulation = createSimulationCore();
  const [, , third] = simulation.world.products;
  const merchandiseId = third?.variants[0]?.id;
  const mutation = `mutation ($cartId: ID!, $merchandiseId: ID!) {
    added: cartLinesAdd(cartId: $cartId, lines: [{merchandiseId: $merchandiseId}]) { ${CART} }
    again: cartLinesAdd(cartId: $cartId, lines: [{merchandiseId: $merchandiseId, quantity: 2}]) { ${CART} }
    updated: cartLinesUpdate(cartId: $cartId, lines: [{id: "gid://shopify/CartLine/1", quantity: 5}]) { ${CART} }
    removed: cartLinesRemove(cartId: $cartId, lineIds: ["gid://shopify/CartLine/2"]) { ${CART} }
    noted: cartNoteUpdate(cartId: $cartId, note: "Thanks") { ${CART} }
  }`;

  const {data} = await ask(simulation, mutation, {cartId: cartIdOf(simulation), merchandiseId});
  const quantities = Object.values(data).map(({cart}) => cart?.totalQuantity);
  expect(quantities).toEqual([4, 6, 9, 8, 8]);
  expect(simulation.checkout).toMatchObject({
    note: 'Thanks',
    lines: [
      {id: 'gid://shopify/CartLine/1', quantity: 5},
      {id: 'gid://shopify/CartLine/3', quantity: 3},
    ],
  });
});

test('an address of the cart is that of the checkout, with delivery options', async () => {
  const simulation = createSimulationCore({customer: null});
  const address = {address1: '1 Road', city: 'Boston', countryCode: 'US', provinceCode: 'MA', zip: '02108'};
  const mutation = `mutation ($cartId: ID!, $addresses: [CartSelectableAddressInput!]!) {
    cartDeliveryAddressesAdd(cartId: $cartId, addresses: $addresses) {
      cart {
        delivery { addresses { selected address { ... on CartDeliveryAddress { city countryCode } } } }
        deliveryGroups(first: 3) { nodes { deliveryAddress { city } deliveryOptions { handle title estimatedCost { amount } } } }
      }
      userErrors { message }
    }
  }`;

  const addresses = [{selected: true, address: {deliveryAddress: address}}];
  const {data} = await ask(simulation, mutation, {cartId: cartIdOf(simulation), addresses});
  const [group] = simulation.checkout.deliveryGroups;

  expect(simulation.checkout.shippingAddress).toMatchObject(address);
  expect(data['cartDeliveryAddressesAdd']).toMatchObject({
    userErrors: [],
    cart: {
      delivery: {addresses: [{selected: true, address: {city: 'Boston', countryCode: 'US'}}]},
      deliveryGroups: {
        nodes: [
          {
            deliveryAddress: {city: 'Boston'},
            deliveryOptions: group?.options.map(({handle, title}) =>
              expect.objectContaining({handle, title}),
            ),
          },
        ],
      },
    },
  });
});

for (const [name, mutation, error] of [
  [
    'an unknown cart',
    'cartNoteUpdate(cartId: "gid://shopify/Cart/none", note: "x")',
    {code: 'INVALID', field: ['cartId'], message: 'The specified cart does not exist.'},
  ],
  [
    'unknown merchandise',
    'cartCreate(input: {lines: [{merchandiseId: "gid://shopify/ProductVariant/1"}]})',
    {
      code: 'INVALID',
      field: ['input', 'lines', '0', 'merchandiseId'],
      message: 'The merchandise with id gid://shopify/ProductVariant/1 does not exist.',
    },
  ],
] as const) {
  test(`${name} is a user error, and nothing changes`, async () => {
    const simulation = createSimulationCore();
    const before = simulation.checkout;
    const {data} = await ask(simulation, `mutation { result: ${mutation} { ${CART} } }`);
    expect(data['result']).toMatchObject({cart: null, userErrors: [error]});
    expect(simulation.checkout).toBe(before);
  });
}

test('a cart that has become an order does not exist', async () => {
  const simulation = createSimulationCore();
  const id = cartIdOf(simulation);
  simulation.update({checkout: {step: 'thank-you'}});
  expect((await ask(simulation, 'query ($id: ID!) { cart(id: $id) { id } }', {id})).data).toEqual({
    cart: null,
  });
});

interface Answer {
  readonly data: Record<string, {readonly cart?: {readonly totalQuantity: number}}>;
}

function cartIdOf({checkout}: SimulationCore): string {
  return checkout.cartId;
}

async function ask(simulation: SimulationCore, query: string, variables: object = {}): Promise<Answer> {
  const answer = await askStorefront<Answer['data']>(simulation, query, {variables});
  expect(answer.errors).toBeUndefined();
  return answer;
}

/** An amount as the platform writes it: at least one digit is after the point. */
function decimal(amount = 0): string {
  return Number.isInteger(amount) ? `${amount}.0` : String(amount);
}
