import {randomInt} from 'node:crypto';
import http from 'node:http';
import {SimhostError} from '../../errors.ts';
import {listenAsLocalhost} from './loopback.ts';

/**
 * The ports that backends get. Systems give ports from 32768 up to programs that ask for any, so one of those can be
 * taken between our look and the backend's start.
 */
export const BACKEND_PORTS = {from: 20_000, to: 32_000} as const;

const MOST_ATTEMPTS = 20;

/**
 * Finds a port for a backend that is free at `127.0.0.1` and at `::1`. A program that listens at `::1` with the same
 * number would be taken for the backend.
 *
 * @param draw the next port to try
 * @throws {SimhostError} `ERR_PORT_BUSY` after 20 ports in use
 */
export async function freePort(
  draw: () => number = () => randomInt(BACKEND_PORTS.from, BACKEND_PORTS.to),
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      const {port, close} = await listenAsLocalhost(() => http.createServer(), draw());
      await close();
      return port;
    } catch (error) {
      const isBusy = error instanceof SimhostError && error.code === 'ERR_PORT_BUSY';
      if (!isBusy || attempt >= MOST_ATTEMPTS) throw error;
    }
  }
}
