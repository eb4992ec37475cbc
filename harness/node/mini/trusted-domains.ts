import type {Minis} from '../../core/world/minis.ts';
import type {MiniManifest} from './manifest.ts';

/** The assumptions about entries that are more than a host. */
export type TrustRules = Pick<Minis, 'trustedSubdomains' | 'trustedPaths'>;

/** Makes the rule of a Mini: it returns the reason why a request must not go to a URL, or `null`. */
export function refusedBy(
  manifest: Pick<MiniManifest, 'path' | 'trustedDomains'>,
  rules: TrustRules,
): (url: URL) => string | null {
  return (url) => (isTrusted(url, manifest.trustedDomains, rules) ? null : untrusted(url, manifest.path));
}

/** Whether a Mini with these `trusted_domains` may send a request to a URL. */
export function isTrusted(
  url: URL,
  domains: readonly string[],
  {trustedSubdomains, trustedPaths}: TrustRules,
): boolean {
  return domains.some((domain) => {
    const [, wildcard = '', host = '', path = ''] =
      /^(\*\.)?([^/]+)(\/.*)?$/.exec(domain.replace(/^[^/]+/, (name) => name.toLowerCase())) ?? [];
    const labels = url.host.endsWith(`.${host}`) ? url.host.slice(0, -host.length - 1).split('.') : [];
    const isHost =
      wildcard === ''
        ? url.host === host
        : labels.length === 1 || (labels.length > 1 && trustedSubdomains === 'any');
    if (path === '' || !isHost) return isHost;

    const below = path.replace(/\/$/, '');
    return (
      url.pathname === path ||
      (trustedPaths === 'below' && (url.pathname === below || url.pathname.startsWith(`${below}/`)))
    );
  });
}

/** Explains why a request is refused. */
function untrusted(url: URL, manifest: string): string {
  return (
    `${url.host} is not among the trusted_domains of ${manifest}, so the Shop app blocks requests of this Mini to ${url.origin}${url.pathname}.\n` +
    `Add it: "trusted_domains": ["${url.host}"].`
  );
}
