import {expect, test} from '@playwright/test';
import {AskedRequests, type AskedRequest} from '../../wire/asked-request.ts';
import type {AppNetwork, NetworkRules} from '../../wire/sandbox.ts';
import {guardFetch} from './guarded-fetch.ts';

/** A request of an extension of the admin, and the way in which it is sent. */
type Row = readonly [applicationUrl: string, given: string, address: string, header: boolean];

const ROWS: readonly Row[] = [
  ['https://app.example.com', 'https://app.example.com/api', 'https://app.example.com/api', true],
  ['https://app.example.com', 'https://APP.example.com/api', 'https://app.example.com/api', true],
  ['https://app.example.com', 'https://eu.app.example.com/', 'https://eu.app.example.com/', true],
  ['https://app.example.com', 'https://a.b.app.example.com/', 'https://a.b.app.example.com/', true],
  ['https://app.example.com', 'https://evilapp.example.com/', 'https://evilapp.example.com/', false],
  [
    'https://app.example.com',
    'https://app.example.com.evil.com/',
    'https://app.example.com.evil.com/',
    false,
  ],
  ['https://app.example.com', 'https://example.com/', 'https://example.com/', false],
  ['https://app.example.com', 'https://other.example.com/', 'https://other.example.com/', false],
  ['https://app.example.com', 'https://app.example.com:8443/', 'https://app.example.com:8443/', false],
  ['https://app.example.com', 'https://acme.myshopify.com/x', 'https://acme.myshopify.com/x', false],
  ['https://app.example.com:8443', 'https://app.example.com:8443/', 'https://app.example.com:8443/', true],
  ['https://app.example.com', '/api?a=b', 'https://app.example.com/api?a=b', true],
  ['https://app.example.com', 'api', 'https://app.example.com/api', true],
  ['https://app.example.com/shopify/', 'api', 'https://app.example.com/shopify/api', true],
  ['https://app.example.com/shopify', '/api', 'https://app.example.com/api', true],
  ['https://app.example.com', '//eu.app.example.com/a', 'https://eu.app.example.com/a', true],
  ['https://app.example.com', '//other.com/a', 'https://other.com/a', false],
];

for (const [applicationUrl, given, address, header] of ROWS) {
  test(`${given} of the app ${applicationUrl} carries ${header ? 'a' : 'no'} token`, async () => {
    const {sent} = await send({url: applicationUrl}, given);
    expect([sent.url, sent.headers.get('authorization')]).toEqual([
      address,
      header ? 'Bearer token-1' : null,
    ]);
  });
}

test('keeps the headers and the body of the author, and asks for a token at each request', async () => {
  const init = {method: 'POST', headers: {a: 'b'}, body: 'text'};
  const {sent, tokens} = await send({url: 'https://myapp.com'}, '/api', init);
  expect([sent.method, sent.headers.get('a'), await sent.text()]).toEqual(['POST', 'b', 'text']);
  expect(tokens).toBe(1);
});

test('keeps an Authorization header of the author, and asks for no token', async () => {
  const {sent, tokens} = await send({url: 'https://myapp.com'}, '/api', {
    headers: {authorization: 'Basic eDp5'},
  });
  expect([sent.headers.get('authorization'), tokens]).toEqual(['Basic eDp5', 0]);
});

test('adds the token to a Request, and keeps its headers', async () => {
  const request = new Request('https://myapp.com/api', {method: 'PUT', headers: {a: 'b'}});
  const {sent} = await send({url: 'https://myapp.com'}, request);
  const {method, headers} = sent;
  expect([method, headers.get('a'), headers.get('authorization')]).toEqual(['PUT', 'b', 'Bearer token-1']);
});

test('sends no header if the page gives no token', async () => {
  const {sent} = await send({url: 'https://myapp.com'}, '/api', {}, async () => null);
  expect(sent.headers.has('authorization')).toBe(false);
});

test('rejects as the page does if it refuses the token, and sends nothing', async () => {
  const refused = send({url: 'https://myapp.com'}, '/api', {}, async () => {
    throw new Error('Error fetching ID token.');
  });
  await expect(refused).rejects.toThrow('Error fetching ID token.');
});

test('refuses http: in the words of the platform, and reports the request', async () => {
  const reports: AskedRequest[] = [];
  for (const url of ['http://localhost:3000', 'https://myapp.com']) {
    const given = url.startsWith('http:') ? '/api' : 'http://myapp.com/api';
    const refused = send({url}, given, {}, async () => 'token', reports);
    await expect(refused).rejects.toThrow('URL must be secure (HTTPS)');
  }

  expect(reports).toMatchObject([
    {url: 'http://localhost:3000/api', refused: 'insecure'},
    {url: 'http://myapp.com/api', refused: 'insecure'},
  ]);
});

test('refuses a relative URL of an app without application URL', async () => {
  await expect(send({url: null}, '/api')).rejects.toMatchObject({code: 'ERR_RELATIVE_URL'});
});

/** Fetches as an extension of the admin. Returns the request that would leave, and the number of tokens asked for. */
async function send(
  app: AppNetwork,
  input: string | Request,
  init: RequestInit = {},
  idToken?: () => Promise<string | null>,
  reports: AskedRequest[] = [],
): Promise<{sent: Request; tokens: number}> {
  const rules: NetworkRules = {
    app,
    allowed: true,
    declined: [],
    hostOrigin: 'https://admin.shopify.com',
    refusedScriptOrigin: null,
    forward: null,
  };

  const sent: Request[] = [];
  let tokens = 0;
  const guarded = guardFetch(
    () => rules,
    {
      address: 'https://extensions.shopifycdn.com/.simhost/boot.js',
      fetch: async (...request) => {
        sent.push(new Request(...request));
        return new Response('{}');
      },
    },
    {
      askPlatform: async () => new Response('{}'),
      idToken: idToken ?? (async () => `token-${++tokens}`),
    },
    new AskedRequests((report) => reports.push(report)),
  );

  await guarded(input, init);
  const [request] = sent;
  if (request === undefined) throw new Error('Nothing was sent.');
  return {sent: request, tokens};
}
