import type {BlockedRequest} from '../wire/mini.ts';
import type {MiniManifest} from './manifest.ts';
import {FONTS_ORIGIN} from './site.ts';
import {isTrusted, untrusted} from './trusted-domains.ts';

/** Lets a Mini's page reach its own dev server and the way to the backends, and nothing else; workers too, by their script's answer. */
export function minisPolicy(port: number, forward: string): string {
  const ways = `${forward} ${forward.replace(/^http/, 'ws')}`;
  return [
    `default-src 'self' blob: data: 'unsafe-inline' 'unsafe-eval'`,
    `connect-src 'self' blob: data: ws://localhost:${port} ${ways}`,
    `form-action 'self'`,
  ].join('; ');
}

/** What the terminal says of a request that the browser kept in; `null` where that is nobody's mistake. */
export function whyBlocked({url: text, directive}: BlockedRequest, manifest: MiniManifest): string | null {
  if (!/^(?:https?|wss?):/.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  // The SDK's own fonts and the pictures of its mocks.
  if (url.origin === FONTS_ORIGIN) return null;
  const blocked = `The browser kept a request to ${url.origin}${url.pathname} in (${directive}).`;
  if (!isTrusted(url, manifest.trustedDomains)) return `${blocked}\n${untrusted(url, manifest.path)}`;
  return (
    `${blocked}\nsimhost dev takes what scripts of the page send to your backend: fetch, XMLHttpRequest, sendBeacon, EventSource, ` +
    `WebSocket. Pictures, frames, forms, links and workers reach it in a test, by simhost/playwright.`
  );
}
