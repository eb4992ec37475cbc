import {createHash} from 'node:crypto';
import {once} from 'node:events';
import http from 'node:http';
import {expect} from '@playwright/test';
import {http as msw, HttpResponse} from 'msw';
import {WebSocketServer} from 'ws';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {fakeSimulation, fetchFromSandbox, test} from './server.fixture.ts';

const PAGE = 'https://shopify.com/1/account/x';
const POINTS = 'https://myapp.com/api/points';
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization',
  'access-control-allow-methods': 'GET',
};

function entries(log: {readonly entries: readonly LoggedRequest[]}, method: string): LoggedRequest[] {
  return log.entries.filter((entry) => entry.method === method);
}

const broken: [string, number, Record<string, string>, string][] = [
  [
    'lacks a header',
    204,
    {...CORS, 'access-control-allow-headers': 'content-type'},
    'Access-Control-Allow-Headers lacks "authorization"',
  ],
  ['is answered 401', 401, CORS, 'OPTIONS answered 401'],
  [
    'is redirected',
    302,
    {...CORS, location: '/login'},
    'OPTIONS answered 302, and a preflight must not be redirected',
  ],
  [
    'allows another origin',
    204,
    {...CORS, 'access-control-allow-origin': 'https://shopify.com'},
    'Access-Control-Allow-Origin is "https://shopify.com", not "null"',
  ],
];

for (const [what, status, headers, reason] of broken) {
  test(`a preflight that ${what} fails the request, and the log says why`, async ({
    server,
    listen,
    contextOf,
  }) => {
    const seen: string[] = [];
    const backend = await listen((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.host} ${request.headers.origin}`);
      response.writeHead(request.method === 'OPTIONS' ? status : 200, headers).end('120');
    });

    const simulation = fakeSimulation();
    const page = await (
      await contextOf(await server.open(simulation, {backends: {'https://myapp.com': backend}}))
    ).newPage();

    await page.goto(PAGE);
    expect(await fetchFromSandbox(page, POINTS)).toBe('TypeError: Failed to fetch');
    expect(seen).toEqual(['OPTIONS /api/points myapp.com null']);

    expect(entries(simulation.requests, 'GET')).toMatchObject([
      {
        url: POINTS,
        outcome: 'failed',
        status: null,
        preflight: {refused: reason},
        problem: {
          headline: `The preflight of GET ${POINTS} was refused by the browser`,
          cause: reason,
          turn: 'backend',
        },
      },
    ]);

    expect(entries(simulation.requests, 'OPTIONS')).toMatchObject([{outcome: 'backend', status}]);
  });
}

test('a correct preflight lets the request through, with origin, host and token as sent', async ({
  server,
  listen,
  contextOf,
}) => {
  const seen: http.IncomingHttpHeaders[] = [];
  const backend = await listen((request, response) => {
    seen.push(request.headers);
    response
      .writeHead(request.method === 'OPTIONS' ? 204 : 200, CORS)
      .end(request.method === 'OPTIONS' ? undefined : '120');
  });

  const simulation = fakeSimulation();
  const page = await (
    await contextOf(await server.open(simulation, {backends: {'https://myapp.com': backend}}))
  ).newPage();

  await page.goto(PAGE);
  expect(await fetchFromSandbox(page, POINTS)).toBe('200 120');
  expect(await fetchFromSandbox(page, POINTS)).toBe('200 120');
  expect(seen.map((headers) => `${headers.host} ${headers.origin}`)).toEqual(Array(4).fill('myapp.com null'));

  expect(entries(simulation.requests, 'GET')).toMatchObject([
    {
      preflight: 'allowed',
      outcome: 'backend',
      status: 200,
      token: {sub: 'ada'},
      origin: 'null',
      problem: null,
    },
    {preflight: 'allowed', outcome: 'backend', status: 200},
  ]);

  expect(simulation.requests.entries.every(({duration}) => duration !== null)).toBe(true);
});

test('warns of a wildcard for authorization, which Chromium accepts', async ({server, listen, contextOf}) => {
  const backend = await listen(
    (_request, response) =>
      void response.writeHead(200, {...CORS, 'access-control-allow-headers': '*'}).end('120'),
  );

  const simulation = fakeSimulation();
  const page = await (
    await contextOf(await server.open(simulation, {backends: {'https://myapp.com': backend}}))
  ).newPage();

  await page.goto(PAGE);
  expect(await fetchFromSandbox(page, POINTS)).toBe('200 120');
  expect(simulation.requests.entries).toMatchObject([
    {method: 'OPTIONS', problem: {cause: expect.stringContaining('does not cover "authorization"')}},
    {method: 'GET', preflight: 'allowed', problem: null},
  ]);
});

test('a preflight that the browser remembers is marked as cached', async ({server, listen, contextOf}) => {
  const backend = await listen((_request, response) => {
    response.writeHead(200, {...CORS, 'access-control-max-age': '600'}).end('120');
  });

  const simulation = fakeSimulation();
  const page = await (
    await contextOf(await server.open(simulation, {backends: {'https://myapp.com': backend}}))
  ).newPage();

  await page.goto(PAGE);
  for (let round = 0; round < 2; round++)
    await page.evaluate(
      (url) => fetch(url, {headers: {authorization: 'Bearer ada'}}).then((r) => r.text()),
      POINTS,
    );

  expect(entries(simulation.requests, 'OPTIONS')).toHaveLength(1);
  expect(entries(simulation.requests, 'GET')).toMatchObject([{preflight: 'allowed'}, {preflight: 'cached'}]);
});

test('a preflight that Playwright answered itself is marked as not sent, and a probe gives the verdict', async ({
  server,
  listen,
  contextOf,
}) => {
  const backend = await listen((request, response) => {
    response.writeHead(request.method === 'OPTIONS' ? 401 : 200, CORS).end('120');
  });

  const simulation = fakeSimulation();
  const context = await contextOf(await server.open(simulation, {backends: {'https://myapp.com': backend}}));
  const page = await context.newPage();

  await page.goto(PAGE);
  await context.route('**/*', (route) => route.continue());

  expect(
    await page.evaluate(
      (url) => fetch(url, {headers: {authorization: 'Bearer ada'}}).then((r) => r.text()),
      POINTS,
    ),
  ).toBe('120');

  expect(simulation.requests.entries).toMatchObject([
    {
      method: 'GET',
      preflight: 'not sent',
      status: 200,
      problem: {
        headline: `A browser would not send GET ${POINTS}`,
        cause: 'OPTIONS answered 401',
        turn: 'backend',
        fix: expect.stringContaining('Answer OPTIONS before the token is checked'),
      },
    },
  ]);
});

test('with a route of the test, a missing preflight is a notice, once, and the request has no problem', async ({
  server,
  listen,
  contextOf,
}) => {
  const backend = await listen((request, response) => {
    response.writeHead(request.method === 'OPTIONS' ? 401 : 200, CORS).end('120');
  });

  const simulation = fakeSimulation();
  const gateway = await server.open(simulation, {backends: {'https://myapp.com': backend}});
  gateway.noteRoutes();
  const context = await contextOf(gateway);
  const page = await context.newPage();

  await page.goto(PAGE);
  await context.route('**/*', (route) => route.continue());
  for (let round = 0; round < 2; round++)
    await page.evaluate(
      (url) => fetch(url, {headers: {authorization: 'Bearer ada'}}).then((r) => r.text()),
      POINTS,
    );

  const asked = {method: 'GET', preflight: 'not sent', status: 200, problem: null};
  expect(simulation.requests.entries).toMatchObject([asked, asked]);
  expect(simulation.notices.all).toMatchObject([{code: 'page-route-active'}]);
});

test('an answer without CORS headers is not readable, and the log says why', async ({
  server,
  listen,
  contextOf,
}) => {
  const backend = await listen((_request, response) => void response.end('120'));
  const simulation = fakeSimulation();
  const page = await (
    await contextOf(await server.open(simulation, {backends: {'https://myapp.com': backend}}))
  ).newPage();

  await page.goto(PAGE);
  expect(await fetchFromSandbox(page, POINTS, {})).toBe('TypeError: Failed to fetch');

  expect(simulation.requests.entries).toMatchObject([
    {
      preflight: 'none',
      status: 200,
      problem: {
        headline: `200 from ${POINTS}`,
        cause: 'the page cannot read the answer, because Access-Control-Allow-Origin is missing',
        turn: 'backend',
        fix: 'Send "Access-Control-Allow-Origin: *" with each answer, refusals and errors too.',
      },
    },
  ]);
});

test('an unknown host is refused by name, readable in the page even after a preflight', async ({
  server,
  contextOf,
}) => {
  const simulation = fakeSimulation();
  const page = await (await contextOf(await server.open(simulation))).newPage();

  await page.goto(PAGE);
  for (const url of [
    'https://api.other.com/a',
    'http://api.other.com/a',
    'http://localhost:3000/a',
    'http://127.0.0.1:3000/a',
  ]) {
    const answer = await fetchFromSandbox(page, url);
    if (url.startsWith('http://api')) expect(answer).toBe('TypeError: Failed to fetch');
    else
      expect(answer).toContain(
        `502 Nothing answers for ${new URL(url).origin}: no backend is mapped to this origin`,
      );
  }

  expect(await fetchFromSandbox(page, 'https://api.other.com/a')).toContain(
    "Add it: backends: {'https://api.other.com': ",
  );

  expect(entries(simulation.requests, 'GET')[0]).toMatchObject({
    url: 'https://api.other.com/a',
    outcome: 'refused',
    status: 502,
  });
});

test('a plain http origin reaches its backend', async ({server, listen, contextOf}) => {
  const backend = await listen(
    (request, response) => void response.end(`${request.headers.host} ${request.url}`),
  );

  const simulation = fakeSimulation();
  const page = await (
    await contextOf(await server.open(simulation, {backends: {'http://shop.example': backend}}))
  ).newPage();

  await page.goto('http://shop.example/a?b=c');
  expect(await page.textContent('body')).toBe('shop.example /a?b=c');
});

test('a dead backend fails as in production, and the log names origin and address', async ({
  server,
  contextOf,
}) => {
  const gone = http.createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const address = `http://127.0.0.1:${(gone.address() as {port: number}).port}`;
  gone.close();
  await once(gone, 'close');
  const simulation = fakeSimulation();
  const page = await (
    await contextOf(await server.open(simulation, {backends: {'https://myapp.com': address}}))
  ).newPage();

  await page.goto(PAGE);
  expect(await fetchFromSandbox(page, POINTS)).toBe('TypeError: Failed to fetch');
  const problem = {
    headline: `The backend of https://myapp.com at ${address} did not answer`,
    cause: 'ECONNREFUSED',
    turn: 'set-up',
  };

  expect(entries(simulation.requests, 'OPTIONS')).toMatchObject([{outcome: 'failed', status: 502, problem}]);
  expect(entries(simulation.requests, 'GET')).toMatchObject([{outcome: 'failed', status: null, problem}]);
});

test('the platform answers from its handlers, without caching and with every cookie', async ({
  server,
  contextOf,
}) => {
  const handlers = [
    msw.post('https://shopify.com/:shop/api', async ({request, params}) => {
      const headers = new Headers({'cache-control': 'max-age=60', etag: '"1"'});
      headers.append('set-cookie', 'a=1; Secure');
      headers.append('set-cookie', 'b=2; Secure');
      return HttpResponse.json({shop: params['shop'], body: await request.text()}, {headers});
    }),
    msw.get('https://shopify.com/throws', () => {
      throw new Error('no such order');
    }),
    msw.get('https://shopify.com/broken', () => HttpResponse.error()),
  ];

  const simulation = fakeSimulation({handlers});
  const context = await contextOf(await server.open(simulation));
  const page = await context.newPage();
  await page.goto(PAGE);
  const answer = await page.evaluate(async () => {
    const response = await fetch('/1/api', {method: 'POST', body: 'question'});
    return [response.headers.get('cache-control'), response.headers.get('etag'), await response.json()];
  });

  expect(answer).toEqual(['no-store', null, {shop: '1', body: 'question'}]);
  expect((await context.cookies(PAGE)).map(({name}) => name)).toEqual(['a', 'b']);

  const texts = await page.evaluate(() =>
    Promise.all(
      ['/throws', '/broken', '/1/nothing'].map((path) =>
        fetch(path).then((r) => r.text().then((text) => `${r.status} ${text}`), String),
      ),
    ),
  );

  expect(texts).toEqual([
    expect.stringContaining(
      '500 {"error":"The handler of GET https://shopify.com/throws threw: no such order."}',
    ),
    'TypeError: Failed to fetch',
    expect.stringMatching(
      /501 .*no GET https:\/\/shopify\.com\/1\/nothing\..*Known at shopify\.com: POST https:\/\/shopify\.com\/:shop\/api/,
    ),
  ]);

  expect(simulation.requests.entries.find(({url}) => url.endsWith('/throws'))).toMatchObject({
    outcome: 'platform',
    problem: {cause: expect.stringContaining('no such order'), turn: 'set-up'},
  });
});

test('an unknown platform endpoint is readable from the sandbox too', async ({server, contextOf}) => {
  const page = await (await contextOf(await server.open(fakeSimulation()))).newPage();
  await page.goto(PAGE);
  expect(await fetchFromSandbox(page, 'https://acme.myshopify.com/nothing')).toContain(
    '501 {"error":"The simulated platform has no GET https://acme.myshopify.com/nothing."',
  );
});

test('bodies stream both ways and arrive byte for byte, headers in order and case', async ({
  server,
  listen,
  contextOf,
}) => {
  let seen: string[] = [];
  const backend = await listen((request, response) => {
    if (request.method === 'POST') seen = request.rawHeaders;
    response.writeHead(200, ['X-Case', 'Kept', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2']);
    request.pipe(response);
  });

  const simulation = fakeSimulation();
  const gateway = await server.open(simulation, {backends: {'https://myapp.com': backend}});
  const page = await (await contextOf(gateway)).newPage();
  await page.goto('https://myapp.com/');
  const body = 'x'.repeat(1_000_000);

  const hash = await page.evaluate(async (sent) => {
    const bytes = await (
      await fetch('/echo', {
        method: 'POST',
        body: sent,
        headers: {'x-simhost-handle': 'forged', 'x-repeat': 'a'},
      })
    ).arrayBuffer();

    return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
  }, body);

  expect(hash).toBe(createHash('sha256').update(body).digest('hex'));
  const names = seen.filter((_, index) => index % 2 === 0);
  expect(names.slice(0, 3)).toEqual(['Host', 'Connection', 'Content-Length']);
  expect(names.map((name) => name.toLowerCase())).not.toContain('x-simhost-handle');
  expect(names.filter((name) => /^proxy/i.test(name))).toEqual([]);
});

test('a WebSocket reaches a backend through the gateway', async ({server, contextOf}) => {
  const upgrades: string[] = [];
  const real = new WebSocketServer({port: 0, host: '127.0.0.1'});

  await once(real, 'listening');
  real.on('connection', (socket, request) => {
    upgrades.push(`${request.headers.host} ${request.headers.origin}`);
    socket.on('message', (data) => socket.send(`echo ${Buffer.from(data as Buffer).toString()}`));
  });

  const address = `http://127.0.0.1:${(real.address() as {port: number}).port}`;
  const simulation = fakeSimulation();
  const gateway = await server.open(simulation, {
    backends: {'https://myapp.com': address, 'http://plain.example': address},
  });

  const page = await (await contextOf(gateway)).newPage();
  await page.goto(PAGE);

  const echo = (url: string): Promise<string> =>
    page.evaluate<string>(`new Promise(fulfil => {
      const socket = new WebSocket(${JSON.stringify(url)});
      socket.onopen = () => socket.send('hello');
      socket.onmessage = event => fulfil(event.data);
      socket.onerror = () => fulfil('error');
    })`);

  expect(await echo('wss://myapp.com/live')).toBe('echo hello');
  expect(await echo('wss://other.example/live')).toBe('error');
  expect(upgrades).toEqual(['myapp.com https://shopify.com']);
  expect(simulation.requests.entries).toMatchObject([
    {url: 'wss://myapp.com/live', status: 101, outcome: 'backend', problem: null},
    {url: 'wss://other.example/live', status: 502, outcome: 'refused'},
  ]);

  for (const client of real.clients) client.terminate();
  real.close();
});

test('refuses requests of clients that do not use the gateway as a proxy', async ({server}) => {
  const gateway = await server.open(fakeSimulation());
  const response = await fetch(`${gateway.proxy}/shopify.com/1/account`);
  expect(response.status).toBe(400);
});

test('a backend on a host of the platform is refused by name', async ({server}) => {
  await expect(
    server.open(fakeSimulation(), {backends: {'https://shopify.com': 'http://127.0.0.1:1'}}),
  ).rejects.toMatchObject({
    code: 'ERR_BAD_BACKEND',
    message: expect.stringContaining('https://shopify.com belongs to the simulated platform'),
  });
});

test('sends requests and WebSockets for a storefront to its server', async ({server, contextOf}) => {
  const storefront = new WebSocketServer({noServer: true});
  const dev = http.createServer(
    (request, response) =>
      void response.setHeader('content-type', 'text/html').end(`<p>${request.headers.host}${request.url}`),
  );

  dev.on('upgrade', (request, socket, head) =>
    storefront.handleUpgrade(request, socket, head, (live) => live.send(`live ${request.url}`)),
  );

  dev.listen(0, '127.0.0.1');
  await once(dev, 'listening');
  const simulation = fakeSimulation({
    handlers: [msw.get('https://acme.myshopify.com/api/user', () => HttpResponse.text('the platform'))],
    isServedByTest: ({hostname, pathname}) =>
      hostname === 'acme.myshopify.com' && !pathname.startsWith('/api/'),
  });

  const address = `http://127.0.0.1:${(dev.address() as {port: number}).port}`;
  const page = await (
    await contextOf(await server.open(simulation, {backends: {'https://acme.myshopify.com': address}}))
  ).newPage();

  await page.goto('https://acme.myshopify.com/orders?page=2');
  expect(await page.textContent('p')).toBe('acme.myshopify.com/orders?page=2');
  expect(await page.evaluate(() => fetch('/api/user').then((answer) => answer.text()))).toBe('the platform');
  const said = await page.evaluate<string>(
    `new Promise(fulfil => (new WebSocket('/hmr').onmessage = event => fulfil(event.data)))`,
  );

  expect(said).toBe('live /hmr');
  for (const client of storefront.clients) client.terminate();
  dev.closeAllConnections();
  dev.close();

  const without = await server.open(fakeSimulation({isServedByTest: () => true}));
  const answer = await (await (await contextOf(without)).newPage()).goto('https://acme.myshopify.com/orders');
  expect([answer?.status(), await answer?.text()]).toEqual([
    502,
    expect.stringContaining('an address of your storefront, and none is mapped'),
  ]);
});

test('a service worker registers on an origin of the platform', async ({server, contextOf}) => {
  const headers = {'content-type': 'text/javascript'};
  const handlers = [
    msw.get(
      'https://acme.myshopify.com/sw.js',
      () => new HttpResponse('self.addEventListener("fetch", () => {})', {headers}),
    ),
    msw.get('https://acme.myshopify.com/', () => HttpResponse.html('<p>shop')),
  ];

  const page = await (await contextOf(await server.open(fakeSimulation({handlers})))).newPage();

  await page.goto('https://acme.myshopify.com/');
  expect(
    await page.evaluate(`navigator.serviceWorker.register('/sw.js').then(() => 'registered', String)`),
  ).toBe('registered');
});
