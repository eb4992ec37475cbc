import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

for (const tone of ['auto', 'info', 'success', 'warning', 'critical']) {
  const role = tone === 'critical' ? 'alert' : 'status';
  test(`the ${tone} banner is a live region of role ${role} with its heading and text`, async ({show}) => {
    const page = await show(`<s-banner tone="${tone}" heading="Points expire">Soon</s-banner>`);
    await expect(page.getByRole(role)).toContainText('Soon');
    await expect(page.getByRole(role)).toContainText('Points expire');
    await expect(page.getByRole('heading', {name: 'Points expire', level: 2})).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
}

test('Dismiss tells the extension while the banner is there, hides it, then tells that it is hidden', async ({
  show,
  listen,
  seen,
}) => {
  const page = await show('<s-banner heading="Hello" dismissible>Text</s-banner>');
  await listen('s-banner', 'dismiss', 'afterhide');
  await page.locator('s-banner').evaluate((banner: HTMLElement) => {
    banner.addEventListener('dismiss', () => (document.title = `hidden: ${banner.hidden}`));
  });

  await page.getByRole('button', {name: 'Dismiss'}).click();
  await expect(page.getByRole('status')).toHaveCount(0);
  expect((await seen()).map(({type, detail}) => ({type, detail}))).toEqual([
    {type: 'dismiss', detail: {}},
    {type: 'afterhide', detail: {state: {hidden: true}}},
  ]);

  await expect(page).toHaveTitle('hidden: false');
});

test('a banner hidden by the extension comes back, with one afterhide', async ({show, set, listen, seen}) => {
  const page = await show('<s-banner heading="Hello">Text</s-banner>');
  await listen('s-banner', 'dismiss', 'afterhide');
  await set('s-banner', {hidden: true});
  await expect(page.getByText('Text')).toBeHidden();
  await set('s-banner', {hidden: true});
  await set('s-banner', {hidden: ''});
  await expect(page.getByText('Text')).toBeVisible();
  expect((await seen()).map(({type}) => type)).toEqual(['afterhide']);
});

test('a banner that starts hidden has not been hidden', async ({show}) => {
  const page = await show('');
  await page.evaluate(() => {
    const banner = Object.assign(document.createElement('s-banner'), {hidden: true});
    banner.addEventListener('afterhide', () => (document.title = 'told'));
    document.body.append(banner);
  });

  await expect(page.locator('s-banner')).toBeHidden();
  await expect(page).toHaveTitle('');
});

test('a collapsible banner opens and closes by its heading', async ({show}) => {
  const page = await show('<s-banner heading="Two items" collapsible><s-text>Mug</s-text></s-banner>');
  const toggle = page.getByRole('heading', {name: 'Two items'}).getByRole('button');

  await expect(page.getByText('Mug')).toBeHidden();
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await toggle.click();
  await expect(page.getByText('Mug')).toBeVisible();
  await toggle.press('Enter');
  await expect(page.getByText('Mug')).toBeHidden();
});

test('a banner that is no longer collapsible shows its text and its heading', async ({show, set}) => {
  const page = await show('<s-banner heading="Two items" collapsible>Mug</s-banner>');
  await set('s-banner', {collapsible: false});
  await expect(page.getByText('Mug')).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Two items'})).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
});
