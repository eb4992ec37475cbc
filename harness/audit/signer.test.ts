import {expect, test} from '@playwright/test';
import {keysOf} from '../cases/runs.ts';
import {createWorld} from '../world/world.ts';
import {NodeSigner} from './signer.ts';

const INPUT = new TextEncoder().encode('header.claims');

for (const alg of ['HS256', 'HS384', 'HS512'] as const) {
  for (const secret of ['secret', '', 'ä'.repeat(200)]) {
    test(`signs ${alg} with a secret of ${secret.length} characters as Web Crypto does`, async () => {
      const ring = keysOf({world: createWorld({app: {clientId: 'key', clientSecret: 'secret'}}), previousSecret: undefined});
      const signer = new NodeSigner(ring);
      expect(await signer.sign(INPUT, {alg, secret})).toEqual(await ring.sign(INPUT, {alg, secret}));
    });
  }
}
