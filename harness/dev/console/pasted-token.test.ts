import {expect, test} from '@playwright/test';
import {Clock} from '../../clock.ts';
import {createSimulationCore, type SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {PastedCheck} from '../../wire/pasted-token.ts';
import {checkPasted, likelyKind} from './pasted-token.ts';

const SECRET = 'the-secret-of-this-app';
const OTHER = 'the-secret-of-another-app';

const simulationOf = (clientSecret: string): SimulationCore =>
  createSimulationCore({
    app: {clientId: 'key', clientSecret},
    clock: new Clock({realNow: () => Date.parse('2026-11-20T12:00:00Z')}),
  });

const check = (simulation: SimulationCore, token: string): Promise<PastedCheck> =>
  checkPasted(simulation, token, 'customer-account');

const signatureRow = ({claims}: PastedCheck): unknown => claims.find(({name}) => name === 'sig')?.meaning;

test('a good token has the right key, and a correct backend accepts it', async () => {
  const simulation = simulationOf(SECRET);
  const checked = await check(simulation, await simulation.mint('customer-account'));
  expect(checked).toMatchObject({
    kind: 'customer-account',
    signature: 'The token is signed with the right key.',
    answer: 'A correct backend accepts it: this is a good token, for Ada.',
    verdict: 'accept',
  });
  expect(signatureRow(checked)).toBe('right key');
});

test('a token stays good until it expires, and then must be refused', async () => {
  const simulation = simulationOf(SECRET);
  const token = await simulation.mint('customer-account');
  simulation.clock.advance('4m');
  expect(await check(simulation, token)).toMatchObject({verdict: 'accept'});

  simulation.clock.advance('3m');
  expect(await check(simulation, token)).toMatchObject({
    answer: 'A correct backend answers 401: the token expired 2 m ago.',
    verdict: 'refuse',
  });
});

for (const [age, answer, verdict] of [
  ['301 s', 'A correct backend accepts it: this is life-cached-edge, for Ada.', 'accept'],
  [
    '308 s',
    'The right answer is unknown: the token expired 8 s ago, and no case of the catalogue settles this.',
    'none',
  ],
  ['340 s', 'A correct backend answers 401: the token expired 40 s ago.', 'refuse'],
] as const) {
  test(`a good token has the verdict ${verdict} ${age} after it was signed`, async () => {
    const simulation = simulationOf(SECRET);
    const token = await simulation.mint('customer-account');
    simulation.clock.advance(age.replace(' ', ''));
    expect(await check(simulation, token)).toMatchObject({answer, verdict});
  });
}

for (const [kind, ahead, answer, verdict] of [
  ['customer-account', '2h', 'A correct backend answers 401: the token becomes valid in 2 h.', 'refuse'],
  ['admin', '2h', 'A correct backend answers 401: the token becomes valid in 2 h.', 'refuse'],
  [
    'checkout',
    '30s',
    'The right answer is unknown: the token becomes valid in 30 s, and no case of the catalogue settles this.',
    'none',
  ],
  ['pos', '4s', 'A correct backend accepts it: this is nbf-future-5-in-tolerance.', 'accept'],
  ['post-purchase', '2h', 'Both answers are right: iat-future-only may be accepted or refused.', 'none'],
  ['vtex-shopper', '2h', 'The right answer is unknown: no case of the catalogue settles it.', 'none'],
  ['shop-minis', '2h', 'The right answer is unknown: no case of the catalogue settles it.', 'none'],
] as const) {
  test(`a ${kind} token that was signed ${ahead} ahead has the verdict ${verdict}`, async () => {
    const later = simulationOf(SECRET);
    later.clock.advance(ahead);
    const token = await later.mint(kind);
    expect(await checkPasted(simulationOf(SECRET), token, kind)).toMatchObject({answer, verdict});
  });
}

test('a case that may be answered in both ways is named, though its iat is ahead', async () => {
  const simulation = simulationOf(SECRET);
  const token = await simulation.mint('customer-account', {case: 'iat-future-only'});
  expect(await check(simulation, token)).toMatchObject({
    answer: 'Both answers are right: iat-future-only may be accepted or refused.',
  });
});

for (const [kind, claims] of [
  ['customer-account', {sub: 'gid://shopify/Customer/4711'}],
  ['checkout', {sub: 'gid://shopify/Customer/4711'}],
  ['admin', {sub: '4711', sid: 'another-session'}],
  ['shop-minis', {sub: 'shop-user-4711'}],
] as const) {
  test(`a good ${kind} token for somebody else is accepted`, async () => {
    const simulation = simulationOf(SECRET);
    const token = await simulation.mint(kind, {claims});
    expect(await checkPasted(simulation, token, kind)).toMatchObject({
      answer: 'A correct backend accepts it: this is a good token.',
      verdict: 'accept',
    });
  });
}

test('a good post-purchase token of a guest is accepted, and one for two purchases is unknown', async () => {
  const simulation = simulationOf(SECRET);
  const guest = await simulation.mint('post-purchase', {customer: null});
  expect(await check(simulation, guest)).toMatchObject({verdict: 'accept'});

  const mixed = await simulation.mint('post-purchase', {claims: {sub: 'another-purchase'}});
  expect(await check(simulation, mixed)).toMatchObject({verdict: 'none'});
});

for (const [name, given, expected] of [
  [
    'another secret',
    (token: string) => token,
    {
      signature: 'The token is signed with a wrong key, or was changed after signing.',
      answer: 'A correct backend answers 401: this is key-wrong.',
    },
  ],
  [
    'no signature',
    (token: string) => token.slice(0, token.lastIndexOf('.') + 1),
    {
      signature: 'The token has no signature, and keeps the dot before it.',
      answer: 'A correct backend answers 401: this is sig-stripped.',
    },
  ],
  [
    'two parts',
    (token: string) => token.slice(0, token.lastIndexOf('.')),
    {kind: null, claims: [], signature: 'What you pasted is not a JWT.'},
  ],
  ['a word', () => 'garbage', {answer: 'A correct backend answers 401: this is not-a-token.'}],
] as const) {
  test(`a string with ${name} must be refused, and the answer holds neither token nor secret`, async () => {
    const token = given(await simulationOf(OTHER).mint('customer-account'));
    const checked = await check(simulationOf(SECRET), token);
    expect(checked).toMatchObject({...expected, verdict: 'refuse'});

    const written = JSON.stringify(checked);
    if (token.length > 20) expect(written).not.toContain(token.slice(0, 20));
    expect(written).not.toMatch(/the-secret-of/);
  });
}

test('a value that is not a string, or a long one, is refused without its content', async () => {
  const simulation = simulationOf(SECRET);
  for (const given of [null, 7, {token: 'x'}, 'x'.repeat(60_001)]) {
    await expect(checkPasted(simulation, given, 'checkout')).rejects.toThrow(
      expect.objectContaining({code: 'ERR_USAGE', message: expect.not.stringContaining('xxx')}),
    );
  }
});

for (const kind of ['checkout', 'customer-account', 'admin', 'post-purchase', 'shop-minis'] as const) {
  test(`the kind of a good ${kind} token is found by its claims, and a correct backend accepts it`, async () => {
    const simulation = simulationOf(SECRET);
    const token = await simulation.mint(kind);
    expect(await checkPasted(simulation, token, 'vtex-shopper')).toMatchObject({
      kind,
      signature: 'The token is signed with the right key.',
      verdict: 'accept',
    });
  });
}

test('the kinds of VTEX differ by audience and type', () => {
  const claims = {iss: 'token-emitter', audience: 'webstore', type: 'user'};
  expect(likelyKind(claims, 'checkout')).toBe('vtex-shopper');
  expect(likelyKind({...claims, audience: 'admin'}, 'checkout')).toBe('vtex-admin');
  expect(likelyKind({iss: 'token-emitter', audience: 'admin'}, 'checkout')).toBe('vtex-appkey');
  expect(likelyKind({odd: true}, 'pos')).toBe('pos');
});
