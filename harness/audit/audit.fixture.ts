import {once} from 'node:events';
import http from 'node:http';
import type {IncomingMessage, ServerOptions, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {test as base} from '@playwright/test';
import type {
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test';
import {jwtVerify} from 'jose';
import type {JWTPayload} from 'jose';

export type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

interface Fixtures {
  /** Listens until the test ends; the URL of its route. */
  listen: (handle: Handle, options?: ServerOptions) => Promise<string>;
}

export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & Fixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = base.extend<Fixtures>({
  listen: async ({}, use) => {
    const servers: http.Server[] = [];
    await use(async (handle, options = {}) => {
      const server = http.createServer(options, (request, response) => void handle(request, response));
      servers.push(server.listen(0, '127.0.0.1'));
      await once(server, 'listening');
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/points`;
    });

    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
});

export interface Rules {
  readonly secret?: string;
  readonly audience?: string;
  /** Seconds that the backend's clock is ahead. */
  readonly clock?: number;
}

/** A backend that is right, up to its rules. */
export function backend({secret = 'secret', audience = 'key', clock = 0}: Rules = {}): Handle {
  return async (request, response) => {
    const verdict = await verify(request.headers.authorization, {secret, audience, clock});
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('date', new Date(Date.now() + clock * 1000).toUTCString());
    if (typeof verdict === 'string')
      response.writeHead(401, {'www-authenticate': 'Bearer'}).end(JSON.stringify({error: verdict}));
    else response.end(JSON.stringify({shop: verdict['dest']}));
  };
}

/** The claims, or what is wrong. */
export async function verify(
  authorization = '',
  {secret = 'secret', audience = 'key', clock = 0}: Rules = {},
): Promise<JWTPayload | string> {
  try {
    const {payload} = await jwtVerify(
      /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '',
      new TextEncoder().encode(secret),
      {
        algorithms: ['HS256'],
        clockTolerance: 10,
        currentDate: new Date(Date.now() + clock * 1000),
      },
    );
    return payload.aud === audience ? payload : 'invalid';
  } catch {
    return 'invalid';
  }
}
