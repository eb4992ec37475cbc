import {fileURLToPath} from 'node:url';
import {
  test as base,
  type Page,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from '@playwright/test';
import {launchOptions} from '../../node/chromium.ts';
import {bundle} from './bundle.fixture.ts';

/** An event as the page saw it, and what kind of event it was. */
export interface SeenEvent {
  readonly type: string;
  readonly kind: string;
  readonly detail: unknown;
  readonly bubbles: boolean;
  readonly composed: boolean;
}

interface Fixtures {
  /** Shows this HTML in a page that has the elements. */
  show: (html: string) => Promise<Page>;
  /** Defines the elements in the document that the page shows. */
  define: () => Promise<void>;
  /** Sets properties of the first element that matches, and waits until they are rendered. */
  set: (selector: string, properties: Record<string, unknown>) => Promise<void>;
  /** Listens on the first element that matches; what it heard is read with `seen`. */
  listen: (selector: string, ...types: readonly string[]) => Promise<void>;
  seen: () => Promise<readonly SeenEvent[]>;
}

type ElementsTest = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & Fixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & Bundled
>;

interface Bundled {
  /** The one page of a worker: its process starts once, and each test gets a new document. */
  elementsPage: Page;
}

declare global {
  interface Window {
    seen: SeenEvent[];
    /** Runs the elements' bundle, and returns what it exports. */
    loadElements: () => {defineElements(): void};
  }
}

export const test: ElementsTest = base.extend<Fixtures, Bundled>({
  launchOptions: [async ({}, use) => use(launchOptions()), {scope: 'worker'}],
  elementsPage: [
    async ({browser}, use) => {
      const page = await browser.newPage();
      await page.addInitScript(
        `window.loadElements = () => { ${await bundle(fileURLToPath(new URL('base/define.ts', import.meta.url)), 'elements')}; return elements; };`,
      );
      await use(page);
      await page.close();
    },
    {scope: 'worker'},
  ],
  page: async ({elementsPage}, use) => {
    await elementsPage.goto('about:blank');
    await use(elementsPage);
    await elementsPage.mouse.move(0, 0);
    await elementsPage.emulateMedia({colorScheme: 'light', reducedMotion: 'no-preference'});
  },
  define: async ({page}, use) => {
    await use(() => page.evaluate(() => window.loadElements().defineElements()));
  },
  show: async ({page}, use) => {
    const errors: Error[] = [];
    const collect = (error: Error): void => void errors.push(error);
    page.on('pageerror', collect);

    await use(async (html) => {
      await page.setContent(`<!doctype html><html lang="en"><body>${html}</body></html>`);
      await page.evaluate(() => {
        const {defineElements} = window.loadElements();
        defineElements();
        defineElements();
        window.seen = [];
      });
      return page;
    });

    page.off('pageerror', collect);
    if (errors.length > 0) throw errors[0];
  },
  set: async ({page}, use) => {
    await use((selector, properties) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, values) => {
          Object.assign(element, values);
        }, properties),
    );
  },
  listen: async ({page}, use) => {
    await use((selector, ...types) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, names) => {
          for (const name of names) {
            element.addEventListener(name, (event) => {
              const {type, bubbles, composed} = event;
              const detail: unknown = event instanceof CustomEvent ? event.detail : null;
              window.seen.push({type, bubbles, composed, detail, kind: event.constructor.name});
            });
          }
        }, types),
    );
  },
  seen: async ({page}, use) => {
    await use(() => page.evaluate(() => window.seen));
  },
});
