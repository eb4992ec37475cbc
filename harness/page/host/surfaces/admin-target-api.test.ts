import {expect, test} from '@playwright/test';
import {adminMembersOf} from '../../../wire/admin-members.ts';
import {ADMIN_TARGETS, adminTargetsOf} from '../../../wire/admin-targets.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import {adminApi} from './admin-target-api.ts';

const SELECTED = [{id: 'gid://shopify/Product/1'}];
const GROUPS: ReadonlySet<string> = new Set([
  'action',
  'block',
  'print',
  'purchase-options',
  'should-render',
]);

for (const apiVersion of ['2023-10', '2024-04', '2024-07', '2024-10', '2025-01', '2025-07', '2025-10']) {
  test(`blocks and actions of ${apiVersion} have the members of that version`, () => {
    const targets = adminTargetsOf(apiVersion).filter((target) => GROUPS.has(ADMIN_TARGETS[target]));
    expect(targets.length).toBeGreaterThan(9);

    for (const target of targets) {
      const tree = adminApi(
        {target, apiVersion, admin: {selected: SELECTED}} as unknown as Mount,
        {} as PageState,
      );
      // The sandbox makes `i18n`.
      expect(new Set([...Object.keys(tree), 'i18n']), target).toEqual(adminMembersOf(target, apiVersion));
    }
  });
}

test('intents.invoke came with 2025-10', () => {
  const target = 'admin.product-details.block.render';
  const intents = (apiVersion: string): unknown =>
    adminApi({target, apiVersion, admin: {selected: SELECTED}} as unknown as Mount, {} as PageState)[
      'intents'
    ];

  expect(intents('2025-07')).toEqual({
    kind: 'group',
    members: {launchUrl: {kind: 'value', value: undefined}},
  });
  expect(intents('2025-10')).toMatchObject({members: {invoke: {kind: 'call'}}});
});

const DISCOUNT = 'admin.discount-details.function-settings.render';
const CLASSES = ['discountClasses', 'updateDiscountClasses', 'discountMethod'];
const CYCLES = ['purchaseType', 'updatePurchaseType', 'recurringCycleLimit', 'updateRecurringCycleLimit'];

const SETTINGS: readonly (readonly [string, unknown, readonly string[] | undefined])[] = [
  ['2025-01', {id: 'gid://shopify/Discount/1'}, undefined],
  ['2025-10', {id: 'gid://shopify/Discount/1'}, undefined],
  ['2026-01', 'gid://shopify/Discount/1', CLASSES],
  ['2026-04', 'gid://shopify/Discount/1', [...CLASSES, ...CYCLES]],
];

for (const [apiVersion, id, members] of SETTINGS) {
  test(`discount settings of ${apiVersion} have the id and the members of that version`, () => {
    const data = {id: 'gid://shopify/Discount/1', metafields: []};
    const mount = {target: DISCOUNT, apiVersion, admin: {selected: [], data}} as unknown as Mount;
    const {data: shown, discounts} = adminApi(mount, {} as PageState);
    expect(shown).toEqual({kind: 'value', value: {id, metafields: []}});

    const names = discounts?.kind === 'group' ? Object.keys(discounts.members) : undefined;
    expect(names).toEqual(members);
  });
}
