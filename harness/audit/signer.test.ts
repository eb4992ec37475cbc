import {expect, test} from '@playwright/test';
import {createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify} from 'jose';
import {keysOf} from '../core/cases/runs.ts';
import {createWorld} from '../core/world/world.ts';
import {NodeSigner} from './signer.ts';

const INPUT = new TextEncoder().encode('header.claims');

for (const alg of ['HS256', 'HS384', 'HS512'] as const) {
  for (const secret of ['secret', '', 'ä'.repeat(200)]) {
    test(`signs ${alg} with a secret of ${secret.length} characters as Web Crypto does`, async () => {
      const ring = keysOf({
        world: createWorld({app: {clientId: 'key', clientSecret: 'secret'}}),
        previousSecret: undefined,
      });
      expect(new NodeSigner().sign(INPUT, {alg, secret})).toEqual(await ring.sign(INPUT, {alg, secret}));
    });
  }
}

for (const alg of ['ES256', 'RS256'] as const) {
  test(`signs ${alg} as a JWS has it`, async () => {
    const {publicKey, privateKey} = await generateKeyPair(alg, {extractable: true});
    const signer = new NodeSigner();
    for (const sub of ['ada', 'bea']) {
      const text = [{alg}, {sub}]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      const signature = signer.sign(new TextEncoder().encode(text), {alg, jwk: await exportJWK(privateKey)});
      const token = `${text}.${Buffer.from(signature).toString('base64url')}`;
      const {payload} = await jwtVerify(token, createLocalJWKSet({keys: [await exportJWK(publicKey)]}));
      expect(payload).toEqual({sub});
    }
  });
}
