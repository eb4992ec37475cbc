import {once} from 'node:events';
import net from 'node:net';
import type {AddressInfo} from 'node:net';
import {expect, test as base} from '@playwright/test';
import {canSend, HttpSender} from './http-sender.ts';
import type {Outgoing} from './http-sender.ts';

interface Fixtures {
  sender: HttpSender;
  /** Answers each connection with these bytes, once a request's head is there; tells what came in. */
  wire: (answer: string | null) => Promise<{url: URL; received: string[]}>;
}

const test = base.extend<Fixtures>({
  sender: async ({}, use) => {
    const sender = new HttpSender({connections: 2, timeout: 500});
    await use(sender);
    sender.close();
  },
  wire: async ({}, use) => {
    const servers: net.Server[] = [];
    const sockets = new Set<net.Socket>();

    await use(async (answer) => {
      const received: string[] = [];
      const server = net.createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => {});
        socket.on('data', (chunk) => {
          received.push(chunk.toString('latin1'));
          if (answer === null) socket.destroy();
          else socket.write(answer);
        });
      });

      servers.push(server.listen(0, '127.0.0.1'));
      await once(server, 'listening');
      return {
        url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/points?a=b`),
        received,
      };
    });

    for (const socket of sockets) socket.destroy();
    for (const server of servers) server.close();
  },
});

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Twice: 1\r\nX-Twice: 2\r\n\r\nhi';

const get = (url: URL, headers: Outgoing['headers'] = []): Outgoing => ({method: 'GET', url, headers});

test('headers go out in their order and spelling, repeated and oddly spaced where they are', async ({
  sender,
  wire,
}) => {
  const {url, received} = await wire(OK);
  const headers = [
    ['authorization', 'Bearer  two-spaces'],
    ['Authorization', 'bearer\ttab'],
    ['X-Empty', ''],
  ] as const;

  await sender.send(get(url, headers));
  expect(received.join('')).toBe(
    `GET /points?a=b HTTP/1.1\r\nHost: ${url.host}\r\nauthorization: Bearer  two-spaces\r\nAuthorization: bearer\ttab\r\nX-Empty: \r\nConnection: keep-alive\r\n\r\n`,
  );
});

test('a body goes out with its length', async ({sender, wire}) => {
  const {url, received} = await wire(OK);
  await sender.send({method: 'POST', url, headers: [], body: '{"é":1}'});
  expect(received.join('')).toMatch(/^POST .*Content-Length: 8\r\n/s);
});

test('an answer is told with status, headers and body', async ({sender, wire}) => {
  const {url} = await wire(OK);
  const reply = await sender.send(get(url));
  expect(reply).toMatchObject({status: 200, body: 'hi'});
  expect('headers' in reply && reply.headers.get('x-twice')).toBe('1, 2');
});

test('a redirect is an answer', async ({sender, wire}) => {
  const {url} = await wire('HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n');
  expect(await sender.send(get(url))).toMatchObject({status: 302});
});

test('a connection that is cut, an answer that is not HTTP, and none at all are told apart', async ({
  sender,
  wire,
}) => {
  const cut = await wire(null);
  expect(await sender.send(get(cut.url))).toMatchObject({
    failure: 'the connection was closed without an answer',
    unreachable: false,
  });

  const strange = await wire('SSH-2.0-hello\r\n');
  expect(await sender.send(get(strange.url))).toMatchObject({
    failure: 'the answer was not HTTP',
    unreachable: false,
  });

  const silent = await wire('');
  expect(await sender.send(get(silent.url))).toMatchObject({
    failure: 'no answer within 0.5 s',
    unreachable: false,
  });
});

test('nobody listening is told as such', async ({sender}) => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  expect(await sender.send(get(new URL(`http://127.0.0.1:${port}/`)))).toMatchObject({
    failure: 'nothing listens there',
    unreachable: true,
  });
});

test('a kept connection that the backend closes in between is not a failure', async ({sender}) => {
  let answers = 0;
  const server = net
    .createServer((socket) => {
      // Each connection takes one request and is cut at the second, as it is by a backend whose keep-alive ends.
      let asked = 0;
      socket.on('error', () => {});
      socket.on('data', () => {
        if (asked++ > 0) return socket.resetAndDestroy();
        answers++;
        socket.write(OK);
      });
    })
    .listen(0, '127.0.0.1');

  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await sender.send(get(url))).toMatchObject({status: 200});
  expect(await sender.send(get(url))).toMatchObject({status: 200});
  expect(answers).toBe(2);
  server.close();
});

test('what HTTP cannot carry is known before it is sent', () => {
  const url = new URL('http://127.0.0.1/');
  expect(canSend(get(url, [['Authorization', 'Bearer a\n']]))).toBe(false);
  expect(canSend(get(url, [['Authorization', 'Bearer \u{10FFFF}']]))).toBe(false);
  expect(canSend(get(url, [['Authorization', ' Bearer a ']]))).toBe(true);
});
