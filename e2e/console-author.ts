/** The things that an author does in the console, on every kind of page. */
import {type FrameLocator, type Locator, type Page, expect} from '@playwright/test';

/** Job 4, the clock: the token expires, and the extension sends it again. */
export async function sendExpiredToken(page: Page, frame: FrameLocator): Promise<void> {
  await page.getByRole('tab', {name: 'Clock'}).click();
  await page.getByRole('button', {name: 'After the expiry'}).click();
  await expect(page.getByRole('list', {name: 'Tokens'}).getByText(/expired at/)).toBeAttached();
  await frame.getByRole('button', {name: 'Refresh'}).click();
}

/** Job 1: the sentence is in the row. The detail names the side and the line. */
export async function readWhyItWasRefused(page: Page, whose: string): Promise<Locator> {
  await page.getByRole('tab', {name: 'Requests'}).click();
  const row = page.getByRole('button', {name: /^401 GET \/api\/points/}).first();
  await expect(row).toContainText(/The token had expired \d+ s before it arrived$/);

  await row.click();
  await expect(
    page.getByRole('heading', {name: /^The token had expired \d+ s before it arrived\.$/}),
  ).toBeVisible();
  await expect(page.getByText(new RegExp(`^To change: the ${whose}:\\d+`))).toBeVisible();
  return row;
}

/** Job 2: each claim has its meaning, and the bad one is the first. */
export async function readItsToken(page: Page): Promise<void> {
  const claims = page.getByRole('article', {name: /^Request \d+$/}).locator('.claims > div');
  await expect(claims.first()).toHaveClass('bad');
  await expect(claims.first()).toContainText(/^exp.*expired \d+ s before$/);
  await expect(claims.filter({hasText: /^sub/})).toContainText('Ada');
  for (const meaning of await claims.locator('dd:last-child').allInnerTexts()) expect(meaning).not.toBe('');
}

/** Job 4, a case: one key arms it and restarts the extension. Its row says which request it hit. */
export async function failByName(page: Page, id: string): Promise<string> {
  await page.getByRole('tab', {name: 'Cases'}).click();
  await page.getByRole('searchbox', {name: 'Search the catalogue'}).fill(id);
  const list = page.getByRole('list', {name: 'Cases'});
  await expect(list.getByRole('button').first()).toHaveText(new RegExp(`^${id}`));
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('a');

  await expect(list.getByRole('button', {name: new RegExp(`^${id} 401 at #\\d+, right`)})).toBeVisible();
  const copied = await copyBy(page, () => page.keyboard.press('c'));
  await page.getByRole('tab', {name: 'Requests'}).click();
  await expect(page.getByRole('button', {name: new RegExp(`Right answer to ${id}$`)}).first()).toBeVisible();
  return copied;
}

/** Copies by an act of the author, and returns what is in the clipboard then. */
export async function copyBy(page: Page, act: () => Promise<void>): Promise<string> {
  const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await act();
  await expect.poll(read).toContain('simhost/playwright');
  return read();
}

/** Chooses something of a chip in the strip. */
export async function choose(page: Page, chip: RegExp, choice: RegExp): Promise<void> {
  const strip = page.getByRole('toolbar', {name: 'The situation'});
  await strip.getByRole('button', {name: chip}).click();
  await page.getByRole('dialog').getByRole('button', {name: choice}).click();
}
