import {expect} from '@playwright/test';
import {test} from './polaris.fixture.ts';

const MODAL = `<s-button commandFor="sure">Delete</s-button>
  <s-modal id="sure" heading="Sure?"><s-text>Gone for good.</s-text>
    <s-button slot="primary-action" commandFor="sure" command="--hide">Yes</s-button></s-modal>`;

test('a modal opens and closes by command, method, Escape and its button, and says so', async ({
  show,
  listen,
  heard,
}) => {
  const page = await show(MODAL);
  await listen('s-modal', 'show', 'aftershow', 'hide', 'afterhide');
  const dialog = page.getByRole('dialog', {name: 'Sure?'});

  await page.getByRole('button', {name: 'Delete'}).click();
  await expect(dialog.getByText('Gone for good.')).toBeVisible();
  await dialog.getByRole('button', {name: 'Yes'}).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', {name: 'Delete'})).toBeFocused();

  const call = (name: string): Promise<unknown> =>
    page.locator('s-modal').evaluate((element, method) => {
      (Reflect.get(element, method) as () => void).call(element);
    }, name);
  await call('showOverlay');
  await expect(dialog).toBeVisible();
  await call('toggleOverlay');
  await expect(dialog).toBeHidden();
  await call('toggleOverlay');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await call('showOverlay');
  await page.getByRole('button', {name: 'Close'}).click();
  await call('hideOverlay');
  await expect(dialog).toBeHidden();

  const round = ['show', 'aftershow', 'hide', 'afterhide'].map((type) => `${type} at s-modal`);
  expect(await heard()).toEqual([...round, ...round, ...round, ...round]);
});

test('a native button opens a modal by command', async ({show}) => {
  const page = await show(
    `<button commandfor="m" command="--show">Open</button><s-modal id="m" heading="Hello"><s-text>World</s-text></s-modal>`,
  );
  await page.getByRole('button', {name: 'Open'}).click();
  await expect(page.getByRole('dialog', {name: 'Hello'})).toBeVisible();
});

test('a popover opens next to its button, sends its events, and closes by Escape', async ({
  show,
  listen,
  heard,
}) => {
  const page = await show(`<s-button commandFor="more">More</s-button>
    <s-popover id="more"><s-text>Details</s-text></s-popover>`);
  await listen('s-popover', 'show', 'aftershow', 'hide', 'afterhide', 'aftertoggle');
  await page.getByRole('button', {name: 'More'}).click();
  await expect(page.getByText('Details')).toBeVisible();
  await expect(page.getByRole('button', {name: 'More'})).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Details')).toBeHidden();
  expect((await heard()).map((line) => line.split(' ')[0])).toEqual([
    'show',
    'aftershow',
    'aftertoggle',
    'hide',
    'afterhide',
    'aftertoggle',
  ]);
});

test('a menu has items, groups and keys, and an item is pressed once', async ({show, heard}) => {
  const page = await show(`<s-button commandFor="menu">Actions</s-button>
    <s-menu id="menu" accessibilityLabel="Actions">
      <s-button onclick="heard.push('edit')">Edit</s-button>
      <s-section heading="Danger"><s-button onclick="heard.push('delete')" tone="critical">Delete</s-button></s-section>
    </s-menu>`);
  await page.getByRole('button', {name: 'Actions'}).click();
  const menu = page.getByRole('menu', {name: 'Actions'});
  await expect(menu.getByRole('menuitem')).toHaveText(['Edit', 'Delete']);
  await expect(menu.getByRole('group', {name: 'Danger'})).toBeVisible();
  await expect(menu.getByRole('menuitem', {name: 'Edit'})).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  expect(await heard()).toEqual(['delete']);
});

test('a tooltip shows while its button has the pointer or the focus', async ({show}) => {
  const page = await show(`<s-button interestFor="tip" icon="info" accessibilityLabel="Info"></s-button>
    <s-icon type="info" interestFor="icon-tip"></s-icon>
    <s-tooltip id="tip">Explains</s-tooltip><s-tooltip id="icon-tip">An icon</s-tooltip>`);
  const button = page.getByRole('button', {name: 'Info'});
  await button.hover();
  await expect(page.getByRole('tooltip', {name: 'Explains'})).toBeVisible();
  await page.locator('s-icon').hover();
  await expect(page.getByText('Explains')).toBeHidden();
  await expect(page.getByText('An icon')).toBeVisible();
  await button.focus();
  await expect(page.getByText('Explains')).toBeVisible();
});

test('a banner and chips go away by their buttons', async ({show, listen, heard}) => {
  const page = await show(`<s-banner heading="Saved" dismissible></s-banner><s-chip removable>Red</s-chip>
    <s-clickable-chip removable onclick="heard.push('pressed')">Blue</s-clickable-chip>`);
  await listen('s-banner', 'dismiss', 'afterhide');
  await listen('s-chip', 'remove');
  await listen('s-clickable-chip', 'remove', 'afterhide');
  await page.getByRole('button', {name: 'Dismiss'}).click();
  await expect(page.getByText('Saved')).toBeHidden();
  await page.getByRole('button', {name: 'Remove Red'}).click();
  await expect(page.getByText('Red')).toBeVisible();
  await page.getByRole('button', {name: 'Blue', exact: true}).click();
  await page.getByRole('button', {name: 'Remove Blue'}).click();
  await expect(page.getByText('Blue')).toBeHidden();
  expect(await heard()).toEqual([
    'dismiss at s-banner',
    'afterhide at s-banner',
    'remove at s-chip',
    'pressed',
    'remove at s-clickable-chip',
    'afterhide at s-clickable-chip',
  ]);
});
