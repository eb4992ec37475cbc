import {expect, test} from '@playwright/test';
import {lineRows} from './line-rows.ts';

const MERCHANDISE = {title: 'Towel', subtitle: 'Black'};
const LINE = {quantity: 2, merchandise: MERCHANDISE};
const ROW = {key: 0, quantity: 2, title: 'Towel, Black', price: ''};

const priced = (amount: unknown, currencyCode: string): unknown => [
  {...LINE, merchandise: {...MERCHANDISE, price: {amount, currencyCode}}},
];

for (const [name, value, rows] of [
  ['with its variant', [LINE], [ROW]],
  [
    'without a variant',
    [{quantity: 1, merchandise: {title: 'Car', subtitle: null}}],
    [{key: 0, quantity: 1, title: 'Car', price: ''}],
  ],
  ['with the price of one', priced(64.8, 'USD'), [{...ROW, price: '$129.60'}]],
  ['in a currency that does not exist', priced(7, 'nothing'), [{...ROW, price: '14 nothing'}]],
  ['with a price that is a string', priced('7', 'USD'), [ROW]],
  ['without a product', [LINE, {quantity: 1}], null],
  ['that is null', [null], null],
  ['in an empty list', [], null],
  ['in an object', {lines: [LINE]}, null],
] as const) {
  test(`a line ${name} becomes ${rows === null ? 'no row' : 'a row'}`, () => {
    expect(lineRows(JSON.stringify(value))).toEqual(rows);
  });
}

test('a string that is not JSON, and an unset field, have no rows', () => {
  expect([lineRows('[{'), lineRows(null)]).toEqual([null, null]);
});
