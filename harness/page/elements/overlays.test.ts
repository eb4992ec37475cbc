import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

for (const tag of ['s-modal', 's-sheet']) {
  test(`${tag} is shown and hidden by command, method, Escape and its close button, with all four events`, async ({
    show,
    listen,
    seen,
  }) => {
    const page = await show(`<s-button command-for="it" command="--show">Open</s-button>
      <${tag} id="it" heading="Sure?"><s-text>Text</s-text><s-button slot="primary-action" command-for="it" command="--hide">No</s-button></${tag}>`);
    const dialog = page.getByRole('dialog', {name: 'Sure?'});

    const hide = [
      () => page.keyboard.press('Escape'),
      () => dialog.getByRole('button', {name: 'Close'}).click(),
      () => dialog.getByRole('button', {name: 'No'}).click(),
      () =>
        page.locator(tag).evaluate((element) => (element as unknown as {hideOverlay(): void}).hideOverlay()),
    ];

    await listen(tag, 'show', 'aftershow', 'hide', 'afterhide');
    for (const close of hide) {
      await page.getByRole('button', {name: 'Open'}).click();
      await expect(dialog).toBeVisible();
      await expect(dialog.getByText('Text')).toBeVisible();
      await close();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('button', {name: 'Open'})).toBeFocused();
    }

    const each = ['show', 'aftershow', 'hide', 'afterhide'];
    expect((await seen()).map(({type}) => type)).toEqual([...each, ...each, ...each, ...each]);
  });
}

test('a sheet that is open by default opens once', async ({show}) => {
  const page = await show('<s-sheet heading="Filters" default-open><s-text>Text</s-text></s-sheet>');
  await expect(page.getByRole('dialog', {name: 'Filters'})).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a popover toggles, tells its button, and closes by Escape and by a press elsewhere', async ({
  show,
  listen,
  seen,
}) => {
  const page = await show(
    `<s-button command-for="it">Help</s-button><s-popover id="it">Write to us</s-popover><p>Elsewhere</p>`,
  );

  const button = page.getByRole('button', {name: 'Help'});

  await listen('s-popover', 'show', 'hide');
  for (const close of [
    () => button.click(),
    () => page.keyboard.press('Escape'),
    () => page.getByText('Elsewhere').click(),
  ]) {
    await button.click();
    await expect(page.getByText('Write to us')).toBeVisible();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await close();
    await expect(page.getByText('Write to us')).toBeHidden();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
  }

  expect((await seen()).map(({type}) => type)).toEqual(['show', 'hide', 'show', 'hide', 'show', 'hide']);
});

test('Escape closes the popover in a modal and leaves the modal', async ({show}) => {
  const page = await show(`<s-button command-for="m">Open</s-button><s-modal id="m" heading="Sure?">
    <s-button command-for="p">Help</s-button><s-popover id="p">Write to us</s-popover></s-modal>`);
  await page.getByRole('button', {name: 'Open'}).click();
  await page.getByRole('button', {name: 'Help'}).click();
  await expect(page.getByText('Write to us')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Write to us')).toBeHidden();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a tooltip describes its button and shows while it is pointed at or focused', async ({show}) => {
  const page = await show(
    `<s-button interest-for="tip">Why?</s-button><s-tooltip id="tip">Because</s-tooltip><p>Elsewhere</p>`,
  );

  await expect(page.getByRole('button')).toHaveAccessibleDescription('Because');
  await page.getByRole('button').hover();
  await expect(page.getByRole('tooltip')).toHaveText('Because');
  await page.getByText('Elsewhere').hover();
  await expect(page.getByRole('tooltip')).toBeHidden();
  await page.getByRole('button').focus();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();
});

test('a menu moves by arrow keys, closes with its item, and gives the focus back', async ({
  show,
  listen,
  seen,
}) => {
  const page =
    await show(`<s-button command-for="menu">More</s-button><s-menu id="menu" accessibility-label="Actions">
    <s-button>Print</s-button><s-button id="again">Again</s-button></s-menu>`);

  await listen('#again', 'click');
  await page.getByRole('button', {name: 'More'}).press('Enter');
  await expect(page.getByRole('menuitem', {name: 'Print'})).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  expect(await seen()).toHaveLength(1);
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page.getByRole('button', {name: 'More'})).toBeFocused();
});

test('details open by their summary, by command and by the extension, and tell both states', async ({
  show,
  set,
  listen,
  seen,
}) => {
  const page = await show(`<s-button command-for="d" command="--show">Open</s-button>
    <s-details id="d"><s-summary>Notes</s-summary><s-text>Hidden words</s-text></s-details>`);
  await listen('s-details', 'toggle', 'aftertoggle');
  const summary = page.getByRole('button', {name: 'Notes'});
  await expect(page.getByText('Hidden words')).toBeHidden();
  await summary.press('Enter');
  await expect(page.getByText('Hidden words')).toBeVisible();
  await expect(summary).toHaveAttribute('aria-expanded', 'true');
  await set('s-details', {open: false});
  await expect(page.getByText('Hidden words')).toBeHidden();
  await page.getByRole('button', {name: 'Open'}).click();
  await expect(page.getByText('Hidden words')).toBeVisible();
  expect((await seen()).map(({detail}) => detail).slice(0, 3)).toEqual([
    {state: {open: true}, event: {oldState: 'closed', newState: 'open'}},
    {state: {open: true}, event: {oldState: 'closed', newState: 'open'}},
    {state: {open: false}, event: {oldState: 'open', newState: 'closed'}},
  ]);
});

for (const [html, message] of [
  [
    '<s-button command-for="gone">Go</s-button>',
    '<s-button> has commandFor="gone", and no element has that id.',
  ],
  [
    '<s-button command-for="it">Go</s-button><s-box id="it"></s-box>',
    '<s-box id="it"> has no command "--auto".',
  ],
  [
    '<s-button command-for="it" command="--copy">Go</s-button><s-modal id="it"></s-modal>',
    '<s-modal id="it"> has no command "--copy".',
  ],
] as const) {
  test(`says: ${message}`, async ({page, define}) => {
    await page.setContent(html);
    await define();
    const thrown = page.waitForEvent('pageerror');
    await page.getByRole('button', {name: 'Go'}).click();
    expect((await thrown).message).toContain(message);
  });
}

test('of two elements with one id the nearer one is meant', async ({show}) => {
  const page = await show(
    ['one', 'two']
      .map(
        (name) => `<div><s-button command-for="m">${name}</s-button>
    <s-modal id="m" heading="${name}">.</s-modal></div>`,
      )
      .join(''),
  );

  await page.getByRole('button', {name: 'two'}).click();
  await expect(page.getByRole('dialog', {name: 'two'})).toBeVisible();
});
