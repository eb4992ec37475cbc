import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {ADMIN_HOST_PAGE, adminPagePath} from './admin-pages.ts';
import {ADMIN_GROUPS, ADMIN_TARGETS, adminPlaceOf, adminTargetsOf} from './admin-targets.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** The number of targets in the package of each API version. */
const COUNTS = {
  '2023-10': 16,
  '2024-01': 18,
  '2024-04': 29,
  '2024-07': 38,
  '2024-10': 45,
  '2025-01': 75,
  '2025-04': 75,
  '2025-07': 75,
  '2025-10': 75,
  '2026-01': 76,
  '2026-04': 79,
  '2026-07': 80,
  '2026-10': 82,
};

for (const [version, count] of Object.entries(COUNTS)) {
  test(`the targets of ${version} are those of its package`, () => {
    const published = publishedTargets(version);
    expect(published).toHaveLength(count);
    expect(adminTargetsOf(version).toSorted()).toEqual(published);
  });
}

test('the members and elements of each group are those of the package', () => {
  const source = readFileSync(sourceOf('2026-07'), 'utf8');
  const wrong = Object.entries(ADMIN_TARGETS)
    .filter(([target]) => target in Object.fromEntries(adminTargetsOf('2026-07').map((name) => [name, true])))
    .filter(([target, group]) => {
      const [, , api, components = ''] =
        new RegExp(`'${target}': (\\w+)<\\s*(\\w+)<[^>]*>(?:,\\s*([^;]*?))?,?\\s*>;`).exec(source) ?? [];
      return (
        api !== API_TYPES[group] || !components.startsWith(COMPONENT_TYPES[ADMIN_GROUPS[group].components])
      );
    });
  expect(wrong).toEqual([]);
});

test('every target with a page has an address that shows a host page', () => {
  const parts = {store: 'acme', id: '1', parent: '2', extension: 'notes'};
  const pages = Object.keys(ADMIN_TARGETS).flatMap((target) => adminPlaceOf(target)?.page ?? []);
  const shown = [...new Set(pages)].filter((page) => page !== 'run');

  expect(shown).toHaveLength(25);
  expect(shown.filter((page) => !ADMIN_HOST_PAGE.test(adminPagePath(page, parts)))).toEqual([]);
  expect(adminPagePath('product-variant-details', parts)).toBe('/store/acme/products/2/variants/1');
  expect(adminPagePath('order-index', parts)).toBe('/store/acme/orders');
});

test('a name that is not a target has no place', () => {
  expect(adminPlaceOf('admin.product-details.blok.render')).toBeUndefined();
  expect(adminPlaceOf('constructor')).toBeUndefined();
});

/** The type of the API of each group. */
const API_TYPES: Readonly<Record<keyof typeof ADMIN_GROUPS, string>> = {
  action: 'ActionExtensionApi',
  'app-home': 'AppHomeApi',
  block: 'BlockExtensionApi',
  'discount-settings': 'DiscountFunctionSettingsApi',
  intent: 'IntentRenderApi',
  'order-routing': 'OrderRoutingRuleApi',
  print: 'PrintActionExtensionApi',
  'product-configuration': 'ProductDetailsConfigurationApi',
  'purchase-options': 'PurchaseOptionsCardConfigurationApi',
  'segment-cards': 'CustomerSegmentTemplateApi',
  'segment-templates': 'CustomerSegmentTemplateApi',
  'selection-action': 'ActionExtensionApi',
  'selection-print': 'PrintActionExtensionApi',
  'should-render': 'ShouldRenderApi',
  tools: 'StandardApi',
  validation: 'ValidationSettingsApi',
  'variant-configuration': 'ProductVariantDetailsConfigurationApi',
};

/** The beginning of the type of each set of elements. */
const COMPONENT_TYPES = {
  action: 'ActionExtensionComponents',
  'app-home': 'FormExtensionComponents |',
  block: 'BlockExtensionComponents',
  form: 'FormExtensionComponents',
  'function-settings': 'FunctionSettingsComponents',
  none: '',
  print: 'PrintActionExtensionComponents',
};

/** The names in the package, without the one that is Shopify's own, for trying components out. */
function publishedTargets(version: string): string[] {
  const source = readFileSync(sourceOf(version), 'utf8');
  return [...source.matchAll(/^ {2}'(admin[^']+)'/gm)].flatMap(([, name]) => name ?? []).toSorted();
}

function sourceOf(version: string): URL {
  const path = `${packageOf(version)}/src/surfaces/admin/extension-targets.ts`;
  return new URL(path, FIXTURES);
}

function packageOf(version: string): string {
  const name = '@shopify/ui-extensions';
  if (version >= '2025-10') return `sdks/${version}/node_modules/${name}`;

  return version === '2023-10' || version === '2025-07'
    ? `extensions/product-notes-${version}/node_modules/${name}`
    : `sdks/admin-react/node_modules/ui-extensions-${version}`;
}
