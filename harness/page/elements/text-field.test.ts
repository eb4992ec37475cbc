import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

const EVENTS = ['focus', 'input', 'change', 'blur'] as const;

test('typing sends each event once, as our own, with the value to copy', async ({show, listen, seen}) => {
  const page = await show('<s-stack><s-text-field label="Name"></s-text-field></s-stack>');
  await listen('s-text-field', ...EVENTS);
  await listen('s-stack', ...EVENTS);
  await page.getByLabel('Name').pressSequentially('Al');
  await page.getByLabel('Name').blur();

  expect(await seen()).toEqual(
    [
      ['focus', undefined],
      ['input', 'A'],
      ['input', 'Al'],
      ['change', 'Al'],
      ['blur', 'Al'],
    ].map(([type, value]) => ({
      type,
      kind: 'CustomEvent',
      detail: value === undefined ? {} : {state: {value}},
      bubbles: false,
      composed: false,
    })),
  );
});

test('the value is set by the extension and read back', async ({show, set}) => {
  const page = await show('<s-text-field label="Name" value="Ada"></s-text-field>');
  await expect(page.getByLabel('Name')).toHaveValue('Ada');
  await set('s-text-field', {value: 'Bea'});
  await expect(page.getByLabel('Name')).toHaveValue('Bea');
  await page.getByLabel('Name').fill('Grace');
  await expect(page.locator('s-text-field')).toHaveJSProperty('value', 'Grace');
  await set('s-text-field', {value: ''});
  await expect(page.getByLabel('Name')).toHaveValue('');
});

test('the default value shows until something else is there, and returns with a removed value', async ({
  show,
  set,
}) => {
  const page = await show('<s-text-field label="Name" default-value="Ada"></s-text-field>');
  await expect(page.getByLabel('Name')).toHaveValue('Ada');
  await page.getByLabel('Name').fill('Bea');
  await set('s-text-field', {defaultValue: 'Grace'});
  await expect(page.getByLabel('Name')).toHaveValue('Bea');
  await set('s-text-field', {value: undefined});
  await expect(page.getByLabel('Name')).toHaveValue('Grace');
});

test('setting the same value leaves the caret where it is', async ({show, set}) => {
  const page = await show('<s-text-field label="Name" value="Ada"></s-text-field>');
  await page.getByLabel('Name').press('Home');
  await set('s-text-field', {value: 'Ada'});
  await page.getByLabel('Name').press('X');
  await expect(page.getByLabel('Name')).toHaveValue('XAda');
});

test('a late answer to an earlier key does not undo later ones, a real change does', async ({show, set}) => {
  const page = await show('<s-text-field label="Name"></s-text-field>');
  await page.getByLabel('Name').pressSequentially('abc');
  await set('s-text-field', {value: 'a'});
  await set('s-text-field', {value: 'ab'});
  await expect(page.getByLabel('Name')).toHaveValue('abc');
  await set('s-text-field', {value: 'abc'});
  await set('s-text-field', {value: 'a'});
  await expect(page.getByLabel('Name')).toHaveValue('a');
  await page.getByLabel('Name').pressSequentially('d');
  await set('s-text-field', {value: 'AD'});
  await expect(page.getByLabel('Name')).toHaveValue('AD');
});

test('a form can be cleared by the extension after it was left', async ({show, set}) => {
  const page = await show('<s-text-field label="Name"></s-text-field>');
  await page.getByLabel('Name').fill('');
  await page.getByLabel('Name').pressSequentially('x');
  await page.getByLabel('Name').press('Backspace');
  await page.getByLabel('Name').pressSequentially('Ada');
  await page.getByLabel('Name').blur();
  await set('s-text-field', {value: ''});
  await expect(page.getByLabel('Name')).toHaveValue('');
});

test('an error is told with the field, and goes', async ({show, set}) => {
  const page = await show('<s-text-field label="Email" error="Not an address"></s-text-field>');
  const input = page.getByRole('textbox', {name: 'Email', exact: true});

  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(input).toHaveAccessibleDescription('Not an address');
  await expect(input).toHaveAccessibleErrorMessage('Not an address');
  await expect(page.getByText('Not an address')).toBeVisible();
  await set('s-text-field', {error: ''});
  await expect(input).not.toHaveAttribute('aria-invalid');
  await expect(input).toHaveAccessibleDescription('');
});

test('constraints reach the input', async ({show}) => {
  const page =
    await show(`<s-text-field label="Code" name="code" required maxlength="3" min-length="2" placeholder="ABC"
    autocomplete="off" prefix="#" suffix="pt"></s-text-field>`);

  const input = page.getByRole('textbox', {name: 'Code', exact: true});
  const expected = {name: 'code', maxlength: '3', minlength: '2', placeholder: 'ABC', autocomplete: 'off'};

  for (const [name, value] of Object.entries(expected)) await expect(input).toHaveAttribute(name, value);
  await expect(input).toHaveJSProperty('required', true);
  await expect(page.getByText('pt', {exact: true})).toBeVisible();
});

test('a disabled field is disabled, a read-only one is not editable', async ({show, set}) => {
  const page = await show('<s-text-field label="Name" disabled></s-text-field>');
  await expect(page.getByLabel('Name')).toBeDisabled();
  await set('s-text-field', {disabled: false, readOnly: true});
  await expect(page.getByLabel('Name')).toBeEnabled();
  await expect(page.getByLabel('Name')).not.toBeEditable();
});

test('a label for assistive technology only still names the field', async ({show}) => {
  const page = await show(
    '<s-text-field label="Search" label-accessibility-visibility="exclusive"></s-text-field>',
  );
  await expect(page.getByLabel('Search')).toBeVisible();
  expect((await page.locator('s-text-field').boundingBox())?.height).toBe(44);
});
