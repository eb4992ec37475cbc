import {expect, test} from '@playwright/test';
import {localCookie, localLocation, withHead} from './store-page.ts';

const HEADER = 'vid_rt=1; Domain=.acme.myvtex.com; Path=/api; HttpOnly; Secure; SameSite=Strict; Max-Age=60';

test('a cookie of the store sticks at the local address, in a frame of the console and without it', () => {
  expect(localCookie(HEADER, true)).toBe(
    'vid_rt=1; Path=/api; HttpOnly; Max-Age=60; Secure; SameSite=None; Partitioned',
  );
  expect(localCookie(HEADER, false)).toBe('vid_rt=1; Path=/api; HttpOnly; Max-Age=60; SameSite=Lax');
});

test('a redirect within the store stays at the local address, and others are kept', () => {
  const from = new URL('https://acme.myvtex.com/login');
  expect(localLocation('https://acme.myvtex.com/orders?page=2#top', from)).toBe('/orders?page=2#top');
  expect(localLocation('/orders', from)).toBe('/orders');
  expect(localLocation('https://acme.myvtex.com//evil.example/a', from)).toBe('/.//evil.example/a');
  expect(localLocation('https://pay.example/', from)).toBe('https://pay.example/');
  expect(localLocation('//pay.example/', from)).toBe('https://pay.example/');
  expect(localLocation('http:pay.example', from)).toBe('http://pay.example/');
  expect(localLocation('', from)).toBe('');
  expect(localLocation('/caf\u00c3\u00a9', from)).toBe('/caf%C3%A9');
});

for (const [html, written] of [
  [
    '<!doctype html><html><head lang="en"><title>a</title>',
    '<!doctype html><html><head lang="en">+<title>a</title>',
  ],
  ['<!doctype html><title>a</title>', '<!doctype html>+<title>a</title>'],
  ['<header>a</header>', '+<header>a</header>'],
  ['', '+'],
] as const)
  test(`the script comes first in ${JSON.stringify(html)}`, () => {
    expect(withHead(html, '+')).toBe(written);
  });
