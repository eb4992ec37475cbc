/** Whether a Mini with these `trusted_domains` may send a request there. A path in an entry covers all below it. */
export function isTrusted(url: URL, domains: readonly string[]): boolean {
  return domains.some((domain) => {
    const [, wildcard = '', host = '', path = ''] = /^(\*\.)?([^/]+)(\/.*)?$/.exec(domain) ?? [];
    const isHost = wildcard === '' ? url.host === host.toLowerCase() : url.host.endsWith(`.${host.toLowerCase()}`);
    const below = path.replace(/\/$/, '');
    return isHost && (below === '' || url.pathname === below || url.pathname.startsWith(`${below}/`));
  });
}

/** One sentence on why a request is refused. */
export function untrusted(url: URL, manifest: string): string {
  return (
    `${url.host} is not among the trusted_domains of ${manifest}, so the Shop app lets no request of this Mini through to ${url.origin}${url.pathname}.\n` +
    `Add it: "trusted_domains": ["${url.host}"].`
  );
}
