import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

test('a change is sent once, as our own, with the state to copy', async ({show, listen, seen}) => {
  const page = await show('<s-stack><s-checkbox label="News"></s-checkbox></s-stack>');
  await listen('s-checkbox', 'change', 'input', 'click');
  await listen('s-stack', 'change');
  await page.getByLabel('News').check();
  await page.getByText('News').click();
  const changes = (await seen()).filter(({type}) => type === 'change');

  expect(changes).toEqual(
    [true, false].map((checked) => ({
      type: 'change',
      kind: 'CustomEvent',
      detail: {state: {checked}},
      bubbles: false,
      composed: false,
    })),
  );
});

test('checked is set by the extension and read back', async ({show, set}) => {
  const page = await show('<s-checkbox label="News" checked></s-checkbox>');
  const checkbox = page.getByRole('checkbox', {name: 'News'});

  await expect(checkbox).toBeChecked();
  await set('s-checkbox', {checked: false});
  await expect(checkbox).not.toBeChecked();
  await checkbox.check();
  await expect(page.locator('s-checkbox')).toHaveJSProperty('checked', true);
});

test('the default shows until the customer changes it, and returns with a removed state', async ({
  show,
  set,
}) => {
  const page = await show('<s-checkbox label="News" default-checked></s-checkbox>');
  await expect(page.getByRole('checkbox')).toBeChecked();
  await page.getByRole('checkbox').uncheck();
  await set('s-checkbox', {defaultChecked: true});
  await expect(page.getByRole('checkbox')).not.toBeChecked();
  await set('s-checkbox', {checked: undefined});
  await expect(page.getByRole('checkbox')).toBeChecked();
});

test('a disabled checkbox does not change', async ({show, listen, seen}) => {
  const page = await show('<s-checkbox label="News" disabled></s-checkbox>');
  await listen('s-checkbox', 'change');
  await expect(page.getByRole('checkbox')).toBeDisabled();
  await page.getByText('News').click({force: true});
  expect(await seen()).toEqual([]);
});

test('an error is told with the checkbox', async ({show}) => {
  const page = await show('<s-checkbox label="Terms" required error="Please accept"></s-checkbox>');
  const checkbox = page.getByRole('checkbox', {name: 'Terms', exact: true});
  await expect(checkbox).toHaveAccessibleErrorMessage('Please accept');
  await expect(checkbox).toHaveAccessibleDescription('Please accept');
  await expect(checkbox).toHaveJSProperty('required', true);
});

test('a slotted label names the checkbox, and a link in it does not tick it', async ({
  show,
  listen,
  seen,
}) => {
  const page = await show(`<s-checkbox label="Terms">
    <s-text slot="label">I accept the <s-link href="/terms">terms</s-link></s-text></s-checkbox>`);
  await expect(page.getByRole('checkbox', {name: 'I accept the terms'})).toBeVisible();
  await listen('s-link', 'navigate');
  await page.getByRole('link', {name: 'terms'}).click();
  expect((await seen()).map(({detail}) => detail)).toEqual([{href: '/terms', target: 'auto'}]);
  await expect(page.getByRole('checkbox')).not.toBeChecked();
});

test('an accessibility label takes the place of the label', async ({show}) => {
  const page = await show('<s-checkbox label="News" accessibility-label="Send me news"></s-checkbox>');
  await expect(page.getByRole('checkbox', {name: 'Send me news', exact: true})).toBeVisible();
});
