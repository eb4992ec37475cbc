import type {Profile} from '../cases/case.ts';
import type {Claims} from '../tokens/jws.ts';

/** The credential of a request, as far as the simulation can read it. */
export type Credential =
  | {readonly kind: 'none'}
  | UnreadableCredential
  | {
      readonly kind: 'token';
      readonly claims: Claims;
      /** Whether this simulation made the token. */
      readonly isOwn: boolean;
      /** The kind of token, if this simulation made it. */
      readonly profile: Profile | null;
      /** Whether a header and a cookie of VTEX both carry a token. */
      readonly isSentTwice: boolean;
      /** Whether the session of the token was revoked. */
      readonly isRevoked: boolean;
      /** Whether it is a user token of a Mini that no backend has asked `userTokenVerify` about. */
      readonly isUnexchanged: boolean;
    };

/** A header `Authorization` from which no token can be read. */
export interface UnreadableCredential {
  readonly kind: 'unreadable';
  /**
   * The fault: another scheme than `Bearer`, no value, a JavaScript value that is not a string, or a string
   * that is not a JWT.
   */
  readonly fault: 'scheme' | 'empty' | 'printed' | 'not-a-jwt';
  /**
   * The string that JavaScript wrote in place of the token, such as `[object Promise]`. `null` for other
   * faults.
   */
  readonly printed: string | null;
}

/** The strings that JavaScript makes of values that are not strings. */
const PRINTED = ['undefined', 'null', 'true', 'false', 'NaN', '[object Promise]', '[object Object]'];

/** Reads a header `Authorization` that holds no JWT. The value itself may be a secret, so it is not kept. */
export function unreadableCredential(authorization: string): UnreadableCredential {
  const [, value] = /^bearer(?: +(.*))?$/i.exec(authorization.trim()) ?? [];
  const isBearer = /^bearer\b/i.test(authorization.trim());

  if (!isBearer) return {kind: 'unreadable', fault: 'scheme', printed: null};
  if (value === undefined || value === '') return {kind: 'unreadable', fault: 'empty', printed: null};
  if (PRINTED.includes(value)) return {kind: 'unreadable', fault: 'printed', printed: value};
  return {kind: 'unreadable', fault: 'not-a-jwt', printed: null};
}
