import {expect, test} from '@playwright/test';
import {Clock} from '../../../clock.ts';
import {createSimulationCore, type SimulationCore} from '../../../core/simulation/simulation-core.ts';
import type {PastedCheck} from '../../../wire/pasted-token.ts';
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
  test(`the kind of a ${kind} token is found by its claims, and its signature is right`, async () => {
    const simulation = simulationOf(SECRET);
    const token = await simulation.mint(kind);
    expect(await checkPasted(simulation, token, 'vtex-shopper')).toMatchObject({
      kind,
      signature: 'The token is signed with the right key.',
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
