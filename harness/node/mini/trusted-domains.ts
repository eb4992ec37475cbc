import type {Minis} from '../../core/world/minis.ts';
import type {MiniManifest} from './manifest.ts';

/** What is assumed of entries that are more than a host. */
export type TrustRules = Pick<Minis, 'trustedSubdomains' | 'trustedPaths'>;

/** Why a request of a Mini may not go there; `null` where it may. */
export function refusedBy(
  manifest: Pick<MiniManifest, 'path' | 'trustedDomains'>,
  rules: TrustRules,
): (url: URL) => string | null {
  return (url) => (isTrusted(url, manifest.trustedDomains, rules) ? null : untrusted(url, manifest.path));
}

/** Whether a Mini with these `trusted_domains` may send a request there. */
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

/** One sentence on why a request is refused. */
function untrusted(url: URL, manifest: string): string {
  return (
    `${url.host} is not among the trusted_domains of ${manifest}, so the Shop app lets no request of this Mini through to ${url.origin}${url.pathname}.\n` +
    `Add it: "trusted_domains": ["${url.host}"].`
  );
}
