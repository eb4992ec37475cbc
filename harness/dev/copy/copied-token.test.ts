import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {recipeOf, TOKEN_KINDS} from '../../core/simulation/token-kinds.ts';
import {PEOPLE} from '../../core/world/people.ts';
import {tokenCommand} from './copied-token.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const {world} = createSimulationCore();

function goodClaims(kind: (typeof TOKEN_KINDS)[number]): Record<string, unknown> {
  const {claims} = recipeOf(kind).draft({world, customer: PEOPLE.ada, now: NOON, jti: 'x', sess: 'y'});
  return {...claims};
}

test('a good token of a customer account is one command without claims', () => {
  const flagged = {token: goodClaims('customer-account'), case: null, at: NOON};
  expect(tokenCommand('customer-account', flagged, world)).toBe('npx simhost token customer-account\n');
});

test('changed claims are written as JSON, times by their distance to now, and missing ones are left out', () => {
  const {dest: _dest, ...good} = goodClaims('customer-account');
  const claims = {...good, exp: NOON / 1000 - 60, aud: "it's", level: 3};

  expect(tokenCommand('customer-account', {token: claims, case: null, at: NOON}, world)).toBe(
    'NOW="$(date +%s)" && npx simhost token customer-account ' +
      `--claim 'aud="it'\\''s"' --claim "exp=$((NOW-60))" --claim "nbf=$((NOW+0))" --claim "iat=$((NOW+0))" ` +
      '--claim level=3 --without dest\n',
  );
});

test('a case is named, and a secret of the author comes from the environment', () => {
  const {world: own} = createSimulationCore({app: {clientSecret: 'mine'}});
  const command = tokenCommand('checkout', {token: null, case: 'key-wrong', at: NOON}, own);
  expect(command).toMatch(/SHOPIFY_API_SECRET.*simhost token checkout .*--case key-wrong\n$/);
  expect(command).not.toContain('mine');
});

for (const kind of TOKEN_KINDS) {
  test(`a ${kind} token is copied as a command of that kind`, () => {
    const command = tokenCommand(kind, {token: goodClaims(kind), case: null, at: NOON}, world);
    expect(command).toMatch(new RegExp(`^npx simhost token ${kind}\\b`));
  });
}
