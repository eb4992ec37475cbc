import {expect, test} from '@playwright/test';
import {createCheckoutRules} from './checkout-rules.ts';

test('completes the rules that are not given', () => {
  expect(createCheckoutRules({interceptOnHover: false})).toEqual({
    ...createCheckoutRules(),
    interceptOnHover: false,
  });
});

test('refuses an unknown value and an unknown rule by name', () => {
  expect(() => createCheckoutRules({interceptAt: 'contine' as 'continue'})).toThrow(
    'checkout.interceptAt is "contine".',
  );

  expect(() => createCheckoutRules({lines: []} as object)).toThrow('Unknown field checkout.lines.');
});
