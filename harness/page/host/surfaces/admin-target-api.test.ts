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
