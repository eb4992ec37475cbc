import {expect, test} from '@playwright/test';
import {PALETTE, type Colour} from './base/palette.ts';

const TEXT: readonly (readonly [Colour, Colour])[] = [
  ...(['text', 'quiet', 'accent', 'accent-hover', 'info', 'success', 'warning', 'critical'] as const).flatMap(
    (colour) => (['page', 'surface', 'subdued'] as const).map((ground) => [colour, ground] as const),
  ),
  ...(['info', 'success', 'warning', 'critical'] as const).flatMap((tone) =>
    (['text', 'quiet', 'accent', tone] as const).map((colour) => [colour, `${tone}-surface`] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-critical', 'critical'],
  ['on-critical', 'critical-hover'],
];

const CONTROLS: readonly (readonly [Colour, Colour])[] = [
  ['control', 'surface'],
  ['control', 'page'],
  ['accent', 'page'],
];

for (const [scheme, index] of [
  ['light', 0],
  ['dark', 1],
] as const) {
  for (const [pairs, least, what] of [
    [TEXT, 4.5, 'text'],
    [CONTROLS, 3, 'a control'],
  ] as const) {
    for (const [colour, ground] of pairs) {
      test(`${colour} on ${ground} has the contrast of ${what} in ${scheme}`, () => {
        expect(contrast(PALETTE[colour][index], PALETTE[ground][index])).toBeGreaterThanOrEqual(least);
      });
    }
  }
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
