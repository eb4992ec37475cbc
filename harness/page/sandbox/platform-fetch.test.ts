import {test, expect} from '@playwright/test';
import type {PlatformAnswer, PlatformRequest} from '../../wire/sandbox.ts';
import {platformFetch, type PlatformPage} from './platform-fetch.ts';

const STOREFRONT = 'shopify:storefront/api/graphql.json';
const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;

test('sends method, headers and body to the page, and answers with a response', async () => {
  const page = new FakePage({
    status: 201,
    statusText: 'Created',
    headers: [['content-type', 'application/json']],
    body: bytes('{"data":1}'),
  });

  const response = await platformFetch(page)(
    new Request(`${STOREFRONT}#part`, {method: 'POST', headers: {accept: 'a/b'}, body: 'é'}),
    'Error\n    at target.js:1:7',
  );

  const [request] = page.requests;

  expect(request).toMatchObject({
    id: 1,
    url: `${STOREFRONT}#part`,
    method: 'POST',
    stack: 'Error\n    at target.js:1:7',
  });
  expect(
    new Headers(request?.headers.map(([name, value]): [string, string] => [name, value])).get('accept'),
  ).toBe('a/b');

  expect(new TextDecoder().decode(request?.body ?? undefined)).toBe('é');
  expect(response).toBeInstanceOf(Response);

  expect([response.status, response.statusText, response.ok, response.url]).toEqual([
    201,
    'Created',
    true,
    STOREFRONT,
  ]);

  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.json()).toEqual({data: 1});
});

test('a request and an answer without a body stay without one', async () => {
  const page = new FakePage({status: 204, statusText: 'No Content', headers: [], body: null});
  const response = await platformFetch(page)(new Request(STOREFRONT), '');
  expect(page.requests[0]?.body).toBeNull();
  expect([response.status, response.body]).toEqual([204, null]);
});

test('rejects if the page refuses the request', async () => {
  const page = new FakePage(new TypeError('Failed to fetch'));
  await expect(platformFetch(page)(new Request(STOREFRONT), '')).rejects.toThrow(
    new TypeError('Failed to fetch'),
  );
});

test('an aborted request rejects with the reason, and the page is informed', async () => {
  const page = new FakePage(null);
  const send = platformFetch(page);
  void send(new Request(STOREFRONT)).catch(() => {});
  const controller = new AbortController();
  const response = send(new Request(STOREFRONT, {signal: controller.signal}));

  await page.asked(2);
  controller.abort(new Error('no longer shown'));
  await expect(response).rejects.toThrow('no longer shown');
  expect(page.aborted).toEqual([2]);
});

test('a request that is already aborted is not sent', async () => {
  const page = new FakePage(null);
  await expect(
    platformFetch(page)(new Request(STOREFRONT, {signal: AbortSignal.abort()}), ''),
  ).rejects.toMatchObject({name: 'AbortError'});
  expect(page.requests).toEqual([]);
});

/** Answers so, or, with `null`, not before a request is aborted. */
class FakePage implements PlatformPage {
  readonly requests: PlatformRequest[] = [];
  readonly aborted: number[] = [];
  readonly #answer: PlatformAnswer | Error | null;
  readonly #underway = new Map<number, (error: Error) => void>();
  #heard: () => void = () => {};

  constructor(answer: PlatformAnswer | Error | null) {
    this.#answer = answer;
  }

  async fetch(request: PlatformRequest): Promise<PlatformAnswer> {
    this.requests.push(request);
    this.#heard();
    if (this.#answer instanceof Error) throw this.#answer;
    return this.#answer ?? new Promise((_, reject) => this.#underway.set(request.id, reject));
  }

  async abortFetch(id: number): Promise<void> {
    this.aborted.push(id);
    this.#underway.get(id)?.(new DOMException('Aborted', 'AbortError'));
  }

  async asked(count: number): Promise<void> {
    while (this.requests.length < count) await new Promise<void>((resolve) => (this.#heard = resolve));
  }
}
