import {once} from 'node:events';
import {createServer, get, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {buffer, text} from 'node:stream/consumers';
import {gunzipSync, gzipSync} from 'node:zlib';
import {expect} from '@playwright/test';
import {http as msw, HttpResponse} from 'msw';
import {WebSocket, WebSocketServer} from 'ws';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {type Challenge, NONCE_PARAMETER} from '../../wire/channel-proof.ts';
import {CONTROL_PATH} from '../../wire/control.ts';
import {PageLink} from '../live/page-link.ts';
import {proofOf} from './channel-proof.ts';
import {close, listen as listenAt} from './loopback.ts';
import {buildPage, fakeSimulation, fetchFromSandbox, test} from './server.fixture.ts';

const CORS = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization'};
const NONCE = '0'.repeat(32);
const POINTS = 'https://myapp.com/api/points';

test('serves the page, its files and the platform by path', async ({start, folder, chrome}) => {
  await buildPage(
    folder,
    `fetch('/shopify.com/1/api', {method: 'POST', body: 'q'}).then(r => r.json()).then(({url, origin}) => document.body.textContent = url + ' ' + origin)`,
  );

  const handlers = [
    msw.post('https://shopify.com/1/api', ({request}) =>
      HttpResponse.json({url: request.url, origin: request.headers.get('origin')}),
    ),
  ];

  const simulation = fakeSimulation({handlers});
  const {url, id} = await (await start()).openLocal(simulation);
  const page = await chrome.newPage();

  await page.goto(`${url}/#${id}`);
  await expect(page.locator('body')).toHaveText('https://shopify.com/1/api https://shopify.com');
  expect(simulation.requests.entries).toMatchObject([
    {method: 'POST', url: 'https://shopify.com/1/api', outcome: 'platform', status: 200},
  ]);

  await page.goto(`${url}/example.org/`);
  expect(await page.textContent('body')).toContain('Nothing is at GET /example.org/.');
  await page.close();
});

test('sends requests to an app proxy on as the shop does', async ({server, listen, chrome}) => {
  const seen: string[] = [];
  const backend = await listen(({method, url, headers}, response) => {
    seen.push(
      `${method} ${url} ${String(headers['x-forwarded-host'])} ${String(headers.host?.startsWith('127.0.0.1'))}`,
    );
    response.writeHead(200, CORS).end('120');
  });

  const proxy = 'https://acme.myshopify.com/apps/points';
  const simulation = fakeSimulation();
  const {url, forward} = await server.openLocal(simulation, {backends: {[proxy]: `${backend}/proxy`}});
  const page = await chrome.newPage();
  await page.goto(url);

  expect(await fetchFromSandbox(page, `${forward.base}https/acme.myshopify.com/apps/points/7?a=b`)).toBe(
    '200 120',
  );
  expect(seen).toEqual([
    'OPTIONS /proxy/7?a=b&signed=1 acme.myshopify.com true',
    'GET /proxy/7?a=b&signed=1 acme.myshopify.com true',
  ]);
  expect(simulation.requests.entries).toMatchObject([
    {method: 'OPTIONS', url: `${proxy}/7?a=b`, status: 200},
    {url: `${proxy}/7?a=b`, status: 200, preflight: 'allowed'},
  ]);
  await page.close();
});

test('without the hold to CORS, every answer is readable, and a probe gives the CORS verdict', async ({
  server,
  listen,
  chrome,
}) => {
  const seen: string[] = [];
  let allowed: Record<string, string> = {};

  const backend = await listen((request, response) => {
    seen.push(
      `${request.method} ${request.url} ${request.headers.host} ${request.headers.origin} ${request.headers.authorization}`,
    );
    response.writeHead(200, allowed).end('120');
  });

  const simulation = fakeSimulation();
  const {url, forward} = await server.openLocal(simulation, {
    backends: {'https://myapp.com': backend},
    holdToCors: false,
  });
  expect(forward.origins).toEqual(['https://myapp.com']);
  const page = await chrome.newPage();
  await page.goto(url);
  const points = `${forward.base}https/myapp.com/api/points?a=b`;
  expect(await fetchFromSandbox(page, points)).toBe('200 120');
  allowed = CORS;
  expect(await fetchFromSandbox(page, points)).toBe('200 120');
  const round = [
    'OPTIONS /api/points?a=b myapp.com null undefined',
    'GET /api/points?a=b myapp.com null Bearer ada',
  ];

  expect(seen).toEqual([...round, ...round]);
  const refused = 'Access-Control-Allow-Origin is missing';

  expect(simulation.requests.entries).toMatchObject([
    {
      url: `${POINTS}?a=b`,
      status: 200,
      preflight: {refused},
      problem: {headline: `A browser would not send GET ${POINTS}?a=b`, cause: refused, turn: 'backend'},
      token: {sub: 'ada'},
    },
    {url: `${POINTS}?a=b`, status: 200, preflight: 'allowed', problem: null},
  ]);

  await page.close();
});

test('a backend that never answers OPTIONS gets the request after five seconds, and the log names OPTIONS', async ({
  server,
  listen,
}) => {
  const backend = await listen((request, response) => {
    if (request.method !== 'OPTIONS') response.end('120');
  });

  const simulation = fakeSimulation();
  const {url, forward} = await server.openLocal(simulation, {
    backends: {'https://myapp.com': backend},
    holdToCors: false,
  });

  const headers = {origin: url, authorization: 'Bearer ada'};
  const response = await fetch(`${forward.base}https/myapp.com/api/points`, {headers});
  expect(await response.text()).toBe('120');

  const refused = 'OPTIONS was not answered: nothing came within 5 s';
  expect(simulation.requests.entries).toMatchObject([
    {url: POINTS, status: 200, preflight: {refused}, problem: {cause: refused, turn: 'backend'}},
  ]);
});

test('the forward route needs its key and reaches backends only', async ({server, listen, chrome}) => {
  const backend = await listen((request, response) => {
    if (request.url === '/moved')
      response.writeHead(302, {...CORS, location: 'https://myapp.com/there'}).end();
    else if (request.url === '/away')
      response.writeHead(302, {...CORS, location: 'https://other.example/there'}).end();
    else response.writeHead(200, CORS).end(request.url);
  });

  const {url, forward} = await server.openLocal(fakeSimulation(), {backends: {'https://myapp.com': backend}});
  const page = await chrome.newPage();
  await page.goto(url);
  const go = (path: string): Promise<string> => fetchFromSandbox(page, `${forward.base}${path}`, {});
  expect(await go('https/other.example/')).toContain(
    '502 Nothing answers for https://other.example: no backend is mapped',
  );
  expect(await go('https/127.0.0.1:1/')).toContain(
    '502 Nothing answers for https://127.0.0.1:1: no backend is mapped',
  );
  expect(await go(`http/${new URL(backend).host}/`)).toContain('no backend is mapped');
  expect(await go('nonsense')).toContain('502');
  expect(await go('https/myapp.com/moved')).toBe('200 /there');
  expect(await go('https/myapp.com/away')).toContain(
    '502 Nothing answers for https://other.example: no backend is mapped',
  );
  expect(await fetchFromSandbox(page, `${url}/guessed/https/myapp.com/`, {})).toBe(
    'TypeError: Failed to fetch',
  );

  const foreign = await fetch(`${forward.base.replace('localhost', '127.0.0.1')}https/myapp.com/`, {
    headers: {origin: 'https://evil.example'},
  });

  expect(foreign.status).toBe(403);
  await page.close();
});

test('reports a dead backend to the log, and to the sandbox only without the hold to CORS', async ({
  server,
  chrome,
}) => {
  const simulation = fakeSimulation();
  const {url, forward, cors} = await server.openLocal(simulation, {
    backends: {'https://myapp.com': 'http://127.0.0.1:1'},
  });

  const page = await chrome.newPage();

  await page.goto(url);
  const address = `${forward.base}https/myapp.com/`;
  expect(await fetchFromSandbox(page, address)).toBe('TypeError: Failed to fetch');
  cors.switch(false);
  expect(await fetchFromSandbox(page, address)).toContain(
    '502 The backend of https://myapp.com at http://127.0.0.1:1 did not answer: ECONNREFUSED.',
  );

  const cause = expect.stringContaining('ECONNREFUSED');
  expect(simulation.requests.entries).toMatchObject([
    {method: 'OPTIONS', outcome: 'failed', status: 502, problem: {cause}},
    {method: 'GET', outcome: 'failed', status: null, problem: {cause}},
    {method: 'GET', outcome: 'failed', status: 502, problem: {cause}},
  ]);

  await page.close();
});

test('a WebSocket needs the key and the origin of a page, and reaches mapped backends only', async ({
  server,
}) => {
  const live = new WebSocketServer({port: 0, host: '127.0.0.1'});
  await once(live, 'listening');
  live.on('connection', (socket, {headers}) => socket.send(`${headers.host} ${headers['user-agent']}`));
  const simulation = fakeSimulation();

  const {url, forward} = await server.openLocal(simulation, {
    backends: {'https://myapp.com': `http://127.0.0.1:${(live.address() as AddressInfo).port}`},
    pages: ['http://localhost:5173'],
    userAgent: 'a phone',
    refuses: ({pathname}) => (pathname === '/closed' ? 'That path is closed.' : null),
  });

  const said = (address: string, origin = 'http://localhost:5173'): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(address.replace('http', 'ws'), {
        origin,
        headers: {'user-agent': 'a desktop'},
      });

      socket.on('message', (data) => resolve(Buffer.from(data as Buffer).toString()));
      socket.on('unexpected-response', (_request, {statusCode}) => resolve(`HTTP ${statusCode}`));
      socket.on('error', () => {});
    });

  expect(await said(`${forward.base}https/myapp.com/live`)).toBe('myapp.com a phone');
  expect(await said(`${forward.base}https/myapp.com/live`, 'https://evil.example')).toBe('HTTP 403');
  expect(await said(`${url}/guessed/https/myapp.com/live`, url)).toBe('HTTP 404');
  expect(await said(`${forward.base}https/myapp.com/closed`)).toBe('HTTP 502');
  expect(await said(`${forward.base}https/other.example/live`)).toBe('HTTP 502');
  expect(simulation.requests.entries).toMatchObject([
    {url: 'wss://myapp.com/live', status: 101, outcome: 'backend'},
    {
      url: 'wss://myapp.com/closed',
      outcome: 'refused',
      problem: {cause: 'That path is closed', turn: 'extension'},
    },
    {url: 'wss://other.example/live', outcome: 'refused'},
  ]);

  for (const client of live.clients) client.terminate();
  live.close();
});

test('serves localhost at both addresses, and refuses a port that another program has at one of them', async ({
  server,
}) => {
  const other = createServer();
  const hasIpv6 = await listenAt(other, 0, '::1').then(
    () => true,
    () => false,
  );

  test.skip(!hasIpv6, 'This machine has no ::1.');
  const {port} = other.address() as AddressInfo;
  await expect(server.openLocal(fakeSimulation(), {port})).rejects.toMatchObject({code: 'ERR_PORT_BUSY'});
  await close(other);

  const {url} = await server.openLocal(fakeSimulation());
  for (const host of ['127.0.0.1', '[::1]']) {
    const status = await statusOf(`http://${host}:${new URL(url).port}/example.org/`, new URL(url).host);
    expect(status).toBe(404);
  }
});

function statusOf(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, {headers: {host}, agent: false}, (response) => resolve(response.resume().statusCode)).once(
      'error',
      reject,
    );
  });
}

test('pages connect with the given id, which no served file contains', async ({start, folder}) => {
  await buildPage(folder, '');
  const id = '11111111-2222-4333-8444-555555555555';
  const simulation = fakeSimulation();
  const local = await (await start()).openLocal(simulation, {id});
  expect(local.id).toBe(id);
  const served = await fetch(local.url);
  expect(`${JSON.stringify([...served.headers])}${await served.text()}`).not.toContain(id);

  const hello = async (known: string): Promise<string> => {
    const socket = new WebSocket(
      `${local.url.replace('http', 'ws')}${CONTROL_PATH}?${NONCE_PARAMETER}=${NONCE}`,
      {origin: local.url},
    );

    const [challenge] = (await once(socket, 'message')) as [Buffer];
    const {nonce} = JSON.parse(String(challenge)) as Challenge;
    const proof = proofOf(known, 'page', {origin: local.url, page: NONCE, server: nonce});
    socket.send(JSON.stringify({type: 'hello', proof}));

    const ended = once(socket, 'close').then(([code]) => String(code));
    const answered = await Promise.race([ended, once(socket, 'message').then(() => 'an answer')]);
    socket.terminate();
    return answered;
  };

  expect(await hello(simulation.id)).toBe('4004');
  expect(await hello(id)).toBe('an answer');
});

test('a tab of an earlier start waits for the store, and never gets the host page', async ({
  start,
  folder,
  listen,
}) => {
  await buildPage(folder, '');
  const store = await listen(({headers}, out) => {
    if (headers['x-answer'] === undefined) return out.end('the store');
    if (headers['x-answer'] === 'compressed') {
      out.writeHead(200, {'content-type': 'text/html', 'content-encoding': 'gzip'});
      return out.end(gzipSync('<html>packed'));
    }

    out.writeHead(200, {'content-type': 'text/html', 'content-length': 100});
    return out.write('<html', () => out.socket?.destroy());
  });
  const origin = 'https://acme.myvtex.com';
  const simulation = fakeSimulation({isServedByTest: () => true});
  const server = await start();
  const local = await server.openLocal(simulation, {backends: {[origin]: store}, showsStore: true});

  const early = fetch(`${local.url}/`).then((response) => response.text());
  // Upgrades do not wait. One that comes later is answered after the server has got the request.
  const upgrade = get(`${local.url}/`, {headers: {connection: 'upgrade', upgrade: 'websocket'}});
  expect((await once(upgrade, 'response'))[0]).toMatchObject({statusCode: 404});

  const link = new PageLink({
    simulation: createSimulationCore(),
    handle: 'acme',
    refuse: () => null,
    blocked: () => {},
  });
  local.showStore({origin, link, framedBy: null, head: () => '', takeCookies: () => []});

  expect(await early).toBe('the store');

  // If a page of the store breaks off, so does its connection to the browser, and the log names the backend.
  const page = {'sec-fetch-dest': 'document', 'x-answer': 'broken off'};
  const [broken] = (await once(get(`${local.url}/`, {headers: page}), 'response')) as [IncomingMessage];
  await expect(text(broken)).rejects.toThrow('aborted');
  expect(simulation.requests.entries.at(-1)?.problem?.headline).toMatch(
    /broke off its answer after 5 of 100 bytes \(ECONNRESET\)$/,
  );

  // A page that is compressed without being asked gets no script, but the policy that keeps it here.
  const headers = {'sec-fetch-dest': 'document', 'x-answer': 'compressed'};
  const [packed] = (await once(get(`${local.url}/`, {headers}), 'response')) as [IncomingMessage];
  expect(packed.headers['content-security-policy']).toContain("default-src 'self'");
  expect(gunzipSync(await buffer(packed)).toString()).toBe('<html>packed');

  link.close();
});
