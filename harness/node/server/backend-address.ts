/** The loopback hosts at which a backend may listen, the preferred one first. */
const LOOPBACK_HOSTS = ['127.0.0.1', '[::1]'] as const;

/** The state of a server that is not ready: the status that it answers with, no answer in time, or no server. */
export type NotReady = number | 'hanging' | null;

/** The result of a look at one host. */
export type HostState = 'ready' | NotReady;

/** Looks at one host. The signal ends a look whose result is not needed any more. */
export type LookAt = (host: string, signal: AbortSignal) => Promise<HostState>;

/** The host at which a backend is ready, or what the looks found instead. */
export type FoundHost = {readonly host: string} | {readonly status: NotReady};

/**
 * Looks for a backend at IPv4 and IPv6 together, so that a host that hangs does not delay the other.
 *
 * A server on all addresses opens both at the same instant, which may fall between the two looks. So before `[::1]`
 * is taken, `127.0.0.1` is asked once more: the same command always gets the same address.
 */
export async function findHost(stateAt: LookAt): Promise<FoundHost> {
  const [ipv4, ipv6] = LOOPBACK_HOSTS;
  const needed = new AbortController();
  const look = (host: string): Promise<HostState> => stateAt(host, needed.signal);

  const [atIpv4, atIpv6] = [look(ipv4), look(ipv6)];
  const first = await atIpv4;
  if (first === 'ready') {
    needed.abort();
    return {host: ipv4};
  }

  const second = await atIpv6;
  if (second !== 'ready') return {status: clearer(first, second)};

  const again = first === 'hanging' ? first : await look(ipv4);
  return {host: again === 'ready' ? ipv4 : ipv6};
}

/** Picks the state that explains more: a status, then a server that hangs. Of two statuses, the later one. */
function clearer(first: NotReady, second: NotReady): NotReady {
  return second === null || (second === 'hanging' && first !== null) ? first : second;
}
