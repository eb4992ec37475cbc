/**
 * Reads the value of a `Location` header as Chromium does. Returns `null` if that does not follow it: an empty value is not
 * a redirect, and an invalid URL is an error of the browser.
 *
 * @param location the value as Node reads it, with one character for each byte
 * @param from the URL that was asked
 */
export function redirectUrl(location: string, from: string): URL | null {
  if (location === '') return null;
  // Chromium escapes each byte that is not ASCII. A URL would take the bytes for characters, and encode these again.
  const escaped = location.replace(/[\u0080-\u00ff]/g, (byte) => encodeByte(byte));
  return URL.canParse(escaped, from) ? new URL(escaped, from) : null;
}

function encodeByte(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Writes a URL as a path of the forward route: `https/myapp.com/api?a=b`. A user name and a password are left out. */
export function forwardPathOf(url: URL): string {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  return plain.href.replace('://', '/');
}
