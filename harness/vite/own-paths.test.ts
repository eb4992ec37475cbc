import {expect, test} from '@playwright/test';
import {ownPathOf, pageOriginOf, refusalOf} from './own-paths.ts';

const FORWARD = {kind: 'forward', key: 'k-1', rest: 'https/myapp.com/a?b=c'};

for (const [url, base, expected] of [
  ['/.simhost/page.js', '/', {kind: 'script'}],
  ['/.simhost/page.js?v=1', '/', {kind: 'script'}],
  ['/.simhost/page', '/', {kind: 'ask'}],
  ['/.simhost/k-1/https/myapp.com/a?b=c', '/', FORWARD],
  ['/demo/.simhost/k-1/https/myapp.com/a?b=c', '/demo/', FORWARD],
  // The author's server has mounted Vite at its base.
  ['/.simhost/page.js', '/demo/', {kind: 'script'}],
  ['/.simhost//https/myapp.com/a', '/', {kind: 'forward', key: '', rest: 'https/myapp.com/a'}],
  ['/.simhost/other.js', '/', null],
  ['/.simhost/k-1/file/etc/passwd', '/', null],
  ['/src/.simhost/page.js', '/', null],
  ['/', '/', null],
] as const) {
  test(`reads ${url} below ${base}`, () => {
    expect(ownPathOf(url, base)).toEqual(expected);
  });
}

const HOST = {host: 'localhost:5173'};
const REFUSED = 'Only pages of this server may ask simhost.';

for (const [name, headers, refusal] of [
  ['a page of this server', {'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173'}, null],
  ['a program without these headers', {}, null],
  ['a page of another port', {'sec-fetch-site': 'same-site'}, REFUSED],
  ['a page of another site', {'sec-fetch-site': 'cross-site'}, REFUSED],
  ['an old browser with another origin', {origin: 'http://evil.example'}, REFUSED],
  ['a frame without an origin', {origin: 'null'}, REFUSED],
] as const) {
  test(`${refusal === null ? 'answers' : 'refuses'} ${name}`, () => {
    expect(refusalOf({headers: {...HOST, ...headers}})).toBe(refusal);
  });
}

test('reads the host of a request over HTTP/2', () => {
  const headers = {':authority': 'localhost:5173', ':scheme': 'https', origin: 'https://localhost:5173'};
  expect(refusalOf({headers})).toBeNull();
  expect(pageOriginOf({headers, socket: {} as never})).toBe('https://localhost:5173');
});

test('knows the origin of a GET request, which has no Origin header', () => {
  expect(pageOriginOf({headers: HOST, socket: {} as never})).toBe('http://localhost:5173');
  expect(pageOriginOf({headers: HOST, socket: {encrypted: true} as never})).toBe('https://localhost:5173');
});
