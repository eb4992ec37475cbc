import type {Page} from '@playwright/test';

/**
 * Makes the browser of a page block cookies of third parties from the next document on. Cookies with `Partitioned`, and
 * storage, stay: Chrome gives each site that shows a frame its own.
 *
 * @see https://privacysandbox.google.com/cookies/chips
 */
export async function blockThirdPartyCookies(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCookieControls', {enableThirdPartyCookieRestriction: true});
}
