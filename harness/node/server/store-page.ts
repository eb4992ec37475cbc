import type {IncomingMessage} from 'node:http';
import {Transform} from 'node:stream';
import {headerValues, withoutHeaders} from '../http/raw-headers.ts';
import {redirectUrl} from '../http/redirect-url.ts';

/** Rewrites a `Set-Cookie` header of a store for the local address. */
export function localCookie(header: string, isFramed: boolean): string {
  const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
  const kept = attributes.filter(
    (attribute) => !/^(?:domain|samesite|secure|partitioned)\b/i.test(attribute),
  );
  if (!isFramed) return [pair, ...kept, 'SameSite=Lax'].join('; ');

  // The console is another site, so the browser sends cookies of the frame only by this attribute.
  return [pair, ...kept, 'Secure', 'SameSite=None', 'Partitioned'].join('; ');
}

/** Keeps a redirect within the store at the local address. */
export function localLocation(location: string, from: URL): string {
  const url = redirectUrl(location, from.href);
  if (url === null) return location;
  // The local address has another scheme and port, so a relative URL would mean something else there.
  if (url.origin !== from.origin) return url.href;
  const {pathname, search, hash} = url;
  // Two slashes at the start would name a host.
  return `${pathname.startsWith('//') ? '/.' : ''}${pathname}${search}${hash}`;
}

/** Writes markup at the start of a document's head. */
export function withHead(html: string, head: string): string {
  const place = /<head(?:\s[^>]*)?>/i.exec(html) ?? /^\s*(?:<!doctype[^>]*>)?/i.exec(html);
  const end = (place?.index ?? 0) + (place?.[0].length ?? 0);
  return `${html.slice(0, end)}${head}${html.slice(end)}`;
}

/** Makes a stream that writes markup into the head of a document. */
export function headWriter(markup: string): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
    flush: (done) => done(null, withHead(Buffer.concat(chunks).toString(), markup)),
  });
}

/** Writes the policy that lets a page of the store reach the local server only. */
export function policyOf(port: number, framedBy: string | null): string {
  return [
    `default-src 'self' blob: data: 'unsafe-inline' 'unsafe-eval'`,
    `connect-src 'self' blob: data: ws://localhost:${port}`,
    `form-action 'self'`,
    `frame-ancestors ${framedBy ?? "'none'"}`,
  ].join('; ');
}

/** Whether a browser asks for a document. */
export function asksForStorePage({method, headers}: IncomingMessage): boolean {
  return method === 'GET' && ['document', 'iframe'].includes(String(headers['sec-fetch-dest']));
}

/** Headers by which a browser gets a page that it has already, with an old script, or in a form that cannot be read. */
const NOT_FOR_PAGES = ['accept-encoding', 'if-none-match', 'if-modified-since'];

/** Leaves out what would keep a script out of the answer to a page's request. */
export function askingForText(rawHeaders: readonly string[]): string[] {
  return withoutHeaders(rawHeaders, (name) => NOT_FOR_PAGES.includes(name));
}

/** Whether an answer is HTML. */
export function isHtml(rawHeaders: readonly string[]): boolean {
  return headerValues(rawHeaders, 'content-type').some((type) => /^text\/html\b/i.test(type));
}

/** Whether an answer is compressed, so that nothing can be written into it. Some servers compress without being asked. */
export function isCompressed(rawHeaders: readonly string[]): boolean {
  return headerValues(rawHeaders, 'content-encoding').some((encoding) => encoding !== 'identity');
}
