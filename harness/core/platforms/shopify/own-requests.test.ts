import {expect, test} from '@playwright/test';
import {getResponse, http, HttpResponse} from 'msw';
import {EXTENSION_HEADER, PAGE_SECRET_HEADER} from '../../../wire/control.ts';
import {ownRequests} from './own-requests.ts';

const API = 'https://acme.myshopify.com/api/graphql';
const SCRIPT = 'https://extensions.shopifycdn.com/extensions/1/assets/points.js';
const deps = {
  knowsPage: (secret: string | null) => secret === 'page-secret',
  codeAt: (url: string) => (url === SCRIPT ? 'shopify.extend()' : undefined),
};

/** Returns who answers: the platform, or the test. */
async function answerer(url: string, method: string, headers: Record<string, string> = {}): Promise<string> {
  const platform = [http.options(API, () => HttpResponse.text('platform')), http.all('*', byPlatform)];
  const handlers = [ownRequests(deps, platform), http.all('*', () => HttpResponse.text('test'))];
  const response = await getResponse(handlers, new Request(url, {method, headers}));
  return (await response?.text()) ?? 'nobody';
}

const byPlatform = (): Response => HttpResponse.text('platform');
const PREFLIGHT = {origin: 'null', 'access-control-request-method': 'POST'};

test('the platform answers a page that asks for a token', async () => {
  expect(await answerer(API, 'POST', {[PAGE_SECRET_HEADER]: 'page-secret'})).toBe('platform');
});

test('the test answers what a page asks for an extension', async () => {
  const headers = {[PAGE_SECRET_HEADER]: 'page-secret', [EXTENSION_HEADER]: 'gid://shopify/1'};
  expect(await answerer(API, 'POST', headers)).toBe('test');
});

test('the test answers a request with a guessed secret', async () => {
  expect(await answerer(API, 'POST', {[PAGE_SECRET_HEADER]: 'guessed'})).toBe('test');
});

test('the platform answers the preflights that it knows, and no others', async () => {
  expect(await answerer(API, 'OPTIONS', PREFLIGHT)).toBe('platform');
  expect(await answerer(API, 'OPTIONS')).toBe('test');
  expect(await answerer(`${API}/other`, 'OPTIONS', PREFLIGHT)).toBe('test');
});

test('the platform answers for the script of a mounted extension, and the test for other files', async () => {
  expect(await answerer(SCRIPT, 'GET')).toBe('platform');
  expect(await answerer(`${SCRIPT}.map`, 'GET')).toBe('test');
});
