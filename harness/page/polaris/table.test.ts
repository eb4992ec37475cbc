import {expect} from '@playwright/test';
import {test} from './polaris.fixture.ts';

const TABLE = `<s-table paginate hasNextPage>
  <s-search-field slot="filters" label="Find"></s-search-field>
  <s-table-header-row><s-table-header listSlot="primary">Name</s-table-header>
    <s-table-header format="currency">Price</s-table-header></s-table-header-row>
  <s-table-body>
    <s-table-row clickDelegate="hat"><s-table-cell><s-link id="hat" href="javascript:void(0)">Hat</s-link></s-table-cell>
      <s-table-cell>10</s-table-cell></s-table-row>
    <s-table-row><s-table-cell>Cap</s-table-cell><s-table-cell>5</s-table-cell></s-table-row>
  </s-table-body></s-table>`;

test('a table has rows, headers and cells', async ({show}) => {
  const page = await show(TABLE);
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['Name', 'Price']);
  await expect(table.getByRole('row', {name: 'Cap 5'}).getByRole('cell')).toHaveText(['Cap', '5']);
  const [first, second] = await table.getByRole('columnheader').all();
  const boxes = await Promise.all([first, second].map((header) => header?.boundingBox()));
  expect(boxes[0]?.y).toBe(boxes[1]?.y);
});

test('pages turn by buttons, each disabled without a page there', async ({show, listen, heard}) => {
  const page = await show(TABLE);
  await listen('s-table', 'nextpage', 'previouspage');
  await page.getByRole('button', {name: 'Next page'}).click();
  await expect(page.getByRole('button', {name: 'Previous page'})).toBeDisabled();
  await page
    .locator('s-table')
    .evaluate((table) => Object.assign(table, {hasPreviousPage: true, hasNextPage: false}));
  await page.getByRole('button', {name: 'Previous page'}).click();
  await expect(page.getByRole('button', {name: 'Next page'})).toBeDisabled();
  expect(await heard()).toEqual(['nextpage at s-table', 'previouspage at s-table']);
});

test('a press on a row presses its delegate once', async ({show, listen, heard}) => {
  const page = await show(TABLE);
  await listen('#hat', 'click');
  await page.getByRole('cell', {name: '10'}).click();
  await page.getByRole('link', {name: 'Hat'}).click();
  await page.getByRole('cell', {name: 'Cap'}).click();
  expect(await heard()).toEqual(['click at s-link', 'click at s-link']);
});

test('a narrow table is a list with the headers as labels, and keeps its roles', async ({show}) => {
  const page = await show(`<div style="inline-size: 300px">${TABLE}</div>`);
  const cell = page.getByRole('cell', {name: '5', exact: true});
  await expect(cell).toBeVisible();
  await expect.poll(() => cell.evaluate((element) => getComputedStyle(element).display)).toBe('flex');
  expect(
    await cell.evaluate((element) => element.shadowRoot?.querySelector('.label')?.getAttribute('data-label')),
  ).toBe('Price');
});

test('a loading table is busy, and its pages wait', async ({show}) => {
  const page = await show(TABLE.replace('<s-table ', '<s-table loading '));
  await expect(page.getByRole('table')).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByRole('button', {name: 'Next page'})).toBeDisabled();
});
