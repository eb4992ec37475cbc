import {expect, test} from '@playwright/test';
import type {Forgery} from '../tokens/forgery.ts';
import {RememberedTokens} from './remembered-tokens.ts';

const KEY = {alg: 'HS256', secret: 'secret'} as const;

function add(tokens: RememberedTokens, name: string, {at, exp}: {at: number; exp?: number}): void {
  const forgery: Forgery = {header: {alg: 'HS256'}, claims: {exp}, key: KEY};
  const made = {case: null, kind: 'checkout', delivery: null, at: at * 1000} as const;
  tokens.add(`${name}.e30.c2ln`, {...made, forgery, key: KEY, jti: name});
}

test('a long run remembers the newest tokens and those that have not expired, and no more', () => {
  const tokens = new RememberedTokens(10);
  add(tokens, 'long', {at: 0, exp: 1_000_000});
  for (let second = 1; second <= 1000; second++) add(tokens, `t${second}`, {at: second, exp: second + 5});

  expect(tokens.size).toBeLessThan(40);
  expect(tokens.hasJti('long')).toBe(true);
  expect(tokens.get('long.e30.c2ln')?.number).toBe(1);
  expect(tokens.hasJti('t1000')).toBe(true);
  expect(tokens.get('t1.e30.c2ln')).toBeUndefined();
  expect(tokens.hasJti('t1')).toBe(false);
});

test('numbers go on after tokens were forgotten', () => {
  const tokens = new RememberedTokens(2);
  for (let second = 1; second <= 50; second++) add(tokens, `t${second}`, {at: second});

  expect(tokens.newest(2).map(({number}) => number)).toEqual([49, 50]);
  expect(tokens.count).toBe(50);
  expect(tokens.size).toBeLessThan(50);
  expect(tokens.at(50)?.token).toBe('t50.e30.c2ln');
});

test('nothing is forgotten while there are few tokens', () => {
  const tokens = new RememberedTokens();
  for (let second = 1; second <= 500; second++) add(tokens, `t${second}`, {at: second, exp: second});

  expect(tokens.size).toBe(500);
  expect(tokens.hasJti('t1')).toBe(true);
});
