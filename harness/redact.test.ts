import {expect, test} from '@playwright/test';
import {redact} from './redact.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

test('redacts a token, whole or without its signature', () => {
  const unsigned = TOKEN.split('.').slice(0, 2).join('.');
  expect(redact(`got ${TOKEN}, and ${unsigned}.`)).toBe('got <token>, and <token>');
});

test('ignores an empty secret', () => {
  expect(redact('key=s3cret', ['s3cret', ''])).toBe('key=<secret>');
});

const LONG = 'shpss_0123456789abcdef';

for (const [secret, text, result] of [
  // An ordinary word stays in sentences, names and paths.
  [
    'secret',
    'the token was good; check the secret and client id',
    'the token was good; check the secret and client id',
  ],
  [
    'secret',
    'clientSecret: a secret, two secrets, the secret-keeper',
    'clientSecret: a secret, two secrets, the secret-keeper',
  ],
  ['secret', '{"secret": "other"}', '{"secret": "other"}'],
  [
    'x',
    'https://extensions.shopifycdn.com/x/Block.jsx:36:17',
    'https://extensions.shopifycdn.com/x/Block.jsx:36:17',
  ],
  ['key', 'https://myapp.com/key/1?keys=2', 'https://myapp.com/key/1?keys=2'],
  // The same word is replaced where it is a value.
  ['secret', 'X-App-Secret: secret', 'X-App-Secret: <secret>'],
  ['secret', 'Authorization: Bearer secret', 'Authorization: Bearer <secret>'],
  [
    'secret',
    'https://myapp.com/?client_secret=secret&shop=1',
    'https://myapp.com/?client_secret=<secret>&shop=1',
  ],
  [
    'secret',
    '{"clientSecret":"secret","secret":"secret"}',
    '{"clientSecret":"<secret>","secret":"<secret>"}',
  ],
  [
    'secret',
    String.raw`{"body":"{\"clientSecret\":\"secret\"}"}`,
    String.raw`{"body":"{\"clientSecret\":\"<secret>\"}"}`,
  ],
  ['secret', 'SHOPIFY_API_SECRET=secret\nPORT=1', 'SHOPIFY_API_SECRET=<secret>\nPORT=1'],
  ['secret', "{ clientSecret: 'secret' }", "{ clientSecret: '<secret>' }"],
  [
    'secret',
    'simhost token checkout --secret secret --json',
    'simhost token checkout --secret <secret> --json',
  ],
  ['secret', 'https://ada:secret@myapp.com/', 'https://<secret>@myapp.com/'],
  ['secret', 'the line\n  secret\nthe next', 'the line\n  <secret>\nthe next'],
  ['x', '?next=%2F%3Fkey%3Dx%26a', '?next=%2F%3Fkey%3D<secret>%26a'],
  // Other secrets are replaced unless they are a part of a word; long ones are replaced everywhere.
  ['s3cret', 'it is s3cret, not s3crets', 'it is <secret>, not s3crets'],
  ['a+b/c=d', '?key=a%2Bb%2Fc%3Dd', '?key=<secret>'],
  ['s3cret', '?next=%252Fcart%253Fkey%253Ds3cret', '?next=%252Fcart%253Fkey%253D<secret>'],
  ['s3cret', '\u001b[32ms3cret\u001b[0m', '\u001b[32m<secret>\u001b[0m'],
  ['s3cret', 'Bearers3cret', 'Bearer<secret>'],
  [LONG, `x${LONG}x`, 'x<secret>x'],
] as const) {
  test(`redacts ${secret} in ${text.replaceAll('\n', ' ')}`, () => {
    expect(redact(text, [secret])).toBe(result);
  });
}

for (const [text, result] of [
  ['http://ada:hunter2@localhost:3000/', 'http://<secret>@localhost:3000/'],
  [
    'DATABASE=postgres://:hunter2@db/shop node server.js',
    'DATABASE=postgres://<secret>@db/shop node server.js',
  ],
  ['{"url":"https://ada:p@ss@myapp.com"}', '{"url":"https://<secret>@myapp.com"}'],
  ['"http://localhost:3000","ada@example.com"', '"http://localhost:3000","ada@example.com"'],
  ['http://localhost:3000?to=ada@example.com', 'http://localhost:3000?to=ada@example.com'],
  ['https://sk_live_x@myapp.com/x:y@z', 'https://<secret>@myapp.com/x:y@z'],
  ['https://<secret>@myapp.com', 'https://<secret>@myapp.com'],
  ['https://myapp.com/x:y@z', 'https://myapp.com/x:y@z'],
] as const) {
  test(`redacts the credentials of a URL in ${text}`, () => {
    expect(redact(text)).toBe(result);
  });
}

test('replaces the longer of two secrets first', () => {
  expect(redact('a=s3cret-next b=s3cret', ['s3cret', 's3cret-next'])).toBe('a=<secret> b=<secret>');
});

test('redacts secrets of any shape that are values', () => {
  const shapes: readonly ((secret: string) => string)[] = [
    (secret) => JSON.stringify({q: {q: [secret]}}),
    (secret) => JSON.stringify({q: JSON.stringify({q: secret})}),
    (secret) => `?q=q&q=${encodeURIComponent(secret)}&q=q`,
    (secret) => `SHOPIFY_API_SECRET=${secret}`,
    (secret) => `x-key: ${secret}\r\nhost: q`,
    (secret) => `Authorization: Bearer ${secret}`,
    (secret) => `--secret ${secret}`,
    (secret) => secret,
  ];

  // Deterministic: a linear congruential generator with a fixed seed.
  let state = 15;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };

  const leaks: string[] = [];
  const alphabet = 'abcxyzABC0189_-+/=!$&%.';

  for (let round = 0; round < 2000; round++) {
    const secret = Array.from({length: 1 + next(40)}, () => alphabet[next(alphabet.length)]).join('');
    const shape = shapes[next(shapes.length)] ?? String;
    const gap = '\u{FFFF}';
    const empty = shape(gap);
    const hidden = redact(shape(secret), [secret]);
    const expected = empty.replace(gap, '<secret>').replace(encodeURIComponent(gap), '<secret>');
    if (hidden !== expected) leaks.push(`${secret} in ${shape(secret)}: ${hidden}`);
  }

  expect(leaks).toEqual([]);
});

test('a long run with many beginnings of a token takes no longer than another run', () => {
  // By a search at each beginning, this takes minutes.
  const run = 'eyJ-'.repeat(250_000);
  expect(redact(`${run} eyJhbGciOiJIUzI1NiJ9.e30.c2ln`)).toBe(`${run} <token>`);
  expect(redact(`x-eyJhbGciOiJIUzI1NiJ9.e30.c2ln`)).toBe('x-<token>');
});
