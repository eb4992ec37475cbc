import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

const TABLE = `<s-table paginate has-next-page>
  <s-search-field slot="filters" label="Find"></s-search-field>
  <s-table-header-row><s-table-header list-slot="primary">Name</s-table-header>
    <s-table-header format="currency">Price</s-table-header></s-table-header-row>
  <s-table-body>
    <s-table-row click-delegate="hat"><s-table-cell><s-checkbox id="hat" label="Hat"></s-checkbox></s-table-cell>
      <s-table-cell>10</s-table-cell><s-table-cell><s-text-field label="Stock"></s-text-field></s-table-cell></s-table-row>
    <s-table-row><s-table-cell>Cap</s-table-cell><s-table-cell>5</s-table-cell></s-table-row>
  </s-table-body></s-table>`;

test('a table has rows, headers, cells and pages', async ({show, set, listen, seen}) => {
  const page = await show(TABLE);
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['Name', 'Price']);
  await expect(table.getByRole('row', {name: 'Cap 5'}).getByRole('cell')).toHaveText(['Cap', '5']);

  await listen('s-table', 'nextpage', 'previouspage');
  await page.getByRole('button', {name: 'Next page'}).click();
  await expect(page.getByRole('button', {name: 'Previous page'})).toBeDisabled();
  await set('s-table', {hasPreviousPage: true});
  await page.getByRole('button', {name: 'Previous page'}).click();
  expect((await seen()).map(({type}) => type)).toEqual(['nextpage', 'previouspage']);
});

test('a press on a row presses its delegate, and a press on a control in the row does not', async ({
  show,
}) => {
  const page = await show(TABLE);
  const box = page.getByRole('checkbox', {name: 'Hat'});
  await page.getByRole('cell', {name: '10'}).click();
  await expect(box).toBeChecked();
  await page.getByLabel('Stock').click();
  await expect(box).toBeChecked();
  await box.uncheck();
  await expect(box).not.toBeChecked();
});

test('a colour is typed, and chosen with sliders', async ({show, listen, seen}) => {
  const page = await show(
    `<s-color-field label="Paint" alpha></s-color-field><s-color-picker default-value="#ff0000"></s-color-picker>`,
  );
  await listen('s-color-field', 'change');
  await page.getByLabel('Paint').fill('rgb(0, 128, 0)');
  await page.getByLabel('Paint').blur();

  await listen('s-color-picker', 'change');
  await page.getByRole('group', {name: 'Color'}).getByLabel('Hue').fill('120');
  expect((await seen()).map(({detail}) => detail)).toEqual([
    {state: {value: '#008000ff'}},
    {state: {value: '#00ff00'}},
  ]);
});

test('a search field is a search box with a button that empties it', async ({show, listen, seen}) => {
  const page = await show('<s-search-field label="Find"></s-search-field>');
  await page.getByRole('searchbox', {name: 'Find'}).fill('mug');
  await page.getByRole('searchbox', {name: 'Find'}).blur();
  await listen('s-search-field', 'input', 'change');
  await page.getByRole('button', {name: 'Clear'}).click();
  await expect(page.getByRole('searchbox', {name: 'Find'})).toHaveValue('');
  expect((await seen()).map(({type}) => type)).toEqual(['input', 'change']);
});

test('a select has groups, and a disabled group disables its options', async ({show, set}) => {
  const page = await show(`<s-select label="Kind">
    <s-option-group label="Cups"><s-option value="mug">Mug</s-option></s-option-group>
    <s-option value="pot">Pot</s-option></s-select>`);
  await expect(page.locator('s-select optgroup')).toHaveAttribute('label', 'Cups');
  await page.getByLabel('Kind').selectOption('Mug');
  await set('s-option-group', {disabled: true, label: 'Old cups'});
  await expect(page.locator('s-select optgroup')).toHaveAttribute('label', 'Old cups');
  await expect(page.getByRole('option', {name: 'Mug'})).toBeDisabled();
});

test('a thumbnail and an image report that they have loaded', async ({show, set, listen, seen}) => {
  const page = await show('<s-thumbnail alt="Mug"></s-thumbnail><s-image alt="Pot"></s-image>');
  await listen('s-thumbnail', 'load', 'error');
  await listen('s-image', 'load', 'error');
  await set('s-thumbnail', {src: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='});
  await set('s-image', {src: 'data:image/gif;base64,broken'});
  await expect.poll(async () => (await seen()).map(({type}) => type).toSorted()).toEqual(['error', 'load']);
  await expect(page.getByRole('img', {name: 'Mug'})).toBeVisible();
});

test('an action shows its buttons at the end, and is inert while it loads', async ({show, set}) => {
  const page = await show(`<s-admin-action heading="Tag product"><s-text-field label="Tag"></s-text-field>
    <s-button slot="primary-action">Save</s-button><s-button slot="secondary-actions">Cancel</s-button></s-admin-action>`);
  await expect(page.getByRole('heading', {name: 'Tag product'})).toBeVisible();
  await expect(page.getByRole('button', {name: 'Save'})).toBeVisible();
  await set('s-admin-action', {loading: true});
  await expect(page.getByRole('status')).toHaveText('Loading');
  await expect(page.getByText('Save')).toHaveCSS('opacity', '1');
  await expect(page.locator('s-admin-action > s-button').first()).not.toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
});

test('a block names its content, and headings in it come below', async ({show}) => {
  const page = await show(
    '<s-admin-block heading="Notes"><s-section heading="Old"><s-text>None</s-text></s-section></s-admin-block>',
  );
  await expect(page.getByRole('group', {name: 'Notes'})).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Notes', level: 2})).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Old', level: 3})).toBeVisible();
});

for (const [tag, change] of [
  ['s-admin-print-action', {src: '/print?order=1'}],
  ['s-admin-action', {heading: 'Tag product'}],
  ['s-admin-block', {collapsedSummary: '2 notes'}],
] as const) {
  test(`${tag} reports to the page what to show around it`, async ({show, set, listen, seen}) => {
    await show(`<${tag}></${tag}>`);
    await listen(tag, 'surroundings-change');
    await set(tag, change);
    await expect.poll(async () => (await seen()).map(({bubbles}) => bubbles)).toEqual([true]);
  });
}

test('an app navigation lists its links', async ({show}) => {
  const page = await show(
    '<s-app-nav><s-link href="/">Home</s-link><s-link href="/notes">Notes</s-link></s-app-nav>',
  );
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Home', 'Notes']);
});

test('a checkbox is indeterminate until it is pressed', async ({show, listen, seen}) => {
  const page = await show('<s-checkbox label="All" default-indeterminate></s-checkbox>');
  const box = page.getByRole('checkbox', {name: 'All'});
  await expect(box).toBeChecked({indeterminate: true});
  await listen('s-checkbox', 'input', 'change');
  await box.click();
  await expect(box).toBeChecked();
  expect((await seen()).map(({type, detail}) => [type, detail])).toEqual([
    ['input', {state: {checked: true, indeterminate: false}}],
    ['change', {state: {checked: true, indeterminate: false}}],
  ]);
});

test('fields have details, a currency, and labels that only a screen reader reads', async ({show}) => {
  const page = await show(`<s-text-field label="Name" details="As printed" error="Too long"></s-text-field>
    <s-money-field label="Price" currency-code="EUR"></s-money-field>
    <s-checkbox label="Every day" label-accessibility-visibility="exclusive"></s-checkbox>`);
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Too long As printed');
  await expect(page.getByText('EUR')).toBeVisible();
  await expect(page.getByRole('checkbox', {name: 'Every day'})).toBeVisible();
});

test('a date picker shows two months, and a day of the second one is chosen', async ({
  show,
  listen,
  seen,
}) => {
  const page = await show('<s-date-picker visible-months="2" default-view="2026-07"></s-date-picker>');
  await expect(page.getByRole('grid')).toHaveCount(2);
  await listen('s-date-picker', 'change');
  await page.getByRole('button', {name: 'August 9, 2026'}).click();
  expect((await seen()).map(({detail}) => detail)).toEqual([{state: {value: '2026-08-09'}}]);
  await page.getByRole('button', {name: 'Next month'}).click();
  await expect(page.getByRole('grid', {name: 'September 2026'})).toBeVisible();
});

test('a chip stays after its removal, and a clickable one hides', async ({show, listen, seen}) => {
  const page = await show(
    '<s-chip removable>Cotton</s-chip><s-clickable-chip removable>Wool</s-clickable-chip>',
  );
  await listen('s-chip', 'remove');
  await listen('s-clickable-chip', 'remove', 'afterhide');
  for (const name of ['Cotton', 'Wool']) await page.getByRole('button', {name: `Remove ${name}`}).click();
  await expect(page.getByText('Cotton')).toBeVisible();
  await expect(page.getByText('Wool')).toBeHidden();
  expect((await seen()).map(({type}) => type)).toEqual(['remove', 'remove', 'afterhide']);
});

test('a link with download saves a file', async ({show}) => {
  const page = await show('<s-button href="data:text/plain,notes" download="notes.txt">Export</s-button>');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', {name: 'Export'})
      .or(page.getByRole('link', {name: 'Export'}))
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe('notes.txt');
});
