import {expect, test} from '@playwright/test';
import {Redactor} from './redactor.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg';

test('tokens and secrets are taken out, in whatever form they come back', () => {
  const redactor = new Redactor(['s3cret/with+odd=signs']);
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
    const clean = redactor.redact(`before ${text} after`, [TOKEN]);
    expect(clean).toMatch(/^before .*<(token|secret)>.* after$/);
    for (const part of [claims, signature, 's3cret']) expect(clean).not.toContain(part);
  }
});

test('a damaged token is taken out too', () => {
  const damaged = `${TOKEN}==`;
  expect(new Redactor([]).redact(`got "${damaged}"`, [damaged])).toBe('got "<token>"');
  expect(new Redactor([]).redact(JSON.stringify({token: `"${TOKEN}"`}), [`"${TOKEN}"`])).not.toContain(
    'c2lnbmF0dXJl',
  );
});

test('short words that a case sends instead of a token stay', () => {
  expect(new Redactor(['']).redact('null is not a token', ['null', ''])).toBe('null is not a token');
});

test('secrets are taken out where they come back in JSON', () => {
  const secret = '{"api":"S3cret/99"}';
  const redactor = new Redactor([secret]);
  const once = JSON.stringify({seen: secret});
  for (const text of [once, once.replaceAll('/', String.raw`\/`), JSON.stringify({error: once})]) {
    expect(redactor.redact(text)).not.toMatch(/S3cret/);
  }
});

test('short secrets are taken out as whole words alone', () => {
  const redactor = new Redactor(['abc1', '7', 'a-b.$']);
  for (const [text, clean] of [
    ['{"pin":"abc1","level":7}', '{"pin":"<secret>","level":<secret>}'],
    ['?pin=abc1&x=%22abc1%22', '?pin=<secret>&x=%22<secret>%22'],
    [String.raw`a\nabc1\n`, String.raw`a\n<secret>\n`],
    ['abc12 xabc1 abc_abc1 17 70', 'abc12 xabc1 abc_abc1 17 70'],
    ['a-b.$, xa-b.$ a-bc$', '<secret>, xa-b.$ a-bc$'],
  ] as const) {
    expect(redactor.redact(text)).toBe(clean);
  }
});
