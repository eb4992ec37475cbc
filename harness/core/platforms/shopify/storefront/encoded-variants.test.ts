import {expect, test} from '@playwright/test';
import {encodedVariants} from './encoded-variants.ts';

const COLOUR = {name: 'Colour', values: ['Black', 'Natural', 'Red']};
const SIZE = {name: 'Size', values: ['S', 'M']};

function variant(...values: readonly string[]): {selectedOptions: {name: string; value: string}[]} {
  const names = [COLOUR.name, SIZE.name];
  return {selectedOptions: values.map((value, index) => ({name: names[index] ?? '', value}))};
}

for (const {encoded, options, variants} of [
  {encoded: 'v1_0', options: [COLOUR], variants: [variant('Black')]},
  {encoded: 'v1_0-2', options: [COLOUR], variants: [variant('Red'), variant('Natural'), variant('Black')]},
  {encoded: 'v1_0 2', options: [COLOUR], variants: [variant('Black'), variant('Red')]},
  {
    encoded: 'v1_0:0-1,2:1,',
    options: [COLOUR, SIZE],
    variants: [variant('Black', 'S'), variant('Black', 'M'), variant('Red', 'M')],
  },
  {encoded: '', options: [COLOUR], variants: []},
]) {
  test(`encodes ${variants.length} variants of ${options.length} options as "${encoded}"`, () => {
    expect(encodedVariants(options, variants)).toBe(encoded);
  });
}
