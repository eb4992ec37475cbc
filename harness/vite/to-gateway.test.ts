import {once} from 'node:events';
import http, {type IncomingMessage} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import type {Duplex} from 'node:stream';
import {expect, test as base} from '@playwright/test';
import {passOn, passOnSocket} from './to-gateway.ts';

const ORIGIN = 'http://localhost:5173';

/** Starts servers on free ports, and closes them. */
const test = base.extend<{listen: (server: http.Server) => Promise<number>}>({
  listen: async ({}, use) => {
    const servers: http.Server[] = [];
    await use(async (server) => {
      servers.push(server);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    });

    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
});

test('a request arrives with the origin of the page, and without the headers and cookies of Vite', async ({
  listen,
}) => {
  const arrived: IncomingMessage[] = [];
  const gateway = await listen(
    http.createServer((message, out) => {
      arrived.push(message);
      out.setHeader('set-cookie', ['a=1', 'b=2']);
      out.setHeader('access-control-allow-origin', '*');
      out.setHeader('x-own', ['1', '2']);
      out.setHeader('location', '/next');
      out.writeHead(401).end('refused');
    }),
  );

  const target = {
    gateway: `http://127.0.0.1:${gateway}`,
    path: '/key/https/myapp.com/a',
    origin: ORIGIN,
    locate: (location: string) => `/moved${location}`,
  };
  const vite = await listen(http.createServer((message, out) => void passOn(message, out, target)));

  const sent = {cookie: 'of=vite', authorization: 'Bearer t'};
  const response = await fetch(`http://127.0.0.1:${vite}/`, {method: 'POST', headers: sent, body: 'body'});
  expect(response.status).toBe(401);
  expect(await response.text()).toBe('refused');
  expect(response.headers.get('x-own')).toBe('1, 2');
  expect(response.headers.get('location')).toBe('/moved/next');
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(response.headers.has('access-control-allow-origin')).toBe(false);

  const [{url, method, headers} = {} as IncomingMessage] = arrived;
  expect({url, method}).toEqual({url: target.path, method: 'POST'});
  expect(headers).toMatchObject({
    host: `127.0.0.1:${gateway}`,
    origin: ORIGIN,
    authorization: 'Bearer t',
    'content-length': '4',
  });
  expect(headers).not.toHaveProperty('cookie');
  expect(headers).not.toHaveProperty('sec-fetch-mode');
});

test('a page that breaks off before the answer ends its request at the gateway', async ({listen}) => {
  const silent = http.createServer();
  const target = {
    gateway: `http://127.0.0.1:${await listen(silent)}`,
    path: '/key/https/myapp.com/a',
    origin: ORIGIN,
    locate: (location: string) => location,
  };
  const vite = http.createServer((message, out) => {
    passOn(message, out, target).catch(() => out.destroy());
  });

  const client = connect(await listen(vite), '127.0.0.1');
  const arrived = once(silent, 'request') as Promise<[IncomingMessage, http.ServerResponse]>;
  client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const [, answer] = await arrived;
  const closed = once(answer, 'close');
  client.destroy();
  await closed;
  expect(answer.writableEnded).toBe(false);
});

for (const end of ['page', 'backend'] as const) {
  test(`a WebSocket that the ${end} breaks off ends at both ends`, async ({listen}) => {
    const gateway = http.createServer();
    const target = {
      gateway: `http://127.0.0.1:${await listen(gateway)}`,
      path: '/key/https/myapp.com/feed',
      origin: ORIGIN,
      locate: (location: string) => location,
    };

    const vite = http
      .createServer()
      .on('upgrade', (message: IncomingMessage, socket: Duplex, head: Buffer) => {
        passOnSocket(message, socket, head, target);
      });
    const client = connect(await listen(vite), '127.0.0.1');
    const upgrade = once(gateway, 'upgrade') as Promise<[IncomingMessage, Duplex]>;
    client.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');

    const [message, socket] = await upgrade;
    expect(message.url).toBe(target.path);
    expect(message.headers).toMatchObject({origin: ORIGIN, connection: 'Upgrade', upgrade: 'websocket'});

    const [first, second] = end === 'page' ? [client, socket] : [socket, client];
    let received = '';
    client.on('data', (chunk: Buffer) => (received += chunk.toString()));
    socket.write('HTTP/1.1 401 Unauthorized\r\n\r\n');
    if (end === 'page') await once(client, 'data');

    const closed = once(
      second.resume().once('end', () => second.end()),
      'close',
    );
    if (end === 'page') first.destroy();
    else first.end();
    await closed;
    expect(received).toBe('HTTP/1.1 401 Unauthorized\r\n\r\n');
  });
}
