import {expect, test} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import {changeInputs, fieldsOf} from '../world/change-inputs.fixture.ts';
import {shown} from '../../shown-value.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationChange} from './simulation-change.ts';
import type {SimulationCore} from './simulation-core.ts';

test('every field accepts a value or refuses it with its path', () => {
  const simulation = createSimulationCore();
  const inputs = changeInputs();
  const outcomes = {applied: 0, refused: 0};
  const faults: string[] = [];

  for (const {path, given, change} of inputs) {
    const before = partsOf(simulation);
    const outcome = outcomeOf(simulation, change, path);
    const after = partsOf(simulation);
    const wrong = (what: string): unknown => faults.push(`${path} = ${shown(given)}: ${what}`);
    if (outcome !== 'applied' && outcome !== 'refused') wrong(outcome);
    else outcomes[outcome]++;
    if (outcome === 'refused' && after.some((part, index) => part !== before[index]))
      wrong('is refused and changes the world');
    if (outcome === 'applied' && !after.every(isPlainData))
      wrong('puts a value into the world that no page gets whole');
  }

  const numbers = `${fieldsOf(inputs).size} fields, ${inputs.length} inputs: ${outcomes.applied} applied, ${outcomes.refused} refused by path`;
  test.info().annotations.push({type: 'inputs', description: numbers});
  expect(faults).toEqual([]);
  expect(fieldsOf(inputs).size).toBeGreaterThan(200);
  expect(outcomes.refused).toBeGreaterThan(outcomes.applied);
});

/** `applied`, `refused` by a named error with the path, or what happened instead. */
function outcomeOf(simulation: SimulationCore, change: object, path: string): string {
  try {
    simulation.update(change);
    return 'applied';
  } catch (error) {
    if (!(error instanceof SimhostError)) return String(error);
    return error.message.includes(path) && error.next !== undefined ? 'refused' : error.message;
  }
}

/** The parts of the world that an update changes. None is ever changed in place. */
function partsOf(simulation: SimulationCore): readonly unknown[] {
  const {order, checkout, customer, localization, metafields, privacy} = simulation.pages.state();
  return [order, checkout, customer, localization, metafields, privacy];
}

/** Whether a page gets the same by JSON; a key whose value is `undefined` is the same as none. */
function isPlainData(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlainData);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null)
    return ['string', 'boolean', 'undefined'].includes(typeof value) || value === null;
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlainData);
}

/** The state that a page gets. */
function shownBy(simulation: SimulationCore): string {
  const {mounts: _mounts, clock: _clock, ...state} = simulation.pages.state();
  return JSON.stringify(state);
}

test('a change with a wrong last part changes nothing', () => {
  const simulation = createSimulationCore();
  const before = shownBy(simulation);
  const change = {
    order: {note: 'Changed'},
    checkout: {lines: [{merchandiseId: 'gid://shopify/ProductVariant/1'}]},
  };

  expect(() => simulation.update(change)).toThrow(
    'checkout.lines[0].merchandiseId is "gid://shopify/ProductVariant/1"',
  );

  expect(() => simulation.update({order: {note: 'Changed'}, settings: {title: 'x'}})).toThrow(
    'declares the setting "title"',
  );

  expect(() => simulation.update({order: {note: 'Changed'}, localization: {country: 'XX'}})).toThrow(
    'localization.country is "XX"',
  );

  expect(shownBy(simulation)).toBe(before);
});

for (const customer of ['ada', 'bea', null] as const) {
  test(`the world's own values are accepted, for ${customer ?? 'a guest'}`, () => {
    const simulation = createSimulationCore({customer});
    if (customer === null) simulation.update({checkout: {step: 'thank-you'}});

    const {order, checkout, customer: person, localization, metafields, privacy} = simulation.pages.state();
    const {id: _id, customerId: _customerId, cost, ...orderFields} = order;

    const {
      token: _token,
      cartId: _cartId,
      layout: _layout,
      reached: _reached,
      cost: _cost,
      discountAllocations: _d,
      deliveryGroups: _g,
      confirmation: _c,
      ...fields
    } = checkout;

    const change: SimulationChange = {
      order: {...orderFields, cost: {shipping: cost.shipping}},
      checkout: fields,
      localization,
      metafields,
      privacy,
    };

    const before = shownBy(simulation);

    simulation.update(change);
    if (person !== null) {
      const {id: _customer, ...personFields} = person;
      simulation.update({customer: personFields});
    }

    expect(JSON.parse(shownBy(simulation))).toEqual(JSON.parse(before));
  });
}

test('undefined unsets optional fields and leaves the rest', () => {
  const simulation = createSimulationCore();
  const {processedAt} = simulation.order;

  simulation.update({
    order: {note: undefined, shippingAddress: undefined, processedAt: undefined, lines: undefined},
    customer: {phone: undefined, firstName: undefined},
  });

  expect(simulation.order).toMatchObject({note: null, shippingAddress: null, processedAt});
  expect(simulation.order.lines).not.toEqual([]);
  expect(simulation.customer).toMatchObject({phone: null, firstName: 'Ada'});
});

const METAFIELD = {namespace: 'brownie', key: 'wrapping', value: 'kraft', type: 'single_line_text_field'};

for (const [change, ...messages] of [
  [
    {metafields: {shop: [METAFIELD]}},
    'metafields is {shop: [',
    'Give an array such as [{target: {type: "shop"',
  ],
  [
    {metafields: [METAFIELD]},
    'Unknown field metafields[0].namespace.',
    'Give an object such as {target: {type: "shop"',
  ],
  [
    {
      metafields: [
        {
          target: {type: 'product', id: 'gid://shopify/Shop/1'},
          metafield: {...METAFIELD, valueType: 'string'},
        },
      ],
    },
    'metafields[0].target.id is "gid://shopify/Shop/1".',
    'Give the id of a product, such as "gid://shopify/Product/1".',
  ],
  [{localization: {country: 'France'}}, 'localization.country is "France".', 'Did you mean "FR"?'],
  [{localization: {country: 'fr'}}, 'Did you mean "FR"?'],
  [{localization: {currency: 'euro'}}, 'localization.currency is "euro".', 'Did you mean "EUR"?'],
  [
    {localization: {timezone: 'Mars/Base'}},
    'localization.timezone is "Mars/Base".',
    'for example "Europe/Paris"',
  ],
  [
    {localization: {language: 'english'}},
    'localization.language is "english".',
    'Not a language tag. Give BCP 47',
  ],
  [{localization: {languge: 'fr'}}, 'Unknown field localization.languge.', 'Did you mean "language"?'],
  [
    {order: {cancelledAt: 'yesterday'}},
    'order.cancelledAt is "yesterday".',
    'Give an instant of ISO 8601',
    ', or null.',
  ],
  [{order: {cancelledAt: new Date(0)}}, 'order.cancelledAt is a Date.', 'Call toISOString() on it.'],
  [{order: {nott: 'x'}}, 'Unknown field order.nott.', 'Did you mean "note"?'],
  [
    {order: {id: 'gid://shopify/Order/1'}},
    'order.id cannot be changed: an order keeps its id.',
    'Leave id out.',
  ],
  [{order: {cost: {total: 1}}}, 'order.cost.total cannot be changed: it follows from lines'],
  [
    {order: {shippingAddress: {countryCode: 'US'}}},
    'order.shippingAddress.firstName is missing. So are lastName, name, address1, city, zip.',
  ],
  [{customer: {fistName: 'x'}}, 'Unknown field customer.fistName.', 'Did you mean "firstName"?'],
  [{customer: {id: 'x'}}, 'customer.id cannot be changed'],
  [{privacy: {metafeilds: []}}, 'Unknown field privacy.metafeilds.', 'Did you mean "metafields"?'],
  [
    {checkout: {shippingAddress: {country: 'France'}}},
    'Unknown field checkout.shippingAddress.country.',
    'Did you mean "countryCode"?',
  ],
  [
    {checkout: {attributes: {gift: 'yes'}}},
    'checkout.attributes is {gift: "yes"}.',
    'Give an array such as [{key: "Gift message"',
  ],
  [
    {checkout: {discountCodes: [{code: 'WELCOME10'}]}},
    'checkout.discountCodes[0] is {code: "WELCOME10"}.',
    'for example "WELCOME10"',
  ],
  [
    {checkout: {giftCards: ['gift-0000-0025']}},
    'checkout.giftCards[0] is "gift-0000-0025".',
    'such as {lastCharacters: "0025"',
  ],
  [
    {checkout: {lines: [{merchandiseId: 30031}]}},
    'lines[0].merchandiseId is 30031.',
    'Did you mean "gid://shopify/ProductVariant/30031"?',
  ],
  [
    {checkout: {lines: [{merchandiseId: 'gid://shopify/ProductVariant/30011', quantity: 0}]}},
    'checkout.lines[0].quantity is 0.',
  ],
  [{checkout: {liens: []}}, 'Unknown field checkout.liens.', 'Did you mean "lines"?'],
  [{checkout: {step: 'shiping'}}, 'checkout.step is "shiping".', 'Did you mean "shipping"?'],
  [
    {checkout: {selectedPaymentOption: 'credit_card'}},
    'checkout.selectedPaymentOption is "credit_card"',
    'Did you mean "credit-card"?',
  ],
  [
    {checkout: {instructions: {line: {}}}},
    'Unknown field checkout.instructions.line.',
    'Did you mean "lines"?',
  ],
  [{checkout: {instructions: {lines: {canAddCartLines: true}}}}, 'Did you mean "canAddCartLine"?'],
  [{checkout: {cost: {}}}, 'checkout.cost cannot be changed: it follows from lines'],
  [undefined, 'The change is undefined.'],
] as readonly (readonly [unknown, ...string[]])[]) {
  test(`an update to ${JSON.stringify(change)} is refused with path, value and advice`, () => {
    let message = 'accepted';
    try {
      createSimulationCore().update(change as SimulationChange);
    } catch (error) {
      message = String(error);
    }

    for (const part of messages) expect(message).toContain(part);
  });
}

test('an error does not contain a token', () => {
  const token = `eyJhbGciOiJIUzI1NiJ9.${'e'.repeat(100)}.${'s'.repeat(43)}`;
  expect(() => createSimulationCore().update({order: {cancelledAt: token}})).toThrow(
    'order.cancelledAt is "<token>"',
  );
});
