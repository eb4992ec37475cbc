import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

const FORM = `<s-form><s-stack>
  <s-text-field label="Name" default-value="Ada" required></s-text-field>
  <s-checkbox label="News"></s-checkbox>
  <s-select label="Size"><s-option value="s">Small</s-option><s-option value="l" default-selected>Large</s-option></s-select>
  <s-button type="submit">Send</s-button><s-button type="reset">Again</s-button></s-stack></s-form>`;

test('the submit button submits once, even where a required field is empty', async ({show, listen, seen}) => {
  const page = await show(FORM);
  await page.getByLabel('Name').fill('');
  await listen('s-form', 'submit');
  await page.getByRole('button', {name: 'Send'}).click();
  expect(await seen()).toEqual([
    {type: 'submit', kind: 'CustomEvent', detail: {}, bubbles: false, composed: false},
  ]);
});

test('Enter in a field presses the submit button, unless it is disabled', async ({
  show,
  set,
  listen,
  seen,
}) => {
  const page = await show(FORM);
  await listen('s-form', 'submit');
  await listen('s-button[type=submit]', 'click');
  await page.getByLabel('Name').press('Enter');
  expect((await seen()).map(({type}) => type)).toEqual(['click', 'submit']);
  await set('s-button', {disabled: true});
  await page.getByLabel('Name').press('Enter');
  expect(await seen()).toHaveLength(2);
});

test('without a submit button Enter submits a form of one field only', async ({show, listen, seen}) => {
  const page = await show(`<s-form><s-email-field label="Email"></s-email-field></s-form>`);
  await listen('s-form', 'submit');
  await page.getByLabel('Email').press('Enter');
  expect(await seen()).toHaveLength(1);
  await page.locator('s-form').evaluate((form) => form.append(document.createElement('s-text-field')));
  await page.getByLabel('Email').press('Enter');
  expect(await seen()).toHaveLength(1);
});

test('outside of a form Enter sends the value, and then asks the page to go on', async ({
  show,
  listen,
  seen,
}) => {
  const page = await show(
    '<s-stack><s-text-field label="Name"></s-text-field><s-text-area label="Note"></s-text-area></s-stack>',
  );

  await listen('s-text-field', 'change', 'submit-page');
  await listen('s-stack', 'submit-page');
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Name').press('Enter');
  await page.getByLabel('Note').press('Enter');
  expect((await seen()).map(({type, bubbles}) => [type, bubbles])).toEqual([
    ['change', false],
    ['submit-page', true],
    ['submit-page', true],
  ]);
});

test('in a form Enter is for the form alone', async ({show, listen, seen}) => {
  const page = await show(FORM);
  await listen('s-form', 'submit', 'submit-page');
  await page.getByLabel('Name').press('Enter');
  expect((await seen()).map(({type}) => type)).toEqual(['submit']);
});

test('a disabled form is not submitted', async ({show, set, listen, seen}) => {
  const page = await show(FORM);
  await set('s-form', {disabled: true});
  await listen('s-form', 'submit');
  await page.getByRole('button', {name: 'Send'}).click();
  await page.getByLabel('Name').press('Enter');
  expect(await seen()).toEqual([]);
});

test('reset brings every control back to its default', async ({show}) => {
  const page = await show(FORM);
  await page.getByLabel('Name').fill('Bea');
  await page.getByLabel('News').check();
  await page.getByLabel('Size').selectOption('Small');
  await page.getByRole('button', {name: 'Again'}).click();
  await expect(page.getByLabel('Name')).toHaveValue('Ada');
  await expect(page.getByLabel('News')).not.toBeChecked();
  await expect(page.getByLabel('Size')).toHaveValue('l');
});
