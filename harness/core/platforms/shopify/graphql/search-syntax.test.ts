import {expect, test} from '@playwright/test';
import {matcherOf} from './search-syntax.ts';

const BAG = {
  '': ['Canvas bag', 'Acme', 'Bag', 'sale'],
  title: ['Canvas bag'],
  vendor: ['Acme Goods'],
  tag: ['sale', 'summer'],
  'variants.price': ['12.5', '20'],
};

for (const [query, isMatch] of [
  ['bag', true],
  ['canv*', true],
  ['-bag', false],
  ['-hat', true],
  ['title:bag', true],
  ['title:"canvas bag"', true],
  ["title:'canvas bag'", true],
  ['title:can', false],
  ['title:can*', true],
  ['vendor:"Acme Goods" tag:sale', true],
  ['vendor:Acme AND tag:winter', false],
  ['tag:winter OR tag:summer', true],
  ['NOT tag:sale', false],
  ['-tag:winter', true],
  ['(tag:winter OR tag:sale) AND title:bag', true],
  ['tag:winter OR tag:sale title:hat', false],
  ['variants.price:>15', true],
  ['variants.price:<=12.5', true],
  ['variants.price:>20', false],
  ['tag:*', true],
  ['colour:red', true],
  // Members that every object inherits are not fields of a bag.
  ['constructor:bag', true],
  ['-toString:bag', false],
  ['__proto__:*', true],
] as const) {
  test(`${query} ${isMatch ? 'finds' : 'does not find'} a canvas bag`, () => {
    expect(matcherOf(query)(BAG)).toBe(isMatch);
  });
}

test('thousands of nested groups are read', () => {
  const [open, close] = ['('.repeat(20_000), ')'.repeat(20_000)];
  expect(matcherOf(`${open}title:bag${close} tag:sale`)(BAG)).toBe(true);
  expect(matcherOf(`${open}title:bag${close} tag:winter`)(BAG)).toBe(false);
  expect(matcherOf(open)(BAG)).toBe(true);
});
