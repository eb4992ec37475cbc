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
import {build} from 'vite';
import {launchOptions} from '../../node/chromium.ts';

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
  elementsScript: string;
}

declare global {
  interface Window {
    seen: SeenEvent[];
  }
}

export const test: ElementsTest = base.extend<Fixtures, Bundled>({
  launchOptions: [async ({}, use) => use(launchOptions()), {scope: 'worker'}],
  elementsScript: [
    async ({}, use) => {
      await use(await bundle());
    },
    {scope: 'worker'},
  ],
  show: async ({page, elementsScript}, use) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));

    await use(async (html) => {
      await page.setContent(`<!doctype html><html lang="en"><body>${html}</body></html>`);
      await page.addScriptTag({
        content: `${elementsScript}\nelements.defineElements(); elements.defineElements(); window.seen = [];`,
      });
      return page;
    });

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

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('base/define.ts', import.meta.url)),
        formats: ['iife'],
        name: 'elements',
      },
    },
  });

  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('Vite built nothing.');
  return output.output[0].code;
}
