import {fileURLToPath} from 'node:url';
import {test as base, type Page} from '@playwright/test';
import type {
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test';
import {launchOptions} from '../../node/chromium.ts';
import {bundle} from '../elements/bundle.fixture.ts';

interface Fixtures {
  /** Shows this HTML in a page that has the Polaris elements, and waits until they are registered. */
  show: (html: string) => Promise<Page>;
  /** The events that reached the document, and those that `listen` heard. */
  heard: () => Promise<readonly string[]>;
  /** Listens for events on the first element that matches. */
  listen: (selector: string, ...types: readonly string[]) => Promise<void>;
}

interface Bundled {
  polaris: {readonly page: Page; readonly script: string};
}

type PolarisTest = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & Fixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & Bundled
>;

declare global {
  interface Window {
    heard: string[];
  }
}

/** The origin of the pages. Nothing else of it is on the network. */
export const ORIGIN = 'https://app.example';

export const test: PolarisTest = base.extend<Fixtures, Bundled>({
  launchOptions: [async ({}, use) => use(launchOptions()), {scope: 'worker'}],
  polaris: [
    async ({browser}, use) => {
      const page = await browser.newPage();
      await use({page, script: await bundle(fileURLToPath(new URL('main.ts', import.meta.url)), 'polaris')});
      await page.close();
    },
    {scope: 'worker'},
  ],
  page: async ({polaris}, use) => {
    await use(polaris.page);
    await polaris.page.unrouteAll();
    await polaris.page.mouse.move(0, 0);
  },
  show: async ({page, polaris}, use) => {
    const errors: Error[] = [];
    const collect = (error: Error): void => void errors.push(error);
    page.on('pageerror', collect);

    await use(async (html) => {
      const body = `<!doctype html><html lang="en"><title>App</title><script>heard = [];</script>
<script>${polaris.script.replaceAll('</script', '<\\/script')}</script><body>${html}</body></html>`;
      await page.route(`${ORIGIN}/**`, (route) => route.fulfill({contentType: 'text/html', body}));
      await page.goto(`${ORIGIN}/`);
      await page.evaluate(() => customElements.whenDefined('s-url-field'));
      return page;
    });

    page.off('pageerror', collect);
    if (errors.length > 0) throw errors[0];
  },
  heard: async ({page}, use) => use(() => page.evaluate(() => window.heard)),
  listen: async ({page}, use) => {
    await use((selector, ...types) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, names) => {
          for (const name of names)
            element.addEventListener(name, ({target}) => {
              window.heard.push(`${name} at ${(target as Element).localName}`);
            });
        }, types),
    );
  },
});
