import {expect, test} from '@playwright/test';
import type {LoggedRequest} from './logged-request.ts';
import {explainRefusal} from './refusal.ts';
import {describeVerdict} from './verdict.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const GOOD = {aud: 'key', exp: NOON / 1000 + 60, nbf: NOON / 1000};
const REFUSED: LoggedRequest = {
  id: 0,
  method: 'GET',
  url: 'https://myapp.com/x',
  sender: 'browser',
  preflight: 'none',
  origin: 'null',
  outcome: 'backend',
  status: 401,
  at: NOON,
  duration: 2,
  token: GOOD,
  case: null,
  problem: null,
};

for (const {name, request, turn, text} of [
  {
    name: 'after an armed case it is the turn of nobody',
    request: {case: 'exp-past-60'},
    turn: 'nobody',
    text: '401 from https://myapp.com/x: the token had expired 60 s before it was issued (case exp-past-60).',
  },
  {
    name: 'a missing token is the turn of the extension',
    request: {token: null},
    turn: 'extension',
    text: '401 from https://myapp.com/x: no session token was sent.',
  },
  {
    name: 'an expired token is the turn of the extension',
    request: {token: {...GOOD, exp: NOON / 1000 - 1}},
    turn: 'extension',
    text: '401 from https://myapp.com/x: the token had expired 1 s before.',
  },
  {
    name: 'a token for another app is a matter of set-up',
    request: {token: {...GOOD, aud: 'other'}},
    turn: 'set-up',
    text: '401 from https://myapp.com/x: the token is for the app "other", not "key".',
  },
  {
    name: 'a good token is the turn of the backend, with a next step',
    request: {status: 403},
    turn: 'backend',
    text: [
      '403 from https://myapp.com/x: the token was good.',
      'Check the secret and client id that the backend uses, and its own rules.',
    ].join('\n'),
  },
] as const) {
  test(name, () => {
    const verdict = explainRefusal({...REFUSED, ...request}, {clientId: 'key'});
    expect(verdict?.turn).toBe(turn);
    expect(verdict === null ? null : describeVerdict(verdict)).toBe(text);
  });
}

test('an accepted request has no verdict', () => {
  expect(explainRefusal({...REFUSED, status: 200}, {clientId: 'key'})).toBeNull();
});
