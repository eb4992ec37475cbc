/** The loopback hosts at which a backend may listen, the preferred one first. */
const LOOPBACK_HOSTS = ['127.0.0.1', '[::1]'] as const;

/** The result of a look at one host: a server that is ready, the status that it answers with, or nothing. */
export type HostState = 'ready' | number | null;

/** The host at which a backend is ready, or what the looks found instead. */
export type FoundHost = {readonly host: string} | {readonly status: number | null};

/**
 * Looks for a backend at IPv4 and then at IPv6.
 *
 * A server on all addresses opens both at the same instant, which may fall between the two looks. So before `[::1]`
 * is taken, `127.0.0.1` is asked once more: the same command always gets the same address.
 */
export async function findHost(stateAt: (host: string) => Promise<HostState>): Promise<FoundHost> {
  const [ipv4, ipv6] = LOOPBACK_HOSTS;

  const first = await stateAt(ipv4);
  if (first === 'ready') return {host: ipv4};

  const second = await stateAt(ipv6);
  if (second !== 'ready') return {status: second ?? first};

  const again = await stateAt(ipv4);
  return {host: again === 'ready' ? ipv4 : ipv6};
}
