/**
 * Whether a host, with its port if it has one, is named by a list such as `['api.example.com',
 * '*.example.com']`.
 */
export function allowsHost(allowed: readonly string[], host: string): boolean {
  const name = host.toLowerCase();
  const withoutPort = name.replace(/:\d+$/, '');
  return allowed.some((entry) => {
    const wanted = entry.toLowerCase();
    if (wanted === '*') return true;
    const compared = /:\d+$/.test(wanted) ? name : withoutPort;
    return wanted.startsWith('*.') ? compared.endsWith(wanted.slice(1)) : compared === wanted;
  });
}
