import {once} from 'node:events';
import type http from 'node:http';
import type {AddressInfo} from 'node:net';
import {SimhostError} from '../errors.ts';

/** Listens on the loopback interface alone; returns the port. */
export async function listen(server: http.Server, port = 0): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new SimhostError('ERR_PORT_BUSY', `Port ${port} is in use by another program.`, {
      next: 'Name another one with --port, or --port 0 for any free one.',
      cause: error,
    });
  }
  return (server.address() as AddressInfo).port;
}

export async function close(server: http.Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

/**
 * Why a request to a loopback port is not for us, or `null`. A foreign `Host` is a name that was rebound to this
 * machine; a foreign `Origin`, or a cross-site request without one, comes from somebody else's page.
 */
export function foreign({headers}: Pick<http.IncomingMessage, 'headers'>, port: number): string | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) return `The Host "${headers.host ?? ''}" is not this server's; it is ${hosts.join(' or ')}.`;
  const {origin} = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return `Pages of the origin "${origin}" may not use this server.`;
  const site = headers['sec-fetch-site'];
  const other = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (other && headers['sec-fetch-mode'] !== 'navigate') return 'Pages of other sites may not use this server.';
  return null;
}
