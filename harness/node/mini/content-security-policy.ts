import type {BlockedRequest} from '../../wire/live-page.ts';
import {FONTS_ORIGIN} from './site.ts';

/** Writes the policy that lets a Mini's page and its workers reach its own dev server and the forward route only. */
export function minisPolicy(port: number, forward: string): string {
  const ways = `${forward} ${forward.replace(/^http/, 'ws')}`;
  return [
    `default-src 'self' blob: data: 'unsafe-inline' 'unsafe-eval'`,
    `connect-src 'self' blob: data: ws://localhost:${port} ${ways}`,
    `form-action 'self'`,
  ].join('; ');
}

/** Explains a request that the browser blocked; `null` if it is not a mistake. */
export function whyBlocked(
  {url: text, directive}: BlockedRequest,
  refuses: (url: URL) => string | null,
): string | null {
  if (!/^(?:https?|wss?):/.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  // The SDK's own fonts and the pictures of its mocks.
  if (url.origin === FONTS_ORIGIN) return null;

  const why =
    refuses(url) ??
    'simhost dev takes what scripts of the page send to your backend: fetch, XMLHttpRequest, sendBeacon, EventSource, WebSocket. ' +
      'Pictures, frames, forms, links and workers reach it in a test, by simhost/playwright.';

  return `The browser blocked a request to ${url.origin}${url.pathname} (${directive}).\n${why}`;
}
