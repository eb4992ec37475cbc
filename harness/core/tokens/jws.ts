import {CompactSign, decodeJwt, decodeProtectedHeader} from 'jose';
import type {CryptoKey} from 'jose';
import type {TokenKey} from './key.ts';

/** A token before it is signed: what a case may change. */
export interface TokenDraft {
  /** The header. */
  readonly header: TokenHeader;
  /** The claims, in the order in which they are written. */
  readonly claims: Claims;
  /** The key that signs it. */
  readonly key: TokenKey;
}

/** The header of a token. */
export type TokenHeader = {
  /** The signature algorithm, for example `HS256`. */ readonly alg: string;
  /** The type, for example `JWT`. */ readonly typ?: string;
  /** The id of the key. */ readonly kid?: string;
};

/** The claims of a token, unverified. */
export type Claims = Readonly<Record<string, unknown>>;

/** Signs the compact form. Members keep their given order. */
export async function signCompact(header: TokenHeader, claims: Claims, key: CryptoKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader(header)
    .sign(key);
}

/** Reads the claims of a token without verifying it; `null` if it is not a JWT. */
export function decodeClaims(token: string): Claims | null {
  // Base64 decoders skip whitespace, which no JWT contains.
  if (/\s/.test(token)) return null;

  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}

/** Returns the id of a token as a string. A broken token can lack it, or have a number. */
export function jtiOf({jti}: Claims): string | undefined {
  return jti === undefined ? undefined : String(jti);
}

/** Reads the header of a token without verifying it; `null` if it cannot be read. */
export function decodeHeader(token: string): Readonly<Record<string, unknown>> | null {
  try {
    return {...decodeProtectedHeader(token)};
  } catch {
    return null;
  }
}
