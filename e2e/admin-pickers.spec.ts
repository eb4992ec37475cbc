import {resolve} from 'node:path';
import axe from 'axe-core';
import type {Page} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BUNDLE = 'fixtures/extensions/bundle-maker';
const BLOCK = 'admin.product-details.block.render';
const ACTION = 'admin.order-details.action.render';

test('a block picks products with their variants, and keeps what was selected', async ({
  host,
  page,
  simulation,
}) => {
  const [first = '', second = '', third = '', fourth = ''] = simulation.world.products.map(
    ({title}) => title,
  );
  const block = await host.mount(BUNDLE, {target: BLOCK});
  const picker = page.getByRole('dialog', {name: 'Select products'});
  const select = picker.getByRole('button', {name: 'Select'});

  await block.getByRole('button', {name: 'Choose products'}).click();
  await expect(select).toBeDisabled();
  await expect(picker.getByLabel('Gift card')).toHaveCount(0);
  await expectAccessible(page);

  for (const title of [first, second, third]) await picker.getByLabel(title, {exact: true}).check();
  await expect(picker.getByLabel(fourth, {exact: true})).toBeDisabled();
  await expect(picker.getByText('3 selected')).toBeVisible();
  await picker.getByLabel('Search products').fill(`title:"${second}"`);
  await expect(picker.getByLabel(first, {exact: true})).toBeHidden();
  await picker
    .getByRole('list', {name: `Variants of ${second}`})
    .getByLabel('Black')
    .uncheck();
  await picker.getByLabel('Search products').fill('nothing like this');
  await expect(picker.getByRole('status')).toHaveText('No products found');
  await select.click();

  await expect(block.getByText('3 products')).toBeVisible();
  await expect(block.getByRole('listitem')).toHaveText([
    `${first}: Black, Natural`,
    `${second}: Natural`,
    `${third}: Black, Natural`,
  ]);

  await block.getByRole('button', {name: 'Choose products'}).click();
  await expect(picker.getByText('3 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(block.getByText('Nothing was changed')).toBeVisible();
  await expect(picker).toHaveCount(0);
  await expect(host.calls).toHaveCallTimes('resourcePicker', 2);
});

test('a block picks one variant and several collections', async ({host, page, simulation}) => {
  const [product] = simulation.world.products;
  const block = await host.mount(BUNDLE, {target: BLOCK});

  await block.getByRole('button', {name: 'Choose a cover'}).click();
  const variants = page.getByRole('dialog', {name: 'Add variants'});
  for (const name of ['Black', 'Natural'])
    await variants.getByLabel(`${product?.title} - ${name}`, {exact: true}).check();
  await expect(variants.getByText('1 selected')).toBeVisible();
  await variants.getByRole('button', {name: 'Add'}).click();
  await expect(block.getByText(`Cover: ${product?.title} - Natural`)).toBeVisible();

  await block.getByRole('button', {name: 'Choose collections'}).click();
  const collections = page.getByRole('dialog', {name: 'Add collections'});
  await collections.getByRole('checkbox').first().check();
  await collections.getByRole('checkbox').nth(1).check();
  await collections.getByRole('button', {name: 'Add'}).click();
  await expect(block.getByText('2 collections')).toBeVisible();
});

test('an action picks rows of its own, above its modal', async ({host, page}) => {
  await page.setViewportSize({width: 390, height: 700});
  const action = await host.mount(BUNDLE, {target: ACTION});
  const picker = page.getByRole('dialog', {name: 'Label formats'});

  await action.getByRole('button', {name: 'Choose formats'}).click();
  await expect(picker.getByRole('columnheader')).toHaveText(['Format', 'Paper', 'Per page']);
  await expect(picker.getByRole('row', {name: 'Large'})).toContainText('Draft');
  await expect(picker.getByLabel('Small')).toBeChecked();
  await expect(picker.getByLabel('Poster')).toBeDisabled();
  await expect(action.getByText('Choosing…')).toBeAttached();
  await expectAccessible(page);

  await picker.getByLabel('Large').check();
  await expect(picker.getByLabel('Roll')).toBeDisabled();
  await picker.getByRole('button', {name: 'Select'}).click();
  await expect(action.getByText('Formats: small, large')).toBeVisible();

  await action.getByRole('button', {name: 'Choose formats'}).click();
  await picker.getByRole('button', {name: 'Cancel'}).click();
  await expect(action.getByText('No format')).toBeVisible();
});

test('an extension of 2025-01 gets both answers on the older wire', async ({host, page}, testInfo) => {
  const source = `import {AdminBlock, Button, Text, extension} from '@shopify/ui-extensions/admin';
export default extension('${BLOCK}', (root, {picker, resourcePicker}) => {
  const text = root.createComponent(Text, {}, 'nothing');
  const onPress = async () => {
    const cancelled = await resourcePicker({type: 'product'});
    const {selected} = await picker({heading: 'Sizes', items: [{id: 's', heading: 'Small'}]});
    text.replaceChildren([cancelled, await selected].map((each) => String(each)).join(' and '));
  };
  root.append(root.createComponent(AdminBlock, {title: 'Sizes'}, [text, root.createComponent(Button, {onPress}, 'Pick')]));
});`;
  const modules = resolve('fixtures/extensions/product-notes-2025-07/node_modules');
  const folder = await writeExtension(BLOCK, source, testInfo, {version: '2025-01', modules});
  const block = await host.mount(folder);

  await block.getByRole('button', {name: 'Pick'}).click();
  await page.getByRole('dialog', {name: 'Add products'}).getByRole('button', {name: 'Close'}).click();
  const sizes = page.getByRole('dialog', {name: 'Sizes'});
  await sizes.getByLabel('Small').check();
  await sizes.getByRole('button', {name: 'Select'}).click();
  await expect(block.getByText('undefined and s')).toBeVisible();
});

/** Expects that axe finds nothing in the page. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run().then(({violations}) => violations.map(({id, nodes}) => id + ' ' + nodes.map(({html}) => html).join(' ')))`,
  );
  expect(found).toEqual([]);
}
