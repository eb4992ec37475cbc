import {CompactSign, decodeJwt} from 'jose';
import type {CryptoKey} from 'jose';
import type {TokenKey} from './key.ts';

/** A token before it is signed: what a case may change. */
export interface TokenDraft {
  readonly header: TokenHeader;
  readonly claims: Claims;
  /** What signs it. */
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

/** The claims of an `Authorization: Bearer` value, unverified; `null` where it holds no JWT. */
export function claimsOf(authorization: string | null): Claims | null {
  const token = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}
