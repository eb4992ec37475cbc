import {decodeClaims} from '../../tokens/jws.ts';
import type {Claims} from '../../tokens/jws.ts';
import {USER_TOKEN_ISSUER} from './user-token.ts';

/** The user tokens that one simulation gave out, and which of them a backend has exchanged. */
export class IssuedTokens {
  readonly #format: 'jwt' | 'opaque';
  /** By the form in which a token was given out. */
  readonly #signed = new Map<string, string>();
  readonly #exchanged = new Set<string>();

  constructor(format: 'jwt' | 'opaque') {
    this.#format = format;
  }

  /** Notes a signed token; the form in which it is given out. */
  give(signed: string): string {
    const given = this.#format === 'jwt' ? signed : opaque(signed);
    this.#signed.set(given, signed);
    return given;
  }

  has(token: string): boolean {
    return this.#signed.has(token);
  }

  /** The signed form of what a backend shows; `null` for what this platform never gave out. */
  signed(token: string): string | null {
    const known = this.#signed.get(token);
    if (known !== undefined) return known;
    // A signed one may come from another door: the command line, or `serve`.
    return this.#format === 'jwt' ? token : null;
  }

  /** The first user token in any of these texts, in its signed form. */
  tokenIn(texts: Iterable<string>): string | null {
    for (const text of texts) {
      for (const [token] of text.matchAll(TOKEN)) {
        const signed = this.#signed.get(token);
        if (signed !== undefined) return signed;
      }
    }

    return null;
  }

  exchange(claims: Claims): void {
    this.#exchanged.add(String(claims['jti']));
  }

  /** Whether these are the claims of a user token that nobody has asked `userTokenVerify` about. */
  isUnexchanged(claims: Claims): boolean {
    return claims['iss'] === USER_TOKEN_ISSUER && !this.#exchanged.has(String(claims['jti']));
  }
}

/** Signed and opaque ones, wherever they stand in a text. */
const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]*|simhost-user-token-[\da-f-]{36}/g;

function opaque(signed: string): string {
  return `simhost-user-token-${String(decodeClaims(signed)?.['jti'])}`;
}
