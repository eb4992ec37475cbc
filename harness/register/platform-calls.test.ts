import {expect} from '@playwright/test';
import {http, HttpResponse} from 'msw';
import {fakeSimulation, fetchFromSandbox, proxied, test} from '../node/server/server.fixture.ts';
import type {FakeSimulation} from '../node/server/server.fixture.ts';

const PAGE = 'https://shopify.com/1/account/x';
const URL_OF_PLATFORM = 'https://shopify.com/admin/api/points?a=1';
const CLIENTS = ['fetch', 'node:https', 'axios', 'undici.request', 'undici.fetch'];

/** Asks the platform with the client that the path names, and answers with what it got. */
const ASKING = `
import {createServer} from 'node:http';
import https, {request as httpsRequest} from 'node:https';
import {createRequire} from 'node:module';
const require = createRequire(${JSON.stringify(new URL('../../fixtures/sdks/http-clients/package.json', import.meta.url).href)});
const axios = require('axios');
const undici = require('undici');
const url = process.env.ASKED ?? '${URL_OF_PLATFORM}';
const headers = {'content-type': 'text/plain', authorization: 'Bearer key'};
const withHttps = () => new Promise((resolve, reject) => {
  const request = httpsRequest(url, {method: 'POST', headers}, (response) => {
    let text = '';
    response.on('data', (chunk) => (text += chunk)).on('end', () => resolve([response.statusCode, text]));
  });
  request.on('error', reject);
  request.end('asked');
});
const clients = {
  fetch: async () => fetch(url, {method: 'POST', body: 'asked', headers}).then(async (answer) => [answer.status, await answer.text()]),
  'node:https': withHttps,
  axios: async () => axios.post(url, 'asked', {headers, validateStatus: () => true, transformResponse: (text) => text}).then(({status, data}) => [status, data]),
  'undici.request': async () => undici.request(url, {method: 'POST', body: 'asked', headers}).then(async (answer) => [answer.statusCode, await answer.body.text()]),
  'undici.fetch': async () => undici.fetch(url, {method: 'POST', body: 'asked', headers}).then(async (answer) => [answer.status, await answer.text()]),
};
createServer(async (request, response) => {
  const client = decodeURIComponent(request.url.slice(1));
  await new Promise((resolve) => setImmediate(resolve));
  const answer = await clients[client]().catch((error) => [0, error.cause?.message ?? error.message]);
  response.writeHead(200, {'access-control-allow-origin': '*'});
  response.end(JSON.stringify(answer));
}).listen(process.env.PORT, process.env.HOST);
setInterval(() => {}, 1000);
`;

/** Answers with its own name and what it was sent. */
function answering(id: string): FakeSimulation {
  const handler = http.post('https://shopify.com/admin/api/points', async ({request}) => {
    const leaked = [...request.headers.keys()].filter((name) => name.includes('simhost'));
    return HttpResponse.text(
      [id, await request.text(), request.headers.get('authorization'), ...leaked].join(' '),
      {status: 201},
    );
  });

  const broken = http.get('https://shopify.com/broken', () => HttpResponse.error());
  return fakeSimulation({id, handlers: [handler, broken]});
}

for (const client of CLIENTS) {
  test(`what a backend asks of the platform with ${client} is answered by the test that called it`, async ({
    server,
    contextOf,
    script,
  }) => {
    const backends = {'https://myapp.com': {command: await script('asking.mjs', ASKING)}};
    const asked = await Promise.all(
      ['first', 'second'].map(async (id) => {
        const simulation = answering(id);
        const page = await (await contextOf(await server.open(simulation, {backends}))).newPage();
        await page.goto(PAGE);
        const ask = (): Promise<string> =>
          fetchFromSandbox(page, `https://myapp.com/${encodeURIComponent(client)}`, {});
        return {id, simulation, answers: await Promise.all([ask(), ask(), ask()])};
      }),
    );

    for (const {id, simulation, answers} of asked) {
      expect(answers).toEqual(
        Array.from({length: 3}, () => `200 ${JSON.stringify([201, `${id} asked Bearer key`])}`),
      );
      const calls = simulation.requests.entries.filter(({url}) => url === URL_OF_PLATFORM);
      expect(calls).toHaveLength(3);
      expect(calls[0]).toMatchObject({
        method: 'POST',
        sender: 'backend',
        outcome: 'platform',
        status: 201,
        token: {sub: 'key'},
        origin: null,
      });
    }
  });
}

test('a connection that the platform breaks breaks for the backend', async ({server, contextOf, script}) => {
  const source = ASKING.replaceAll('POST', 'GET')
    .replaceAll("'asked'", 'undefined')
    .replace('admin/api/points?a=1', 'broken');

  const backends = {'https://myapp.com': {command: await script('asking.mjs', source)}};
  const page = await (await contextOf(await server.open(answering('one'), {backends}))).newPage();

  await page.goto(PAGE);
  for (const client of ['fetch', 'node:https', 'undici.request']) {
    expect(await fetchFromSandbox(page, `https://myapp.com/${encodeURIComponent(client)}`, {})).toMatch(
      /^200 \[0,/,
    );
  }
});

test('hosts that no platform answers for are asked as ever', async ({server, contextOf, script, listen}) => {
  const other = await listen((request, response) => response.end(`real ${request.method}`));
  const backends = {
    'https://myapp.com': {
      command: await script('asking.mjs', ASKING.replace("from 'node:https'", "from 'node:http'")),
      env: {ASKED: other},
    },
  };

  const page = await (await contextOf(await server.open(answering('one'), {backends}))).newPage();

  await page.goto(PAGE);
  for (const client of CLIENTS) {
    expect(await fetchFromSandbox(page, `https://myapp.com/${encodeURIComponent(client)}`, {}), client).toBe(
      '200 [200,"real POST"]',
    );
  }
});

test('outside of any request only a token or key leads to a simulation', async ({server, script}) => {
  const gateway = await server.open(answering('one'), {
    backends: {'https://myapp.com': {command: await script('asking.mjs', ASKING)}},
  });
  const ask = async (): Promise<unknown> => (await fetch(`${gateway.backends[0]?.address}/fetch`)).json();
  expect(await ask()).toEqual([502, expect.stringContaining('has neither a token nor an API key')]);
});

const CRM = 'https://api.example-crm.com/v1/points?a=1';

for (const client of CLIENTS) {
  test(`a host that is not simulated is refused by name with ${client}`, async ({server, script}) => {
    const simulation = answering('one');
    const command = await script('asking.mjs', ASKING);
    const {proxy, backends} = await server.open(simulation, {
      backends: {'http://myapp.test': {command, env: {ASKED: CRM}}},
    });

    const [status, error] = JSON.parse(
      await proxied(proxy, `http://myapp.test/${encodeURIComponent(client)}`),
    ) as [number, string];

    expect(status).toBe(0);
    expect(error).toContain('simhost refused POST https://api.example-crm.com/v1/points of the backend');
    expect(error).toContain(`allow: ['api.example-crm.com']`);

    expect(simulation.requests.entries.at(-1)).toMatchObject({
      method: 'POST',
      url: CRM,
      sender: 'backend',
      outcome: 'refused',
      status: null,
    });

    await expect
      .poll(() => backends[0]?.output().join('\n'))
      .toContain('simhost refused POST https://api.example-crm.com');
  });

  test(`a handler of the test answers for another host with ${client}`, async ({server, script}) => {
    const handler = http.post('https://api.example-crm.com/v1/points', async ({request}) => {
      const leaked = [...request.headers.keys()].filter((name) => name.includes('simhost'));
      return HttpResponse.text(
        ['crm', await request.text(), request.headers.get('authorization'), ...leaked].join(' '),
        {status: 202},
      );
    });

    const simulation = fakeSimulation({handlers: [handler]});
    const command = await script('asking.mjs', ASKING);
    const {proxy} = await server.open(simulation, {
      backends: {'http://myapp.test': {command, env: {ASKED: CRM}}},
    });

    const answer: unknown = JSON.parse(
      await proxied(proxy, `http://myapp.test/${encodeURIComponent(client)}`),
    );

    expect(answer).toEqual([202, 'crm asked Bearer key']);
    expect(simulation.requests.entries.at(-1)).toMatchObject({
      url: CRM,
      sender: 'backend',
      outcome: 'platform',
      status: 202,
      problem: null,
    });
  });
}

test('an allowed host is asked itself, and a WebSocket to another one is refused', async ({
  server,
  script,
}) => {
  const webSocket = `WebSocket: async () => new Promise((_, reject) => {
    new undici.WebSocket(url).addEventListener('error', ({error}) => reject(error ?? new Error('refused')));
  }),
  fetch:`;

  const source = ASKING.replace('fetch:', webSocket);
  const simulation = answering('one');
  const command = await script('asking.mjs', source);
  const open = (env: Record<string, string>, allow: string[]) =>
    server.open(simulation, {backends: {'http://myapp.test': {command, env, allow}}});

  // .invalid never resolves, so an allowed request fails by its name.
  const allowed = await open({ASKED: 'https://api.crm.invalid/'}, ['*.crm.invalid']);

  for (const client of CLIENTS) {
    const answer = await proxied(allowed.proxy, `http://myapp.test/${encodeURIComponent(client)}`);
    expect(answer, client).toMatch(/^\[0,"getaddrinfo (?:ENOTFOUND|EAI_AGAIN) api\.crm\.invalid"/);
  }

  expect(simulation.requests.entries.filter(({sender}) => sender === 'backend')).toEqual([]);

  const socket = await open({ASKED: 'wss://live.crm.invalid/'}, []);
  expect(await proxied(socket.proxy, 'http://myapp.test/WebSocket')).toContain('[0,');
  expect(simulation.requests.entries.at(-1)).toMatchObject({
    url: 'https://live.crm.invalid/',
    sender: 'backend',
    outcome: 'refused',
  });
});

test('two tests answer one backend for the same host, each with its own handler', async ({
  server,
  script,
}) => {
  const backends = {'http://myapp.test': {command: await script('asking.mjs', ASKING), env: {ASKED: CRM}}};
  const opened = await Promise.all(
    ['first', 'second'].map(async (id) => {
      const handlers = [http.post('https://api.example-crm.com/v1/points', () => HttpResponse.text(id))];
      return server.open(fakeSimulation({id, handlers}), {backends});
    }),
  );

  const answers = await Promise.all(opened.map(({proxy}) => proxied(proxy, 'http://myapp.test/fetch')));
  expect(answers).toEqual(['[200,"first"]', '[200,"second"]']);
});

test('what a backend asks before any request is refused too', async ({server, script}) => {
  const source = `await fetch('${CRM}').catch(({cause}) => console.log('start: ' + cause.message));\n${ASKING}`;
  const simulation = answering('one');
  const {backends} = await server.open(simulation, {
    backends: {'http://myapp.test': {command: await script('early.mjs', source)}},
  });

  expect(backends[0]?.output().join('\n')).not.toContain('[MSW]');
  await expect
    .poll(() => backends[0]?.output().join('\n'))
    .toContain('start: simhost refused GET https://api.example-crm.com/v1/points');

  expect(simulation.requests.entries).toEqual([
    expect.objectContaining({url: CRM, sender: 'backend', outcome: 'refused'}),
  ]);
});
