import {expect, test} from '@playwright/test';
import {checkoutPagePath, isShownAt} from './checkout-targets.ts';
import {isBefore, shownStep, shownSteps, stepsIn} from './checkout-steps.ts';

test('a one-page checkout has one step before the thank-you page', () => {
  const progress = {layout: 'one-page', step: 'checkout', accelerated: false} as const;
  expect(shownSteps(progress)).toEqual(['checkout', 'thank-you']);
  expect(shownStep(progress)).toBe('checkout');
  expect(shownStep({...progress, step: 'thank-you'})).toBe('thank-you');
});

test('an accelerated checkout is one page in every layout', () => {
  const progress = {layout: 'three-page', step: 'shipping', accelerated: true} as const;
  expect(shownSteps(progress)).toEqual(['checkout', 'thank-you']);
  expect(shownStep(progress)).toBe('checkout');
  expect(shownStep({...progress, accelerated: false})).toBe('shipping');
});

test('the steps of each layout are in the order in which a buyer takes them', () => {
  for (const layout of ['three-page', 'one-page'] as const) {
    const steps = stepsIn(layout);
    const outOfOrder = steps.filter((step, index) => index > 0 && !isBefore(steps[index - 1] ?? step, step));
    expect(outOfOrder).toEqual([]);
  }
});

test('one page shows the targets of every step but those of the thank-you page', () => {
  const pages = ['any', 'information', 'shipping', 'payment', 'thank-you', 'run'] as const;
  expect(pages.filter((page) => isShownAt(page, 'checkout'))).toEqual([
    'any',
    'information',
    'shipping',
    'payment',
  ]);

  expect(pages.filter((page) => isShownAt(page, 'thank-you'))).toEqual(['thank-you']);
  expect(pages.filter((page) => isShownAt(page, 'shipping'))).toEqual(['any', 'shipping']);
});

test('the steps of one page share an address', () => {
  const path = (page: string, layout: 'one-page' | 'three-page'): string =>
    checkoutPagePath(page, {checkout: 'abc', layout});
  expect(path('payment', 'one-page')).toBe('/checkouts/cn/abc');
  expect(path('payment', 'three-page')).toBe('/checkouts/cn/abc/payment');
  expect(path('thank-you', 'one-page')).toBe('/checkouts/cn/abc/thank-you');
  expect(path('any', 'three-page')).toBe('/checkouts/cn/abc');
});
