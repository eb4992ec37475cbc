import {test} from '@playwright/test';
import * as fc from 'fast-check';
import {expectRefusals, HOSTILE_VALUES, hostileString, hostileValue} from '../../wire/bad-input.fixture.ts';
import {Clock} from '../../clock.ts';
import {createSimulationCore, type SimulationCore} from '../../core/simulation/simulation-core.ts';
import {tokenDetail} from '../../core/simulation/token-detail.ts';
import {TOKEN_KINDS} from '../../core/simulation/token-kinds.ts';
import {decodeClaims, decodeHeader} from '../../core/tokens/jws.ts';
import {checkPasted} from './pasted-token.ts';

const simulated = (): SimulationCore =>
  createSimulationCore({scope: 'one', clock: new Clock({realNow: () => Date.parse('2026-11-20T12:00:00Z')})});

const CLAIMS = [
  'iss',
  'dest',
  'aud',
  'sub',
  'exp',
  'nbf',
  'iat',
  'jti',
  'sid',
  'scope',
  'user_state',
  'account',
  'audience',
  'type',
  'input_data',
  '__proto__',
  'constructor',
];

const number = fc.constantFrom(
  'NaN',
  '1e400',
  '-1',
  '-1e15',
  '9007199254740993',
  '0.5',
  '1e20',
  '8640000000001',
);

/** The JSON of claims: with members twice, numbers that are too large, and many levels. */
const json: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...CLAIMS),
        fc.oneof(
          number,
          hostileString.map((text) => JSON.stringify(text)),
          fc.json({maxDepth: 3}),
          fc.constantFrom(
            'null',
            '[]',
            '{}',
            '"https://acme.myshopify.com"',
            '"https://acme.myshopify.com/admin"',
            '"shopify"',
            '"token-emitter"',
          ),
        ),
      ),
      {maxLength: 8},
    )
    .map((members) => `{${members.map(([name, value]) => `"${name}":${value}`).join(',')}}`),
  fc.constantFrom(
    'null',
    '[]',
    '"x"',
    '{',
    '{"a":1,"a":2}',
    '['.repeat(2000) + ']'.repeat(2000),
    `{"a":${'{"a":'.repeat(1500)}1${'}'.repeat(1500)}}`,
  ),
  hostileString,
);

const part = fc.oneof(
  {weight: 6, arbitrary: json.map((text) => Buffer.from(text).toString('base64url'))},
  {weight: 1, arbitrary: json.map((text) => Buffer.from(text).toString('base64'))},
  {
    weight: 1,
    arbitrary: fc.uint8Array({maxLength: 20}).map((bytes) => Buffer.from(bytes).toString('base64url')),
  },
  {weight: 1, arbitrary: hostileString},
);

const madeToken = fc.oneof(
  {weight: 8, arbitrary: fc.tuple(part, part, part).map((parts) => parts.join('.'))},
  {weight: 1, arbitrary: fc.array(part, {maxLength: 5}).map((parts) => parts.join('.'))},
  {weight: 1, arbitrary: hostileString},
);

/** A real token with one part that was changed. */
const changedToken = (real: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(real.length), fc.nat(6), fc.constantFrom('', '=', '.', '+', '/', ' ', 'é', '\n', 'A'))
    .map(([at, length, piece]) => real.slice(0, at) + piece + real.slice(at + length));

/** Whether two tokens have the same bytes. The last character of a part has bits that no decoder reads. */
function isSpelledAs(token: unknown, real: string): boolean {
  const bytesOf = (text: string): readonly string[] =>
    text.split('.').map((each) => Buffer.from(each, 'base64url').toString('hex'));
  return typeof token === 'string' && bytesOf(token).join('.') === bytesOf(real).join('.');
}

test('a pasted token of any form gets an answer, and never an unnamed failure', async () => {
  const simulation = simulated();
  const real = await simulation.mint('customer-account');

  await expectRefusals({
    area: 'pasted tokens',
    inputs: fc.tuple(fc.oneof(madeToken, changedToken(real), hostileValue), fc.constantFrom(...TOKEN_KINDS)),
    runs: 300,
    least: 120,
    mayPass: true,
    attempt: async ([token, usual]) => {
      const {verdict, answer, claims} = await checkPasted(simulation, token, usual);
      if (
        typeof answer !== 'string' ||
        claims.some(({meaning, value}) => /undefined|NaN|Invalid/.test(meaning) || typeof value !== 'string')
      )
        throw new Error(JSON.stringify({answer, claims}));
      if (verdict === 'accept' && !isSpelledAs(token, real)) throw new Error('A changed token is good.');
      return verdict === 'accept' ? 'accepted' : 'refused';
    },
  });
});

test('a token of any form in a request is described', async () => {
  const simulation = simulated();
  await expectRefusals({
    area: 'tokens of requests',
    inputs: fc.tuple(madeToken, fc.constantFrom('Bearer ', 'bearer  ', '', 'Basic ', 'Bearer,')),
    runs: 300,
    least: 60,
    mayPass: true,
    attempt: ([token, scheme]) => {
      if (!/^[\x21-\x7e]*$/.test(token)) return 'passed';
      const headers = new Headers({authorization: `${scheme}${token}`, vtexidclientautcookie: token});
      const {tokens} = simulation;
      const found = tokens.inspect(headers);
      const tokenFacts = tokens.describe(headers);
      const id = simulation.requests.add({
        method: 'GET',
        url: 'https://loyalty.example.com/',
        at: simulation.clock.now(),
        token: found?.claims ?? null,
        tokenFacts,
      });
      const request = simulation.requests.at(id);
      if (request === undefined) throw new Error('The request is not in the log.');
      tokens.explain({...request, status: 401}, headers);
      JSON.stringify(tokenDetail(request, simulation.world, 1));
      return found === null ? 'refused' : 'read';
    },
  });
});

test('a string that is not a token has neither claims nor header', async () => {
  await expectRefusals({
    area: 'strings that are not tokens',
    inputs: fc.oneof(
      madeToken,
      fc.constantFrom(...HOSTILE_VALUES.filter((value): value is string => typeof value === 'string')),
    ),
    runs: 200,
    least: 40,
    mayPass: true,
    attempt: (token) => {
      const [claims, header] = [decodeClaims(token), decodeHeader(token)];
      for (const read of [claims, header])
        if (read !== null && (typeof read !== 'object' || Array.isArray(read)))
          throw new Error(`It has ${JSON.stringify(read)}.`);
      return claims === null && header === null ? 'refused' : 'read';
    },
  });
});
