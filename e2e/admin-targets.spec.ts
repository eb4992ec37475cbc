import {expect, test} from 'simhost/playwright';
import {
  ADMIN_GROUPS,
  adminPlaceOf,
  adminTargetsOf,
  type AdminGroupName,
} from '../harness/wire/admin-targets.ts';
import {showing, writeExtension} from './written-extension.ts';

/** The reading of what is special in each group, and the value that it shows. */
const READS: Readonly<Partial<Record<AdminGroupName, readonly [expression: string, shown: RegExp]>>> = {
  action: [
    '[shopify.data.selected.length, typeof shopify.close, typeof shopify.picker]',
    /^[01],function,function$/,
  ],
  'app-home': [
    '[typeof shopify.app.extensions, typeof shopify.loading, typeof shopify.toast.show, typeof shopify.tools.register, shopify.intents.request.value]',
    /^function,function,function,function,$/,
  ],
  block: [
    '[shopify.data.selected[0].id, typeof shopify.navigation.navigate]',
    /^gid:\/\/shopify\/\w+\/\d+,function$/,
  ],
  'discount-settings': [
    '[shopify.data.id, shopify.discounts.purchaseType.value, shopify.discounts.updatePurchaseType("both").value, shopify.discounts.purchaseType.value]',
    /^gid:\/\/shopify\/Discount\w+\/\d+,one_time_purchase,both,both$/,
  ],
  intent: ['[typeof shopify.intents.response.ok, typeof shopify.resourcePicker]', /^function,function$/],
  'order-routing': [
    '[shopify.data.rule.id, typeof shopify.applyMetafieldsChange]',
    /^gid:.*Rule\/1,function$/,
  ],
  print: [
    '[shopify.data.selected[0].id, typeof shopify.resourcePicker]',
    /^gid:\/\/shopify\/(Order|Product)\/\d+,function$/,
  ],
  'product-configuration': ['[shopify.data.product.title, shopify.data.app.applicationUrl]', /^[A-Z].*,/],
  'purchase-options': ['[shopify.data.selected[0].id, typeof shopify.close]', /^gid:.*,function$/],
  'selection-action': ['[shopify.data.selected.length, typeof shopify.close]', /^2,function$/],
  'selection-print': ['[shopify.data.selected.length, typeof shopify.picker]', /^2,function$/],
  validation: [
    '[shopify.data.validation.id, typeof shopify.applyMetafieldChange]',
    /^gid:.*Validation\/1,function$/,
  ],
  'variant-configuration': ['shopify.data.variant.displayName', / - /],
};

const VALUES: Readonly<
  Partial<Record<AdminGroupName, readonly [expression: string, value: object | undefined]>>
> = {
  'segment-templates': ['({templates: shopify.__enabledFeatures})', {templates: []}],
  'should-render': ['({display: shopify.data.selected !== undefined})', {display: true}],
  tools: ['undefined', undefined],
};

const TARGETS = adminTargetsOf('2026-10');

test('every target is in a group that is read here', () => {
  expect(TARGETS).toHaveLength(82);
  const groups = new Set(TARGETS.map((target) => adminPlaceOf(target)?.group ?? ''));
  expect([...groups].toSorted()).toEqual(Object.keys({...READS, ...VALUES}).toSorted());
  expect(Object.keys(ADMIN_GROUPS)).toHaveLength(groups.size + 1); // segment-cards ended before 2025-10
});

for (const [group, [expression, shown]] of Object.entries(READS)) {
  test(`the targets of ${group} read what is special there`, async ({host}, testInfo) => {
    for (const [index, target] of ofGroup(group).entries()) {
      const name = `at-${index}`;
      const folder = await writeExtension(target, showing(expression), testInfo, {name, version: '2026-10'});
      const extension = await host.mount(folder);
      await expect(extension.getByText(shown), target).toBeVisible();
      await extension.evaluate((node) => node.closest('dialog')?.close());
    }
  });
}

for (const [group, [expression, value]] of Object.entries(VALUES)) {
  test(`the targets of ${group} return a value`, async ({host}, testInfo) => {
    for (const [index, target] of ofGroup(group).entries()) {
      const shown = target.replace(/\.should-render$/, '.render');
      const isCondition = shown !== target;
      const toml = isCondition
        ? '  [extensions.targeting.should_render]\n  module = "./src/Target.js"\n'
        : '';
      const source = `export default () => ${expression};`;
      const options = {name: `at-${index}`, version: '2026-10', toml};
      const folder = await writeExtension(shown, source, testInfo, options);
      expect(await host.run(folder, {target}), target).toEqual(value);
    }
  });
}

function ofGroup(group: string): readonly string[] {
  return TARGETS.filter((target) => adminPlaceOf(target)?.group === group);
}
