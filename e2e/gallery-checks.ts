import type {Locator, TestInfo} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import {overlaps, seriousFaults} from './picture-checks.ts';

/** Expects that a gallery reports this as the last thing that happened. */
export async function says(extension: Locator, what: string): Promise<void> {
  await expect(extension.getByRole('status', {name: 'What happened'})).toHaveText(`Last: ${what}`);
}

/** Expects that a gallery has no serious faults, and fits each width without overlaps. Attaches a picture of each. */
export async function checkAppearance(
  extension: Locator,
  {name, colorScheme}: {readonly name: string; readonly colorScheme: 'light' | 'dark'},
  testInfo: TestInfo,
): Promise<void> {
  const page = extension.page();
  await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
  expect(await seriousFaults(page)).toEqual([]);

  for (const width of [390, 1024, 1440]) {
    await test.step(`${width} pixels`, async () => {
      await page.setViewportSize({width, height: 900});
      const {scrollWidth, clientWidth} = await page.locator('html').evaluate((html) => ({
        scrollWidth: html.scrollWidth,
        clientWidth: html.clientWidth,
      }));

      expect.soft(scrollWidth).toBeLessThanOrEqual(clientWidth);
      expect.soft(await overlaps(extension)).toEqual([]);
      const path = testInfo.outputPath(`${name}-${width}-${colorScheme}.png`);
      await page.screenshot({path, fullPage: true});
      await testInfo.attach(`${name} ${width} ${colorScheme}`, {path});
    });
  }
}
