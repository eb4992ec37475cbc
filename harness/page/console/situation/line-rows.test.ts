import {expect, test} from '@playwright/test';
import {lineRows} from './line-rows.ts';

const LINE = {quantity: 2, merchandise: {title: 'Towel', subtitle: 'Black'}};
const costs = (amount: unknown, currencyCode: string): object => ({
  cost: {totalAmount: {amount, currencyCode}},
});

for (const [name, value, rows] of [
  ['with its variant', [LINE], [{key: 0, quantity: 2, title: 'Towel, Black', price: ''}]],
  [
    'without a variant, at its price',
    [{quantity: 1, merchandise: {title: 'Car'}, ...costs(98.5, 'USD')}],
    [{key: 0, quantity: 1, title: 'Car', price: '$98.50'}],
  ],
  [
    'in a currency that does not exist',
    [{...LINE, ...costs('7', 'nothing')}],
    [{key: 0, quantity: 2, title: 'Towel, Black', price: '7 nothing'}],
  ],
  ['that is no line', [LINE, {quantity: 1}], null],
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
