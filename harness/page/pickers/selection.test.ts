import {expect, test} from '@playwright/test';
import type {PickedResource, ResourceQuery} from '../../wire/admin.ts';
import {
  isFull,
  pickedRows,
  selectedItems,
  startingSelection,
  toggleItem,
  toggleRow,
  toggleVariant,
} from './selection.ts';

const HAT: PickedResource = {id: 'hat', title: 'Hat', variants: [row('hat-s'), row('hat-m')]};
const MUG: PickedResource = {id: 'mug', title: 'Mug', variants: [row('mug-1')]};
const SALE: PickedResource = {id: 'sale', title: 'Sale'};
const FOUND = [HAT, MUG, SALE];

const ONE: ResourceQuery = {type: 'product'};
const MANY: ResourceQuery = {type: 'product', multiple: true};

function row(id: string): PickedResource {
  return {id, title: id};
}

const STARTS: readonly (readonly [string, ResourceQuery['selectionIds'], readonly string[]])[] = [
  ['nothing', undefined, []],
  ['a product without variants has all of them', [{id: 'hat'}], ['hat', 'hat-s', 'hat-m']],
  ['a product with variants has these', [{id: 'hat', variants: [{id: 'hat-m'}]}], ['hat', 'hat-m']],
  ['a collection', [{id: 'sale'}], ['sale']],
  ['a product that the shop lacks', [{id: 'gone'}], ['gone']],
];

for (const [name, selectionIds = [], expected] of STARTS) {
  test(`a picker starts with its selection: ${name}`, () => {
    expect([...startingSelection(FOUND, {...MANY, selectionIds})]).toEqual(expected);
  });
}

test('a row is selected with all its variants, and taken away with them', () => {
  const selected = toggleRow(new Set(), HAT, MANY);
  expect([...selected]).toEqual(['hat', 'hat-s', 'hat-m']);
  expect([...toggleRow(selected, HAT, MANY)]).toEqual([]);
});

test('a second row is added if several may be selected, and else replaces the first', () => {
  const selected = toggleRow(new Set(), HAT, MANY);
  expect([...toggleRow(selected, MUG, MANY)]).toEqual(['hat', 'hat-s', 'hat-m', 'mug', 'mug-1']);
  expect([...toggleRow(selected, MUG, ONE)]).toEqual(['mug', 'mug-1']);
});

test('a product is selected while one of its variants is', () => {
  const one = toggleVariant(new Set(), HAT, 'hat-s', MANY);
  expect([...one]).toEqual(['hat-s', 'hat']);
  expect([...toggleVariant(one, HAT, 'hat-m', MANY)]).toEqual(['hat-s', 'hat', 'hat-m']);
  expect([...toggleVariant(one, HAT, 'hat-s', MANY)]).toEqual([]);
});

test('a variant of another product replaces the first product if one may be selected', () => {
  const hat = toggleVariant(new Set(), HAT, 'hat-s', ONE);
  expect([...toggleVariant(hat, MUG, 'mug-1', ONE)]).toEqual(['mug-1', 'mug']);
  expect([...toggleVariant(hat, HAT, 'hat-m', ONE)]).toEqual(['hat-s', 'hat', 'hat-m']);
});

test('the picked rows are those of the shop, in its order, with their selected variants', () => {
  const picked = pickedRows(FOUND, new Set(['sale', 'gone', 'hat', 'hat-m']));
  expect(picked).toEqual([{id: 'hat', title: 'Hat', variants: [row('hat-m')]}, SALE]);
});

/** `multiple`, the items after the selection of a second one, and the number of items that fills the picker. */
const LIMITS: readonly (readonly [boolean | number | undefined, readonly string[], number | null])[] = [
  [undefined, ['b'], null],
  [false, ['b'], null],
  [true, ['a', 'b'], null],
  [1, ['b'], null],
  [2, ['a', 'b'], 2],
  [3, ['a', 'b'], 3],
];

for (const [multiple, second, most] of LIMITS) {
  test(`multiple: ${multiple} limits the number of items`, () => {
    const options = multiple === undefined ? {} : {multiple};
    expect(toggleItem(['a'], 'b', options)).toEqual(second);
    expect(toggleItem(['a', 'b'], 'a', options)).toEqual(['b']);
    const full = [0, 1, 2, 3].find((count) => isFull(count, options));
    expect(full ?? null).toBe(most);
  });
}

test('a picker of items starts with those that say so', () => {
  const items = [
    {id: 'a', heading: 'A'},
    {id: 'b', heading: 'B', selected: true},
    {id: 'c', heading: 'C', selected: false},
  ];
  expect(selectedItems(items)).toEqual(['b']);
});
