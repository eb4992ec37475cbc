import type {BrowserContext, Page, TestInfo} from '@playwright/test';
import {SimhostError} from '../../errors.ts';

/** Watches the pages of a context for the end of their process, which Playwright reports only to calls that wait. */
export class CrashedTabs {
  #first: SimhostError | undefined;

  constructor(context: Pick<BrowserContext, 'on' | 'pages'>) {
    const watch = (page: Page): void =>
      void page.on('crash', () => (this.#first ??= tabCrashed(page.url(), 'during the test')));

    for (const page of context.pages()) watch(page);
    context.on('page', watch);
  }

  /**
   * Fails a test that would pass although a page crashed, and explains the failure of another one.
   *
   * @throws {SimhostError} `ERR_TAB_CRASHED`
   */
  async report(testInfo: Pick<TestInfo, 'status' | 'expectedStatus' | 'attach'>): Promise<void> {
    if (this.#first === undefined) return;
    if (testInfo.status === testInfo.expectedStatus) throw this.#first;

    await testInfo.attach('page crashed', {body: this.#first.message, contentType: 'text/plain'});
  }
}

/** Makes the error for a page whose process ended. `when` follows the word "crashed". */
export function tabCrashed(url: string, when: string): SimhostError {
  const [address = ''] = url.split('#');
  return new SimhostError(
    'ERR_TAB_CRASHED',
    `The page at ${address} crashed ${when}: the browser ended its process.`,
    {
      next: 'Look for code that keeps allocating memory. In a container, give the browser more shared memory: docker run --ipc=host.',
    },
  );
}
