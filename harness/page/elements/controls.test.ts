import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

for (const [tag, type] of [
  ['s-email-field', 'email'],
  ['s-password-field', 'password'],
  ['s-phone-field', 'tel'],
  ['s-consent-phone-field', 'tel'],
  ['s-url-field', 'url'],
  ['s-number-field', 'number'],
  ['s-money-field', 'number'],
] as const) {
  test(`${tag} has an input of type ${type}, a label, an error and its value`, async ({
    show,
    set,
    listen,
    seen,
  }) => {
    const page = await show(`<${tag} label="It" error="No"></${tag}>`);
    const input = page.getByLabel('It', {exact: true});

    await expect(input).toHaveAttribute('type', type);
    await expect(input).toHaveAccessibleErrorMessage('No');
    await listen(tag, 'input');
    await input.fill('7');
    expect((await seen()).map(({detail}) => detail)).toEqual([{state: {value: '7'}}]);
    await set(tag, {value: '8'});
    await expect(input).toHaveValue('8');
  });
}

test('a text area takes lines, and Enter submits nothing', async ({show, listen, seen}) => {
  const page = await show('<s-form><s-text-area label="Message" rows="4"></s-text-area></s-form>');
  await listen('s-form', 'submit');
  await page.getByLabel('Message').pressSequentially('a\nb');
  await expect(page.getByLabel('Message')).toHaveValue('a\nb');
  await expect(page.getByLabel('Message')).toHaveAttribute('rows', '4');
  expect(await seen()).toEqual([]);
});

test('steps end at the bounds and keep their decimals', async ({show, listen, seen}) => {
  const page = await show(
    '<s-number-field label="Weight" controls="stepper" value="0.1" step="0.2" min="0" max="0.4"></s-number-field>',
  );

  await listen('s-number-field', 'change');
  for (let press = 0; press < 3; press++) await page.getByRole('button', {name: 'Increase'}).click();
  expect((await seen()).map(({detail}) => detail)).toEqual([
    {state: {value: '0.3'}},
    {state: {value: '0.4'}},
  ]);

  await page.getByRole('button', {name: 'Decrease'}).click();
  await expect(page.getByLabel('Weight')).toHaveValue('0.2');
});

test('a number field without controls changes by typing only', async ({show}) => {
  const page = await show('<s-number-field label="Weight" controls="none" value="1"></s-number-field>');
  await page.getByLabel('Weight').press('ArrowUp');
  await expect(page.getByLabel('Weight')).toHaveValue('1');
});

test('a switch is a switch, and a pressed button says so', async ({show, listen, seen}) => {
  const page = await show(
    '<s-switch label="News" default-checked></s-switch><s-press-button default-pressed>Like</s-press-button>',
  );

  await listen('s-switch', 'change');
  await listen('s-press-button', 'click');
  await page.getByRole('switch', {name: 'News'}).uncheck();
  await page.getByRole('button', {name: 'Like', pressed: true}).click();
  await expect(page.getByRole('button', {name: 'Like', pressed: false})).toBeVisible();
  expect((await seen()).map(({detail}) => detail)).toEqual([
    {state: {checked: false}},
    {state: {pressed: false}},
  ]);
});

test('a typed date that is not allowed is told as invalid after its change', async ({show, listen, seen}) => {
  const page = await show('<s-date-field label="Day" allow="2026-07"></s-date-field>');
  await listen('s-date-field', 'change', 'invalid');
  for (const day of ['2026-02-31', '2026-08-01', '2026-07-01']) {
    await page.getByLabel('Day').fill(day);
    await page.getByLabel('Day').blur();
  }

  expect((await seen()).map(({type}) => type)).toEqual(['change', 'invalid', 'change', 'invalid', 'change']);
});

test('a calendar turns its months by button and key, and refuses days that are not allowed', async ({
  show,
  listen,
  seen,
}) => {
  const page = await show('<s-date-picker view="2026-07" disallow="2026-07-02"></s-date-picker>');
  await listen('s-date-picker', 'change', 'viewchange');
  await page.getByRole('button', {name: 'July 2, 2026'}).click({force: true});
  await page.getByRole('button', {name: 'July 3, 2026'}).click();
  await expect(page.getByRole('button', {name: 'July 3, 2026', pressed: true})).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('grid', {name: 'June 2026'})).toBeVisible();
  await expect(page.getByRole('button', {name: 'June 26, 2026'})).toBeFocused();
  await page.getByRole('button', {name: 'Next month'}).click();
  expect((await seen()).map(({type, detail}) => [type, (detail as {state: unknown}).state])).toEqual([
    ['change', {value: '2026-07-03'}],
    ['viewchange', {view: '2026-06'}],
    ['viewchange', {view: '2026-07'}],
  ]);
});

test('a calendar tells its value as it loses the focus, not as it gets it', async ({show, listen, seen}) => {
  const page = await show('<s-date-picker view="2026-07" value="2026-07-03"></s-date-picker>');
  await listen('s-date-picker', 'focus', 'blur');
  await page.getByRole('button', {name: 'July 3, 2026'}).focus();
  await page.getByRole('button', {name: 'July 3, 2026'}).blur();
  expect((await seen()).map(({type, detail}) => [type, detail])).toEqual([
    ['focus', {}],
    ['blur', {state: {value: '2026-07-03'}}],
  ]);
});

test('several days are kept in order', async ({show, listen, seen}) => {
  const page = await show('<s-date-picker type="multiple" view="2026-07"></s-date-picker>');
  await listen('s-date-picker', 'change');
  for (const day of [9, 6, 9]) await page.getByRole('button', {name: `July ${day}, 2026`}).click();
  expect((await seen()).map(({detail}) => (detail as {state: {value: string}}).state.value)).toEqual([
    '2026-07-09',
    '2026-07-06,2026-07-09',
    '2026-07-06',
  ]);
});

test('dropped files pass by what is accepted', async ({show, listen, seen}) => {
  const page = await show('<s-drop-zone label="Photos" accept="image/*,.pdf" multiple></s-drop-zone>');
  await listen('s-drop-zone', 'change', 'droprejected');

  await page.getByLabel('Photos').evaluate((input) => {
    const dataTransfer = new DataTransfer();
    for (const [name, type] of [
      ['a.png', 'image/png'],
      ['b.PDF', ''],
      ['c.txt', 'text/plain'],
    ] as const) {
      dataTransfer.items.add(new File(['x'], name, {type}));
    }

    input.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
  });

  expect((await seen()).map(({type}) => type)).toEqual(['droprejected', 'change']);
  await expect(page.getByText('a.png, b.PDF')).toBeVisible();
});

test('a chip is removed by its own button, and a disabled one is not', async ({show, set, listen, seen}) => {
  const page = await show('<s-clickable-chip removable>Red</s-clickable-chip>');
  await listen('s-clickable-chip', 'click', 'remove', 'afterhide');
  await page.getByRole('button', {name: 'Red', exact: true}).click();
  await set('s-clickable-chip', {disabled: true});
  await expect(page.getByRole('button', {name: 'Remove Red'})).toBeDisabled();
  await set('s-clickable-chip', {disabled: false});
  await page.getByRole('button', {name: 'Remove Red'}).click();
  await expect(page.getByRole('button')).toHaveCount(0);
  expect((await seen()).map(({type}) => type)).toEqual(['click', 'remove', 'afterhide']);
});

test('a map says where it is pressed and how far it is zoomed; a marker keeps its click', async ({
  show,
  listen,
  seen,
}) => {
  const page =
    await show(`<s-map latitude="52.5" longitude="13.4" zoom="12" max-zoom="13" inline-size="400px" block-size="300px">
    <s-map-marker latitude="52.5" longitude="13.4" accessibility-label="Shop"></s-map-marker></s-map>`);

  await listen('s-map', 'click', 'viewchange', 'boundschange');
  await listen('s-map-marker', 'click');
  await page.getByRole('button', {name: 'Shop'}).click();
  expect(await seen()).toHaveLength(1);
  await page.getByRole('region', {name: 'Map'}).click({position: {x: 200, y: 250}});
  const pressed = (await seen()).at(-1)?.detail as {event: {location: {latitude: number; longitude: number}}};
  expect(pressed.event.location.longitude).toBeCloseTo(13.4, 2);
  expect(pressed.event.location.latitude).toBeLessThan(52.5);
  for (let press = 0; press < 2; press++) await page.getByRole('button', {name: 'Zoom in'}).click();
  expect((await seen()).slice(2).map(({type}) => type)).toEqual(['viewchange', 'boundschange']);
});

test('progress has its value, or none while it is not known', async ({show, set}) => {
  const page = await show('<s-progress value="3" max="4"></s-progress>');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '3');
  await set('s-progress', {value: undefined});
  await expect(page.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow');
});

test('content too long for a QR code is told once', async ({show, set, listen, seen}) => {
  await show('<s-qr-code content="short"></s-qr-code>');
  await listen('s-qr-code', 'error');
  for (const content of ['x'.repeat(2954), 'x'.repeat(2953)]) await set('s-qr-code', {content});
  await set('s-qr-code', {content: 'y'.repeat(2954)});
  expect((await seen()).map(({type}) => type)).toEqual(['error', 'error']);
});

test('an announcement is dismissed by its button or its method, once', async ({show, listen, seen}) => {
  const page = await show('<s-announcement>Free returns</s-announcement>');
  await listen('s-announcement', 'dismiss', 'toggle', 'aftertoggle');
  await page.getByRole('button', {name: 'Dismiss'}).click();
  await page
    .locator('s-announcement')
    .evaluate((element) => (element as unknown as {dismiss(): void}).dismiss());

  await expect(page.getByText('Free returns')).toBeHidden();
  expect((await seen()).map(({type}) => type)).toEqual(['dismiss', 'toggle', 'aftertoggle']);
});
