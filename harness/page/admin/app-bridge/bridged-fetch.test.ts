import {expect, test} from '@playwright/test';
import {bridgedFetch} from './bridged-fetch.ts';

const PAGE = new URL('https://app.example.com/notes?shop=acme.myshopify.com');
const ORIGINS = ['https://api.example.net'];

const REQUESTS: readonly (readonly [url: string, carriesToken: boolean])[] = [
  ['https://app.example.com/api', true],
  ['https://api.app.example.com/', true],
  ['http://app.example.com/api', false],
  ['https://app.example.com:8443/api', false],
  ['https://notapp.example.com/', false],
  ['https://example.com/', false],
  ['https://api.example.net/notes', true],
  ['https://api.example.net:8443/notes', false],
  ['http://api.example.net/notes', false],
];

for (const [url, carriesToken] of REQUESTS) {
  test(`a request to ${url} carries ${carriesToken ? 'a token' : 'no token'}`, async () => {
    const {fetch, sent} = page();
    await fetch(url);
    expect(sent.map(({headers}) => headers.get('authorization'))).toEqual([
      carriesToken ? 'Bearer token-1' : null,
    ]);
    expect(sent[0]?.headers.get('x-requested-with')).toBe(carriesToken ? 'XMLHttpRequest' : null);
    expect(sent[0]?.headers.get('accept-language')).toBe(carriesToken ? 'en-GB' : null);
  });
}

test('a refused token is replaced once, and the body is sent again', async () => {
  const refused = (): Response =>
    new Response(null, {status: 401, headers: {'x-shopify-retry-invalid-session-request': '1'}});
  const {fetch, sent} = page(refused);

  const response = await fetch('https://app.example.com/api', {method: 'POST', body: 'a note'});
  expect(response.status).toBe(401);
  expect(sent.map(({headers}) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
  expect(await Promise.all(sent.map((request) => request.text()))).toEqual(['a note', 'a note']);
});

test('a token of the app itself stays, and is not replaced', async () => {
  const refused = (): Response =>
    new Response(null, {status: 401, headers: {'x-shopify-retry-invalid-session-request': '1'}});
  const {fetch, sent} = page(refused);
  await fetch('https://app.example.com/api', {headers: {Authorization: 'mine'}});
  expect(sent.map(({headers}) => headers.get('authorization'))).toEqual(['mine']);
});

const ADDRESSES: readonly (readonly [header: string, opened: string])[] = [
  ['/auth?shop=acme.myshopify.com', 'https://app.example.com/auth?shop=acme.myshopify.com'],
  ['https://acme.myshopify.com/admin/oauth/authorize', 'https://acme.myshopify.com/admin/oauth/authorize'],
];

for (const [header, opened] of ADDRESSES) {
  test(`an answer that asks for a new authorization at ${header} opens it, and never settles`, async () => {
    const {fetch, redirects} = page(() => reauthorize(header));
    let isSettled = false;
    const settle = (): void => void (isSettled = true);
    fetch('https://app.example.com/api').then(settle, settle);

    await expect.poll(() => redirects).toEqual([opened]);
    expect(isSettled).toBe(false);
  });
}

test('another origin of the app cannot ask for a new authorization', async () => {
  const {fetch, redirects} = page(() => reauthorize('/auth'));
  expect((await fetch('https://api.example.net/notes')).status).toBe(403);
  expect(redirects).toEqual([]);
});

function reauthorize(url: string): Response {
  return new Response(null, {
    status: 403,
    headers: {'x-shopify-api-request-failure-reauthorize-url': url},
  });
}

/** The `fetch` of a page of the app, with all that it sends and opens. */
function page(answer: () => Response = () => new Response('fine')): {
  readonly fetch: typeof globalThis.fetch;
  readonly sent: readonly Request[];
  readonly redirects: readonly string[];
} {
  const sent: Request[] = [];
  const redirects: string[] = [];
  let tokens = 1;

  const fetch = bridgedFetch({
    config: {appOrigins: ORIGINS, locale: 'en-GB'},
    page: PAGE,
    idToken: async (renew) => `token-${renew ? ++tokens : tokens}`,
    redirect: (url) => void redirects.push(url),
    send: async (input, init) => {
      sent.push(new Request(input, init));
      return answer();
    },
  });
  return {fetch, sent, redirects};
}
