import {expect, test} from '@playwright/test';
import {colourOf, hexOf, parseColour, shadeOf} from './colour.ts';

for (const [text, hex] of [
  ['#f80', '#ff8800ff'],
  ['#F80c', '#ff8800cc'],
  ['#ff8800', '#ff8800ff'],
  ['#ff880080', '#ff880080'],
  ['rgb(255, 136, 0)', '#ff8800ff'],
  ['rgb(255 136 0 / 50%)', '#ff880080'],
  ['rgba(300, -4, 0, 0.5)', '#ff000080'],
  ['hsl(32, 100%, 50%)', '#ff8800ff'],
  ['hsl(120 100% 25%)', '#008000ff'],
  ['hsl(0 0% 0%)', '#000000ff'],
] as const) {
  test(`reads ${text}`, () => {
    const colour = parseColour(text);
    expect(colour === undefined ? undefined : hexOf(colour, true)).toBe(hex);
  });
}

for (const text of ['', 'red', '#12345', '#ggg', 'rgb(1, 2)', 'rgb(a b c)', 'rgb(1 2 3 4 5)']) {
  test(`refuses "${text}"`, () => {
    expect(parseColour(text)).toBeUndefined();
  });
}

test('a shade and its colour are the same colour', () => {
  for (const hex of [
    '#000000',
    '#ffffff',
    '#ff0000',
    '#00ff00',
    '#0000ff',
    '#ffff00',
    '#00ffff',
    '#ff00ff',
  ]) {
    const colour = parseColour(hex);
    if (colour === undefined) throw new Error(`${hex} is a colour`);
    expect(hexOf(colourOf(shadeOf(colour), 1), false)).toBe(hex);
  }

  expect(shadeOf({red: 255, green: 136, blue: 0, alpha: 1})).toEqual({
    hue: 32,
    saturation: 100,
    brightness: 100,
  });
});
