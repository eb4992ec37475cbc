import {expect, test} from '@playwright/test';
import type {Metafield} from '../../../../wire/account.ts';
import {PEOPLE} from '../../../world/people.ts';
import type {CustomerAccount} from './account-state.ts';
import {adaAccount} from './account-state.fixture.ts';
import {setMetafields} from './metafield-resolver.ts';
import type {MetafieldInput} from './metafield-resolver.ts';

const ADA = 'gid://shopify/Customer/7001';
const ORDER = 'gid://shopify/Order/1001';
const BEAS_COMPANY = 'gid://shopify/Company/9002';

test('changes a metafield and adds others, of each type', () => {
  const {answer, before, after} = set([
    {ownerId: ADA, namespace: 'custom', key: 'tier', value: 'gold'},
    {ownerId: ORDER, namespace: 'custom', key: 'points', type: 'number_integer', value: '120'},
    {ownerId: ORDER, namespace: 'custom', key: 'weight', type: 'number_decimal', value: '1.5'},
    {ownerId: ADA, namespace: 'custom', key: 'news', type: 'boolean', value: 'true'},
    {ownerId: ADA, namespace: '$app', key: 'sizes', type: 'json', value: '{"shoe":38}'},
  ]);

  expect(answer).toMatchObject({
    metafields: [
      {namespace: 'custom', key: 'tier', type: 'single_line_text_field', value: 'gold', jsonValue: 'gold'},
      {namespace: 'custom', key: 'points', type: 'number_integer', value: '120', jsonValue: 120},
      {namespace: 'custom', key: 'weight', type: 'number_decimal', value: '1.5', jsonValue: 1.5},
      {namespace: 'custom', key: 'news', type: 'boolean', value: 'true', jsonValue: true},
      {namespace: '$app', key: 'sizes', type: 'json', value: '{"shoe":38}', jsonValue: {shoe: 38}},
    ],
    userErrors: [],
  });

  const target = {type: 'customer', id: ADA};
  const order = {type: 'order', id: ORDER};
  expect(after).toEqual([
    ...before.map((each) =>
      each.target.id === ADA ? {target, metafield: {...each.metafield, value: 'gold'}} : each,
    ),
    {
      target: order,
      metafield: {
        namespace: 'custom',
        key: 'points',
        type: 'number_integer',
        value: 120,
        valueType: 'integer',
      },
    },
    {
      target: order,
      metafield: {namespace: 'custom', key: 'weight', type: 'number_decimal', value: 1.5, valueType: 'float'},
    },
    {
      target,
      metafield: {namespace: 'custom', key: 'news', type: 'boolean', value: true, valueType: 'boolean'},
    },
    {
      target,
      metafield: {
        namespace: '$app',
        key: 'sizes',
        type: 'json',
        value: '{"shoe":38}',
        valueType: 'json_string',
      },
    },
  ]);
});

test('sets a repeated key once, to its last value', () => {
  const input = {ownerId: ADA, namespace: 'custom', key: 'size'};
  const {after} = set([
    {...input, value: 'S'},
    {...input, value: 'L'},
  ]);

  expect(
    after?.filter(({metafield}) => metafield.key === 'size').map(({metafield}) => metafield.value),
  ).toEqual(['L']);
});

test("sets the metafields of a B2B customer's company", () => {
  const input = {ownerId: BEAS_COMPANY, namespace: 'custom', key: 'tier', value: 'gold'};
  expect(set([input], {customer: PEOPLE['bea'] ?? null}).answer).toMatchObject({userErrors: []});
  expect(set([input]).answer).toMatchObject({userErrors: [{message: 'Owner does not exist.'}]});
});

for (const [input, error] of [
  [
    {ownerId: 'gid://shopify/Customer/7002', value: 'gold'},
    {code: 'INVALID', field: 'ownerId', message: 'Owner does not exist.'},
  ],
  [{value: ''}, {code: 'BLANK', field: 'value', message: "Value can't be blank."}],
  [
    {type: 'json', value: '{'},
    {code: 'INVALID_VALUE', field: 'value', message: 'Value must be of the type json.'},
  ],
  [
    {type: 'boolean', value: 'yes'},
    {code: 'INVALID_VALUE', field: 'value', message: 'Value must be of the type boolean.'},
  ],
  [
    {type: 'number_integer', value: '1.5'},
    {code: 'INVALID_VALUE', field: 'value', message: 'Value must be of the type number_integer.'},
  ],
  [
    {type: 'number_decimal', value: 'x'},
    {code: 'INVALID_VALUE', field: 'value', message: 'Value must be of the type number_decimal.'},
  ],
] as const) {
  test(`answers ${JSON.stringify(input)} with a user error and sets nothing`, () => {
    const good = {ownerId: ADA, namespace: 'custom', key: 'tier', value: 'gold'};
    const {answer, after} = set([good, {...good, ...input}]);
    const {code, field, message} = error;

    expect(answer).toEqual({
      metafields: null,
      userErrors: [{code, elementIndex: 1, field: ['metafields', '1', field], message}],
    });

    expect(after).toBeNull();
  });
}

test('keeps the known type of a value without one', () => {
  const known: Metafield = {
    target: {type: 'customer', id: ADA},
    metafield: {namespace: 'custom', key: 'points', type: 'number_integer', value: 1, valueType: 'integer'},
  };

  const input = {ownerId: ADA, namespace: 'custom', key: 'points'};
  const good = set([{...input, value: '2'}], {metafields: [known]});

  expect(good.after).toEqual([{...known, metafield: {...known.metafield, value: 2}}]);
  expect(set([{...input, value: 'many'}], {metafields: [known]}).answer).toMatchObject({
    userErrors: [{code: 'INVALID_VALUE'}],
  });
});

interface Outcome {
  readonly answer: object;
  readonly before: readonly Metafield[];
  /** `null` if nothing was set. */
  readonly after: readonly Metafield[] | null;
}

/** Sets metafields in Ada's account, with her first order on the page. */
function set(inputs: readonly MetafieldInput[], change: Partial<CustomerAccount> = {}): Outcome {
  let after: readonly Metafield[] | null = null;
  const account = adaAccount({setMetafields: (metafields) => void (after = metafields), ...change});

  return {answer: setMetafields(inputs, account), before: account.metafields, after};
}
