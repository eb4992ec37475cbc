import {expect, test} from '@playwright/test';
import {crossOrigin, maxAge, needsPreflight, unsafeHeaders} from './cors.ts';

test('asks for a preflight as browsers do', () => {
  expect(
    needsPreflight('GET', new Headers({accept: '*/*', 'user-agent': 'x', 'sec-fetch-mode': 'cors'})),
  ).toBe(false);

  expect(needsPreflight('POST', new Headers({'content-type': 'text/plain;charset=UTF-8'}))).toBe(false);
  expect(needsPreflight('POST', new Headers({'content-type': 'application/json'}))).toBe(true);
  expect(needsPreflight('DELETE', new Headers())).toBe(true);
  expect(unsafeHeaders(new Headers({'X-Shop': 'a', Authorization: 'b', Origin: 'null'}))).toEqual([
    'authorization',
    'x-shop',
  ]);
});

test('a navigation is never a CORS request', () => {
  expect(crossOrigin(new Headers({origin: 'null', 'sec-fetch-mode': 'navigate'}), 'https://a.example')).toBe(
    null,
  );

  expect(crossOrigin(new Headers({origin: 'null', 'sec-fetch-mode': 'cors'}), 'https://a.example')).toBe(
    'null',
  );

  expect(crossOrigin(new Headers({origin: 'null'}), 'https://a.example')).toBe('null');
  expect(crossOrigin(new Headers({origin: 'https://a.example'}), 'https://a.example')).toBe(null);
});

test('remembers a preflight for its max age, else 5 seconds', () => {
  expect(maxAge(new Headers({'access-control-max-age': '600'}))).toBe(600);
  expect(maxAge(new Headers({'access-control-max-age': 'soon'}))).toBe(5);
  expect(maxAge(new Headers())).toBe(5);
});
