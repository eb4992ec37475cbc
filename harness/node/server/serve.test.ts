import {createHash} from 'node:crypto';
import http, {type IncomingHttpHeaders, type RequestOptions} from 'node:http';
import {expect, test as base} from '@playwright/test';
import {decodeJwt} from 'jose';
import {createSimulationCore, type SimulationCore} from '../../core/simulation/simulation-core.ts';
import {PUBLISHED_CUSTOMER_CLIENT_ID} from '../../core/world/customer-authentication.ts';
import {type OwnAnswer, serve} from './serve.ts';

const GRAPHQL = '/shopify.com/548380009/account/customer/api/unstable/graphql';
const QUERY = JSON.stringify({
  query: '{ uiExtensionSessionToken(id: "gid://shopify/ActivatedUiExtension/1") { value } }',
});

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

interface Fixtures {
  simulation: SimulationCore;
  answers: OwnAnswer[];
  port: string;
  ask: (method: string, path: string, options?: RequestOptions & {body?: string}) => Promise<Answered>;
  /** Steers with the simulation's id. */
  steer: (path: string, body: unknown) => Promise<{status: number; body: Record<string, unknown>}>;
}

const test = base.extend<Fixtures>({
  simulation: async ({}, use) =>
    use(createSimulationCore({app: {clientId: 'key', clientSecret: 'a-secret-of-the-app'}})),
  answers: async ({}, use) => use([]),
  port: async ({simulation, answers}, use) => {
    const served = await serve(simulation, {onAnswer: (answer) => answers.push(answer)});
    await use(new URL(served.url).port);
    await served.close();
  },
  ask: async ({port}, use) => {
    await use(
      (method, path, {body, ...options} = {}) =>
        new Promise((fulfil, reject) => {
          const request = http.request(
            {host: '127.0.0.1', port, method, path, agent: false, ...options},
            (response) => {
              let text = '';
              response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
              response.on('end', () =>
                fulfil({status: response.statusCode ?? 0, text, headers: response.headers}),
              );
            },
          );

          request.on('error', reject);
          request.end(body);
        }),
    );
  },
  steer: async ({ask, simulation}, use) => {
    await use(async (path, body) => {
      const {status, text} = await ask('POST', path, {
        body: JSON.stringify(body),
        headers: {authorization: `Bearer ${simulation.id}`},
      });
      return {status, body: JSON.parse(text) as Record<string, unknown>};
    });
  },
});

test('answers for each host of the platform by path, and logs the logical URL', async ({ask, simulation}) => {
  const {status, text} = await ask('POST', GRAPHQL, {body: QUERY});
  expect(status).toBe(401);
  expect(JSON.parse(text)).toMatchObject({errors: [{message: 'Unauthorized'}]});
  expect(simulation.requests.entries).toMatchObject([
    {method: 'POST', url: `https:/${GRAPHQL}`, outcome: 'platform', status: 401, token: null},
  ]);
});

test('reports health, version and hosts, and nothing secret', async ({ask, simulation, answers}) => {
  const {status, text} = await ask('GET', '/.simhost/health');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    hosts: simulation.platforms.hosts,
  });

  expect(answers).toEqual([]);
});

test('an unknown endpoint is answered with the known ones', async ({ask}) => {
  const {status, text} = await ask('GET', '/shopify.com/nowhere');
  expect(status).toBe(501);
  expect(text).toContain('has no GET https://shopify.com/nowhere');
  expect(text).toContain('Known at shopify.com: POST https://shopify.com/');
});

for (const [path, message] of [
  ['/', 'Nothing is at GET /.'],
  ['//', 'Nothing is at GET //.'],
  [
    '/acme.myshopfy.com/admin',
    'The host "acme.myshopfy.com" is not simulated here.\nDid you mean "acme.myshopify.com"?',
  ],
  ['/example.org/', 'The host "example.org" is not simulated here.\nKnown: /shopify.com/…'],
  ['/.simhost/mnt', 'Did you mean "/.simhost/mint"?'],
  ['/.simhost/backends/x', 'Known: /.simhost/mint'],
] as const) {
  test(`${path} is not found, in one to three lines`, async ({ask, answers}) => {
    const {status, text} = await ask('GET', path);
    expect(status).toBe(404);
    const said = path.startsWith('/.') ? (JSON.parse(text) as {error: string}).error : text;
    expect(said).toContain(message);
    expect(said.split('\n').length).toBeLessThanOrEqual(3);
    expect(answers).toEqual([{method: 'GET', path, status: 404}]);
  });
}

for (const [what, headers] of Object.entries({
  'a rebound host': {host: 'evil.example'},
  "a foreign page's origin": {origin: 'https://evil.example'},
  'an opaque origin': {origin: 'null'},
  'a cross-site request without an origin': {'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors'},
})) {
  test(`${what} is refused everywhere, even with the simulation's id`, async ({ask, simulation, port}) => {
    const authorization = `Bearer ${simulation.id}`;
    const sent = 'host' in headers ? {host: `${headers.host}:${port}`} : headers;

    for (const path of ['/.simhost/health', '/.simhost/mint', GRAPHQL]) {
      expect(
        (await ask('POST', path, {headers: {...sent, authorization}, body: '{"kind":"checkout"}'})).status,
      ).toBe(403);
    }

    expect(simulation.requests.entries).toEqual([]);
  });
}

test('a backend of a public client names the origin of its storefront, and a page may not', async ({ask}) => {
  const platform = '/shopify.com/authentication/548380009/oauth';
  const callback = 'https://shop.example.com/callback';
  const client = `client_id=${PUBLISHED_CUSTOMER_CLIENT_ID}&redirect_uri=${callback}`;
  const verifier = 'a-verifier-of-43-characters-or-more-for-tests-0';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const pkce = `code_challenge=${challenge}&code_challenge_method=S256`;

  const back = await ask('GET', `${platform}/authorize?response_type=code&scope=openid&${client}&${pkce}`);
  const code = new URL(back.headers.location ?? '').searchParams.get('code');
  const body = `grant_type=authorization_code&code=${code}&code_verifier=${verifier}&${client}`;
  const origin = 'https://shop.example.com';

  for (const headers of [
    {origin, 'sec-fetch-site': 'cross-site'},
    {origin, 'sec-fetch-site': 'none'},
  ])
    expect((await ask('POST', `${platform}/token`, {headers, body})).status).toBe(403);
  const {status, text} = await ask('POST', `${platform}/token`, {headers: {origin}, body});
  expect([status, decodeJwt((JSON.parse(text) as {id_token: string}).id_token).sub]).toEqual([200, '7001']);
});

for (const path of [
  '/.simhost/mint',
  '/.simhost/clock',
  '/.simhost/arm',
  '/.simhost/disarm',
  '/.simhost/customer',
]) {
  test(`${path} needs the simulation's id, and POST`, async ({ask, simulation}) => {
    const body = '{"kind":"checkout"}';
    const guess = '00000000-0000-4000-8000-000000000000';

    for (const headers of [
      {},
      {authorization: 'Bearer '},
      {authorization: `Bearer ${guess}`},
      {authorization: simulation.id},
    ]) {
      const {status, text} = await ask('POST', path, {headers, body});
      expect(status).toBe(401);
      expect(text).toContain('Authorization: Bearer <id>');
      expect(text).not.toContain(simulation.id);
    }

    expect((await ask('GET', path, {headers: {authorization: `Bearer ${simulation.id}`}})).status).toBe(405);
  });
}

test('no answer without the id contains the id or the secret', async ({ask, simulation}) => {
  for (const [method, path] of [
    ['GET', '/'],
    ['GET', '/.simhost/health'],
    ['POST', '/.simhost/mint'],
    ['POST', GRAPHQL],
  ] as const) {
    const {text, headers} = await ask(method, path);
    expect(text + JSON.stringify(headers)).not.toContain(simulation.id);
    expect(text + JSON.stringify(headers)).not.toContain('a-secret-of-the-app');
  }
});

test('mints with customer, claims and case', async ({steer}) => {
  const {status, body} = await steer('/.simhost/mint', {
    kind: 'checkout',
    customer: 'bea',
    claims: {extra: 1},
  });

  expect(status).toBe(200);
  expect(decodeJwt(String(body['token']))).toMatchObject({
    aud: 'key',
    sub: 'gid://shopify/Customer/7002',
    extra: 1,
  });

  const guest = await steer('/.simhost/mint', {kind: 'checkout', customer: 'guest'});
  expect(decodeJwt(String(guest.body['token'])).sub).toBeUndefined();
  const wrong = await steer('/.simhost/mint', {kind: 'checkout', case: 'aud-wrong'});
  expect(decodeJwt(String(wrong.body['token'])).aud).toBe('another-app');
});

test("mints VTEX's tokens, and answers for their accounts", async ({ask, steer}) => {
  const {body} = await steer('/.simhost/mint', {kind: 'vtex-admin', admin: 'mary', account: 'globex'});
  const token = String(body['token']);
  expect(decodeJwt(token)).toMatchObject({sub: 'mary@example.com', account: 'globex'});
  const statusAt = async (path: string): Promise<number> =>
    (await ask('GET', path, {headers: {VtexIdclientAutCookie: token}})).status;
  expect(await statusAt('/acme.myvtex.com/api/oms/pvt/orders')).toBe(200);
  expect(await statusAt('/api.vtexcommercestable.com.br/api/oms/pvt/orders?an=globex')).toBe(403);
  const {status, body: refused} = await steer('/.simhost/mint', {kind: 'vtex-admin', admin: 5});
  expect([status, refused['error']]).toEqual([400, expect.stringContaining('admin is not a string.')]);
});

test('signs in the customer of later tokens', async ({steer}) => {
  await steer('/.simhost/customer', {customer: {id: 'gid://shopify/Customer/5'}});
  const {body} = await steer('/.simhost/mint', {kind: 'customer-account'});
  expect(decodeJwt(String(body['token'])).sub).toBe('gid://shopify/Customer/5');
});

test('moves the clock', async ({steer}) => {
  const noon = Date.parse('2027-01-01T12:00:00Z');
  expect((await steer('/.simhost/clock', {freeze: '2027-01-01T12:00:00Z'})).body).toEqual({
    now: noon,
    frozen: true,
  });

  expect((await steer('/.simhost/clock', {advance: '6m'})).body).toEqual({now: noon + 360_000, frozen: true});
  expect((await steer('/.simhost/clock', {set: noon})).body).toEqual({now: noon, frozen: true});
  const {body} = await steer('/.simhost/mint', {kind: 'checkout'});
  expect(decodeJwt(String(body['token'])).iat).toBe(noon / 1000);
  expect((await steer('/.simhost/clock', {resume: true})).body).toMatchObject({frozen: false});
});

test('arms and disarms cases', async ({steer, simulation}) => {
  await steer('/.simhost/arm', {case: 'aud-wrong', times: 2});
  await steer('/.simhost/mint', {kind: 'checkout'});
  expect(simulation.undeliveredCases()).toEqual([{id: 'aud-wrong', delivered: 1, times: 2}]);
  expect((await steer('/.simhost/disarm', {case: 'aud-wrong'})).status).toBe(200);
  expect((await steer('/.simhost/arm', {case: 'key-wrong', times: 'Infinity'})).status).toBe(200);
  expect(simulation.undeliveredCases()).toEqual([{id: 'key-wrong', delivered: 0, times: Infinity}]);
});

for (const [path, body, code, message] of [
  [
    '/.simhost/mint',
    {kind: 'chekout'},
    'ERR_UNKNOWN_TOKEN_KIND',
    'Unknown token kind "chekout".\nDid you mean "checkout"? Known: checkout, customer-account',
  ],
  ['/.simhost/mint', {}, 'ERR_UNKNOWN_TOKEN_KIND', 'Known: checkout'],
  ['/.simhost/mint', [], 'ERR_BAD_BODY', 'not a JSON object.\nFor example {"kind"'],
  ['/.simhost/mint', {kind: 'checkout', custmer: 'ada'}, 'ERR_UNKNOWN_OPTION', 'Did you mean "customer"?'],
  ['/.simhost/mint', {kind: 'checkout', customer: 'bob'}, 'ERR_UNKNOWN_CUSTOMER', 'Unknown customer "bob"'],
  ['/.simhost/mint', {kind: 'checkout', customer: 5}, 'ERR_UNKNOWN_CUSTOMER', 'Not a customer: 5'],
  ['/.simhost/mint', {kind: 'checkout', claims: 'sub'}, 'ERR_BAD_CLAIM', 'claims is not a JSON object'],
  ['/.simhost/mint', {kind: 'checkout', case: 'exp'}, 'ERR_UNKNOWN_CASE', 'Unknown case "exp"'],
  ['/.simhost/clock', {}, 'ERR_BAD_BODY', 'one way at a time'],
  ['/.simhost/clock', {advance: '6m', freeze: true}, 'ERR_BAD_BODY', 'one way at a time'],
  ['/.simhost/clock', {advance: 'soon'}, 'ERR_BAD_DURATION', 'Not a duration: "soon"'],
  ['/.simhost/clock', {set: null}, 'ERR_BAD_INSTANT', 'Not an instant: null'],
  ['/.simhost/arm', {case: 'exp-past-60', times: 0}, 'ERR_BAD_OPTION', 'cannot be armed 0 times'],
  ['/.simhost/disarm', {case: 'exp-past-60'}, 'ERR_CASE_NOT_ARMED', 'is not armed'],
  ['/.simhost/customer', {}, 'ERR_BAD_BODY', 'Name a customer'],
  ['/.simhost/customer', {customer: [[[[[[1]]]]]]}, 'ERR_UNKNOWN_CUSTOMER', 'Not a customer: [[[[…]]]]'],
] as const) {
  test(`${path} refuses ${JSON.stringify(body)}`, async ({steer}) => {
    const answer = await steer(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body['code']).toBe(code);
    expect(String(answer.body['error'])).toContain(message);
  });
}

test('an invalid method does not crash the server', async ({ask}) => {
  const answer = await ask('TRACE', '/shopify.com/');
  expect(answer).toMatchObject({status: 405, text: 'The method TRACE is not allowed.'});
  expect((await ask('GET', '/.simhost/health')).status).toBe(200);
});

test('answers nothing before everything is prepared', async ({ask}) => {
  const order: string[] = [];
  let asked: Promise<unknown> = Promise.resolve();

  const {close} = await serve(createSimulationCore(), {
    prepare: async (url) => {
      asked = fetch(url).then(() => order.push('answered'));
      // Round trips to another server: time enough for an answer that does not wait.
      for (let round = 0; round < 5; round++) await ask('GET', '/.simhost/health');
      order.push('prepared');
    },
  });

  await asked;
  await close();
  expect(order).toEqual(['prepared', 'answered']);
});

test('prepares nothing for a port in use', async ({port, simulation}) => {
  let prepared = false;
  const prepare = async (): Promise<void> => void (prepared = true);
  await expect(serve(simulation, {port: Number(port), prepare})).rejects.toThrow(port);
  expect(prepared).toBe(false);
});

test('a failed preparation leaves no server behind', async () => {
  const prepare = (): Promise<void> => Promise.reject(new Error('no file'));
  await expect(serve(createSimulationCore(), {prepare})).rejects.toThrow('no file');
});

test('a port in use is an error that names it', async ({port}) => {
  await expect(serve(createSimulationCore(), {port: Number(port)})).rejects.toMatchObject({
    code: 'ERR_PORT_BUSY',
    message: expect.stringContaining(port),
  });
});

test('a backend with simhost/register learns the hosts, and reaches no other one', async ({ask}) => {
  const announced = await ask('POST', '/.simhost/backends', {body: JSON.stringify({key: '', port: 3000})});
  expect(JSON.parse(announced.text)).toEqual({
    hosts: expect.arrayContaining(['acme.myshopify.com', 'admin.shopify.com']),
    allow: [],
    proof: '',
  });

  const outside = await ask('GET', '/.simhost/outside/https/other-shop.myshopify.com/admin?secret=1');
  expect(outside.status).toBe(502);
  expect(decodeURIComponent(String(outside.headers['x-simhost-refused']))).toBe(
    'simhost refused GET https://other-shop.myshopify.com/admin of the backend: ' +
      'simhost serve does not simulate this host.\n' +
      'To change: the set-up of simhost. ' +
      'To let it through, start simhost serve with --allow other-shop.myshopify.com.',
  );
});

test('serve names the hosts that a backend may reach besides', async ({simulation}) => {
  const served = await serve(simulation, {allow: ['api.example.com']});
  const answer = await fetch(`${served.url}/.simhost/backends`, {method: 'POST', body: '{"key":""}'});
  await served.close();
  expect(await answer.json()).toMatchObject({allow: ['api.example.com']});
});
