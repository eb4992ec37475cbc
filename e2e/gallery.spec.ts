import {expect, test} from 'simhost/playwright';
import {ELEMENT_TABLE} from '../harness/wire/element-table.ts';
import {checkAppearance, says} from './gallery-checks.ts';
import {seriousFaults} from './picture-checks.ts';

const GALLERY = 'fixtures/extensions/gallery';

test('the gallery has every element, each with its role and name', async ({host}) => {
  const extension = await host.mount(GALLERY);

  await test.step('text, lists, pictures and state have their roles and names', async () => {
    await expect(extension.getByRole('list')).toHaveCount(2);
    await expect(extension.getByRole('listitem')).toHaveText(['Two mugs', 'One teapot', 'Packed', 'Sent']);
    await expect(extension.getByRole('time')).toHaveText('1 July');
    await expect(extension.getByTitle('application programming interface')).toBeVisible();
    await expect(extension.getByRole('progressbar', {name: 'Points to the next level'})).toHaveAttribute(
      'aria-valuenow',
      '30',
    );

    for (const name of [
      'Ada Lovelace',
      'Bea',
      'Mug',
      'visa',
      'Apple Pay',
      'A green teapot',
      'Item 4',
      'Track this parcel',
    ]) {
      await expect(extension.getByRole('img', {name, exact: true}), name).toBeVisible();
    }

    for (const name of ['Chat with us', 'Pick-up points', 'Boxes'])
      await expect(extension.getByRole('region', {name}), name).toBeVisible();
    await expect(extension.getByRole('group', {name: 'Return an item'})).toBeVisible();
  });

  await test.step('every element is in the gallery', async () => {
    const drawn = await extension.evaluate((root) =>
      [...root.querySelectorAll('*')].map(({localName}) => localName),
    );
    expect(drawn).toEqual(expect.arrayContaining(Object.keys(ELEMENT_TABLE)));
  });
});

test('fields and forms tell the extension what is entered', async ({host}) => {
  const extension = await host.mount(GALLERY);

  await test.step('a form is filled in by label, submitted by button and by Enter, and reset', async () => {
    await extension.getByLabel('Name').fill('Grace');
    await extension.getByRole('button', {name: 'Send'}).click();
    await says(extension, 'submitted for Grace');
    await extension.getByLabel('Name').fill('');
    await extension.getByLabel('Email').press('Enter');
    await says(extension, 'submitted for nobody');
    await expect(extension.getByLabel('Name')).toHaveAccessibleErrorMessage('Tell us your name');
    await extension.getByLabel('Email').fill('grace@example.com');
    await extension.getByRole('button', {name: 'Start again'}).click();
    await expect(extension.getByLabel('Email')).toHaveValue('ada@example.com');
  });

  await test.step('each field tells the extension its value', async () => {
    for (const [label, value] of [
      ['Email', 'grace@example.com'],
      ['Password', 'secret words'],
      ['Phone', '+49 30 1234'],
      ['Mobile for offers', '+49 170 1234'],
      ['Website', 'https://example.com'],
      ['Donation', '12.5'],
      ['Delivery day', '2026-07-14'],
      ['Message', 'Hello'],
    ] as const) {
      await extension.getByLabel(label, {exact: true}).fill(value);
      await extension.getByLabel(label, {exact: true}).blur();
      await says(extension, `${label}: ${value}`);
    }
  });

  await test.step('numbers step, selects choose, files are taken, dates come from a calendar', async () => {
    await extension.getByRole('button', {name: 'Increase'}).click();
    await says(extension, 'Quantity: 3');
    await extension.getByLabel('Country').selectOption('Germany');
    await says(extension, 'Country: de');
    await extension
      .getByLabel('Photos')
      .setInputFiles({name: 'mug.png', mimeType: 'image/png', buffer: Buffer.from('x')});

    await says(extension, 'Photos: C:\\fakepath\\mug.png');
    await extension.getByRole('button', {name: 'Open calendar'}).click();
    await extension.getByRole('button', {name: 'July 21, 2026'}).first().click();
    await says(extension, 'Delivery day: 2026-07-21');
    await extension.getByLabel('Delivery day').fill('2026-08-01');
    await extension.getByLabel('Delivery day').blur();
    await says(extension, 'no such day');
  });

  await test.step('choices, checkboxes, a switch and a pressed button keep their state', async () => {
    const speed = extension.getByRole('radiogroup', {name: 'Speed'});

    await expect(extension.getByRole('radio', {name: 'Slow'})).toBeChecked();
    await extension.getByRole('radio', {name: 'Fast'}).check();
    await says(extension, 'Speed: fast');
    await expect(extension.getByRole('radio', {name: 'Slow'})).not.toBeChecked();
    await expect(speed).toBeVisible();
    await extension.getByRole('checkbox', {name: 'Gift wrap'}).check();
    await extension.getByRole('checkbox', {name: 'A card'}).check();
    await says(extension, 'Extras: gift and card');
    await extension.getByRole('checkbox', {name: 'Send me news'}).check();
    await says(extension, 'Send me news: on');
    await extension.getByRole('checkbox', {name: 'Text me offers'}).check();
    await says(extension, 'Text me offers: on');
    await extension.getByRole('switch', {name: 'Reminders'}).uncheck();
    await says(extension, 'Reminders: off');
    await extension.getByRole('button', {name: 'Favourite'}).click();
    await says(extension, 'favourite: true');
    await expect(extension.getByRole('button', {name: 'Favourite', pressed: true})).toBeVisible();
  });

  await test.step('a range of days is told when it is complete', async () => {
    const july = extension.getByRole('grid', {name: 'July 2026'});
    await july.getByRole('button', {name: 'July 6, 2026'}).click();
    await july.getByRole('button', {name: 'July 9, 2026'}).click();
    await says(extension, 'from and to: 2026-07-06--2026-07-09');
  });
});

test('overlays open and close, and what is pressed is told', async ({host}) => {
  const extension = await host.mount(GALLERY);

  await test.step('a modal opens over the page, keeps the focus inside, and closes by button, method and Escape', async () => {
    const modal = extension.getByRole('dialog', {name: 'Cancel this order?'});
    const opener = extension.getByRole('button', {name: 'Cancel order'});

    for (const close of ['Keep it', 'Cancel it', 'Close', 'Escape']) {
      await opener.click();
      await expect(modal).toBeVisible();
      if (close === 'Escape') await extension.page().keyboard.press('Escape');
      else await modal.getByRole('button', {name: close}).click();
      await expect(modal).toBeHidden();
      await says(extension, 'modal hidden');
      await expect(opener).toBeFocused();
    }
  });

  await test.step('a sheet, a popover, a menu and a tooltip open and close', async () => {
    await extension.getByRole('button', {name: 'Filters'}).click();
    const sheet = extension.getByRole('dialog', {name: 'Filters'});
    await sheet.getByRole('checkbox', {name: 'Only open orders'}).check();
    await sheet.getByRole('button', {name: 'Close'}).click();
    await says(extension, 'sheet hidden');

    const help = extension.getByRole('button', {name: 'Help'});
    await help.click();
    await expect(extension.getByText('Write to us at any time.')).toBeVisible();
    await expect(help).toHaveAttribute('aria-expanded', 'true');
    await extension.page().keyboard.press('Escape');
    await says(extension, 'popover hidden');

    await extension.getByRole('button', {name: 'More'}).click();
    const menu = extension.getByRole('menu', {name: 'Order actions'});
    await expect(menu.getByRole('menuitem', {name: 'Print'})).toBeFocused();
    await extension.page().keyboard.press('ArrowDown');
    await extension.page().keyboard.press('Enter');
    await says(extension, 'reordered');
    await expect(menu).toBeHidden();

    await extension.getByRole('button', {name: 'Why?'}).hover();
    await expect(extension.getByRole('tooltip')).toHaveText('Because you asked for it.');
    await expect(extension.getByRole('button', {name: 'Why?'})).toHaveAccessibleDescription(
      'Because you asked for it.',
    );
  });

  await test.step('signing in with Shop is an invitation that may be declined', async () => {
    const open = extension.getByRole('button', {name: 'Sign in with Shop'});
    const invitation = extension.getByRole('dialog', {name: 'Faster with Shop'});

    await open.click();
    await invitation.getByRole('button', {name: 'Not now'}).click();
    await expect(invitation).toBeHidden();
    await open.click();
    await invitation.getByRole('button', {name: 'Continue'}).click();
    await says(extension, 'went to Shop');
  });

  await test.step('a press on the map says where it was, and one on a marker is none on the map', async () => {
    await extension.getByRole('region', {name: 'Pick-up points'}).click({position: {x: 30, y: 30}});
    await says(extension, 'map pressed at 52.5');
    await extension.getByRole('button', {name: 'Shop at the market'}).click();
    await says(extension, 'marker pressed');
  });

  await test.step('what is dismissed, removed, opened, copied and pressed is told', async () => {
    await extension
      .getByRole('region', {name: 'Announcement'})
      .getByRole('button', {name: 'Dismiss'})
      .click();
    await says(extension, 'announcement dismissed');
    await extension.getByRole('button', {name: 'Dismiss'}).click();
    await says(extension, 'banner dismissed');
    await extension.getByRole('button', {name: 'Remove Cotton'}).click();
    await says(extension, 'chip removed');
    await extension.getByRole('button', {name: 'Delivery notes'}).click();
    await expect(extension.getByText('Leave it with the neighbours.')).toBeVisible();
    await says(extension, 'details open');
    await extension.getByRole('button', {name: 'Copy code'}).click();
    await says(extension, 'copied');
    await extension.getByRole('button', {name: 'Zoom in'}).click();
    await says(extension, 'map zoomed');
    await extension.getByRole('button', {name: 'Open order 1000'}).click();
    await says(extension, 'order opened');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the gallery fits each width without overlaps, and axe finds nothing serious, in ${colorScheme}`, async ({
    host,
  }, testInfo) => {
    const extension = await host.mount(GALLERY);
    await expect(extension.getByRole('heading', {name: 'Boxes'})).toBeVisible();
    await checkAppearance(extension, {name: 'gallery', colorScheme}, testInfo);

    await extension.getByRole('button', {name: 'Cancel order'}).click();
    await expect(extension.getByRole('dialog', {name: 'Cancel this order?'})).toBeVisible();
    expect(await seriousFaults(extension.page())).toEqual([]);
  });
}
