import {expect, test} from 'simhost/playwright';
import {ADMIN_ELEMENT_TABLE} from '../harness/wire/admin-element-table.ts';
import {checkAppearance, says} from './gallery-checks.ts';
import {writeExtension} from './written-extension.ts';

const GALLERY = 'fixtures/extensions/admin-gallery';
const BLOCK = 'admin.product-details.block.render';

/** Elements that only other targets than a block have. */
const ELSEWHERE = [
  's-admin-action',
  's-admin-print-action',
  's-app-nav',
  's-function-settings',
  's-modal',
  's-page',
];

test('a block has every element of its set, by role and name', async ({host}) => {
  const block = await host.mount(GALLERY, {target: BLOCK});

  for (const name of ['Ada Lovelace', 'Mug from above', 'A mug on a table'])
    await expect(block.getByRole('img', {name}), name).toBeVisible();
  await expect(block.getByRole('heading', {name: 'No reviews'})).toBeVisible();
  await expect(block.getByRole('progressbar', {name: 'Stock level'})).toHaveAttribute('aria-valuenow', '30');
  await expect(block.getByRole('listitem')).toHaveText(['Blue', 'Green', 'Glaze', 'Fire']);

  const drawn = await block.evaluate((root) =>
    [...root.querySelectorAll('*')].map(({localName}) => localName),
  );
  const tags = Object.keys(ADMIN_ELEMENT_TABLE).filter((tag) => !ELSEWHERE.includes(tag));
  expect(drawn).toEqual(expect.arrayContaining(tags));
});

test('a table of a block is searched, paged and pressed', async ({host}) => {
  const block = await host.mount(GALLERY, {target: BLOCK});
  const table = block.getByRole('table');

  await expect(table.getByRole('columnheader')).toHaveText(['Order', 'Customer', 'Total']);
  await table.getByRole('row', {name: 'Bea'}).getByRole('cell', {name: '12'}).click();
  await says(block, 'order 2 opened');
  await block.getByRole('searchbox', {name: 'Find a customer'}).fill('Be');
  await expect(table.getByRole('row')).toHaveCount(2);
  await block.getByRole('searchbox', {name: 'Find a customer'}).fill('');

  await block.getByRole('button', {name: 'Next page'}).click();
  await expect(table.getByRole('cell', {name: 'Cem'})).toBeVisible();
  await expect(block.getByRole('button', {name: 'Next page'})).toBeDisabled();
  await block.getByRole('button', {name: 'Previous page'}).click();
  await expect(table.getByRole('cell', {name: 'Ada'})).toBeVisible();
});

test('fields and choices of a block report their values', async ({host}) => {
  const block = await host.mount(GALLERY, {target: BLOCK});

  await test.step('each field reports its value', async () => {
    for (const [label, value] of [
      ['Title', 'Cup'],
      ['Supplier', 'potter@example.com'],
      ['Key', 'secret words'],
      ['Website', 'https://example.com'],
      ['Stock', '7'],
      ['Price', '12.5'],
      ['On sale', '2026-07-14'],
      ['Description', 'Round'],
    ] as const) {
      await block.getByLabel(label, {exact: true}).fill(value);
      await block.getByLabel(label, {exact: true}).blur();
      await says(block, `${label}: ${value}`);
    }
    await block.getByLabel('Glaze').fill('rgb(0, 128, 0)');
    await block.getByLabel('Glaze').blur();
    await says(block, 'Glaze: #008000ff');
    await block.getByLabel('Material').selectOption('China');
    await says(block, 'Material: china');
    await block
      .getByLabel('Pictures', {exact: true})
      .setInputFiles({name: 'mug.png', mimeType: 'image/png', buffer: Buffer.from('x')});
    await says(block, 'Pictures: mug.png');
  });

  await test.step('each choice reports its state', async () => {
    await block.getByRole('checkbox', {name: 'All variants'}).click();
    await says(block, 'All variants: true');
    await block.getByRole('switch', {name: 'Active'}).check();
    await says(block, 'Active: true');
    await block.getByRole('radio', {name: 'Large'}).check();
    await says(block, 'Size: l');
    await block.getByRole('group', {name: 'Color'}).getByLabel('Hue').fill('120');
    await says(block, 'color: #00ff00');
    await block.getByRole('button', {name: 'July 7, 2026'}).click();
    await says(block, 'day: 2026-07-07');
    await block.getByRole('button', {name: 'Remove Cotton'}).click();
    await says(block, 'chip removed');
    await block.getByRole('button', {name: 'Wool'}).click();
    await says(block, 'chip pressed');
  });

  await test.step('a form submits by its button', async () => {
    await block.getByRole('button', {name: 'Submit'}).click();
    await says(block, 'submitted');
  });
});

test('what opens in a block closes again, and a file is downloaded', async ({host, page}) => {
  const block = await host.mount(GALLERY, {target: BLOCK});

  await block.getByRole('button', {name: 'More'}).first().click();
  await block.getByRole('menuitem', {name: 'Duplicate'}).click();
  await says(block, 'duplicated');
  await block.getByRole('button', {name: 'Help'}).click();
  await expect(block.getByText('Ask the potter.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(block.getByText('Ask the potter.')).toBeHidden();
  await block.getByRole('button', {name: 'Why?'}).hover();
  await expect(block.getByRole('tooltip')).toHaveText('Because it is breakable.');
  await block.getByRole('button', {name: 'Dismiss'}).click();
  await says(block, 'banner dismissed');
  await block.getByRole('button', {name: 'Ask'}).click();
  await says(block, 'asked');

  const download = page.waitForEvent('download');
  await block.getByRole('link', {name: 'Export'}).click();
  expect((await download).suggestedFilename()).toBe('mug.gif');
});

test('an action, a print action and the app home have the elements of their sets', async ({host, page}) => {
  const action = await host.mount(GALLERY, {target: 'admin.product-details.action.render'});
  await expect(page.getByRole('dialog', {name: 'Tag the product'})).toBeVisible();
  await expect(page.getByRole('heading', {level: 2})).toHaveText(['Tag the product']);
  await action.getByRole('button', {name: 'Add tag'}).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  const home = await host.mount(GALLERY, {target: 'admin.app.home.render'});
  await expect(home.getByRole('navigation').getByRole('link')).toHaveText(['Home', 'Mugs']);
  await home.getByRole('button', {name: 'Delete all'}).click();
  const modal = home.getByRole('dialog', {name: 'Delete all mugs?'});
  await modal.getByRole('button', {name: 'Keep them'}).click();
  await expect(modal).toBeHidden();
  await says(home, 'modal hidden');
});

test('the save bar saves what waitUntil waits for, shows its error, and discards', async ({host, page}) => {
  const settings = await host.mount(GALLERY, {target: 'admin.settings.validation.render'});
  const bar = page.getByRole('region', {name: 'Unsaved changes'});
  const limit = settings.getByLabel('Most items');

  await expect(limit).toHaveValue('5');
  await expect(bar).toBeHidden();
  await limit.fill('7');
  await bar.getByRole('button', {name: 'Save'}).click();
  await says(settings, 'saved 7');
  await expect(bar).toBeHidden();

  await limit.fill('0');
  await bar.getByRole('button', {name: 'Save'}).click();
  await expect(bar.getByRole('alert')).toHaveText('The limit is at least 1.');
  await bar.getByRole('button', {name: 'Discard'}).click();
  await says(settings, 'reset');
  await expect(limit).toHaveValue('5');
  await expect(bar).toBeHidden();
});

test('settings of a Function hear which of their data was refused', async ({host}) => {
  const settings = await host.mount(GALLERY, {target: 'admin.settings.validation.render'});
  await settings.locator('s-function-settings').evaluate((element) => {
    const form = element as HTMLElement & {fail(errors: unknown): void};
    form.fail([{code: 'INVALID_VALUE', message: 'No'}]);
  });
  await says(settings, 'INVALID_VALUE');
});

test('a property of a newer API version is a notice, and an element of another target is an error', async ({
  host,
}, testInfo) => {
  const source = `export default () => {
    document.body.innerHTML = '<s-button download="a" inlineSize="fill">Save</s-button>';
  };`;
  const block = await host.mount(await writeExtension(BLOCK, source, testInfo, {version: '2026-07'}));
  await expect(block.getByRole('button', {name: 'Save'})).toBeVisible();
  expect(host.notices.map(({message}) => message)).toEqual([
    '<s-button> has no property "inlineSize", so it has no effect.',
  ]);

  const action = 'admin.product-details.action.render';
  const form = `export default () => { document.body.innerHTML = '<s-form></s-form>'; };`;
  const folder = await writeExtension(action, form, testInfo, {name: 'form'});
  await expect(host.mount(folder)).rejects.toThrow(`Element is not allowed: <s-form> in ${action}`);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the gallery of a block fits each width without overlaps, and axe finds nothing serious, in ${colorScheme}`, async ({
    host,
  }, testInfo) => {
    const block = await host.mount(GALLERY, {target: BLOCK});
    await expect(block.getByRole('heading', {name: 'What opens and closes'})).toBeVisible();
    await checkAppearance(block, {name: 'admin-gallery', colorScheme}, testInfo);
  });
}
