/**
 * The proof by which both ends of the control channel show that they know the simulation's id. The id itself never
 * crosses the wire: each end signs the nonces of both with it, by HMAC-SHA-256. The server proves it first, so that a
 * page reveals nothing to a program that has taken the port of a stopped simhost.
 */

/** The parameter of the channel's URL with the nonce of the page. */
export const NONCE_PARAMETER = 'nonce';

/** An end of the channel. */
export type ChannelEnd = 'server' | 'page';

/** The values that make the proofs of one channel differ from those of every other one. */
export interface ChannelNonces {
  /** The origin of the page. A proof for another port is worthless here. */
  readonly origin: string;
  readonly page: string;
  readonly server: string;
}

/** The first message of the channel, from the server. */
export interface Challenge {
  readonly type: 'challenge';
  readonly nonce: string;
  readonly proof: string;
}

/** Returns the string that an end signs with the id. */
export function signedText(end: ChannelEnd, {origin, page, server}: ChannelNonces): string {
  return `simhost control channel, ${end}, ${origin}, ${page}, ${server}`;
}

/** Whether a value is a nonce: 32 hexadecimal digits. */
export function isNonce(value: unknown): value is string {
  return typeof value === 'string' && /^[\da-f]{32}$/.test(value);
}
