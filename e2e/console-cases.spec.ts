import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {LOYALTY} from './loyalty-dev.ts';

test('the Cases panel finds a case, arms it by a key, and says whether the answer was right', async ({
  running,
  page,
}) => {
  await page.goto(await running.startWithConsole(LOYALTY));
  await expect(page.frameLocator('iframe').getByRole('heading', {name: '120 points'})).toBeVisible();

  await page.getByRole('tab', {name: 'Cases'}).click();
  const list = page.getByRole('list', {name: 'Cases'});
  await expect(list.getByRole('button').first()).toBeVisible();
  expect(await list.getByRole('button').count()).toBeLessThan(80);

  await page.keyboard.press('/');
  await page.keyboard.type('key-wrong');
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('button', {name: /^key-wrong 401/})).toBeFocused();
  const detail = page.getByRole('article', {name: 'key-wrong'});
  await expect(detail.getByText('Anyone can make it, without a secret.')).toBeVisible();

  await page.keyboard.press('a');
  await expect(list.getByRole('button', {name: /^key-wrong 401 at #\d+, right/})).toBeVisible();

  await detail.getByRole('button', {name: 'Arm until disarmed'}).click();
  await expect(list.getByRole('button', {name: /^key-wrong armed/})).toBeVisible();
  await list.getByRole('button', {name: /^key-wrong armed/}).focus();
  await page.keyboard.press('d');
  await expect(list.getByRole('button', {name: /^key-wrong 401 at/})).toBeVisible();

  // The mouse arms it in the row, without the detail.
  const right = list.getByRole('button', {name: /^key-wrong 401 at #\d+, right/});
  const before = await right.textContent();
  await list.getByRole('button', {name: 'Arm key-wrong'}).click();
  await expect.poll(() => right.textContent()).not.toBe(before);
  await detail.getByRole('button', {name: 'Arm until disarmed'}).click();
  await list.getByRole('button', {name: 'Disarm key-wrong'}).click();
  await expect(list.getByRole('button', {name: 'Arm key-wrong'})).toBeVisible();

  await page.getByRole('searchbox', {name: 'Search the catalogue'}).fill('ok-admin');
  await list.getByRole('button', {name: /^ok-admin not here/}).click();
  await expect(page.getByText('Only for tokens of another kind.')).toBeVisible();
  await expect(page.getByRole('button', {name: 'Arm', exact: true})).toHaveCount(0);
});

test('the page outlines the extension, scrolls to it, and shows it alone', async ({running, page}) => {
  const target = 'customer-account.order-status.block.render';
  const command = ['dev', 'fixtures/extensions/loyalty-2025-07', '--target', target, '--port', '0'];
  await page.goto(await running.startWithConsole(command));
  const frame = page.frameLocator('iframe');
  const extension = frame.locator('[data-mount]');
  await expect(extension).toBeVisible();
  await expect(extension).toHaveCSS('outline-style', /solid|dashed/);

  const heading = frame.getByRole('heading', {name: /^Order #/});
  const alone = page.getByRole('button', {name: 'Show only the extension'});
  await alone.click();
  await expect(heading).toBeHidden();
  await expect(extension).toBeVisible();

  await alone.click();
  await expect(heading).toBeVisible();
  // A second press counts from the first, also before the server has answered.
  await alone.evaluate((button: HTMLElement) => [button.click(), button.click()]);
  await page.getByRole('button', {name: 'Outline the extension'}).click();
  await expect(extension).toHaveCSS('outline-style', 'none');
  await expect(heading).toBeVisible();
  await expect(frame.locator('[data-sim-tick]')).toBeHidden();

  await heading.scrollIntoViewIfNeeded();
  await page.getByRole('button', {name: 'Scroll to the extension'}).click();
  await expect(extension).toBeInViewport();

  // The pill is for the author alone: it has no role and no text.
  const pill = frame.locator('[data-sim-sight]');
  await page.getByRole('button', {name: 'Outline the extension'}).click();
  await expect(pill).toHaveAttribute('data-sim-sight', '');
  await heading.scrollIntoViewIfNeeded();
  await expect(pill).toHaveAttribute('data-sim-sight', /^\S+, below$/);

  // The tick on the scroll rail is at the place of the extension in the whole page.
  const tick = frame.locator('[data-sim-tick]');
  await expect(tick).toBeVisible();
  const [rail, place] = await Promise.all([
    tick.evaluate((element) => element.getBoundingClientRect().top / innerHeight),
    extension.evaluate(
      (element) =>
        (element.getBoundingClientRect().top + document.documentElement.scrollTop) /
        document.documentElement.scrollHeight,
    ),
  ]);
  expect(rail).toBeCloseTo(place, 2);
  await pill.click();
  await expect(extension).toBeInViewport();
  await expect(pill).toBeHidden();
});
