import {expect, test} from '@playwright/test';
import {recipeOf, type TokenKind} from '../simulation/token-kinds.ts';
import {type Forgery, forge, forgeryOf} from '../tokens/forgery.ts';
import {PEOPLE} from '../world/people.ts';
import {createWorld} from '../world/world.ts';
import {createCaseContext} from './case-context.ts';
import {keysOf} from './runs.ts';
import {type SignatureMatch, matchSignature} from './signature-match.ts';

const WORLD = createWorld({app: {clientId: 'key', clientSecret: 'one-secret'}});

async function matched(
  kind: TokenKind,
  change: (good: Forgery) => Partial<Forgery> = () => ({}),
): Promise<SignatureMatch> {
  const context = createCaseContext(kind === 'vtex-shopper' ? 'vtex' : 'customer-account', {
    world: WORLD,
    customer: PEOPLE.ada,
    now: () => Date.parse('2026-11-20T12:00:00Z'),
    jti: () => Promise.resolve('one'),
  });
  const good = forgeryOf(await context.draft(recipeOf(kind)));
  const token = await forge({...good, ...change(good)}, keysOf({world: WORLD}));
  return matchSignature(token, recipeOf(kind), context);
}

const hs256 = (secret: string): Pick<Forgery, 'key'> => ({key: {alg: 'HS256', secret}});

for (const [name, change, match] of [
  ['the right secret', () => ({}), {kind: 'right'}],
  ['the right secret, and claims of any time', () => ({claims: {exp: 1}}), {kind: 'right'}],
  ['the client id', () => hs256('key'), {kind: 'case', id: 'key-client-id'}],
  ['the word undefined', () => hs256('undefined'), {kind: 'case', id: 'key-placeholder'}],
  ['an empty secret', () => hs256(''), {kind: 'case', id: 'key-empty'}],
  ['a line break after the secret', () => hs256('one-secret\n'), {kind: 'case', id: 'key-secret-newline'}],
  ['a secret that nothing here knows', () => hs256('another one'), {kind: 'unknown'}],
  ['no key', () => ({key: null}), {kind: 'missing', id: 'sig-stripped'}],
  [
    'no key, by the algorithm none',
    () => ({key: null, header: {alg: 'none'}}),
    {kind: 'missing', id: 'alg-none'},
  ],
  ['another bit', () => ({signatureBytes: (bytes) => bytes.map((byte) => byte ^ 1)}), {kind: 'unknown'}],
] as const satisfies readonly (readonly [string, (good: Forgery) => Partial<Forgery>, SignatureMatch])[]) {
  test(`the signature of a session token with ${name} is found`, async () => {
    expect(await matched('customer-account', change)).toEqual(match);
  });
}

test('the signature of VTEX is checked with the public key', async () => {
  expect(await matched('vtex-shopper')).toEqual({kind: 'right'});
  expect(await matched('vtex-shopper', () => hs256('another one'))).toEqual({kind: 'unknown'});
});
