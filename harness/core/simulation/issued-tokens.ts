import type {Delivery} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {TokenFacts} from '../../wire/request-facts.ts';
import type {Forgery} from '../tokens/forgery.ts';
import type {TokenKey} from '../tokens/key.ts';
import type {TokenKind} from './token-kinds.ts';

/** The origin of a token. */
export interface IssuedToken {
  /** The case that made it; null for a valid token. */
  readonly case: CaseId | null;
  readonly kind: TokenKind;
  /** The delivery of the armed case that made it. */
  readonly delivery: Delivery | null;
  /** Its number in the simulation, from 1. */
  readonly number: number;
  /** The time of issue on the platform's clock, in milliseconds since 1970. */
  readonly at: number;
  readonly signature: TokenFacts['signature'];
}

/** The tokens that one simulation has made, by the token. */
export class IssuedTokens {
  readonly #issued = new Map<string, IssuedToken>();

  get(token: string): IssuedToken | undefined {
    return this.#issued.get(token);
  }

  /** Remembers a token. `key` is the platform's own for such a token. */
  add(
    token: string,
    {forgery, key, ...made}: Omit<IssuedToken, 'number' | 'signature'> & {forgery: Forgery; key: TokenKey},
  ): void {
    const signature = signatureOf(token, forgery, key);
    this.#issued.set(token, {...made, signature, number: this.#issued.size + 1});
  }
}

/** Compares the signature of a token with the one that the platform makes. */
function signatureOf(
  token: string,
  {key: used, signedText, signatureBytes}: Forgery,
  key: TokenKey,
): TokenFacts['signature'] {
  if (token.split('.')[2] === '') return 'missing';
  const isOwnKey = JSON.stringify(used) === JSON.stringify(key);
  return isOwnKey && signedText === undefined && signatureBytes === undefined ? 'valid' : 'invalid';
}
