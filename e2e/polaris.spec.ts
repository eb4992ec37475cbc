import axe from 'axe-core';
import type {Page} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import {POLARIS_TABLE} from '../harness/page/polaris/polaris-table.ts';

const APP = 'https://hats.example.com';

test.use({backends: {[APP]: {command: 'node fixtures/pages/polaris/server.js'}}});

/** Opens the gallery through the gateway of `host`. */
async function open(page: Page): Promise<void> {
  await page.goto(APP);
  await expect(page.getByRole('heading', {name: 'Hat shop'})).toBeVisible();
}

test('the gateway serves polaris.js at every address of it, and the gallery has every element', async ({
  host,
  page,
}) => {
  await open(page);
  for (const name of ['polaris', 'polaris-1', 'polaris-1.0', 'polaris-1.1-rc', 'polaris-2']) {
    const response = await page.request.get(`https://cdn.shopify.com/shopifycloud/${name}.js`);
    expect([response.status(), response.headers()['content-type']], name).toEqual([
      200,
      expect.stringContaining('javascript'),
    ]);
  }

  const drawn = await page.evaluate(() =>
    [...document.querySelectorAll('*')].map(({localName}) => localName),
  );
  expect(drawn).toEqual(expect.arrayContaining(Object.keys(POLARIS_TABLE)));
  expect(host.requests.all.map(({url}) => new URL(url).origin)).not.toContain('https://cdn.shopify.com');
});

test('a form is filled in by label, and sends what its fields have', async ({host: _host, page}) => {
  await open(page);
  const edit = page.getByRole('region', {name: 'Edit'});
  await edit.getByLabel('Title').fill('Top hat');
  await edit.getByLabel('Contact').fill('ada@example.com');
  await edit.getByLabel('Stock').press('ArrowUp');
  await edit.getByLabel('Price').fill('99.5');
  await edit.getByLabel('On sale from').fill('2026-08-01');
  await edit.getByLabel('Colour', {exact: true}).fill('#fff');
  await edit.getByLabel('Text').fill('Tall');
  await edit.getByLabel('Kind').selectOption('Straw');
  await edit.getByRole('checkbox', {name: 'Point of sale'}).check();
  await edit.getByRole('radio', {name: 'None'}).check();
  await edit.getByRole('checkbox', {name: 'Gift wrap'}).check();
  await edit.getByRole('switch', {name: 'Published'}).uncheck();
  await edit.getByLabel('Title').press('Enter');

  const sent = await edit.getByRole('status').textContent();
  expect(Object.fromEntries(new URLSearchParams(sent ?? ''))).toMatchObject({
    title: 'Top hat',
    contact: 'ada@example.com',
    stock: '13',
    price: '99.5',
    from: '2026-08-01',
    colour: '#ffffff',
    text: 'Tall',
    kind: 'straw',
    channels: 'pos',
    tax: 'none',
    wrap: 'on',
  });
  expect(sent).not.toContain('published');

  await edit.getByRole('button', {name: 'Undo'}).click();
  await expect(edit.getByLabel('Title')).toHaveValue('Bowler');
  await expect(edit.getByRole('switch', {name: 'Published'})).toBeChecked();
});

test('overlays open, work and close', async ({host: _host, page}) => {
  await open(page);
  await page.getByRole('button', {name: 'Add hat'}).click();
  const dialog = page.getByRole('dialog', {name: 'New hat'});
  await dialog.getByLabel('Name of the hat').fill('Beret');
  await dialog.getByRole('button', {name: 'Create'}).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', {name: 'More actions'}).click();
  await expect(page.getByRole('menu').getByRole('menuitem')).toHaveText(['Duplicate', 'Delete']);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();

  await page.getByRole('button', {name: 'Sizes'}).click();
  await expect(page.getByText('Small, medium and large')).toBeVisible();
  await page.getByRole('button', {name: 'Help'}).focus();
  await expect(page.getByRole('tooltip', {name: 'Opens the handbook'})).toBeVisible();
  await page.getByRole('button', {name: 'Dismiss'}).click();
  await expect(page.getByText('Stock is low')).toBeHidden();
});

test('a row of the table follows its link, and its page turns', async ({host: _host, page}) => {
  await open(page);
  await expect(page.getByRole('row', {name: 'Fedora'}).getByRole('cell')).toHaveText([
    'Fedora',
    'Draft',
    '3',
    '€ 55',
  ]);
  await page.getByRole('cell', {name: '€ 40'}).click();
  await expect(page).toHaveURL(`${APP}/hats/bowler`);
});

for (const width of [390, 1024, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, and nothing overflows, at ${width} pixels in ${colorScheme}`, async ({
      host: _host,
      page,
    }) => {
      await page.setViewportSize({width, height: 900});
      await page.emulateMedia({colorScheme});
      await open(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violations(page)).toEqual([]);

      await page.getByRole('button', {name: 'Add hat'}).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      // The element itself has the role, as tests look for content inside it. So the native dialog has none.
      expect(await violations(page)).toEqual([
        expect.stringMatching(/^aria-allowed-role <dialog role="none"[^<]*$/),
      ]);
    });
  }
}

async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(
    'axe.run().then(({violations}) => violations.map(({id, nodes}) => id + " " + nodes.map((node) => node.html).join(" ")))',
  );
}
