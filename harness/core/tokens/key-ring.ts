import type {CryptoKey} from 'jose';
import {importKey, signBytes} from './key.ts';
import type {Signer, TokenKey} from './key.ts';
import {refuseSecretInBrowser} from './secret.ts';

export interface KeyRingOptions {
  /** Secrets of real apps, which no browser may hold. */
  readonly guarded: readonly string[];
  /** Those of them that are public all the same. */
  readonly published: readonly string[];
  /** The option that held the secrets, for the error. */
  readonly option: string;
}

/** A set of keys, each imported once. A key that is not guarded is made up or published. */
export class KeyRing implements Signer {
  readonly #options: KeyRingOptions;
  readonly #keys = new Map<string, Promise<CryptoKey>>();

  /** @throws {SimhostError} `ERR_SECRET_IN_BROWSER` */
  constructor(options: KeyRingOptions) {
    for (const secret of options.guarded) refuseSecretInBrowser(secret, options);
    this.#options = options;
  }

  async sign(input: Uint8Array<ArrayBuffer>, key: TokenKey): Promise<Uint8Array<ArrayBuffer>> {
    return signBytes(input, key.alg, await this.#import(key));
  }

  #import(key: TokenKey): Promise<CryptoKey> {
    const name = JSON.stringify(key);
    let imported = this.#keys.get(name);

    if (imported === undefined) {
      const {guarded, published} = this.#options;
      const madeUp = 'secret' in key && !guarded.includes(key.secret) ? [key.secret] : [];
      imported = importKey(key, {published: [...published, ...madeUp]});
      this.#keys.set(name, imported);
    }

    return imported;
  }
}
