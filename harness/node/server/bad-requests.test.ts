import {once} from 'node:events';
import http from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import {PassThrough} from 'node:stream';
import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {explainBadRequests} from './bad-requests.ts';
import {exchange} from './raw-exchange.fixture.ts';
import {serve} from './serve.ts';
import {startServer} from './server.ts';

/** Sends bytes to a server, and returns its whole answer. */
function exchangeAt(address: string, bytes: string): Promise<string> {
  return exchange(Number(new URL(address).port), bytes);
}

/** The status of the last answer, and its text without the sizes of chunks. */
function lastOf(answer: string): {status: number; text: string} {
  const at = answer.lastIndexOf('HTTP/1.1 ');
  const [head = '', ...rest] = answer.slice(at).split('\r\n\r\n');
  const text = rest.join('').replace(/^[\da-f]+\r\n|\r\n0$/g, '');
  return {status: Number(head.slice(9, 12)), text};
}

const LONG = 'y'.repeat(70_000);

/** Requests that every server refuses by their form. */
const UNREADABLE = [
  ['GET', 400, 'The request cannot be read'],
  ['\u0016\u0003\u0001', 400, 'The request cannot be read'],
  ['FOO / HTTP/1.1\r\n\r\n', 400, 'Invalid method'],
  ['GET / HTTP/9\r\n\r\n', 400, 'The request cannot be read'],
  ['GET / HTTP/1.1\r\nno colon\r\n\r\n', 400, 'The request cannot be read'],
  ['POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400, 'The request cannot be read'],
  [`GET / HTTP/1.1\r\nx: ${LONG}\r\n\r\n`, 431, 'Header overflow'],
] as const;

test('simhost serve says why it refuses a request', async () => {
  const simulation = createSimulationCore();
  const {url, close} = await serve(simulation);
  const {host} = new URL(url);
  const ask = async (bytes: string): Promise<object> => lastOf(await exchangeAt(url, bytes));

  try {
    for (const [bytes, status, text] of [
      ...UNREADABLE,
      ['GET / HTTP/1.1\r\n\r\n', 403, 'The Host "" is not this server'],
      ['CONNECT a:443 HTTP/1.1\r\n\r\n', 405, 'not a proxy'],
      [`TRACE /shopify.com/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 405, 'The method TRACE is not allowed.'],
      [`GET /shopify.com/%zz HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400, 'invalid percent-encoding'],
      [`GET // HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 404, 'Nothing is at GET //'],
      [`GET / HTTP/1.1\r\nHost: ${host}\r\nExpect: cake\r\n\r\n`, 417, 'the expectation "cake"'],
    ] as const)
      expect(await ask(bytes), JSON.stringify(bytes.slice(0, 60))).toEqual({
        status,
        text: expect.stringContaining(text),
      });

    const turns = simulation.requests.entries.map(({url: asked, problem}) => [asked, problem?.turn]);
    expect(turns).toContainEqual(['https://shopify.com/%zz', 'backend']);
  } finally {
    await close();
  }
});

test('a gateway says why it refuses a request', async () => {
  const server = await startServer();
  const simulation = createSimulationCore();
  const {proxy} = await server.open(simulation);
  const tunnel = 'CONNECT shopify.com:443 HTTP/1.1\r\n\r\n';

  try {
    for (const [bytes, status, text] of [
      ...UNREADABLE,
      ['GET / HTTP/1.1\r\n\r\n', 400, 'A simhost gateway takes the requests of a browser'],
      [`${tunnel}GET / HTTP/1.1\r\n\r\n`, 400, 'A simhost gateway takes the requests of a browser'],
      [`${tunnel}CONNECT a:443 HTTP/1.1\r\n\r\n`, 405, 'not a proxy'],
      [`${tunnel}TRACE / HTTP/1.1\r\nHost: shopify.com\r\n\r\n`, 405, 'The method TRACE is not allowed.'],
      ['GET http://u:p@shopify.com/ HTTP/1.1\r\nHost: shopify.com\r\n\r\n', 400, 'user name or password'],
      ['GET http://shopify.com/%zz HTTP/1.1\r\nHost: shopify.com\r\n\r\n', 400, 'invalid percent-encoding'],
    ] as const)
      expect(lastOf(await exchangeAt(proxy, bytes)), JSON.stringify(bytes.slice(0, 80))).toEqual({
        status,
        text: expect.stringContaining(text),
      });

    const log = simulation.requests.entries;
    expect(log.map(({method, outcome, status, problem}) => [method, outcome, status, problem?.turn])).toEqual(
      [
        ['TRACE', 'refused', 405, 'set-up'],
        ['GET', 'refused', 400, 'set-up'],
        ['GET', 'platform', 400, 'extension'],
      ],
    );

    // A tunnel that carries nothing ends with its client.
    expect(await exchangeAt(proxy, tunnel)).toBe('HTTP/1.1 200 OK\r\n\r\n');
  } finally {
    await server.close();
  }
});

test('simhost dev and the server for backends say why they refuse a request', async () => {
  const server = await startServer();
  const {url} = await server.openLocal(createSimulationCore());
  const at = (path: string, address: string): string =>
    `GET ${path} HTTP/1.1\r\nHost: ${new URL(address).host}\r\n\r\n`;

  try {
    for (const [address, bytes, status, text] of [
      ...UNREADABLE.map((row) => [url, ...row] as const),
      ...UNREADABLE.map((row) => [server.url, ...row] as const),
      [url, at('//', url), 400, 'The address "//" is not a path.'],
      [url, at('//[', url), 400, 'The address "//[" is not a path.'],
      [server.url, at('//', server.url), 400, 'The address "//" is not a path.'],
    ] as const)
      expect(lastOf(await exchangeAt(address, bytes)), JSON.stringify(bytes.slice(0, 80))).toEqual({
        status,
        text: expect.stringContaining(text),
      });
  } finally {
    await server.close();
  }
});

test('an answer that has begun breaks off when the rest of its request cannot be read', async () => {
  const server = explainBadRequests(http.createServer((_message, out) => out.write('the beginning')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n');
  let answer = '';
  for await (const chunk of socket) {
    answer += String(chunk);
    if (answer.endsWith('the beginning\r\n')) socket.write('no chunk\r\n');
  }

  expect(answer).toMatch(/the beginning\r\n$/);
  server.close();
});

test('a whole answer arrives when the next request of its connection cannot be read', async () => {
  const server = explainBadRequests(
    http.createServer((_message, out) => {
      out.writeHead(200);
      setImmediate(() => out.end('whole'));
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const answer = await exchange(
    (server.address() as AddressInfo).port,
    'GET / HTTP/1.1\r\nHost: a\r\n\r\nno',
  );
  expect(answer).toMatch(/whole\r\n[^]*The request cannot be read/);
  server.close();
});

for (const code of ['ECONNRESET', 'EPROTO', 'ERR_TLS_HANDSHAKE_TIMEOUT', 'ERR_SSL_UNEXPECTED_MESSAGE'])
  test(`a connection that ends by ${code} is closed without an answer`, () => {
    const server = explainBadRequests(http.createServer());
    const socket = new PassThrough();
    server.emit('clientError', Object.assign(new Error(code), {code}), socket);
    expect(socket).toMatchObject({destroyed: true, readableLength: 0});
  });
