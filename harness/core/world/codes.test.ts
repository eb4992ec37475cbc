import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {COUNTRY_CODES, CURRENCY_CODES} from './codes.ts';

const PUBLISHED = readFileSync('node_modules/@shopify/ui-extensions/build/ts/shared.d.ts', 'utf8');

for (const [type, codes] of [
  ['CurrencyCode', CURRENCY_CODES],
  ['CountryCode', COUNTRY_CODES],
] as const) {
  test(`the codes equal those of the published type ${type}`, () => {
    const [, union = ''] = new RegExp(`export type ${type} = ([^;]*);`).exec(PUBLISHED) ?? [];
    expect([...codes]).toEqual(Array.from(union.matchAll(/'(\w+)'/g), ([, code]) => code));
    expect(codes.length).toBeGreaterThan(100);
  });
}
