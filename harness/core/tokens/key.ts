import {importJWK} from 'jose';
import type {CryptoKey, JWK} from 'jose';
import {SimhostError} from '../../errors.ts';
import {importSecret, type SecretRule} from './secret.ts';

/** A key that signs tokens: a shared secret, or a private key of the simulated platform. */
export type TokenKey =
  | {readonly alg: 'HS256' | 'HS384' | 'HS512'; readonly secret: string}
  | {readonly alg: 'ES256' | 'RS256'; readonly jwk: JWK};

/** Signs with a key; the bytes are those that a JWS holds. */
export interface Signer {
  /** Signs bytes with a key. */
  sign(
    input: Uint8Array<ArrayBuffer>,
    key: TokenKey,
  ): Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
}

/** Imports a key for Web Crypto. Private keys are published test keys; the rule checks secrets. */
export async function importKey(key: TokenKey, rule: SecretRule): Promise<CryptoKey> {
  if ('secret' in key) return importSecret(key.secret, rule, HASHES[key.alg]);
  const imported = await importJWK(key.jwk, key.alg);
  if (imported instanceof Uint8Array)
    throw new SimhostError('ERR_BAD_KEY', `The key of ${key.alg} holds a secret, not a private key.`);
  return imported;
}

/** Signs bytes as in a JWS: for ES256 the two numbers in 64 bytes. */
export async function signBytes(
  input: Uint8Array<ArrayBuffer>,
  alg: TokenKey['alg'],
  key: CryptoKey,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await crypto.subtle.sign(
      alg === 'ES256' ? {name: 'ECDSA', hash: 'SHA-256'} : key.algorithm.name,
      key,
      input,
    ),
  );
}

const HASHES = {HS256: 'SHA-256', HS384: 'SHA-384', HS512: 'SHA-512'} as const;
