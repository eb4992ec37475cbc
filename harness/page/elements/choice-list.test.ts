import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

const CHOICES = `<s-choice value="a">One<s-text slot="details">cheap</s-text></s-choice><s-choice value="b">Two</s-choice>
  <s-choice value="c" disabled>Three</s-choice><s-choice value="d">Four</s-choice>`;

test('one of the radio buttons is chosen, and each change is told with all values', async ({
  show,
  listen,
  seen,
}) => {
  const page = await show(`<s-choice-list label="Size">${CHOICES}</s-choice-list>`);
  await listen('s-choice-list', 'change');
  await expect(page.getByRole('radiogroup', {name: 'Size'})).toBeVisible();
  await page.getByRole('radio', {name: 'One'}).check();
  await page.getByText('Two').click();
  await expect(page.getByRole('radio', {checked: true})).toHaveCount(1);
  expect((await seen()).map(({detail}) => detail)).toEqual([
    {state: {values: ['a']}},
    {state: {values: ['b']}},
  ]);

  await expect(page.getByRole('radio', {name: 'One'})).toHaveAccessibleDescription('cheap');
});

test('arrow keys move over what is disabled and choose, and Tab reaches one radio button', async ({show}) => {
  const page = await show(`<s-choice-list label="Size">${CHOICES}</s-choice-list>`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', {name: 'One'})).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', {name: 'Four'})).toBeFocused();
  await expect(page.getByRole('radio', {name: 'Four'})).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', {name: 'One'})).toBeChecked();
});

test('many may be chosen from checkboxes', async ({show, listen, seen}) => {
  const page = await show(`<s-choice-list label="Extras" multiple>${CHOICES}</s-choice-list>`);
  await listen('s-choice-list', 'change');
  await expect(page.getByRole('group', {name: 'Extras'})).toBeVisible();
  await page.getByRole('checkbox', {name: 'Two'}).check();
  await page.getByRole('checkbox', {name: 'One'}).check();
  expect((await seen()).at(-1)?.detail).toEqual({state: {values: ['a', 'b']}});
  await expect(page.getByRole('checkbox', {name: 'Three'})).toBeDisabled();
});

test('values are set by the extension, also before the choices are there', async ({show, set}) => {
  const page = await show('<s-choice-list label="Size"></s-choice-list>');
  await set('s-choice-list', {values: ['b']});
  await page.locator('s-choice-list').evaluate((list, html) => (list.innerHTML = html), CHOICES);
  await expect(page.getByRole('radio', {name: 'Two'})).toBeChecked();
  await set('s-choice-list', {values: []});
  await expect(page.getByRole('radio', {checked: true})).toHaveCount(0);
});

test('focus tells of no value, since its late answer would undo a choice', async ({show, listen, seen}) => {
  const page = await show(
    '<s-select label="Size"><s-option value="s">Small</s-option><s-option value="l">Large</s-option></s-select>',
  );

  await listen('s-select', 'focus', 'change');
  await page.getByLabel('Size').focus();
  await page.getByLabel('Size').selectOption('Large');
  expect((await seen()).map(({type, detail}) => [type, detail])).toEqual([
    ['focus', {}],
    ['change', {state: {value: 'l'}}],
  ]);
});

test('a select shows its options, tells the value, and follows the extension', async ({
  show,
  set,
  listen,
  seen,
}) => {
  const page =
    await show(`<s-select label="Country" placeholder="Choose"><s-option value="ca">Canada</s-option>
    <s-option value="de">Germany</s-option><s-option value="x" disabled>Nowhere</s-option></s-select>`);

  const select = page.getByRole('combobox', {name: 'Country'});

  await expect(select).toHaveValue('');
  await listen('s-select', 'change');
  await select.selectOption('Germany');
  expect(await seen()).toEqual([
    {type: 'change', kind: 'CustomEvent', detail: {state: {value: 'de'}}, bubbles: false, composed: false},
  ]);

  await set('s-select', {value: 'ca', error: 'Not there'});
  await expect(select).toHaveValue('ca');
  await expect(select).toHaveAccessibleErrorMessage('Not there');
  await page
    .locator('s-option')
    .first()
    .evaluate((option) => (option.textContent = 'Kanada'));

  await expect(select.getByRole('option', {name: 'Kanada'})).toBeAttached();
  await expect(select.getByRole('option', {name: 'Nowhere'})).toBeDisabled();
});
