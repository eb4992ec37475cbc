import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {LOYALTY} from './loyalty-dev.ts';

test('the Clock panel shows the tokens, and moves past their expiry and back', async ({running, page}) => {
  await page.goto(await running.startWithConsole(LOYALTY));
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', {name: '120 points'})).toBeVisible();

  await page.getByRole('tab', {name: 'Clock'}).click();
  await expect(page.getByText('The clock shows real time.')).toBeVisible();
  const tokens = page.getByRole('list', {name: 'Tokens'}).getByRole('listitem');
  await expect(tokens).toHaveText([/^Token 1 for Ada, good until .*, sent once$/]);

  await page.getByRole('button', {name: 'After the expiry'}).click();
  await expect(page.getByText(/^The clock is 5 m \d+ s ahead of real time\.$/)).toBeVisible();
  await expect(tokens).toHaveText([/expired at/]);

  await frame.getByRole('button', {name: 'Refresh'}).click();
  await expect(tokens).toHaveText([/expired at/, /^Token 2 for Ada, good until/]);

  await page.getByRole('tab', {name: /^Clock/}).focus();
  await page.keyboard.press('z');
  await expect(page.getByText('The clock is stopped.')).toBeVisible();
  await page.keyboard.press('0');
  await expect(page.getByText('The clock shows real time.')).toBeVisible();
});
