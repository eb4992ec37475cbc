import http from 'node:http';
import {writeFile} from 'node:fs/promises';
import {expect} from '@playwright/test';
import {CONTROL_PATH} from '../../wire/control.ts';
import {proofOf} from './channel-proof.ts';
import {buildPage, fakeSimulation, test} from './server.fixture.ts';

/** A request as no browser and no fetch would let us write it. */
function ask(
  base: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{status: number; text: string}> {
  const {hostname, port} = new URL(base);
  return new Promise((fulfil, reject) => {
    const request = http.request({hostname, port, path, method, headers, agent: false}, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => fulfil({status: response.statusCode ?? 0, text}));
    });
    request.on('error', reject).end();
  });
}

const foreigners: [string, Record<string, string>, string][] = [
  ['a rebound name', {host: 'evil.example'}, 'The Host "evil.example" is not this server\'s'],
  [
    'a foreign origin',
    {origin: 'https://evil.example'},
    'Pages of the origin "https://evil.example" may not use this server.',
  ],
  ['an opaque origin', {origin: 'null'}, 'Pages of the origin "null" may not use this server.'],
  [
    'a cross-site request without an origin',
    {'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors'},
    'Pages of other sites may not use this server.',
  ],
];

for (const [what, headers, message] of foreigners) {
  test(`the server refuses ${what}`, async ({server}) => {
    expect(await ask(server.url, '/clock', headers)).toMatchObject({
      status: 403,
      text: expect.stringContaining(message),
    });
  });

  test(`a local gateway refuses ${what}, for pages, platform and control channel`, async ({server}) => {
    const {url} = await server.openLocal(fakeSimulation());
    const base = url.replace('localhost', '127.0.0.1');

    for (const path of ['/', '/.simhost/host.js', '/shopify.com/1/api']) {
      expect(await ask(base, path, headers)).toMatchObject({
        status: 403,
        text: expect.stringContaining(message),
      });
    }

    const upgrade = {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };

    expect(await ask(base, CONTROL_PATH, {...upgrade, ...headers})).toMatchObject({
      status: 403,
      text: expect.stringContaining(message),
    });
  });
}

test('the server answers nothing to an unknown handle or backend', async ({server}) => {
  expect(await ask(server.url, '/clock', {'x-simhost-handle': 'x'})).toEqual({
    status: 404,
    text: 'No request has this handle, or its test is over.',
  });

  expect(await ask(server.url, '/.simhost/backends', {}, 'POST')).toEqual({
    status: 403,
    text: 'This server has not started that backend.',
  });
});

test('an invalid path is refused, and does not crash the server', async ({server}) => {
  expect(await ask(server.url, '//')).toMatchObject({status: 400, text: expect.stringContaining('//')});
  expect((await fetch(server.url)).status).toBe(404);
});

test('reports the port in use', async ({server}) => {
  const port = Number(new URL(server.url).port);
  await expect(server.openLocal(fakeSimulation(), {port})).rejects.toMatchObject({
    code: 'ERR_PORT_BUSY',
    message: `Port ${port} is in use by another program.\nChoose another port with --port, or --port 0 for a free one.`,
  });
});

test('the host page and its control channel live on the platform origin behind a gateway', async ({
  start,
  folder,
  contextOf,
}) => {
  const simulation = fakeSimulation();
  const server = await start();
  const page = await (await contextOf(await server.open(simulation))).newPage();
  const url = `https://shopify.com/1/account/orders/2#${simulation.id}`;

  expect((await page.goto(url))?.status()).toBe(500);
  await expect(page.locator('body')).toHaveText(
    /^simhost has no file start\.js in .*served\/\. Build it first: npm run build\.$/,
  );

  await buildPage(folder, `document.body.textContent = 'host at ' + location.pathname;`);
  await page.reload();
  await expect(page.locator('body')).toHaveText('host at /1/account/orders/2');

  const nonce = '0'.repeat(32);
  const control = `wss://shopify.com${CONTROL_PATH}?nonce=${nonce}`;
  await page.exposeFunction('proofOf', (id: string, servers: string) =>
    proofOf(id, 'page', {origin: 'https://shopify.com', page: nonce, server: servers}),
  );

  const talk = (id: string): Promise<string> =>
    page.evaluate<string>(`new Promise(fulfil => {
      const socket = new WebSocket('${control}');
      socket.onmessage = async event => {
        const {type, nonce} = JSON.parse(event.data);
        if (type !== 'challenge') return fulfil(event.data);
        socket.send(JSON.stringify({type: 'hello', proof: await proofOf('${id}', nonce)}));
      };
      socket.onclose = event => fulfil(event.code + ' ' + event.reason);
    })`);

  expect(await talk(simulation.id)).toBe('{"type":"welcome","secret":"page-secret"}');
  expect(await talk('another')).toBe('4004 The page does not know the id of this simulation.');
  await page.goto('https://acme.myshopify.com/.simhost/missing.js');
  expect(await page.textContent('body')).toMatch(
    /simhost has no file missing\.js in .*served\/\. Build it first: npm run build\./,
  );

  const elsewhere = await page.evaluate<string>(`new Promise(fulfil => {
    const socket = new WebSocket('${control}');
    socket.onclose = event => fulfil(String(event.code));
  })`);

  expect(elsewhere).toBe('1006');
});

test('assets stay within the served folder', async ({server, folder}) => {
  await writeFile(`${folder}/secret.js`, 'secret');
  const {url} = await server.openLocal(fakeSimulation());

  for (const path of [
    '/.simhost/../secret.js',
    '/.simhost/..%2fsecret.js',
    '/.simhost/%2e%2e/secret.js',
    '/.simhost/..\\secret.js',
  ]) {
    expect((await ask(url.replace('localhost', '127.0.0.1'), path)).status).toBe(404);
  }
});
