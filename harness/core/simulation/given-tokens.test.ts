import {expect, test} from '@playwright/test';
import {decodeJwt, jwtVerify} from 'jose';
import {createSimulationCore} from './simulation-core.ts';

const app = {clientId: 'key', clientSecret: 'secret'};

test('tokens are listed in order of issue, and found by their number', async () => {
  const simulation = createSimulationCore({app});
  const first = await simulation.mint('checkout');
  const second = await simulation.mint('customer-account', {case: 'key-wrong'});
  const {given} = simulation.tokens;

  expect(given.newest(9)).toMatchObject([
    {number: 1, token: first, kind: 'checkout', case: null, signature: 'valid'},
    {number: 2, token: second, kind: 'customer-account', case: 'key-wrong', signature: 'invalid'},
  ]);
  expect(given.newest(1).map(({number}) => number)).toEqual([2]);
  expect(given.find(2)?.token).toBe(second);
  expect(given.find(3)).toBeUndefined();
});

test('minted claims are signed as they are, and take no armed case', async () => {
  const simulation = createSimulationCore({app});
  simulation.arm('key-wrong');
  const {token} = await simulation.tokens.given.mint('checkout', {aud: 'key', exp: 4_000_000_000, odd: null});

  const {payload, protectedHeader} = await jwtVerify(token, new TextEncoder().encode('secret'));
  expect(payload).toEqual({aud: 'key', exp: 4_000_000_000, odd: null});
  expect(protectedHeader.alg).toBe('HS256');
  expect(simulation.undeliveredCases()).toHaveLength(1);
});

test('a token that is given is what the next request for one gets, once', async () => {
  const simulation = createSimulationCore({app});
  const {given} = simulation.tokens;
  const own = await given.mint('checkout', {sub: 'mine', exp: 1});

  given.give(own);
  expect(given.waiting).toBe(own.number);
  expect((await simulation.issueSessionToken('customer-account'))?.value).toBe(own.token);
  expect(given.waiting).toBeNull();
  expect(decodeJwt((await simulation.issueSessionToken('customer-account'))?.value ?? '').sub).not.toBe(
    'mine',
  );

  given.give(own);
  given.give(null);
  expect((await simulation.issueSessionToken('checkout'))?.value).not.toBe(own.token);
});

test('an extension gets no token of a Mini', async () => {
  const simulation = createSimulationCore({app});
  const {given} = simulation.tokens;
  const own = await given.mint('shop-minis', {sub: 'mine'});
  given.give(own);
  expect((await simulation.issueSessionToken('checkout'))?.value).not.toBe(own.token);
  expect(given.take('shop-minis')).toBe(own.token);
});
