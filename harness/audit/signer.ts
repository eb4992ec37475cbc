import {createHmac, createPrivateKey, sign} from 'node:crypto';
import type {KeyObject} from 'node:crypto';
import type {JWK} from 'jose';
import type {Signer, TokenKey} from '../core/tokens/key.ts';

/** Signs by Node's own means, at once: Web Crypto asks another thread, which takes longer than all the rest of a case. */
export class NodeSigner implements Signer {
  readonly #keys = new Map<JWK, KeyObject>();

  sign(input: Uint8Array<ArrayBuffer>, key: TokenKey): Uint8Array<ArrayBuffer> {
    if ('secret' in key)
      return new Uint8Array(createHmac(HASHES[key.alg], key.secret).update(input).digest());
    return new Uint8Array(sign('sha256', input, {key: this.#import(key.jwk), dsaEncoding: 'ieee-p1363'}));
  }

  #import(jwk: JWK): KeyObject {
    const imported = this.#keys.get(jwk) ?? createPrivateKey({key: jwk, format: 'jwk'});
    this.#keys.set(jwk, imported);
    return imported;
  }
}

const HASHES = {HS256: 'sha256', HS384: 'sha384', HS512: 'sha512'} as const;
