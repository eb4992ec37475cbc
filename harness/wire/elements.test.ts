import {expect, test} from '@playwright/test';
import {adminElements, adminElementSet} from './admin-elements.ts';
import {attributeNames} from './element-spec.ts';
import {ELEMENTS, tagsOf} from './elements.ts';

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
  const all = [...Object.entries(ELEMENTS), ...Object.entries(adminElements('2026-10'))];
  const faults = all.flatMap(([tag, {booleans = [], events, properties}]) => [
    ...events.filter((event) => event !== event.toLowerCase()).map((event) => `${tag}: event ${event}`),
    ...booleans.filter((name) => !properties.includes(name)).map((name) => `${tag}: boolean ${name}`),
  ]);
  expect(faults).toEqual([]);
});

test('an API version has the elements, properties and events of its package', () => {
  const [older, newer] = [adminElements('2026-07'), adminElements('2026-10')];

  expect(Object.keys(older)).toHaveLength(62);
  expect(Object.keys(newer)).toHaveLength(66);
  expect(older['s-button']?.properties).not.toContain('inlineSize');
  expect(newer['s-button']?.properties).toContain('inlineSize');
  expect(older['s-switch']?.events).toEqual(['change', 'input']);
  expect(newer['s-switch']?.events).toEqual(['blur', 'change', 'input']);
  expect(Object.keys(adminElements('2031-01'))).toEqual(Object.keys(newer));
});

test('an element of the admin has other properties and events than the one of checkout', () => {
  const admin = adminElements('2026-07');
  const gains = (tag: string): readonly string[] =>
    (admin[tag]?.properties ?? []).filter((name) => !(ELEMENTS[tag]?.properties ?? []).includes(name));

  expect(gains('s-button')).toEqual(['download', 'icon', 'lang']);
  expect(gains('s-checkbox')).toEqual(['defaultIndeterminate', 'details', 'indeterminate']);
  expect(gains('s-text')).toEqual(['fontVariantNumeric', 'interestFor']);
  expect(admin['s-modal']?.methods).toEqual(['hideOverlay', 'showOverlay', 'toggleOverlay']);
  expect(admin['s-form']?.events).toEqual(['reset', 'submit']);
});

test('each set of targets adds its own elements to the standard ones', () => {
  const own = (set: Parameters<typeof adminElementSet>[0]): readonly string[] => {
    const standard = adminElementSet('standard', '2026-07');
    return Object.keys(adminElementSet(set, '2026-07')).filter((tag) => !(tag in standard));
  };

  expect(Object.keys(adminElementSet('standard', '2026-07'))).toHaveLength(54);
  expect(own('block')).toEqual(['s-admin-block', 's-form']);
  expect(own('action')).toEqual(['s-admin-action']);
  expect(own('app-home')).toEqual(['s-app-nav', 's-form', 's-modal', 's-page']);
});
