/** A `Set-Cookie` header, as far as its lifetime depends on it. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** As jars write it: with a leading dot if subdomains get the cookie too. */
  readonly domain: string;
  readonly path: string;
  /** `Max-Age` in seconds, or `Expires` in milliseconds since 1970; neither for a cookie of the session. */
  readonly life: {readonly maxAge: number} | {readonly expires: number} | null;
}

/** Reads a `Set-Cookie` header that came from a URL, by the rules of RFC 6265; `null` for one that browsers drop. */
export function readSetCookie(header: string, url: URL): SetCookie | null {
  const [pair = '', ...attributes] = header.split(';');
  const [name, value] = splitPair(pair);
  if (name === '') return null;

  let domain = url.hostname;
  let path = defaultPath(url);
  let maxAge: number | undefined;
  let expires: number | undefined;

  for (const attribute of attributes) {
    const [key, text] = splitPair(attribute);
    switch (key.toLowerCase()) {
      case 'domain':
        if (text !== '') domain = `.${text.replace(/^\./, '').toLowerCase()}`;
        break;
      case 'path':
        path = text.startsWith('/') ? text : defaultPath(url);
        break;
      case 'max-age':
        if (/^-?\d+$/.test(text)) maxAge = Number(text);
        break;
      case 'expires':
        if (!Number.isNaN(Date.parse(text))) expires = Date.parse(text);
        break;
    }
  }

  return {name, value, domain, path, life: lifeOf(maxAge, expires)};
}

/** Chooses the lifetime: `Max-Age` has precedence over `Expires`. */
function lifeOf(maxAge: number | undefined, expires: number | undefined): SetCookie['life'] {
  if (maxAge !== undefined) return {maxAge};
  return expires === undefined ? null : {expires};
}

/** Replaces the lifetime in a header. Everything else stays. */
export function withMaxAge(header: string, seconds: number): string {
  const kept = header
    .split(';')
    .filter((part, index) => index === 0 || !/^\s*(expires|max-age)\s*(=|$)/i.test(part));
  return `${kept.join(';')}; Max-Age=${seconds}`;
}

/** Whether a browser sends a cookie of this domain and path to a URL. */
export function goesTo(
  {domain, path}: Pick<SetCookie, 'domain' | 'path'>,
  {hostname, pathname}: URL,
): boolean {
  const host = domain.startsWith('.') ? `.${hostname}`.endsWith(domain) : hostname === domain;
  return host && (pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`));
}

function splitPair(text: string): [string, string] {
  const at = text.indexOf('=');
  return at === -1 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function defaultPath({pathname}: URL): string {
  return pathname.slice(0, Math.max(1, pathname.lastIndexOf('/')));
}
