import {expect} from '@playwright/test';
import {http, HttpResponse} from 'msw';
import {allowsHost} from '../../wire/allowed-hosts.ts';
import {fakeSimulation, proxied, test} from './server.fixture.ts';

/**
 * A program in another language, as far as simhost can see: it asks what the query names, through its proxy
 * variables.
 */
const SERVER = `
const http = require('node:http');
const proxy = new URL(process.env.HTTP_PROXY);
http.createServer((request, response) => {
  const {searchParams} = new URL(request.url, 'http://localhost');
  if (request.url === '/env') return response.end(Object.keys(process.env).filter((name) => /_proxy$/i.test(name)).sort().join());
  const to = {host: proxy.hostname, port: proxy.port, agent: false};
  const [method, path] = [searchParams.get('method'), searchParams.get('to')];
  const asked = http.request({...to, method, path, headers: {host: new URL(path.includes('//') ? path : 'http://' + path).host}});
  asked.on('connect', (answer, socket) => {
    response.end(answer.statusCode + ' ' + answer.statusMessage);
    socket.destroy();
  });
  asked.on('response', async (answer) => {
    let text = '';
    try {
      for await (const chunk of answer) text += chunk;
    } catch {
      text += ', broke off';
    }
    response.end(answer.statusCode + ' ' + text);
  });
  asked.on('error', (error) => response.end(String(error)));
  asked.end();
}).listen(process.env.PORT, process.env.HOST);
`;

/** A command that does not show its language. */
async function started(script: (name: string, source: string) => Promise<string>) {
  await script('server.cjs', SERVER);
  await script('start', 'exec node server.cjs');
  return {command: 'sh start', register: false};
}

const ask = (proxy: string, method: string, to: string): Promise<string> =>
  proxied(proxy, `http://myapp.test/?method=${method}&to=${encodeURIComponent(to)}`);

test('a backend in another language gets a proxy, which asks the test', async ({server, script, listen}) => {
  const handler = http.get('http://api.crm.example/points', () => HttpResponse.text('mocked', {status: 202}));
  const simulation = fakeSimulation({handlers: [handler]});
  const {proxy} = await server.open(simulation, {backends: {'http://myapp.test': await started(script)}});

  expect(await proxied(proxy, 'http://myapp.test/env')).toBe(
    'HTTPS_PROXY,HTTP_PROXY,NO_PROXY,http_proxy,https_proxy,no_proxy',
  );

  expect(await ask(proxy, 'GET', 'http://api.crm.example/points')).toBe('202 mocked');
  expect(await ask(proxy, 'GET', 'http://api.crm.example/other')).toContain(
    'simhost refused GET http://api.crm.example/other of the backend',
  );

  expect(await ask(proxy, 'CONNECT', 'api.crm.example:443')).toBe(
    '403 simhost refused CONNECT https://api.crm.example of the backend: a test reaches no other network.',
  );

  expect(await ask(proxy, 'CONNECT', 'shopify.com:443')).toContain('this host is simulated');
  const here = await listen((_request, response) => response.end('here'));
  expect(await ask(proxy, 'GET', `${here}/`)).toBe('200 here');

  const sent = simulation.requests.entries.filter(({sender}) => sender === 'backend');
  expect(sent.map(({method, url, outcome, status}) => [method, url, outcome, status])).toEqual([
    ['GET', 'http://api.crm.example/points', 'platform', 202],
    ['GET', 'http://api.crm.example/other', 'refused', null],
    ['CONNECT', 'https://api.crm.example', 'refused', null],
    ['CONNECT', 'https://shopify.com', 'refused', null],
  ]);
});

test('a backend in another language reaches an allowed host, by tunnel too', async ({
  server,
  script,
  listen,
}) => {
  const here = new URL(await listen((_request, response) => response.end('here')));
  const option = {...(await started(script)), allow: [`127.0.0.1.nip.invalid`, 'localhost']};
  const {proxy} = await server.open(fakeSimulation(), {backends: {'http://myapp.test': option}});

  expect(await ask(proxy, 'CONNECT', `localhost:${here.port}`)).toBe('200 Connection Established');
  expect(await ask(proxy, 'GET', 'http://127.0.0.1.nip.invalid/')).toMatch(
    /^502 127\.0\.0\.1\.nip\.invalid did not answer: getaddrinfo/,
  );
});

test('a faulty answer of another service does not end the proxy', async ({server, script, listen}) => {
  const faults: Readonly<Record<string, string>> = {
    '/status': 'HTTP/1.1 099 Low\r\nContent-Length: 0\r\n\r\n',
    '/chunk': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno chunk\r\n',
  };
  const here = await listen(({url = '', socket}, response) => {
    const fault = faults[url];
    if (fault === undefined) response.end('here');
    else socket.write(fault);
  });
  const {proxy} = await server.open(fakeSimulation(), {
    backends: {'http://myapp.test': await started(script)},
  });

  expect(await ask(proxy, 'GET', `${here}/status`)).toContain('502 ');
  expect(await ask(proxy, 'GET', `${here}/status`)).toContain('did not answer: Invalid status code: 99');
  expect(await ask(proxy, 'GET', `${here}/chunk`)).toBe('200 , broke off');
  expect(await ask(proxy, 'GET', `${here}/`)).toBe('200 here');
});

test('a backend in Node gets no proxy', async ({server, script}) => {
  const source = `require('node:http').createServer((q, s) => s.end(String(process.env.HTTP_PROXY))).listen(process.env.PORT)`;
  const {proxy} = await server.open(fakeSimulation(), {
    backends: {'http://myapp.test': {command: await script('env.cjs', source)}},
  });
  expect(await proxied(proxy, 'http://myapp.test/')).toBe('undefined');
});

for (const [allowed, host, expected] of [
  ['api.example.com', 'API.example.com', true],
  ['api.example.com', 'api.example.com:8443', true],
  ['api.example.com', 'evil-api.example.com', false],
  ['api.example.com', 'api.example.com.evil.net', false],
  ['*.example.com', 'a.b.example.com', true],
  ['*.example.com', 'example.com', false],
  ['*.example.com', 'evilexample.com', false],
  ['localhost:9200', 'localhost:9200', true],
  ['elastic:9200', 'elastic:9300', false],
] as const) {
  test(`"${allowed}" ${expected ? 'allows' : 'does not allow'} ${host}`, () =>
    expect(allowsHost([allowed], host)).toBe(expected));
}
