import {base64url} from 'jose';
import type {Claims, TokenDraft} from './jws.ts';
import type {Signer, TokenKey} from './key.ts';

/**
 * A token that is taken apart far enough to be wrong in any way: members, the JSON text of either part, the key, the
 * signature's bytes, the spelling of the whole.
 */
export interface Forgery {
  /** Written in this order; `undefined` leaves a member out. */
  readonly header: Claims;
  /** The claims, in this order; `undefined` leaves a claim out. */
  readonly claims: Claims;
  /** The key that signs it; null leaves the signature empty. */
  readonly key: TokenKey | null;
  /** Changes the JSON of the header before it is signed. */
  readonly headerText?: (json: string) => string | Bytes;
  /** Changes the JSON of the claims before it is signed. */
  readonly claimsText?: (json: string) => string | Bytes;
  /** Returns the string to sign, instead of the two parts as they are sent. */
  readonly signedText?: (parts: Omit<TokenParts, 'signature'>) => string;
  /** Changes the bytes of the signature. */
  readonly signatureBytes?: (signature: Bytes) => Bytes;
  /** Whether a finished token is acceptable. Until one is, the header gets another number as `n`. */
  readonly fits?: (parts: TokenParts) => boolean;
  /** Joins the three parts, in base64url, to one string. */
  readonly spelling?: (parts: TokenParts) => string;
}

/** Bytes as Web Crypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Base64url. */
export interface TokenParts {
  /** The first part. */
  readonly header: string;
  /** The second part. */
  readonly claims: string;
  /** The third part. */
  readonly signature: string;
}

/** Creates a forgery of a valid token, without any change yet. */
export function forgeryOf({header, claims, key}: TokenDraft): Forgery {
  return {header, claims, key};
}

/**
 * Makes the token. The same forgery and key give the same bytes, but for ES256, whose signatures are random.
 */
export async function forge(forgery: Forgery, signer: Signer): Promise<string> {
  const {fits = () => true, spelling = compact} = forgery;
  let parts = await partsOf(forgery, signer);
  for (let n = 1; !fits(parts); n++)
    parts = await partsOf({...forgery, header: {...forgery.header, n}}, signer);
  return spelling(parts);
}

async function partsOf(forgery: Forgery, signer: Signer): Promise<TokenParts> {
  const header = encode(forgery.header, forgery.headerText);
  const claims = encode(forgery.claims, forgery.claimsText);
  const signed = forgery.signedText?.({header, claims}) ?? `${header}.${claims}`;
  const change = forgery.signatureBytes ?? ((bytes: Bytes) => bytes);
  const signature =
    forgery.key === null
      ? new Uint8Array()
      : await signer.sign(new TextEncoder().encode(signed), forgery.key);

  return {header, claims, signature: base64url.encode(change(signature))};
}

export function compact({header, claims, signature}: TokenParts): string {
  return `${header}.${claims}.${signature}`;
}

function encode(members: Claims, change: (json: string) => string | Bytes = (json) => json): string {
  return base64url.encode(change(JSON.stringify(members)));
}
