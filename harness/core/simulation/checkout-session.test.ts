import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import {decodeJwt} from 'jose';
import {checkoutApiUrl} from '../platforms/shopify/checkout-api.ts';
import {usableOutput} from '../platforms/shopify/run-output.ts';
import type {FromPage, ToPage} from '../../wire/control.ts';
import {extensionAt} from './mount-request.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const BLOCK = 'purchase.checkout.block.render';

interface PageOf {
  readonly sent: ToPage[];
  send(message: FromPage): void;
}

function pageOf(simulation: SimulationCore): PageOf {
  const sent: ToPage[] = [];
  const {receive} = simulation.pages.connect((message) => sent.push(message));
  receive({type: 'hello', proof: ''});
  return {sent, send: receive};
}

test('an extension gets the answer after the changed state', async () => {
  const simulation = createSimulationCore();
  const {id} = await simulation.extensions.mount(extensionAt(BLOCK));
  const page = pageOf(simulation);

  page.sent.splice(0);
  page.send({
    type: 'ask',
    id: 7,
    mount: id,
    member: 'applyNoteChange',
    arg: {type: 'updateNote', note: 'Hello'},
  });

  expect(page.sent.map(({type}) => type)).toEqual(['state', 'answer']);
  expect(page.sent[0]).toMatchObject({state: {checkout: {note: 'Hello'}}});
  expect(page.sent[1]).toEqual({type: 'answer', id: 7, value: {type: 'success'}});
});

test('an option lets an extension get the answer before the changed state', async () => {
  const simulation = createSimulationCore({checkout: {changeSignals: 'after-result'}});
  const {id} = await simulation.extensions.mount(extensionAt(BLOCK));
  const page = pageOf(simulation);

  page.sent.splice(0);
  const arg = {type: 'updateNote', note: 'Hello'};
  page.send({type: 'ask', id: 7, mount: id, member: 'applyNoteChange', arg});
  expect(page.sent.map(({type}) => type)).toEqual(['answer']);

  await Promise.resolve();
  expect(page.sent.map(({type}) => type)).toEqual(['answer', 'state']);
  expect(page.sent[1]).toMatchObject({state: {checkout: {note: 'Hello'}}});
});

test('the calling page gets the answer, and every page gets the state', async () => {
  const simulation = createSimulationCore();
  const [asking, other] = [pageOf(simulation), pageOf(simulation)];

  for (const {sent} of [asking, other]) sent.splice(0);
  asking.send({type: 'ask', id: 1, mount: null, member: 'enterContact', arg: {email: 'new@example.com'}});
  expect([asking, other].map(({sent}) => sent.map(({type}) => type))).toEqual([
    ['state', 'answer'],
    ['state'],
  ]);

  expect(simulation.checkout.contact.email).toBe('new@example.com');
});

for (const [member, mount, message] of [
  ['applyEverything', 'own', /no applyEverything/],
  ['applyNoteChange', 'gone', /was unmounted/],
  ['steal', null, /cannot steal/],
  ['constructor', null, /cannot constructor/],
] as const) {
  test(`${member} by ${String(mount)} is refused and changes nothing`, async () => {
    const simulation = createSimulationCore();
    const {id} = await simulation.extensions.mount(extensionAt(BLOCK));
    const page = pageOf(simulation);
    const before = simulation.checkout;

    page.send({type: 'ask', id: 3, mount: mount === 'own' ? id : mount, member, arg: {}});
    expect(page.sent.at(-1)).toMatchObject({
      type: 'refusal',
      id: 3,
      error: {message: expect.stringMatching(message) as unknown},
    });

    expect(simulation.checkout).toBe(before);
  });
}

test('a guest signs in as the buyer and keeps the cart', () => {
  const simulation = createSimulationCore({customer: null});
  expect([simulation.checkout.contact.email, simulation.checkout.shippingAddress]).toEqual([null, null]);
  simulation.signIn('bea');
  expect(simulation.checkout).toMatchObject({
    contact: {email: 'bea@engines.example'},
    shippingAddress: {city: 'Boston'},
    lines: [{}, {}],
  });
});

test('payment creates the order that order pages show and that nothing changes', () => {
  const simulation = createSimulationCore();
  const page = pageOf(simulation);

  for (const step of ['shipping', 'payment', 'thank-you'] as const) {
    page.send({type: 'ask', id: 1, mount: null, member: 'goTo', arg: {step}});
  }

  const {checkout, order} = simulation;
  expect(order).toMatchObject({
    id: checkout.confirmation?.order.id,
    confirmationNumber: checkout.confirmation?.number,
    checkoutToken: checkout.token,
    customerId: simulation.customer?.id,
    cost: {
      subtotal: checkout.cost.subtotal,
      shipping: checkout.cost.shipping,
      tax: checkout.cost.tax,
      total: checkout.cost.total,
    },
  });

  expect(simulation.pages.state().orders.map(({name}) => name)).toEqual(['#1005', '#1001', '#1002', '#1003']);
  page.send({type: 'ask', id: 2, mount: null, member: 'enterContact', arg: {email: 'x'}});
  expect(page.sent.at(-1)).toMatchObject({
    type: 'answer',
    value: {type: 'error', message: 'The checkout is completed.'},
  });
});

test('a mount moves the buyer to its step, on a page of the shop', async () => {
  const simulation = createSimulationCore();
  await simulation.extensions.mount(extensionAt('Checkout::ShippingMethods::RenderAfter'));
  expect(simulation.checkout.step).toBe('shipping');
  const url = new URL(
    simulation.addresses.ofTargetWithId('purchase.checkout.shipping-option-list.render-after'),
  );
  expect([url.origin, url.pathname]).toEqual([
    'https://acme.myshopify.com',
    `/checkouts/cn/${simulation.checkout.token}/shipping`,
  ]);
});

for (const [target, change, nexts] of [
  [
    'purchase.checkout.shipping-option-list.render-after',
    {shippingAddress: null},
    [
      "customer: 'ada' in a test",
      '--customer ada on the command line',
      'host.update({checkout: {shippingAddress',
    ],
  ],
  [BLOCK, {step: 'thank-you'}, ['in a separate test', 'in simhost dev, type "restart"']],
] as const) {
  test(`an impossible mount at ${target} names the next step for tests and the command line`, async () => {
    const simulation = createSimulationCore({customer: null});
    simulation.update({checkout: change});
    const refused: unknown = await simulation.extensions
      .mount(extensionAt(target))
      .catch((error: unknown) => error);
    for (const next of nexts) expect(String(refused)).toContain(next);
  });
}

for (const [customer, sub] of [
  ['ada', 'gid://shopify/Customer/7001'],
  [null, undefined],
] as const) {
  test(`the endpoint of the checkout returns ${customer ?? 'a guest'} a checkout token`, async () => {
    const simulation = createSimulationCore({customer});
    const {id} = await simulation.extensions.mount(extensionAt(BLOCK));
    const page = pageOf(simulation);
    const welcome = page.sent.find((message) => message.type === 'welcome');

    const ask = async (
      activation: string,
    ): Promise<{data?: {uiExtensionSessionToken: {value: string} | null}}> => {
      const request = new Request(checkoutApiUrl(simulation.world.shop), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-simhost-page': welcome?.type === 'welcome' ? welcome.secret : '',
        },
        body: JSON.stringify({
          query: 'query($id: ID!) { uiExtensionSessionToken(id: $id) { value expiresIn } }',
          variables: {id: `gid://shopify/ActivatedUiExtension/${activation}`},
        }),
      });

      return (await (await getResponse([...simulation.handlers], request))?.json()) as Awaited<
        ReturnType<typeof ask>
      >;
    };

    const {data} = await ask(id);

    expect(decodeJwt(String(data?.uiExtensionSessionToken?.value))).toMatchObject({
      dest: 'acme.myshopify.com',
      ...(sub === undefined ? {} : {sub}),
    });

    expect('sub' in decodeJwt(String(data?.uiExtensionSessionToken?.value))).toBe(sub !== undefined);
    const account = await simulation.extensions.mount(extensionAt('customer-account.profile.block.render'));
    expect((await ask(account.id)).data?.uiExtensionSessionToken).toBeNull();
  });
}

for (const [registered, value, wrong] of [
  ['purchase.address-autocomplete.suggest', undefined, /`suggestions` must be an array/],
  ['purchase.address-autocomplete.suggest', {suggestions: [{id: '1'}]}, /suggestion 0 has no label/],
  [
    'purchase.address-autocomplete.suggest',
    {suggestions: [{label: 'x', formattedAddress: 'x'}]},
    /formattedAddress of suggestion 0/,
  ],
  ['purchase.address-autocomplete.format-suggestion', null, /`formattedAddress` must be an object/],
  ['customer-account.profile.block.should-render', {display: 'yes'}, /`display` must be true or false/],
] as const) {
  test(`${registered} is refused if it returns ${JSON.stringify(value)}`, () => {
    expect(() => usableOutput(registered, value)).toThrow(wrong);
  });
}

test('a buyer who leaves a completed checkout begins another one, and keeps the order', async () => {
  const simulation = createSimulationCore();
  await simulation.extensions.mount(extensionAt('purchase.thank-you.block.render'));
  const {id} = simulation.order;
  await expect(simulation.extensions.mount(extensionAt(BLOCK))).rejects.toThrow('this checkout is completed');

  simulation.extensions.leaveCompletedCheckout();
  expect(simulation.checkout.confirmation).toBeNull();
  await simulation.extensions.mount(extensionAt(BLOCK));
  expect(simulation.order.id).toBe(id);

  // A checkout that is not completed stays as it is.
  simulation.update({checkout: {note: 'Hello'}});
  simulation.extensions.leaveCompletedCheckout();
  expect(simulation.checkout.note).toBe('Hello');
});
