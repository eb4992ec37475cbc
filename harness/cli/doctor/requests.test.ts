import {expect, test} from '@playwright/test';
import {requestsIn} from './requests.ts';

const TOKEN = 'Authorization: `Bearer ${token}`';

for (const [what, code, expected] of [
  [
    'a whole URL',
    `fetch('https://a.example/points?x=1')`,
    {path: '/points?x=1', method: 'GET', headers: {}, guessed: []},
  ],
  [
    'a base URL in a constant',
    `var BASE = 'https://a.example/api'; function go() { return fetch(\`\${BASE}/points\`, {headers: {${TOKEN}}}); }`,
    {path: '/api/points', method: 'GET', headers: {authorization: 'Bearer 1'}, guessed: []},
  ],
  [
    'a JSON POST',
    `const send = (token) => fetch('https://a.example/notes', {method: 'post', headers: {${TOKEN}, 'Content-Type': 'application/json'}});`,
    {
      path: '/notes',
      method: 'POST',
      headers: {authorization: 'Bearer 1', 'content-type': 'application/json'},
      guessed: [],
    },
  ],
  [
    'a function that is given path and method',
    `const config = {url: 'https://a.example'};
     function api(path, options = {}) { return fetch(config.url + path, {...options, headers: {${TOKEN}}}); }
     api('/orders', {method: 'DELETE'});`,
    {path: '/orders', method: 'DELETE', headers: {authorization: 'Bearer 1'}, guessed: []},
  ],
  [
    'new URL and new Request',
    `fetch(new Request(new URL('/points', 'https://a.example'), {method: 'PUT'}))`,
    {path: '/points', method: 'PUT', headers: {}, guessed: []},
  ],
  [
    'an id in the path',
    'fetch(`https://a.example/orders/${id}`)',
    {path: '/orders/1', method: 'GET', headers: {}, guessed: ['path']},
  ],
  [
    'headers that a variable holds',
    `const headers = new Headers(); headers.set('x-a', '1'); fetch('https://a.example/points', {headers})`,
    {path: '/points', method: 'GET', headers: {}, guessed: ['headers']},
  ],
  [
    'an unknown init',
    `export_.get = (init) => fetch('https://a.example/points', init)`,
    {path: '/points', method: 'GET', headers: {}, guessed: ['method', 'headers']},
  ],
] as const) {
  test(`reads a request from ${what}`, () => {
    expect(requestsIn(code)).toEqual([{origin: 'https://a.example', ...expected}]);
  });
}

for (const code of [
  `fetch('shopify:storefront/api/graphql.json')`,
  'fetch(`https://${host}/points`)',
  'fetch(url)',
  `const url = 'https://a.example'; function f(url) { fetch(url) }`,
  `var url = 'https://a.example'; url = pick(); fetch(url);`,
  `let url = 'https://a.example'; { const url = pick(); fetch(url); }`,
]) {
  test(`finds no certain host in ${code}`, () => {
    expect(requestsIn(code)).toEqual([]);
  });
}

test('reads relative addresses from the application URL, if there is one', () => {
  const code = `fetch('/api/notes?all=1', {method: 'POST'})`;
  expect(requestsIn(code)).toEqual([]);
  expect(requestsIn(code, 'https://a.example/app')).toEqual([
    {origin: 'https://a.example', path: '/api/notes?all=1', method: 'POST', headers: {}, guessed: []},
  ]);
});
