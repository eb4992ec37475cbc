import {test} from '@playwright/test';
import * as fc from 'fast-check';
import {expectRefusals, hostileString} from '../../wire/bad-input.fixture.ts';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {exchange} from './raw-exchange.fixture.ts';
import {serve} from './serve.ts';
import {startServer} from './server.ts';

const METHODS = [
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'TRACE',
  'CONNECT',
  'get',
  'FOO',
  'G\u0000T',
  '',
  'GET GET',
  'POST\tx',
];

const HOSTS = [
  'shopify.com',
  'acme.myshopify.com',
  'server.shop.app',
  'acme.myvtex.com',
  'nobody.example',
  'constructor',
  '__proto__',
  '127.0.0.1',
  '[::1',
  'a b',
  'x:99999',
  'u:p@shopify.com',
  '',
  '..',
  'xn--',
  '%00',
  'SHOPIFY.COM',
  'shopify.com.',
];

const PATHS = [
  '/',
  '//',
  '///',
  '/%',
  '/%zz',
  '/%00',
  '/../..',
  '/.simhost/mint',
  '/.simhost/clock',
  '/.simhost/constructor',
  '/.simhost/health',
  '/.simhost/page',
  '/api/%zz/graphql.json',
  '/api/2026-04/graphql.json',
  '/548380009/account/customer/api/unstable/graphql',
  '?',
  '*',
  'x',
  '/a?%zz=%',
  `/${'a'.repeat(9000)}`,
  '/\u00e9',
  '/\\',
  '/a#b',
  '//[',
  '/shopify.com/%E0%A4%A',
  '/constructor.prototype/x',
  '/clock',
  '/.simhost/outside/%zz',
];

const VERSIONS = ['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', 'http/1.1', ''];

const HEADERS = [
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 1\r\nContent-Length: 2',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked\r\nContent-Length: 3',
  'Transfer-Encoding: xchunked',
  'Transfer-Encoding: chunked, identity',
  'Expect: 100-continue',
  'Expect: the impossible',
  'Connection: upgrade\r\nUpgrade: websocket',
  'Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13',
  'Upgrade: h2c',
  'Origin: null',
  'Origin: http://evil.example',
  'Origin: %',
  'Sec-Fetch-Site: cross-site',
  'Authorization: Bearer ',
  'Authorization: Bearer eyJ.eyJ.',
  'Cookie: =; ;a',
  `Cookie: a=${' '.repeat(9000)}b`,
  'Content-Type: application/json',
  'Content-Type: multipart/form-data',
  'Content-Encoding: gzip',
  'Access-Control-Request-Method: GET, x',
  'x-simhost-handle: constructor',
  'x-simhost-backend: x',
  'no colon',
  ' : folded',
  'x : y',
  'x: a\r\n b',
  'x: \u0000',
  `x: ${'y'.repeat(70_000)}`,
  ...[
    'Host: evil.example',
    'Host: ',
    'Host: a, b',
    'Host: shopify.com:99999',
    'Host: shopify.com@evil.example',
  ],
];

const BODIES = [
  '',
  'hello',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\nhello',
  '{"kind": 1}',
  '{"__proto__": {"a": 1}}',
  '[[[[',
  '\u0000\u0001',
  'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n',
  '0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
];

/** Requests as bytes, for a server that is asked by paths or by whole addresses. */
const rawRequest = (host: string): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc
        .record({
          method: fc.constantFrom(...METHODS),
          target: fc.oneof(
            {weight: 3, arbitrary: fc.constantFrom(...PATHS)},
            {
              weight: 2,
              arbitrary: fc
                .tuple(fc.constantFrom(...HOSTS), fc.constantFrom(...PATHS))
                .map(([name, path]) => `/${name}${path}`),
            },
            {
              weight: 3,
              arbitrary: fc
                .tuple(
                  fc.constantFrom('http', 'https', 'HTTP', 'ws', 'javascript', 'http:'),
                  fc.constantFrom(...HOSTS),
                  fc.constantFrom(...PATHS),
                )
                .map(([scheme, name, path]) => `${scheme}://${name}${path}`),
            },
            {weight: 1, arbitrary: hostileString},
          ),
          version: fc.constantFrom(...VERSIONS),
          first: fc.option(
            fc.constantFrom(`Host: ${host}`, 'Host: shopify.com', 'Host: acme.myshopify.com'),
            {freq: 8},
          ),
          headers: fc.array(fc.constantFrom(...HEADERS), {maxLength: 3}),
          body: fc.constantFrom(...BODIES),
        })
        .map(
          ({method, target, version, first, headers, body}) =>
            `${method} ${target} ${version}\r\n${[...(first === null ? [] : [first]), ...headers].map((line) => `${line}\r\n`).join('')}\r\n${body}`,
        ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '\r\n\r\n',
        '\u0016\u0003\u0001\u0002\u0000',
        'GET',
        'GET /',
        'GET / HTTP/1.1',
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
        '\u0000'.repeat(100),
      ),
    },
    {weight: 1, arbitrary: hostileString},
  );

/** Whether answers are refusals with a reason. Throws for a failure of the server. */
function outcomeOf(bytes: string, answer: string): 'refused' | 'answered' {
  if (answer === '') {
    if (/^\s*$/.test(bytes)) return 'answered';
    throw new Error('The server closed the connection without an answer.');
  }

  const all = [...answer.matchAll(/HTTP\/1\.1 (\d{3})[^\r]*\r\n(.*?)\r\n\r\n/gs)];
  const [, status = '0', head = ''] = all.at(-1) ?? [];
  if (all.some(([, code]) => code === '500')) throw new Error(answer.slice(0, 500));
  if (Number(status) < 400) return 'answered';

  const body = answer.slice(answer.lastIndexOf(`${head}\r\n\r\n`) + head.length + 4);
  const isEmpty = (body === '' || body === '0\r\n\r\n') && !/(?:^|\r\n)HEAD /.test(bytes);
  if (isEmpty) throw new Error(`An answer without a reason: ${status} ${head}`);
  return 'refused';
}

test('simhost serve answers every request that it cannot carry out with a reason', async () => {
  const simulation = createSimulationCore({scope: 'one'});
  const served = await serve(simulation);
  const port = Number(new URL(served.url).port);

  try {
    await expectRefusals({
      area: 'HTTP to simhost serve',
      inputs: rawRequest(`127.0.0.1:${port}`),
      runs: 250,
      least: 120,
      mayPass: true,
      attempt: async (bytes) => outcomeOf(bytes, await exchange(port, bytes)),
    });
  } finally {
    await served.close();
  }
});

test('a gateway answers every request that it cannot carry out with a reason', async () => {
  const server = await startServer();
  const gateway = await server.open(createSimulationCore({scope: 'one'}));
  const port = Number(new URL(gateway.proxy).port);
  // An unfinished handshake of TLS ends by a time limit.
  const tunnelled = rawRequest('shopify.com')
    .filter((bytes) => !bytes.startsWith('\u0016'))
    .map((bytes) => `CONNECT shopify.com:443 HTTP/1.1\r\n\r\n${bytes}`);

  try {
    await expectRefusals({
      area: 'HTTP to the gateway',
      inputs: fc.oneof(rawRequest('shopify.com'), tunnelled),
      runs: 250,
      least: 120,
      mayPass: true,
      attempt: async (bytes) => {
        const answer = await exchange(port, bytes);
        // An open tunnel that carries nothing ends with its client.
        const inside = bytes.startsWith('CONNECT') ? answer.replace('HTTP/1.1 200 OK\r\n\r\n', '') : answer;
        return bytes.startsWith('CONNECT') && inside === '' ? 'answered' : outcomeOf(bytes, inside);
      },
    });
  } finally {
    await server.close();
  }
});

test('simhost dev answers every request that it cannot carry out with a reason', async () => {
  const server = await startServer();
  const gateway = await server.openLocal(createSimulationCore({scope: 'one'}), {});
  const port = Number(new URL(gateway.url).port);
  const key = new URL(gateway.forward.base).pathname;

  try {
    await expectRefusals({
      area: 'HTTP to simhost dev',
      inputs: rawRequest(`localhost:${port}`).chain((bytes) =>
        fc.constantFrom(bytes, bytes.replace(' /', ` ${key}https/`)),
      ),
      runs: 250,
      least: 120,
      mayPass: true,
      attempt: async (bytes) => outcomeOf(bytes, await exchange(port, bytes)),
    });
  } finally {
    await server.close();
  }
});

test('the server for backends answers every request that it cannot carry out with a reason', async () => {
  const server = await startServer();
  const port = Number(new URL(server.url).port);

  try {
    await expectRefusals({
      area: 'HTTP to the server for backends',
      inputs: rawRequest(`127.0.0.1:${port}`),
      runs: 150,
      least: 80,
      mayPass: true,
      attempt: async (bytes) => outcomeOf(bytes, await exchange(port, bytes)),
    });
  } finally {
    await server.close();
  }
});
