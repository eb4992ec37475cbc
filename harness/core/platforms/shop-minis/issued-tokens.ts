import {tokensIn} from '../../../jws-in-text.ts';
import {decodeClaims, jtiOf} from '../../tokens/jws.ts';
import type {Claims} from '../../tokens/jws.ts';
import {USER_TOKEN_ISSUER} from './user-token.ts';

/** Matches opaque user tokens, anywhere in a string. */
const OPAQUE_TOKEN = /simhost-user-token-[\da-f-]{36}/g;

/** The user tokens that one simulation issued, and which of them a backend has exchanged. */
export class IssuedTokens {
  readonly #format: 'jwt' | 'opaque';
  /** The signed tokens, by the form in which the Mini received them. */
  readonly #signed = new Map<string, string>();
  readonly #exchanged = new Set<string>();

  constructor(format: 'jwt' | 'opaque') {
    this.#format = format;
  }

  /** Records a signed token, and returns the form in which the Mini receives it. */
  give(signed: string): string {
    const given = this.#format === 'jwt' ? signed : opaque(signed);
    this.#signed.set(given, signed);
    return given;
  }

  /** Whether this platform issued the token. */
  has(token: string): boolean {
    return this.#signed.has(token);
  }

  /** Returns the signed form of a token that a backend sends; `null` if this platform never issued it. */
  signed(token: string): string | null {
    const known = this.#signed.get(token);
    if (known !== undefined) return known;

    // The command line and `serve` issue signed tokens too.
    return this.#format === 'jwt' ? token : null;
  }

  /** Finds the first user token in any of these strings, and returns its signed form. */
  tokenIn(strings: Iterable<string>): string | null {
    for (const string of strings) {
      const tokens = this.#format === 'jwt' ? tokensIn(string) : (string.match(OPAQUE_TOKEN) ?? []);
      for (const token of tokens) {
        const signed = this.#signed.get(token);
        if (signed !== undefined) return signed;
      }
    }

    return null;
  }

  /** Records that a backend has asked `userTokenVerify` about the token with these claims. */
  exchange(claims: Claims): void {
    const jti = jtiOf(claims);
    if (jti !== undefined) this.#exchanged.add(jti);
  }

  /** Whether these are the claims of a user token that no backend has asked `userTokenVerify` about. */
  isUnexchanged(claims: Claims): boolean {
    const jti = jtiOf(claims);
    const isExchanged = jti !== undefined && this.#exchanged.has(jti);
    return claims['iss'] === USER_TOKEN_ISSUER && !isExchanged;
  }
}

function opaque(signed: string): string {
  return `simhost-user-token-${String(decodeClaims(signed)?.['jti'])}`;
}
