import {EventEmitter} from 'node:events';
import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import {whileOpen} from './while-open.ts';

/** A page that closes. The browser is any but Chromium, and has the state that the answer of its next call shows. */
function closingPage({browserEnds}: {readonly browserEnds: boolean}): Page {
  let isConnected = true;
  const browser = {
    browserType: () => ({name: () => 'firefox'}),
    isConnected: () => isConnected,
    newBrowserCDPSession: () => Promise.reject(new Error('CDP session is only available in Chromium')),
  };
  const context = {
    browser: () => browser,
    cookies: async () => {
      // The event of the end arrives before the answer.
      await Promise.resolve();
      isConnected = !browserEnds;
      if (browserEnds) throw new Error('Target page, context or browser has been closed');
      return [];
    },
  };

  const page = Object.assign(new EventEmitter(), {url: () => 'https://shopify.com/', context: () => context});
  queueMicrotask(() => page.emit('close'));
  return page as unknown as Page;
}

const endless = new Promise<never>(() => {});

test('a closed page of another browser than Chromium is not taken for a browser that ended', async () => {
  await expect(whileOpen(closingPage({browserEnds: false}), endless, '"points" had started')).rejects.toThrow(
    'The page was closed before "points" had started.',
  );
});

test('a browser other than Chromium that ended is named', async () => {
  await expect(whileOpen(closingPage({browserEnds: true}), endless, '"points" had started')).rejects.toThrow(
    'The browser ended before "points" had started.',
  );
});
