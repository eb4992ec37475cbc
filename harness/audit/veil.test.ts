import {expect, test} from '@playwright/test';
import {Veil} from './veil.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg';

test('tokens and secrets are taken out, in whatever form they come back', () => {
  const veil = new Veil(['s3cret/with+odd=signs']);
  const [, claims = '', signature = ''] = TOKEN.split('.');
  for (const text of [
    TOKEN,
    `Bearer ${TOKEN}!`,
    encodeURIComponent(TOKEN),
    claims,
    `x${signature}`,
    's3cret/with+odd=signs',
    's3cret%2Fwith%2Bodd%3Dsigns',
  ]) {
    const clean = veil.hide(`before ${text} after`, [TOKEN]);
    expect(clean).toMatch(/^before .*<(token|secret)>.* after$/);
    for (const part of [claims, signature, 's3cret']) expect(clean).not.toContain(part);
  }
});

test('a damaged token is taken out too', () => {
  const damaged = `${TOKEN}==`;
  expect(new Veil([]).hide(`got "${damaged}"`, [damaged])).toBe('got "<token>"');
  expect(new Veil([]).hide(JSON.stringify({token: `"${TOKEN}"`}), [`"${TOKEN}"`])).not.toContain('c2lnbmF0dXJl');
});

test('short words that a case sends instead of a token stay', () => {
  expect(new Veil(['']).hide('null is not a token', ['null', ''])).toBe('null is not a token');
});
