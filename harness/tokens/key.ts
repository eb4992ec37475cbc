import {importJWK} from 'jose';
import type {CryptoKey, JWK} from 'jose';
import {importSecret, type SecretRule} from './secret.ts';

/** What signs a token: a shared secret, or a private key of the simulated platform. */
export type TokenKey = {readonly alg: 'HS256'; readonly secret: string} | {readonly alg: 'ES256'; readonly jwk: JWK};

/** The key as Web Crypto takes it. Private keys are published test keys; secrets are held against the rule. */
export async function importKey(key: TokenKey, rule: SecretRule): Promise<CryptoKey> {
  return key.alg === 'HS256' ? importSecret(key.secret, rule) : ((await importJWK(key.jwk, key.alg)) as CryptoKey);
}
