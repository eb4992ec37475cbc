import {test, expect} from '@playwright/test';
import {AskedRequests, type AskedRequest} from '../../wire/asked-request.ts';
import type {NetworkRules} from '../../wire/sandbox.ts';
import {guardFetch} from './guarded-fetch.ts';

for (const [name, input, change, message, address] of [
  [
    'to an app proxy without network access',
    'https://host.example/apps/points/1',
    {allowed: false},
    'fetch to https://host.example/apps/points/1 was refused.',
  ],
  [
    'to an app proxy without backend',
    'https://host.example/apps/points/1',
    {forward: {base: 'https://host.example/f/', origins: ['https://host.example/apps/other']}},
    'No backend is mapped to https://host.example/apps/points.',
  ],
  [
    'without network access',
    'https://myapp.com/api?token=1',
    {allowed: false},
    [
      'Permission to use fetch() must be specified under [capabilities] with "network_access = true".',
      'fetch to https://myapp.com/api was refused. Add to shopify.extension.toml:',
      '[extensions.capabilities]\nnetwork_access = true',
    ].join('\n'),
  ],
  [
    'to the host page',
    'http://127.0.0.1:80/.simhost/control',
    {hostOrigin: 'http://127.0.0.1'},
    'the origin of the page that hosts it',
  ],
  [
    'to the host page without network access',
    'https://host.example/',
    {allowed: false},
    'the origin of the page that hosts it',
  ],
  [
    'of a relative URL',
    '/api/points',
    {},
    'fetch("/api/points"): an extension runs in an opaque origin, which has no base URL.',
  ],
  [
    'of a relative URL, which leads to the host page',
    '/api/points',
    {},
    'the origin of the page that hosts it',
    'https://host.example/.simhost/boot.js',
  ],
  [
    "to the origin of the extension's own script, where the platform refuses it",
    'https://extensions.shopifycdn.com/extensions/1/assets/other.js',
    {refusedScriptOrigin: 'https://extensions.shopifycdn.com', allowed: false},
    "Fetches to the iframe's origin are not allowed.",
  ],
  [
    'of a relative URL, which leads there',
    '/api/points',
    {refusedScriptOrigin: 'https://extensions.shopifycdn.com'},
    "Fetches to the iframe's origin are not allowed.",
    'https://extensions.shopifycdn.com/.simhost/boot.js',
  ],
  ['of another protocol', 'ftp://myapp.com/points', {}, 'an extension cannot fetch ftp: URLs.'],
  [
    'to an origin without backend',
    'https://other.com:8443/a',
    {forward: {base: 'https://host.example/f/', origins: ['https://myapp.com']}},
    'No backend is mapped to https://other.com:8443.\nStart simhost dev with --backend https://other.com:8443=<url or command>.',
  ],
] as const) {
  test(`refuses a fetch ${name}`, async () => {
    const sent: unknown[] = [];
    const guarded = guard(change, sent, address);
    await expect(guarded(input)).rejects.toThrow(message);
    expect(sent).toEqual([]);
  });
}

test("a refusal without network access has the platform's name", async () => {
  await expect(guard({allowed: false}, [])('https://myapp.com/api')).rejects.toMatchObject({
    name: 'NetworkAccessDeniedError',
    code: 'ERR_NETWORK_ACCESS',
  });
});

test('passes an allowed request unchanged', async () => {
  const sent: unknown[] = [];
  const init = {headers: {a: 'b'}};
  await guard({}, sent)('https://myapp.com/a', init);
  expect(sent).toEqual([['https://myapp.com/a', init]]);
});

test('sends a request to a mapped origin through the forward base, and the answer has the real URL', async () => {
  const sent: [RequestInfo, unknown][] = [];
  const guarded = guard({forward: {base: 'https://host.example/f/', origins: ['https://myapp.com']}}, sent);
  const response = await guarded(
    new Request('https://myapp.com/a?b=c', {method: 'POST', body: 'x', headers: {d: 'e'}}),
  );

  const request = sent[0]?.[0] as Request;

  expect([request.url, request.method, await request.text(), request.headers.get('d')]).toEqual([
    'https://host.example/f/https/myapp.com/a?b=c',
    'POST',
    'x',
    'e',
  ]);

  expect(response.url).toBe('https://myapp.com/a?b=c');
});

test("passes a request to the origin of the extension's own script if the platform allows it", async () => {
  const sent: unknown[] = [];
  await guard(
    {},
    sent,
    'https://extensions.shopifycdn.com/.simhost/boot.js',
  )('https://extensions.shopifycdn.com/a.js');

  expect(sent).toHaveLength(1);
});

test("sends a request with Shopify's own protocol to the platform, even without network access", async () => {
  const [sent, asked]: [unknown[], Request[]] = [[], []];
  const guarded = guard(
    {allowed: false, forward: {base: 'https://host.example/f/', origins: []}},
    sent,
    undefined,
    asked,
  );

  const init = {method: 'POST', body: 'x', headers: {d: 'e'}};

  for (const input of [
    'shopify:storefront/api/graphql.json',
    new URL('shopify://storefront/api/graphql.json'),
  ])
    await guarded(input, init);

  await guarded(new Request('shopify://customer-account/api/2026-07/graphql.json', init));
  expect(
    await Promise.all(
      asked.map(async (request) => [
        request.url,
        request.method,
        await request.text(),
        request.headers.get('d'),
      ]),
    ),
  ).toEqual([
    ['shopify:storefront/api/graphql.json', 'POST', 'x', 'e'],
    ['shopify://storefront/api/graphql.json', 'POST', 'x', 'e'],
    ['shopify://customer-account/api/2026-07/graphql.json', 'POST', 'x', 'e'],
  ]);

  expect(sent).toEqual([]);
});

function guard(
  change: Partial<NetworkRules>,
  sent: unknown[],
  address: string = 'data:text/javascript,',
  asked: Request[] = [],
  reports: AskedRequest[] = [],
): typeof fetch {
  const rules: NetworkRules = {
    app: null,
    allowed: true,
    declined: [],
    hostOrigin: 'https://host.example',
    refusedScriptOrigin: null,
    forward: null,
    ...change,
  };

  const send = async (...request: unknown[]): Promise<Response> => {
    sent.push(request);
    return new Response('{}');
  };

  return guardFetch(
    () => rules,
    {address, fetch: send},
    {
      askPlatform: async (request) => {
        asked.push(request);
        return new Response('{}');
      },
      idToken: async () => null,
    },
    new AskedRequests((report) => reports.push(report)),
  );
}

test('reports a request with the line of its call, and which earlier ones have ended', async () => {
  const [sent, reports]: [unknown[], AskedRequest[]] = [[], []];
  const guarded = guard({}, sent, undefined, [], reports);

  await guarded(new Request('https://myapp.com/a#part', {method: 'put'}));
  await guarded('https://myapp.com/b');
  const [first, second] = reports;

  expect(reports).toMatchObject([
    {method: 'PUT', url: 'https://myapp.com/a', ended: []},
    {method: 'GET', url: 'https://myapp.com/b', ended: [first?.id]},
  ]);

  expect(second?.stack).toContain('guarded-fetch.test.ts');
  expect(second?.id).not.toBe(first?.id);
});

test('reports a request that is refused with the reason', async () => {
  const reports: AskedRequest[] = [];
  const forward = {base: 'https://host.example/f/', origins: []};
  for (const change of [{allowed: false}, {forward}])
    await expect(guard(change, [], undefined, [], reports)('https://myapp.com/a')).rejects.toThrow();

  expect(reports).toMatchObject([
    {method: 'GET', url: 'https://myapp.com/a', refused: 'network_access'},
    {method: 'GET', url: 'https://myapp.com/a', refused: 'no backend'},
  ]);
});
