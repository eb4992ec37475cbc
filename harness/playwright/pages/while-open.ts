import type {Page} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import {tabCrashed} from '../failures/crashed-tabs.ts';

/**
 * Waits for something that the page does, as long as the page is there to do it.
 *
 * @param before what has not happened yet, for the error
 * @throws {SimhostError} `ERR_PAGE_GONE` if the page is closed or goes to another site, or if the browser ends;
 *   `ERR_TAB_CRASHED` if the page crashes
 */
export async function whileOpen<Value>(page: Page, work: Promise<Value>, before: string): Promise<Value> {
  let fail: (error: SimhostError) => void = () => {};
  const lost = new Promise<never>((_resolve, reject) => (fail = reject));

  const origin = (): string => (page.url().startsWith('http') ? new URL(page.url()).origin : '');
  let shown = origin();
  const onClose = (): void => void closed(page, before).then(fail);
  const onCrash = (): void => fail(tabCrashed(page.url(), `before ${before}`));
  const onNavigated = (): void => {
    const now = origin();
    if (shown !== '' && now !== shown) fail(gone(`went to ${page.url().split('#')[0] ?? ''}`, before));
    shown = now;
  };

  page.on('close', onClose).on('crash', onCrash).on('framenavigated', onNavigated);

  try {
    return await Promise.race([work, lost]);
  } finally {
    page.off('close', onClose).off('crash', onCrash).off('framenavigated', onNavigated);
  }
}

/** Makes the error for a page that was closed: by the test, or because its browser ended. */
async function closed(page: Page, before: string): Promise<SimhostError> {
  if (await browserRuns(page)) return gone('was closed', before);

  return new SimhostError('ERR_PAGE_GONE', `The browser ended before ${before}.`, {
    next: 'It crashed or was killed. Give the machine more memory, or use fewer workers.',
  });
}

/**
 * Asks whether the browser runs. The event of its end follows the events of its pages, so a call is needed. Only
 * Chromium has a call to the browser itself; in others, the event arrives before the answer of a call to the context.
 */
async function browserRuns(page: Page): Promise<boolean> {
  const context = page.context();
  const browser = context.browser();
  if (browser === null) return true;

  if (browser.browserType().name() !== 'chromium') {
    await context.cookies(NO_SITE).catch(() => {});
    return browser.isConnected();
  }

  try {
    const session = await browser.newBrowserCDPSession();
    session.detach().catch(() => {});
    return true;
  } catch {
    return false;
  }
}

/** A URL that has no cookies, so that the answer is short. */
const NO_SITE = 'http://simhost.invalid';

function gone(how: string, before: string): SimhostError {
  return new SimhostError('ERR_PAGE_GONE', `The page ${how} before ${before}.`, {
    next: 'Let the page stay open until the call has resolved.',
  });
}
