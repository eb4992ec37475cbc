import {expect, test} from '@playwright/test';
import {attributeNames, ELEMENTS, tagsOf} from './elements.ts';

test('a property is set by its lower-case and its kebab-case attribute', () => {
  expect(attributeNames('readOnly')).toEqual(['readonly', 'read-only']);
  expect(attributeNames('labelAccessibilityVisibility')).toEqual([
    'labelaccessibilityvisibility',
    'label-accessibility-visibility',
  ]);
  expect(attributeNames('tone')).toEqual(['tone']);
});

test('checkout has every element of the customer account but the page elements', () => {
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

test('every event is spelled in lower case, and every boolean is a property', () => {
  const faults = Object.entries(ELEMENTS).flatMap(([tag, {booleans = [], events, properties}]) => [
    ...events.filter((event) => event !== event.toLowerCase()).map((event) => `${tag}: event ${event}`),
    ...booleans.filter((name) => !properties.includes(name)).map((name) => `${tag}: boolean ${name}`),
  ]);
  expect(faults).toEqual([]);
});
