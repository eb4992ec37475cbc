import {
  type Challenge,
  type ChannelEnd,
  type ChannelNonces,
  isNonce,
  signedText,
} from '../../wire/channel-proof.ts';

const HMAC = {name: 'HMAC', hash: 'SHA-256'};

/** Draws the page's nonce for one channel. */
export function newNonce(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

/** The id of a simulation as the key of proofs. */
export class ChannelKey {
  readonly #key: Promise<CryptoKey>;

  constructor(simulation: string) {
    this.#key = crypto.subtle.importKey('raw', bytesOf(simulation), HMAC, false, ['sign']);
  }

  /** Returns the page's own proof if a first message has the server's; `null` if the server does not know the id. */
  async answer(message: unknown, page: string): Promise<string | null> {
    const {type, nonce, proof} = readChallenge(message);
    if (type !== 'challenge' || !isNonce(nonce)) return null;

    const nonces = {origin: location.origin, page, server: nonce};
    const [servers, own] = await Promise.all([this.#sign('server', nonces), this.#sign('page', nonces)]);
    return proof === servers ? own : null;
  }

  async #sign(end: ChannelEnd, nonces: ChannelNonces): Promise<string> {
    return hex(
      new Uint8Array(await crypto.subtle.sign('HMAC', await this.#key, bytesOf(signedText(end, nonces)))),
    );
  }
}

/** Reads a message of a server that may be any program. */
function readChallenge(message: unknown): Partial<Challenge> {
  try {
    const value: unknown = JSON.parse(String(message));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
