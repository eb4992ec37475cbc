import {expect, test} from '@playwright/test';
import {recipeOf} from '../simulation/token-kinds.ts';
import type {Claims} from '../tokens/jws.ts';
import {PEOPLE} from '../world/people.ts';
import {createWorld} from '../world/world.ts';
import {createCaseContext} from './case-context.ts';
import {type ClaimsMatch, matchClaims} from './claims-match.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z') / 1000;

async function matched(change: (good: Claims) => Claims): Promise<ClaimsMatch> {
  const context = createCaseContext('customer-account', {
    world: createWorld({app: {clientId: 'key', clientSecret: 'secret'}}),
    customer: PEOPLE.ada,
    now: () => NOW * 1000,
    jti: () => Promise.resolve('one'),
  });
  const recipe = recipeOf('customer-account');
  const {claims} = await context.draft(recipe);
  return matchClaims(change(claims), recipe, context);
}

const caseOf = (id: string, isEarlier = false): unknown => ({kind: 'case', id, isEarlier});

for (const [name, change, match] of [
  ['as they are, with another id', (good) => ({...good, jti: 'two'}), {kind: 'good'}],
  [
    'with a fresh iat and an exp in the past',
    (good) => ({...good, exp: NOW - 60}),
    caseOf('exp-past-fresh-iat'),
  ],
  ['with an exp an hour ago', (good) => ({...good, exp: NOW - 3600}), caseOf('exp-past-fresh-iat', true)],
  ['with an exp that is a string', (good) => ({...good, exp: String(good['exp'])}), caseOf('exp-string')],
  ['without exp', ({exp: _exp, ...good}) => good, caseOf('exp-missing')],
  ['with a claim that nobody knows', (good) => ({...good, level: 3}), {kind: 'unknown'}],
  ['with an exp a minute earlier', (good) => ({...good, exp: NOW + 240}), {kind: 'unknown'}],
] as const satisfies readonly (readonly [string, (good: Claims) => Claims, unknown])[]) {
  test(`the claims of a good token ${name} are found in the catalogue`, async () => {
    expect(await matched(change)).toEqual(match);
  });
}
