import type {Page} from '@playwright/test';
import {SimhostError} from '../../errors.ts';

/**
 * Waits for something that the page does, as long as the page is there to do it.
 *
 * @param before what has not happened yet, for the error
 * @throws {SimhostError} `ERR_PAGE_GONE` if the page is closed, crashes or goes to another site
 */
export async function whileOpen<Value>(page: Page, work: Promise<Value>, before: string): Promise<Value> {
  let lose: (how: string) => void = () => {};
  const lost = new Promise<never>((_resolve, reject) => {
    lose = (how) =>
      reject(
        new SimhostError('ERR_PAGE_GONE', `The page ${how} before ${before}.`, {
          next: 'Let the page stay open until the call has resolved.',
        }),
      );
  });

  const origin = (): string => (page.url().startsWith('http') ? new URL(page.url()).origin : '');
  let shown = origin();
  const onClose = (): void => lose('was closed');
  const onCrash = (): void => lose('crashed');
  const onNavigated = (): void => {
    const now = origin();
    if (shown !== '' && now !== shown) lose(`went to ${page.url().split('#')[0] ?? ''}`);
    shown = now;
  };

  page.on('close', onClose).on('crash', onCrash).on('framenavigated', onNavigated);

  try {
    return await Promise.race([work, lost]);
  } finally {
    page.off('close', onClose).off('crash', onCrash).off('framenavigated', onNavigated);
  }
}
