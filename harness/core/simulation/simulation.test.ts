import {createHmac} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {decodeJwt, jwtVerify} from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import {Clock} from '../../clock.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {TokenKind} from './token-kinds.ts';
import {createSimulationCore} from './simulation-core.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const app = {clientId: 'key', clientSecret: 'secret'};

function frozenAt(instant: number): Clock {
  const clock = new Clock();
  clock.freeze(instant);
  return clock;
}

for (const kind of ['checkout', 'customer-account'] as const) {
  test(`a ${kind} token verifies with jose and jsonwebtoken by secret and client id`, async () => {
    const token = await createSimulationCore({app}).mint(kind, {customer: 'ada'});
    const {payload} = await jwtVerify(token, new TextEncoder().encode('secret'), {
      audience: 'key',
      algorithms: ['HS256'],
    });

    expect(payload.sub).toBe('gid://shopify/Customer/7001');
    expect(jsonwebtoken.verify(token, 'secret', {audience: 'key', algorithms: ['HS256']})).toEqual(payload);
  });
}

test('one seed, scope and frozen instant give the same token bytes', async () => {
  const mint = (): Promise<string> =>
    createSimulationCore({app, scope: 'a', clock: frozenAt(NOON)}).mint('checkout');
  const token = await mint();
  expect(await mint()).toBe(token);
  const [header, payload, signature] = token.split('.');
  expect(createHmac('sha256', 'secret').update(`${header}.${payload}`).digest('base64url')).toBe(signature);
});

test('no two tokens share a jti, within a simulation or between scopes', async () => {
  const ids = new Set<unknown>();
  for (const scope of ['a', 'b', undefined, undefined]) {
    const simulation = createSimulationCore({app, ...(scope === undefined ? {} : {scope})});
    for (let i = 0; i < 3; i++) ids.add(decodeJwt(await simulation.mint('checkout')).jti);
  }
  expect(ids.size).toBe(12);
});

test('tokens follow the clock', async () => {
  const clock = frozenAt(NOON);
  const simulation = createSimulationCore({app, clock});

  clock.advance('6m');
  expect(decodeJwt(await simulation.mint('checkout'))).toMatchObject({
    iat: NOON / 1000 + 360,
    nbf: NOON / 1000 + 360,
    exp: NOON / 1000 + 660,
  });
});

test('the signed-in customer is the subject until somebody else signs in', async () => {
  const simulation = createSimulationCore({app});
  const subject = async (): Promise<unknown> => decodeJwt(await simulation.mint('checkout')).sub;

  expect(await subject()).toBe('gid://shopify/Customer/7001');
  simulation.signIn('bea');
  expect(await subject()).toBe('gid://shopify/Customer/7002');
  simulation.signOut();
  expect(await subject()).toBeUndefined();
});

test('claims can be replaced and removed', async () => {
  const token = await createSimulationCore({app}).mint('checkout', {claims: {jti: undefined, extra: [1]}});
  expect(decodeJwt(token)).toMatchObject({extra: [1]});
  expect(decodeJwt(token)).not.toHaveProperty('jti');
});

for (const [id, broken] of [
  ['exp-past-60', 'jwt expired'],
  ['key-wrong', 'invalid signature'],
  ['aud-wrong', 'jwt audience invalid. expected: key'],
] as const) {
  test(`a token made by ${id} is refused: ${broken}`, async () => {
    const simulation = createSimulationCore({app});
    const verify = (token: string): unknown =>
      jsonwebtoken.verify(token, 'secret', {audience: 'key', algorithms: ['HS256']});
    const token = await simulation.mint('checkout', {case: id});

    expect(() => verify(token)).toThrow(broken);
    expect(simulation.tokens.inspect(new Headers({authorization: `Bearer ${token}`}))?.case).toBe(id);
    simulation.arm(id);
    const armed = await simulation.mint('checkout');
    expect(() => verify(armed)).toThrow(broken);
    expect(simulation.undeliveredCases()).toEqual([]);
    expect(() => verify('')).toThrow();
    verify(await simulation.mint('checkout'));
  });
}

test('exp-past-60 expired exactly a minute ago', async () => {
  const token = await createSimulationCore({app, clock: frozenAt(NOON)}).mint('checkout', {
    case: 'exp-past-60',
  });
  expect(decodeJwt(token)).toMatchObject({exp: NOON / 1000 - 60, iat: NOON / 1000 - 360});
});

test('an unknown kind, case, option or customer is refused with its name', async () => {
  const simulation = createSimulationCore({app});
  await expect(simulation.mint('chekout' as TokenKind)).rejects.toThrow('Unknown token kind "chekout"');
  await expect(simulation.mint('checkout', {case: 'exp' as CaseId})).rejects.toThrow('Unknown case "exp"');

  await expect(simulation.mint('checkout', {case: 'host-reject'})).rejects.toThrow('is not about a token');
  await expect(simulation.mint('checkout', {custmer: 'ada'} as object)).rejects.toThrow(
    'Did you mean "customer"?',
  );

  expect(() => createSimulationCore({shp: {}} as object)).toThrow(
    'Unknown simulation option "shp".\nDid you mean "shop"?',
  );

  expect(() => createSimulationCore({locale: 'not a locale'})).toThrow('is not a BCP 47 language tag');
});

test('a bearer token is read with any spelling of the scheme', async () => {
  const simulation = createSimulationCore({app});
  const token = await simulation.mint('checkout');

  for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
    const seen = simulation.tokens.inspect(new Headers({authorization: `${scheme} ${token}`}));
    expect(seen?.claims).toMatchObject({aud: 'key'});
  }

  for (const authorization of ['Bearer', 'Bearer null', 'Bearer a.b.c', `Basic ${token}`]) {
    expect(simulation.tokens.inspect(new Headers({authorization}))).toBeNull();
  }
});

test('explain finds a token in a header of the backend', async () => {
  const simulation = createSimulationCore({app, clock: frozenAt(NOON)});
  const headers = new Headers({'x-session-token': await simulation.mint('checkout')});
  simulation.clock.advance('301s');

  const id = simulation.requests.add({
    method: 'GET',
    url: 'https://myapp.com/x',
    at: simulation.clock.now(),
    status: 401,
  });

  const [entry] = simulation.requests.entries.slice(id);
  expect(entry === undefined ? null : simulation.tokens.explain(entry, headers)?.cause).toBe(
    'the token had expired 1 s before it arrived, and was given out 5 min 1 s earlier',
  );
});

test('explain names the known cause of a refusal', async () => {
  const simulation = createSimulationCore({app, clock: frozenAt(NOON)});
  const explain = async (token: string | null): Promise<string | null> => {
    const headers = new Headers(token === null ? {} : {authorization: `Bearer ${token}`});
    const seen = simulation.tokens.inspect(headers);
    const id = simulation.requests.add({
      method: 'GET',
      url: 'https://myapp.com/x',
      at: simulation.clock.now(),
      status: 401,
      token: seen?.claims ?? null,
      case: seen?.case ?? null,
    });

    const entry = simulation.requests.entries[id];
    return entry === undefined ? null : (simulation.tokens.explain(entry, headers)?.cause ?? null);
  };

  expect(await explain(await simulation.mint('checkout', {case: 'exp-past-60'}))).toBe(
    'this is the right answer to exp-past-60 (the token had expired 60 s before it was issued)',
  );

  expect(await explain(null)).toContain('no session token was found in its headers');
  const token = await simulation.mint('checkout');
  expect(await explain(token)).toContain('the token was good');
  expect(await explain(await simulation.mint('checkout', {claims: {aud: 'other'}}))).toContain(
    'for the app "other", not "key"',
  );

  simulation.clock.advance('301s');
  expect(await explain(token)).toContain('the token had expired 1 s before');
  simulation.clock.advance('-10m');
  expect(await explain(token)).toContain('becomes valid 299 s later');
});
