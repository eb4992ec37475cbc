import {CompactSign, decodeJwt} from 'jose';
import type {CryptoKey} from 'jose';
import type {TokenKey} from './key.ts';

/** A token before it is signed: what a case may change. */
export interface TokenDraft {
  readonly header: TokenHeader;
  readonly claims: Claims;
  /** The key that signs it. */
  readonly key: TokenKey;
}

export type TokenHeader = {readonly alg: string; readonly typ?: string; readonly kid?: string};

export type Claims = Readonly<Record<string, unknown>>;

/** The compact form, members in the order given. */
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
