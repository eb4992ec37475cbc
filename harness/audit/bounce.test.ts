import {expect, test} from '@playwright/test';
import {isAppBridgePage, judgeBounce, mayBounce} from './bounce.ts';
import type {Answer} from './http-sender.ts';

const APP = {clientId: 'key'};
const SCRIPT =
  '<script data-api-key="key" src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>';

function page(body: string, type = 'text/html; charset=utf-8'): Answer {
  return {status: 200, headers: new Headers({'content-type': type}), body};
}

function redirect(location: string): Answer {
  return {status: 302, headers: new Headers({location}), body: ''};
}

for (const [says, answer, is] of [
  ['only the script', page(`<!doctype html><html><head>${SCRIPT}</head><body></body></html>`), true],
  ['the script and one of its own lines', page(`${SCRIPT}<script>window.open("/", "_top")</script>`), true],
  ['a text besides', page(`${SCRIPT}<h1>Products</h1>`), false],
  [
    'a script of the app besides',
    page(`${SCRIPT}<div id="root"></div><script src="/app.js"></script>`),
    false,
  ],
  ['no script', page('<!doctype html>'), false],
  ['another type', page(SCRIPT, 'text/plain'), false],
  ['a redirect', redirect('/auth/session-token'), false],
] as const) {
  test(`a page with ${says} is ${is ? '' : 'not '}one that only loads App Bridge`, () =>
    expect(isAppBridgePage(answer)).toBe(is));
}

for (const [says, answer, fault] of [
  ['a redirect with the whole URL', redirect(to('https://app.example/?shop=a')), null],
  ['the page itself', page(SCRIPT), null],
  ['a redirect elsewhere', redirect('/login'), 'no shopify-reload in the target'],
  ['a path alone', redirect(to('/?shop=a')), 'shopify-reload is not a whole URL'],
  ['the old token', redirect(to('https://app.example/?id_token=x')), 'shopify-reload still has id_token'],
  ['a refusal', {status: 401, headers: new Headers(), body: ''}, 'no redirect'],
] as const) {
  test(`the answer to a document request is judged as a bounce: ${says}`, () =>
    expect(judgeBounce('redirect', answer, APP)).toBe(fault));
}

for (const [says, answer, fault] of [
  ['the script with the client id', page(SCRIPT), null],
  ['another client id', page(SCRIPT.replace('"key"', '"other"')), 'no client id for App Bridge'],
  ['another script', page('<script src="/app.js"></script>'), 'no script of App Bridge'],
  ['JSON', page(SCRIPT, 'application/json'), 'no HTML'],
] as const) {
  test(`the bounce page is judged: ${says}`, () => expect(judgeBounce('page', answer, APP)).toBe(fault));
}

test('only requests to embedded apps without Authorization may lead to the bounce page', () => {
  const request = {method: 'GET', query: [], headers: [], body: null};
  const withHeader = {...request, headers: [['authorization', 'Bearer x']] as const};

  expect(mayBounce(request, {profile: 'embedded'})).toBe(true);
  expect(mayBounce(withHeader, {profile: 'embedded'})).toBe(false);
  expect(mayBounce(request, {profile: 'admin'})).toBe(false);
});

function to(reload: string): string {
  return `/auth/session-token?shopify-reload=${encodeURIComponent(reload)}`;
}
