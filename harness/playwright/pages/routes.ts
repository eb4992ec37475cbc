import type {BrowserContext, Page} from '@playwright/test';

const ROUTING = ['route', 'routeFromHAR'] as const;

/** Calls back when a test routes requests of a context or page. From then on Playwright answers CORS preflights itself. */
export function followRoutes(context: BrowserContext, onRoute: () => void): void {
  watch(context, onRoute);
  context.on('page', (page) => watch(page, onRoute));
  for (const page of context.pages()) watch(page, onRoute);
}

function watch(owner: Page | BrowserContext, onRoute: () => void): void {
  for (const name of ROUTING) {
    const original = owner[name].bind(owner) as (...args: unknown[]) => Promise<unknown>;
    const value = (...args: unknown[]): Promise<unknown> => {
      onRoute();
      return original(...args);
    };
    Object.defineProperty(owner, name, {value, configurable: true, writable: true});
  }
}
