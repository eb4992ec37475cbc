import {createHmac, randomBytes} from 'node:crypto';
import {isSameKey} from '../http/same-key.ts';
import {
  type Challenge,
  type ChannelEnd,
  type ChannelNonces,
  isNonce,
  NONCE_PARAMETER,
  signedText,
} from '../../wire/channel-proof.ts';

/** Returns the page's nonce in the URL of a control channel, or `null`. */
export function pageNonceOf(url: string): string | null {
  const nonce = new URL(url, 'http://localhost').searchParams.get(NONCE_PARAMETER);
  return isNonce(nonce) ? nonce : null;
}

/** The server's side of one channel: it proves that it knows the id, and checks that the page does. */
export class ServerProof {
  readonly #id: string;
  readonly #nonces: ChannelNonces;

  constructor(id: string, {origin, page}: Pick<ChannelNonces, 'origin' | 'page'>) {
    this.#id = id;
    this.#nonces = {origin, page, server: randomBytes(16).toString('hex')};
  }

  get challenge(): Challenge {
    return {
      type: 'challenge',
      nonce: this.#nonces.server,
      proof: proofOf(this.#id, 'server', this.#nonces),
    };
  }

  /** Whether the page's proof is right, compared in constant time. */
  isOfPage(proof: unknown): boolean {
    return isSameKey(proof, proofOf(this.#id, 'page', this.#nonces));
  }
}

/** Signs the nonces of a channel with the id of its simulation. */
export function proofOf(id: string, end: ChannelEnd, nonces: ChannelNonces): string {
  return createHmac('sha256', id).update(signedText(end, nonces)).digest('hex');
}
