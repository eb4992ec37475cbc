// A Mini of `simhost dev`: the author's own browser, with no gateway before it.
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, type Frame, type Page, type TestInfo} from '@playwright/test';
import {type Running, test as cliTest} from './cli.fixture.ts';
import {writeSmallMini} from './small-mini.ts';

/** A server on a separate loopback address, which reports what reaches it. */
interface Heard {
  readonly origin: string;
  /** Method and path of each request, with its user agent. */
  readonly requests: {readonly line: string; readonly agent: string; readonly body: string}[];
}

const test = cliTest.extend<{listen: () => Promise<Heard>}>({
  listen: async ({}, use) => {
    const servers: Server[] = [];
    await use(async () => {
      const requests: Heard['requests'][number][] = [];
      const server = createServer(async (message, out) => {
        let body = '';
        for await (const chunk of message) body += String(chunk);
        requests.push({
          line: `${message.method} ${message.url}`,
          agent: message.headers['user-agent'] ?? '',
          body,
        });

        const type = message.url === '/events' ? 'text/event-stream' : 'text/plain';
        out.writeHead(200, {
          'content-type': type,
          'access-control-allow-origin': '*',
          'access-control-allow-headers': '*',
        });

        out.end(message.url === '/events' ? 'data: 120\n\n' : '120 points');
      });

      server.on('upgrade', ({url, headers}, socket) => {
        requests.push({line: `UPGRADE ${url}`, agent: headers['user-agent'] ?? '', body: ''});
        const accept = createHash('sha1')
          .update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
          .digest('base64');

        socket.write(
          `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
        );

        // One text frame.
        socket.end(Buffer.concat([Buffer.from([0x81, 10]), Buffer.from('120 points')]));
      });

      servers.push(server);
      await once(server.listen(0, '127.0.0.1'), 'listening');
      return {origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests};
    });

    for (const server of servers) server.closeAllConnections();
    for (const server of servers) server.close();
  },
});

test.setTimeout(120_000);

interface Shown {
  readonly frame: Frame;
  readonly page: Page;
}

/** Writes a Mini that trusts these domains, and shows it. */
async function show(
  {running, page, testInfo}: {running: Running; page: Page; testInfo: TestInfo},
  {trusted, backends}: {trusted: readonly string[]; backends: readonly string[]},
): Promise<Shown> {
  const dir = testInfo.outputPath('mini');
  await writeSmallMini(dir, trusted);

  const url = await running.start([
    'dev',
    dir,
    '--port',
    '0',
    ...backends.flatMap((backend) => ['--backend', backend]),
  ]);

  await page.goto(url);
  return {frame: await shown(page), page};
}

/** The frame of the Mini that a page shows. */
async function shown(page: Page): Promise<Frame> {
  await page.frameLocator('iframe').getByRole('heading', {name: 'Written'}).waitFor({timeout: 60_000});
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (frame === undefined) throw new Error('The Mini has no frame.');
  return frame;
}

test('a Mini is shown on a phone: size, user agent, safe areas', async ({running, page}, testInfo) => {
  const {frame} = await show({running, page, testInfo}, {trusted: [], backends: []});
  expect(
    await frame.evaluate(() => [
      [innerWidth, innerHeight, matchMedia('(max-width: 400px)').matches],
      /iPhone/.test(navigator.userAgent),
      navigator.platform,
      (window as never as {minisParams: unknown}).minisParams,
    ]),
  ).toEqual([
    [390, 844, true],
    true,
    'iPhone',
    {
      handle: 'written',
      initialUrl: '/',
      platform: 'ios',
      safeAreaInsets: {top: 47, right: 0, bottom: 34, left: 0},
    },
  ]);
});

test('only the gateway of --open can say that a request is its own', async ({
  running,
  page,
  request,
}, testInfo) => {
  const {frame} = await show({running, page, testInfo}, {trusted: [], backends: []});
  const ask = async (headers: Record<string, string>): Promise<string | undefined> =>
    (await request.get(frame.url(), {headers})).headers()['content-security-policy'];

  // Without this policy, a request of the page reaches every host.
  const policy = await ask({});
  expect(policy).toContain('connect-src');
  expect(await ask({'x-simhost-gateway': '1'})).toBe(policy);
});

test("a route in the fragment is the Mini's", async ({running, page}, testInfo) => {
  await show({running, page, testInfo}, {trusted: [], backends: []});
  await page.evaluate(() => (location.hash = '#/rewards'));
  await page.reload();

  await expect
    .poll(() =>
      page
        .frames()
        .at(-1)
        ?.evaluate(() => location.hash),
    )
    .toBe('#/rewards');
});

test('live reload works on the phone', async ({running, page}, testInfo) => {
  const connected = page.waitForEvent('console', (message) => message.text() === '[vite] connected.');
  await show({running, page, testInfo}, {trusted: [], backends: []});
  await connected;
});

/** Each way of a script to the network; what it got, or the error. */
const asFetch = async (url: string): Promise<string> => (await fetch(`${url}/fetch`)).text();

const WAYS: Record<string, (url: string) => Promise<string>> = {
  fetch: asFetch,
  'fetch with a body': async (url) =>
    (await fetch(new Request(`${url}/post`, {method: 'POST', body: 'ada'}))).text(),
  XMLHttpRequest: (url) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', `${url}/xhr`);
      request.addEventListener('load', () => resolve(request.responseText));
      request.addEventListener('error', () => reject(new Error('failed')));
      request.send();
    }),
  sendBeacon: async (url) => (navigator.sendBeacon(`${url}/beacon`, 'ada') ? '' : 'refused'),
  EventSource: (url) =>
    new Promise((resolve, reject) => {
      const source = new EventSource(`${url}/events`);
      source.addEventListener('message', ({data}) => (source.close(), resolve(String(data))));
      source.addEventListener('error', () => (source.close(), reject(new Error('failed'))));
    }),
  WebSocket: (url) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/socket`);
      socket.addEventListener('message', ({data}) => resolve(String(data)));
      socket.addEventListener('error', () => reject(new Error('failed')));
    }),
};

const ARRIVED: Record<string, string> = {
  fetch: 'GET /fetch',
  'fetch with a body': 'POST /post',
  XMLHttpRequest: 'GET /xhr',
  sendBeacon: 'POST /beacon',
  EventSource: 'GET /events',
  WebSocket: 'UPGRADE /socket',
};

test('every way of a script to a mapped domain ends at its backend, and none at the real host', async ({
  running,
  page,
  listen,
}, testInfo) => {
  const [real, backend] = [await listen(), await listen()];
  const trusted = [new URL(real.origin).host];
  const {frame} = await show(
    {running, page, testInfo},
    {trusted, backends: [`${real.origin}=${backend.origin}`]},
  );

  for (const [name, way] of Object.entries(WAYS)) {
    const answer = await frame.evaluate(way, real.origin);
    if (name !== 'sendBeacon') expect(answer, name).toContain('120');
    await expect.poll(() => backend.requests.map(({line}) => line), name).toContain(ARRIVED[name]);
  }

  expect(backend.requests.filter(({agent}) => !agent.includes('iPhone'))).toEqual([]);
  expect(backend.requests.filter(({body}) => body === 'ada')).toHaveLength(2);
  expect(real.requests).toEqual([]);
});

test('no way leads to a domain outside of trusted_domains, mapped or not, and the terminal names it', async ({
  running,
  page,
  listen,
}, testInfo) => {
  const [real, backend] = [await listen(), await listen()];
  const {host} = new URL(real.origin);
  const {frame} = await show(
    {running, page, testInfo},
    {trusted: ['api.example.org'], backends: [`${real.origin}=${backend.origin}`]},
  );

  for (const way of Object.values(WAYS)) await frame.evaluate(way, real.origin).catch(() => {});
  for (const path of ['fetch', 'post', 'xhr', 'beacon', 'events', 'socket'])
    await running.line(`${host}/${path}`);
  await running.line(`${host} is not among the trusted_domains of `);
  expect([...real.requests, ...backend.requests]).toEqual([]);
});

test('a trusted domain that no backend answers for is named with the flag to add', async ({
  running,
  page,
  listen,
}, testInfo) => {
  const real = await listen();
  const {frame} = await show({running, page, testInfo}, {trusted: [new URL(real.origin).host], backends: []});
  expect(await frame.evaluate(asFetch, real.origin)).toContain(`--backend "${real.origin}=`);
  await running.line(`--backend "${real.origin}=`);
  expect(real.requests).toEqual([]);
});

/** Ways to the network that a script cannot be given another address for, and what the terminal says of each. */
const PAGE_WAYS: Record<string, {go: (url: string) => unknown; line?: string}> = {
  'a picture': {
    go: (url) => document.body.append(Object.assign(new Image(), {src: `${url}/picture`})),
    line: '/picture (img-src)',
  },
  'a script': {
    go: (url) =>
      document.body.append(Object.assign(document.createElement('script'), {src: `${url}/script`})),
    line: '/script (script-src-elem)',
  },
  'a frame': {
    go: (url) => document.body.append(Object.assign(document.createElement('iframe'), {src: `${url}/frame`})),
    line: '/ (frame-src)',
  },
  'a worker': {
    go: (url) =>
      new Promise((resolve, reject) => {
        const source = `fetch(${JSON.stringify(url)}, {mode: 'no-cors'}).then(() => postMessage('sent'), () => postMessage('kept in'))`;
        const worker = new Worker(URL.createObjectURL(new Blob([source])));
        worker.addEventListener('message', ({data}) =>
          data === 'kept in' ? resolve('') : reject(new Error(String(data))),
        );
      }),
  },
  'a form': {
    go: (url) => {
      const form = Object.assign(document.createElement('form'), {action: `${url}/form`, method: 'post'});
      document.body.append(form);
      form.submit();
    },
    line: '/ (frame-src)',
  },
  'a window': {go: (url) => window.open(`${url}/window`)?.closed},
  'a link': {go: (url) => void (location.href = `${url}/link`), line: '/ (frame-src)'},
  'a link to the window around': {go: (url) => top?.location.replace(`${url}/top`)},
};

test('no way of a page leads to another host', async ({running, page, listen}, testInfo) => {
  const [real, backend] = [await listen(), await listen()];
  const {host} = new URL(real.origin);

  await show({running, page, testInfo}, {trusted: [host], backends: [`${real.origin}=${backend.origin}`]});

  for (const [name, {go, line}] of Object.entries(PAGE_WAYS)) {
    await test.step(name, async () => {
      const frame = await shown(page);
      const printed = running.output().length;
      const kept = frame.evaluate(go, real.origin);

      if (line === undefined)
        await kept.catch((error: Error) =>
          expect(error.message).toContain('does not have permission to navigate'),
        );
      else await expect.poll(() => running.output().slice(printed)).toContain(`${host}${line}`);

      expect(page.context().pages()).toHaveLength(1);
      expect([...real.requests, ...backend.requests]).toEqual([]);
      await page.reload();
    });
  }
});
