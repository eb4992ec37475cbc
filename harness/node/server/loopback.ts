import {once} from 'node:events';
import type http from 'node:http';
import type {AddressInfo} from 'node:net';
import {SimhostError} from '../../errors.ts';

/**
 * Listens on the loopback interface only. Returns the port.
 *
 * @throws {SimhostError} `ERR_PORT_BUSY`
 */
export async function listen(server: http.Server, port = 0, host = '127.0.0.1'): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new SimhostError('ERR_PORT_BUSY', `Port ${port} is in use by another program.`, {
      next: 'Choose another port with --port, or --port 0 for a free one.',
      cause: error,
    });
  }

  return (server.address() as AddressInfo).port;
}

/**
 * Listens at both addresses of `localhost`, so that no other program answers at one of them.
 * `make` creates the server for one address. A machine without IPv6 has only `127.0.0.1`.
 *
 * @throws {SimhostError} `ERR_PORT_BUSY`
 */
export async function listenAsLocalhost(
  make: () => http.Server,
  wanted = 0,
): Promise<{readonly port: number; close(): Promise<void>}> {
  for (let attempt = 1; ; attempt++) {
    const first = make();
    const port = await listen(first, wanted);
    const second = make();
    try {
      await listen(second, port, '::1');
      return {port, close: async () => void (await Promise.all([close(first), close(second)]))};
    } catch (error) {
      if (hasNoAddress(error)) return {port, close: () => close(first)};

      await close(first);
      // Another program may have this port at ::1. If the port was our choice, we choose again.
      if (wanted !== 0 || attempt >= MOST_ATTEMPTS) throw error;
    }
  }
}

const MOST_ATTEMPTS = 10;

function hasNoAddress(error: unknown): boolean {
  return ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '');
}

export async function close(server: http.Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

/**
 * Returns the reason why a request to a loopback port is not for us, or `null`. An unknown `Host` was rebound to this
 * machine. Another `Origin`, or a cross-site request without one, comes from the page of another site.
 */
export function loopbackRejection(
  {headers}: Pick<http.IncomingMessage, 'headers'>,
  port: number,
): string | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? ''))
    return `The Host "${headers.host ?? ''}" is not this server's; it is ${hosts.join(' or ')}.`;
  const {origin} = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`)
    return `Pages of the origin "${origin}" may not use this server.`;
  const site = headers['sec-fetch-site'];
  const other = site !== undefined && site !== 'same-origin' && site !== 'none';

  if (other && headers['sec-fetch-mode'] !== 'navigate')
    return 'Pages of other sites may not use this server.';
  return null;
}

/** Returns the headers of a request without its origin if the origin is one that is allowed. */
export function withoutOrigin(
  message: http.IncomingMessage,
  allowed: readonly string[],
): Pick<http.IncomingMessage, 'headers'> {
  const {origin, ...headers} = message.headers;
  if (!allowed.includes(origin ?? '')) return message;

  const {'sec-fetch-site': _site, ...rest} = headers;
  return {headers: rest};
}
