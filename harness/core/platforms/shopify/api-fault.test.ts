import {expect, test} from '@playwright/test';
import {statedIn} from '../stated-facts.ts';
import {faultAnswer} from './api-fault.ts';
import type {ApiFault} from './api-fault.ts';

for (const [gives, status, code] of [
  ['no token', 401, 'UNAUTHORIZED'],
  ['throttled', 200, 'THROTTLED'],
  ['throttled by cost', 200, 'THROTTLED'],
  ['too many requests', 429, 'THROTTLED'],
  ['security rejection', 430, null],
  ['internal error', 500, 'INTERNAL_SERVER_ERROR'],
] as const) {
  test(`${gives} is answered with ${status}, and states its case`, async () => {
    const response = answerOf({gives});
    const body = await response.text();

    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(status === 429 ? '2' : null);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(statedIn(response)).toEqual({case: 'a-case'});
    expect(body === '' ? null : codeIn(body)).toBe(code);
  });
}

test('a query that is throttled by its cost names the points that are left', async () => {
  expect(await answerOf({gives: 'throttled by cost'}).json()).toMatchObject({
    extensions: {cost: {actualQueryCost: null, throttleStatus: {currentlyAvailable: 40, restoreRate: 100}}},
  });
});

test('no connection is an error of the network, and states its case', () => {
  const response = answerOf({gives: 'no connection'});
  expect(response.type).toBe('error');
  expect(statedIn(response)).toEqual({case: 'a-case'});
});

test('a late answer is the usual one', () => {
  expect(faultAnswer({case: 'a-case', fault: {gives: 'answer', after: 5000}}, {})).toBeNull();
  expect(faultAnswer(null, {})).toBeNull();
});

function answerOf(fault: ApiFault): Response {
  const response = faultAnswer({case: 'a-case', fault}, {'access-control-allow-origin': '*'});
  if (response === null) throw new Error('The API answers as usual.');
  return response;
}

function codeIn(body: string): unknown {
  const {errors} = JSON.parse(body) as {errors: {extensions: {code: unknown}}[]};
  return errors[0]?.extensions.code;
}
