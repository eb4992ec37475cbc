import {createHmac} from 'node:crypto';
import type {Signer, TokenKey} from '../tokens/key.ts';

/** Signs with secrets by Node's own HMAC, at once: Web Crypto asks another thread, which takes longer than all the rest of a case. */
export class NodeSigner implements Signer {
  readonly #others: Signer;

  /** @param others - signs with whatever is no secret */
  constructor(others: Signer) {
    this.#others = others;
  }

  sign(input: Uint8Array<ArrayBuffer>, key: TokenKey): Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer> {
    if (!('secret' in key)) return this.#others.sign(input, key);
    return new Uint8Array(createHmac(HASHES[key.alg], key.secret).update(input).digest());
  }
}

const HASHES = {HS256: 'sha256', HS384: 'sha384', HS512: 'sha512'} as const;
