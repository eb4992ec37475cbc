import {expect} from '@playwright/test';
import {test} from './polaris.fixture.ts';
import {POLARIS_TABLE} from './polaris-table.ts';

test('registers all 62 elements after the scripts that follow it', async ({show}) => {
  const page = await show(
    `<s-modal id="late" heading="Late"></s-modal>
     <script>heard.push(String('showOverlay' in document.getElementById('late')));</script>`,
  );

  expect(await page.evaluate(() => window.heard)).toEqual(['false']);
  const tags = Object.keys(POLARIS_TABLE);
  expect(tags).toHaveLength(62);
  const missing = await page.evaluate(
    (all) => all.filter((tag) => customElements.get(tag) === undefined),
    tags,
  );
  expect(missing).toEqual([]);
});

test('has every property, handler and method that the types declare', async ({show}) => {
  const page = await show('');
  const missing = await page.evaluate((table) => {
    return Object.entries(table).flatMap(([tag, {properties, events = [], methods = []}]) => {
      const element = document.createElement(tag);
      const names = [...properties, ...methods, ...events.map((type) => `on${type}`)];
      return names.filter((name) => !(name in element)).map((name) => `${tag}.${name}`);
    });
  }, POLARIS_TABLE);
  expect(missing).toEqual([]);
});

test('attributes set first values, properties win, and unset properties have their defaults', async ({
  show,
}) => {
  const page = await show('<s-text-field label="Name" value="Ada"></s-text-field><s-button>Go</s-button>');
  const field = page.locator('s-text-field');
  await expect(page.getByLabel('Name')).toHaveValue('Ada');
  await field.evaluate((element) => Object.assign(element, {value: 'Bea'}));
  await field.evaluate((element) => element.setAttribute('value', 'Cleo'));
  await expect(page.getByLabel('Name')).toHaveValue('Bea');
  expect(await field.evaluate((element) => Reflect.get(element, 'defaultValue') as unknown)).toBe('Cleo');

  const button = page.locator('s-button');
  const read = (name: string): Promise<unknown> =>
    button.evaluate((element, key) => Reflect.get(element, key) as unknown, name);
  expect([await read('variant'), await read('disabled'), await read('href')]).toEqual([
    'auto',
    false,
    undefined,
  ]);
});

test('React counts no roles, and axe-core reads them', async ({show}) => {
  const page = await show('<s-button id="go" data-x="1" disabled>Go</s-button>');
  const [counted, read] = await page
    .locator('s-button')
    .evaluate(({attributes}) => [
      Array.from({length: attributes.length}, (_, at) => attributes[at]?.name),
      [...attributes].map(({name}) => name),
    ]);

  expect(counted).toEqual(['id', 'data-x', 'disabled']);
  expect(read).toEqual(expect.arrayContaining(['id', 'data-x', 'disabled', 'role', 'aria-disabled']));
});

test('keeps the colour scheme of the page', async ({show}) => {
  const page = await show('<s-button>Go</s-button>');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('normal');
});

test('draws heading and actions of a page unless App Bridge shows them', async ({show}) => {
  const html = `<s-page heading="Products"><s-button slot="primary-action">Add</s-button><s-text>None yet</s-text></s-page>`;
  const page = await show(html);
  await expect(page.getByRole('heading', {name: 'Products', level: 1})).toBeVisible();
  await expect(page.getByRole('button', {name: 'Add'})).toBeVisible();

  await show(`<script>window.shopify = {environment: {embedded: true}};
    addEventListener('load', () => customElements.define('ui-title-bar', class extends HTMLElement {}));</script>${html}`);
  await expect(page.getByText('None yet')).toBeVisible();
  await expect(page.getByRole('heading')).toBeHidden();
  await expect(page.getByRole('button', {name: 'Add'})).toBeHidden();
});

test('pictures say when they have loaded, and when they have not', async ({show, heard}) => {
  const good = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')}`;
  const page = await show('<main></main>');
  await page.evaluate((src) => {
    for (const tag of ['s-image', 's-thumbnail', 's-avatar']) {
      for (const address of [src, 'data:,']) {
        const picture = Object.assign(document.createElement(tag), {alt: 'A hat'});
        for (const type of ['load', 'error'])
          picture.addEventListener(type, () => window.heard.push(`${type} of ${tag}`));
        picture.setAttribute('src', address);
        document.querySelector('main')?.append(picture);
      }
    }
  }, good);

  await expect
    .poll(async () => (await heard()).toSorted())
    .toEqual(
      ['s-avatar', 's-image', 's-thumbnail']
        .flatMap((tag) => [`error of ${tag}`, `load of ${tag}`])
        .toSorted(),
    );
});

test('logs a tag that Polaris does not have, with the nearest one', async ({show, page}) => {
  const logged: string[] = [];
  const log = page.waitForEvent('console', {
    predicate: (message) => logged.push(`${message.type()}: ${message.text()}`) === 2,
  });
  await show(
    '<s-buton>Go</s-buton><s-form></s-form><s-app-nav></s-app-nav><x-other></x-other><s-button></s-button>',
  );
  await log;
  expect(logged).toEqual([
    'info: polaris.js has no <s-buton>. Did you mean "s-button"?',
    expect.stringMatching(/^info: polaris\.js has no <s-form>\./),
  ]);
});
