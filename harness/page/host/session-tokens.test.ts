import {test, expect} from '@playwright/test';
import {SessionTokens, type TokenHolder} from './session-tokens.ts';

const ADA: TokenHolder = {
  surface: 'customer-account',
  activationId: 'gid://shopify/ActivatedUiExtension/1',
  clientId: 'key',
  shop: 's1',
  customer: 'ada',
  scopes: ['a', 'b'],
};

test("keeps a token until it expires on the page's clock", async () => {
  const {get, pass} = page();
  expect(await get(ADA)).toBe('token-1');
  pass(299_999);
  expect(await get(ADA)).toBe('token-1');
  pass(1);
  expect(await get(ADA)).toBe('token-2');
});

test('keeps no token past the whole second at which it expires', async () => {
  const {get, pass} = page();
  pass(900);
  expect(await get(ADA)).toBe('token-1');
  pass(299_099);
  expect(await get(ADA)).toBe('token-1');
  pass(1);
  expect(await get(ADA)).toBe('token-2');
});

for (const [name, change, same] of [
  ['app', {clientId: 'other'}, false],
  ['shop', {shop: 's2'}, false],
  ['customer', {customer: null}, false],
  ['scopes', {scopes: ['a']}, false],
  ['order of scopes', {scopes: ['b', 'a']}, true],
  ['extension', {activationId: 'gid://shopify/ActivatedUiExtension/2'}, true],
] as const) {
  test(`another ${name} gets ${same ? 'the same' : 'its own'} token`, async () => {
    const {get} = page();
    await get(ADA);
    expect(await get({...ADA, ...change})).toBe(same ? 'token-1' : 'token-2');
  });
}

test('calls at the same time share one request', async () => {
  const {get, asked} = page();
  expect(await Promise.all([get(ADA), get(ADA)])).toEqual(['token-1', 'token-1']);
  expect(asked).toHaveLength(1);
});

test('a flush forgets tokens, including those of open requests', async () => {
  const {get, tokens} = page();
  const underway = get(ADA);
  tokens.flush();
  expect(await get(ADA)).toBe('token-2');
  expect(await underway).toBe('token-1');
  expect(await get(ADA)).toBe('token-2');
});

for (const [name, answer, reason] of [
  ['null', () => Response.json({data: {uiExtensionSessionToken: null}}), 'answered no token'],
  [
    'errors',
    () => Response.json({errors: [{message: 'Invalid global id'}]}),
    'answered with errors: Invalid global id',
  ],
  ['an HTTP failure', () => new Response('', {status: 503}), 'answered 503'],
  ['no JSON', () => new Response('<p>'), 'shopify.sessionToken.get() failed'],
  ['nothing', () => Promise.reject(new TypeError('Failed to fetch')), 'Failed to fetch'],
] as const) {
  test(`an endpoint that answers ${name} is the platform's error, reported to the page, and requested again next time`, async () => {
    let fails = true;
    const {get, told} = page((n) =>
      fails
        ? answer()
        : Response.json({data: {uiExtensionSessionToken: {value: `token-${n}`, expiresIn: 300}}}),
    );

    const error: unknown = await get(ADA).catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({name: 'SessionTokenApiError', message: 'Error fetching session token.'});
    expect(told).toEqual([expect.stringContaining(reason)]);
    fails = false;
    expect(await get(ADA)).toBe('token-2');
  });
}

test("asks the endpoint with the page's secret and the extension's id", async () => {
  const {get, asked} = page();
  await get(ADA);
  expect(asked[0]).toMatchObject({
    url: 'https://shopify.com/graphql',
    variables: {id: ADA.activationId},
    secret: 'page-secret',
  });
});

interface Asked {
  readonly url: string;
  readonly variables: unknown;
  readonly secret: string | null;
}

interface FakePage {
  readonly tokens: SessionTokens;
  readonly asked: Asked[];
  readonly told: string[];
  get(holder: TokenHolder): Promise<string>;
  pass(milliseconds: number): void;
}

function page(
  answer: (n: number) => Response | Promise<Response> = (n) =>
    Response.json({data: {uiExtensionSessionToken: {value: `token-${n}`, expiresIn: 300}}}),
): FakePage {
  let now = 1_000_000;
  const asked: Asked[] = [];
  const told: string[] = [];

  const tokens = new SessionTokens({
    endpoint: () => 'https://shopify.com/graphql',
    secret: async () => 'page-secret',
    now: () => now,
  });

  const send: typeof fetch = async (url, init) => {
    const request = new Request(url, init);
    const {variables} = (await request.json()) as {variables: unknown};
    asked.push({url: request.url, variables, secret: request.headers.get('x-simhost-page')});
    return answer(asked.length);
  };

  return {
    tokens,
    asked,
    told,
    get: (holder) => tokens.get(holder, {report: (problem) => told.push(problem), send}),
    pass: (by) => void (now += by),
  };
}
