import {expect, test} from '@playwright/test';
import {attributeNames, ELEMENTS, SURFACE_TAGS} from './elements.ts';

test('a property is set by its lower-case and its kebab-case attribute', () => {
  expect(attributeNames('readOnly')).toEqual(['readonly', 'read-only']);
  expect(attributeNames('labelAccessibilityVisibility')).toEqual([
    'labelaccessibilityvisibility',
    'label-accessibility-visibility',
  ]);
  expect(attributeNames('tone')).toEqual(['tone']);
});

test('a customer account page has every element, checkout all but six', () => {
  expect(SURFACE_TAGS['customer-account']).toHaveLength(70);
  expect(SURFACE_TAGS.checkout).toHaveLength(64);

  expect(SURFACE_TAGS['customer-account'].filter((tag) => !SURFACE_TAGS.checkout.includes(tag))).toEqual([
    's-avatar',
    's-button-group',
    's-customer-account-action',
    's-image-group',
    's-menu',
    's-page',
  ]);
});

test('no event or attribute is told by two spellings, and every boolean is a property', () => {
  const faults = Object.entries(ELEMENTS).flatMap(([tag, {booleans = [], events, properties}]) => [
    ...events.filter((event) => event !== event.toLowerCase()).map((event) => `${tag}: event ${event}`),
    ...booleans.filter((name) => !properties.includes(name)).map((name) => `${tag}: boolean ${name}`),
  ]);
  expect(faults).toEqual([]);
});
