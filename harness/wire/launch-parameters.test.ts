import {expect, test} from '@playwright/test';
import {withoutLaunch} from './launch-parameters.ts';

for (const [name, url, short] of [
  [
    'the first URL of an app',
    'https://a.example/?embedded=1&hmac=4f&host=YW&id_token=e.e.e&shop=a.b',
    'https://a.example/?…',
  ],
  [
    'a parameter of the app itself',
    'https://a.example/x?page=2&hmac=4f&shop=a.b',
    'https://a.example/x?page=2&…',
  ],
  [
    'a URL of another kind',
    'https://a.example/api?shop=a.b&locale=en',
    'https://a.example/api?shop=a.b&locale=en',
  ],
  ['a URL without a query', 'https://a.example/api', 'https://a.example/api'],
] as const) {
  test(`shortens ${name}`, () => expect(withoutLaunch(url)).toBe(short));
}
