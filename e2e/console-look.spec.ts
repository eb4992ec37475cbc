import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {WIDTHS, cutElements, violations, resize} from './console-checks.ts';
import {LOYALTY} from './loyalty-dev.ts';

// Axe runs in each panel at each width, also on a busy machine.
test.setTimeout(180_000);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any panel, and nothing is cut, at three widths in ${colorScheme}`, async ({
    running,
    page,
  }) => {
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
    await page.goto(await running.startWithConsole([...LOYALTY, '--case', 'key-wrong']));
    const rows = page.getByRole('list', {name: 'Requests'}).getByRole('button');
    await expect(rows.filter({hasText: '401'})).toHaveCount(2);

    for (const width of WIDTHS) {
      await resize(page, width);
      expect(await violations(page), `list at ${width}`).toEqual([]);
      expect(await cutElements(page), `list at ${width}`).toEqual([]);

      await rows.filter({hasText: '401'}).first().click();
      await expect(page.getByRole('heading', {name: 'Right answer to key-wrong.'})).toBeVisible();
      expect(await violations(page), `detail at ${width}`).toEqual([]);
      expect(await cutElements(page), `detail at ${width}`).toEqual([]);

      if (width === 390) await page.getByRole('button', {name: /^Requests/}).click();
      else await page.locator('body').press('Escape');
      await expect(page.getByRole('heading', {name: 'Right answer to key-wrong.'})).toHaveCount(0);

      await page.getByRole('tab', {name: 'Calls & logs'}).click();
      expect(await violations(page), `calls at ${width}`).toEqual([]);
      expect(await cutElements(page), `calls at ${width}`).toEqual([]);

      await page.getByRole('tab', {name: 'Tokens'}).click();
      await page.getByRole('button', {name: /key-wrong.*customer-account/}).click();
      await expect(page.getByRole('article', {name: /^Token \d+$/})).toBeVisible();
      expect(await violations(page), `tokens at ${width}`).toEqual([]);
      expect(await cutElements(page), `tokens at ${width}`).toEqual([]);

      await page.getByRole('button', {name: 'Edit a copy'}).click();
      await expect(page.getByRole('article', {name: 'A token of your own'})).toContainText(
        'A correct backend',
      );
      expect(await violations(page), `claims editor at ${width}`).toEqual([]);
      expect(await cutElements(page), `claims editor at ${width}`).toEqual([]);
      await page.getByRole('textbox', {name: 'exp', exact: true}).press('Escape');
      if (width === 390) await page.getByRole('button', {name: /^Tokens$/}).click();
      else await page.locator('body').press('Escape');

      await page.getByRole('tab', {name: 'Clock'}).click();
      await expect(page.getByRole('list', {name: 'Tokens'})).toBeVisible();
      expect(await violations(page), `clock at ${width}`).toEqual([]);
      expect(await cutElements(page), `clock at ${width}`).toEqual([]);

      await page.getByRole('button', {name: 'After the expiry'}).click();
      await expect(page.getByRole('button', {name: /^Reset/})).toBeVisible();
      expect(await cutElements(page), `changed clock at ${width}`).toEqual([]);
      await page.getByRole('button', {name: 'Real time'}).click();
      await expect(page.getByRole('button', {name: /^Reset/})).toHaveCount(0);

      await page.getByRole('tab', {name: 'Cases'}).click();
      await page.getByRole('searchbox', {name: 'Search the catalogue'}).fill('key-wrong');
      await page.getByRole('button', {name: /^key-wrong/}).click();
      await expect(page.getByRole('article', {name: 'key-wrong'})).toBeVisible();
      const copy = page.getByRole('article', {name: 'key-wrong'}).getByRole('button', {name: 'Copy as test'});
      await expect(copy).toBeInViewport({ratio: 1});
      expect(await violations(page), `cases at ${width}`).toEqual([]);
      expect(await cutElements(page), `cases at ${width}`).toEqual([]);

      await page.getByRole('button', {name: 'Do anything'}).click();
      await expect(page.getByRole('listbox').getByRole('option', {selected: true})).toBeVisible();
      expect(await violations(page), `Do anything at ${width}`).toEqual([]);
      expect(await cutElements(page), `Do anything at ${width}`).toEqual([]);
      await page.getByRole('combobox', {name: 'Do anything'}).fill('all keys');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', {name: 'Keys'})).toBeVisible();
      expect(await violations(page), `keys at ${width}`).toEqual([]);
      expect(await cutElements(page), `keys at ${width}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('tab', {name: 'Requests'}).click();
    }
  });
}

test('the console docks at the right and at the bottom, folds, and leaves the page as it is', async ({
  running,
  page,
}) => {
  await page.setViewportSize({width: 1440, height: 900});
  await page.goto(await running.startWithConsole(LOYALTY));
  const heading = page.frameLocator('iframe').getByRole('heading', {name: '120 points'});
  await expect(heading).toBeVisible();

  // A page that was loaded again would not have this.
  await heading.evaluate(() => Object.assign(globalThis, {isSamePage: true}));
  const consoleBox = page.getByRole('complementary', {name: 'simhost console', exact: true});
  expect((await consoleBox.boundingBox())?.width).toBe(688);

  await page.getByRole('button', {name: 'Dock at the bottom'}).click();
  await expect.poll(async () => (await consoleBox.boundingBox())?.width).toBe(1440);
  await expect(page.getByRole('separator')).toHaveAttribute('aria-orientation', 'horizontal');

  await page.getByRole('button', {name: 'Fold the console'}).click();
  await expect(page.getByRole('complementary', {name: 'simhost console, folded'})).toBeVisible();
  await page.keyboard.press('Control+.');
  await expect(consoleBox).toBeVisible();

  await page.getByRole('separator').press('ArrowLeft');
  await expect.poll(async () => (await consoleBox.boundingBox())?.width).toBe(704);
  expect(await heading.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
});

test('a state from before an answer does not undo a change of the layout', async ({running, page}) => {
  let before = '';
  let later: (() => void)[] | null = null;
  let receive = (_frame: string): void => {};
  await page.routeWebSocket(/\/\.simhost\/console/, (socket) => {
    receive = (frame) => socket.send(frame);
    socket.connectToServer().onMessage((message) => {
      const frame = String(message);
      if (later === null) socket.send(frame);
      else later.push(() => socket.send(frame));
      if ((JSON.parse(frame) as {type: string}).type === 'state') before = frame;
    });
  });

  await page.setViewportSize({width: 1440, height: 900});
  await page.goto(await running.startWithConsole(LOYALTY));
  const separator = page.getByRole('separator');
  await expect(separator).toHaveAttribute('aria-orientation', 'vertical');
  await expect(page.getByRole('button', {name: /^Signed in: Ada/})).toBeVisible();

  later = [];
  const old = before.replaceAll('Ada Lovelace', 'Ada Before');
  await page.getByRole('button', {name: 'Dock at the bottom'}).click();
  await expect(separator).toHaveAttribute('aria-orientation', 'horizontal');
  receive(old);
  await expect(page.getByRole('button', {name: /^Signed in: Ada Before/})).toBeVisible();
  await expect(separator).toHaveAttribute('aria-orientation', 'horizontal');

  await expect.poll(() => later?.length ?? 0).toBeGreaterThan(0);
  for (const send of later.splice(0)) send();
  later = null;
  await expect(page.getByRole('button', {name: /^Signed in: Ada Lovelace/})).toBeVisible();
  await expect(separator).toHaveAttribute('aria-orientation', 'horizontal');
});

test('a folded console gets counts only', async ({running, page}) => {
  const frames: {type: string; problems?: number}[] = [];
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/.simhost/console')) return;
    socket.on('framereceived', ({payload}) => frames.push(JSON.parse(String(payload)) as {type: string}));
  });

  await page.goto(await running.startWithConsole(LOYALTY));
  await expect(page.frameLocator('iframe').getByRole('heading', {name: '120 points'})).toBeVisible();
  await page.getByRole('button', {name: 'Fold the console'}).click();
  await expect.poll(() => frames.some(({type}) => type === 'counts')).toBe(true);

  frames.length = 0;
  running.type('hold-to-cors on');
  running.type('sign-in bea');
  await expect(page.frameLocator('iframe').getByRole('heading', {name: '10 points'})).toBeVisible();
  await expect.poll(() => frames.filter(({type}) => type === 'counts').length).toBeGreaterThan(0);
  expect(frames.filter(({type}) => type === 'events')).toEqual([]);
});

test('a separate window shows the same console, and the tab shows the page alone until that window closes', async ({
  running,
  page,
  context,
}) => {
  await page.setViewportSize({width: 1440, height: 900});
  await page.goto(await running.startWithConsole(LOYALTY));
  const rows = page.getByRole('list', {name: 'Requests'}).getByRole('button');
  await expect(rows.filter({hasText: '/api/points'})).toHaveCount(1);

  const opened = context.waitForEvent('page');
  await page.getByRole('button', {name: 'Own window'}).click();
  const apart = await opened;
  await expect(apart.getByRole('button', {name: /\/api\/points/})).toBeVisible();
  await expect(apart.locator('iframe')).toHaveCount(0);
  expect(await apart.evaluate(() => globalThis.opener === null)).toBe(true);
  await expect(rows).toHaveCount(0);

  await apart.close();
  await expect(rows.filter({hasText: '/api/points'})).toHaveCount(1);
});

test('however many requests there are, fewer than 80 rows are in the document', async ({running, page}) => {
  await page.goto(await running.startWithConsole(LOYALTY));
  await expect(page.getByRole('button', {name: /\/api\/points/})).toBeVisible();

  // The clock makes one row each time.
  for (let count = 0; count < 150; count++) running.type('advance 1m');
  running.type('help');
  await running.line('prints this list');
  const list = page.getByRole('list', {name: 'Requests'});
  await expect(list.getByRole('listitem').last()).toHaveAttribute('aria-posinset', /^1[5-9]\d$/);
  expect(await list.getByRole('listitem').count()).toBeLessThan(80);

  await list.evaluate((element) => element.parentElement?.scrollTo(0, 0));
  await expect(list.getByText(/^Started,/)).toBeVisible();
  expect(await list.getByRole('listitem').count()).toBeLessThan(80);

  running.type('sign-in bea');
  await page.getByRole('button', {name: /^\d+ new$/}).click();
  await expect(list.getByText('Bea Byron signed in')).toBeVisible();
});
