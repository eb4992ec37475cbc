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

test('a clock that differs moves one side only, and Reset takes it back', async ({running, page}) => {
  await page.goto(await running.startWithConsole(LOYALTY));
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', {name: '120 points'})).toBeVisible();
  await page.getByRole('tab', {name: 'Clock'}).click();

  const backend = page.getByRole('textbox', {name: /^Backend/});
  await backend.fill('soon');
  await backend.press('Enter');
  await expect(page.getByRole('alert').filter({hasText: 'Not a duration: "soon".'})).toBeVisible();
  await page.getByRole('button', {name: 'Backend: 30 s on'}).click();
  await expect(backend).toHaveValue('30s');
  await backend.fill('5m 59s 1000ms');
  await backend.press('Enter');
  await expect(backend).toHaveValue('6m');
  await expect(backend).toBeFocused();

  await frame.getByRole('button', {name: 'Refresh'}).click();
  await expect(frame.getByText('120 points')).toBeHidden();
  await page.getByRole('tab', {name: /^Requests/}).click();
  await expect(page.getByText('The clock of the backend is 6 m ahead')).toBeVisible();
  await expect(page.getByRole('button', {name: /401 GET \/api\/points/}).last()).toBeVisible();

  await page.getByRole('tab', {name: 'Clock'}).click();
  const platform = page.getByRole('textbox', {name: /^Platform/});
  await platform.fill('later');
  await platform.press('Enter');
  await expect(page.getByRole('alert').filter({hasText: 'Not a duration: "later".'})).toBeVisible();
  await page.getByRole('button', {name: /^Reset/}).click();
  await expect(page.getByRole('alert').filter({hasText: 'Not a duration'})).toHaveCount(0);
  await expect(backend).toHaveValue('0s');
  await expect(platform).toHaveValue('0s');
  await page.getByRole('button', {name: 'Reload the page'}).click();
  await expect(frame.getByRole('heading', {name: '120 points'})).toBeVisible();
});

test('the date and the time are those of the zone of the page', async ({running, page}) => {
  const stopped = ['--clock', '2027-01-01T00:30:00Z', '--freeze'];
  await page.goto(await running.startWithConsole([...LOYALTY, ...stopped]));
  await page.getByRole('tab', {name: 'Clock'}).click();
  await expect(page.getByText('Thursday, December 31, 2026, America/New_York')).toBeVisible();
  await expect(page.getByText('19:30:00').last()).toBeVisible();
});
