import {expect} from '@playwright/test';
import {attributeNames} from '../../wire/element-spec.ts';
import {PAGE_SPECS} from './base/page-specs.ts';
import {test} from './open-elements.fixture.ts';

test('every tag of the table is an element with its properties', async ({show}) => {
  const page = await show('');
  const missing = await page.evaluate((table) => {
    const gaps: string[] = [];
    for (const [tag, {properties}] of Object.entries(table)) {
      if (customElements.get(tag) === undefined) gaps.push(tag);
      for (const name of properties) if (!(name in document.createElement(tag))) gaps.push(`${tag}.${name}`);
    }
    return gaps;
  }, PAGE_SPECS);

  expect(missing).toEqual([]);
});

test('every property may be set, removed and set again on every element', async ({show}) => {
  const page = await show('');
  await page.evaluate((table) => {
    for (const [tag, {properties}] of Object.entries(table)) {
      const element = document.body.appendChild(document.createElement(tag));
      for (const value of ['x', '', null, undefined, true, 3])
        for (const name of properties) Object.assign(element, {[name]: value});
    }
  }, PAGE_SPECS);

  await expect(page.locator('body')).toBeAttached();
});

test('a removed property leaves no text behind', async ({show, set}) => {
  const page = await show('<s-section heading="Points" id="kept"></s-section>');
  for (const removed of ['', null, undefined]) {
    await set('s-section', {heading: 'Points', id: 'kept'});
    await expect(page.getByRole('region', {name: 'Points'})).toBeVisible();
    await set('s-section', {heading: removed, id: removed});
    await expect(page.getByRole('heading')).toHaveCount(0);
    await expect(page.locator('s-section')).not.toHaveAttribute('id');
  }
});

for (const attribute of attributeNames('readOnly')) {
  test(`the attribute ${attribute} sets readOnly, even when it is empty`, async ({show}) => {
    const page = await show(`<s-text-field label="Name" ${attribute}></s-text-field>`);
    await expect(page.getByLabel('Name')).not.toBeEditable();
    await page.locator('s-text-field').evaluate((field, name) => field.removeAttribute(name), attribute);
    await expect(page.getByLabel('Name')).toBeEditable();
  });
}

test('a boolean property set to the empty text is false', async ({show, set}) => {
  const page = await show('<s-button>Save</s-button>');
  await set('s-button', {disabled: true});
  await expect(page.getByRole('button', {name: 'Save'})).toBeDisabled();
  await set('s-button', {disabled: ''});
  await expect(page.getByRole('button', {name: 'Save'})).toBeEnabled();
});

test('properties set before the element is defined are kept', async ({page, define}) => {
  await page.setContent('<s-text-field></s-text-field>');
  await page.locator('s-text-field').evaluate((field) => Object.assign(field, {label: 'Name', value: 'Ada'}));
  await define();
  await expect(page.getByLabel('Name')).toHaveValue('Ada');
});

test('elements take their colours from the page, in light and in dark', async ({show}) => {
  const page = await show('<s-button variant="primary">Save</s-button>');
  const ground = (): Promise<string> =>
    page.locator('s-button .face').evaluate((button) => getComputedStyle(button).backgroundColor);

  await page.emulateMedia({colorScheme: 'light', reducedMotion: 'reduce'});
  expect(await ground()).toBe('rgb(36, 86, 184)');
  await page.emulateMedia({colorScheme: 'dark', reducedMotion: 'reduce'});
  expect(await ground()).toBe('rgb(147, 184, 255)');
});
