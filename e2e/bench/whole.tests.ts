import {expect, test} from 'simhost/playwright';
import {roundsOf} from './figures.ts';

/** The first turn pays for the worker's start, and does not count. */
const TURNS = 1 + roundsOf(14);

// In turns, in one worker: `repeatEach` would start another worker, with its browser, for each turn.
for (let turn = 0; turn < TURNS; turn++) {
  test.describe(`turn ${turn}`, () => {
    // Playwright's own page, from the same `test`, for the same reason.
    test('floor: empty page', async ({browser}) => {
      const page = await browser.newPage();
      await page.goto('about:blank');
      await page.close();
    });

    test('host: mount and first render', async ({host}) => {
      const extension = await host.mount('extension');
      await expect(extension.getByRole('heading', {name: 'Ready'})).toBeVisible();
    });

    test('host: idle for 24 hours', async ({host}) => {
      const extension = await host.mount('extension');
      await host.clock.advance('24h');
      await expect(extension.getByRole('heading', {name: 'Ready'})).toBeVisible();
    });
  });
}
