import {expect, test} from '@playwright/test';
import type {ClaimDetail} from '../../../wire/request-detail.ts';
import {presentClaims} from './present-claims.ts';

const CLAIMS: readonly ClaimDetail[] = [
  {name: 'iat', value: '1000', meaning: '', state: 'none'},
  {name: 'exp', value: '1300', meaning: '', state: 'none'},
  {name: 'sub', value: '1300', meaning: 'Ada', state: 'none'},
];

test('a token that has expired has exp first, in red, with the distance to now', () => {
  const payload = {iat: 1000, exp: 1300, sub: '1300'};

  expect(presentClaims(CLAIMS, payload, 1290)).toEqual([
    {name: 'iat', value: '1000', meaning: '4 m 50 s ago', state: 'none'},
    {name: 'exp', value: '1300', meaning: '10 s from now', state: 'none'},
    {name: 'sub', value: '1300', meaning: 'Ada', state: 'none'},
  ]);
  expect(presentClaims(CLAIMS, payload, 1360)[0]).toEqual({
    name: 'exp',
    value: '1300',
    meaning: 'expired 1 m ago',
    state: 'bad',
  });
});

test('a time that is a string is bad', () => {
  expect(presentClaims(CLAIMS, {iat: '1000', exp: 1300}, 1001)[0]).toMatchObject({
    name: 'iat',
    meaning: 'not a time in seconds',
    state: 'bad',
  });
});
