import {expect, test} from '@playwright/test';
import {Clock} from '../../clock.ts';
import {Ids} from '../world/ids.ts';
import {createWorld} from '../world/world.ts';
import {Issuer} from './issuer.ts';
import {SimulationEvents} from './simulation-events.ts';

test('does not take a token without jti for one that it minted', async () => {
  const world = createWorld();
  const issuer = new Issuer({
    world,
    clock: new Clock(),
    ids: new Ids({seed: world.seed, scope: 'one'}),
    customer: () => null,
    events: new SimulationEvents(),
  });

  await issuer.mint('checkout', {claims: {jti: undefined}});
  expect(issuer.minted({sub: 'of another issuer'})).toBe(false);
});
