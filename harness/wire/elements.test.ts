import {expect, test} from '@playwright/test';
import {attributeNames, ELEMENTS, tagsOf} from './elements.ts';

test('a lower-case or kebab-case attribute sets its property', () => {
  expect(attributeNames('readOnly')).toEqual(['readonly', 'read-only']);
  expect(attributeNames('labelAccessibilityVisibility')).toEqual([
    'labelaccessibilityvisibility',
    'label-accessibility-visibility',
  ]);
  expect(attributeNames('tone')).toEqual(['tone']);
});

test('checkout has every customer account element except the page elements', () => {
  const checkout = tagsOf('checkout');

  expect(checkout).toContain('s-login-with-shop');
  expect(tagsOf('customer-account').filter((tag) => !checkout.includes(tag))).toEqual([
    's-avatar',
    's-button-group',
    's-customer-account-action',
    's-image-group',
    's-menu',
    's-page',
  ]);
});

test('event names are in lower case, and booleans are properties', () => {
  const faults = Object.entries(ELEMENTS).flatMap(([tag, {booleans = [], events, properties}]) => [
    ...events.filter((event) => event !== event.toLowerCase()).map((event) => `${tag}: event ${event}`),
    ...booleans.filter((name) => !properties.includes(name)).map((name) => `${tag}: boolean ${name}`),
  ]);
  expect(faults).toEqual([]);
});
