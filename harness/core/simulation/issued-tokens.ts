import type {Delivery} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {TokenFacts} from '../../wire/request-facts.ts';
import type {Forgery} from '../tokens/forgery.ts';
import type {TokenKey} from '../tokens/key.ts';
import type {TokenKind} from './token-kinds.ts';

/** The origin of a token. */
export interface IssuedToken {
  /** The whole token. It must never be written. */
  readonly token: string;
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

  /** Finds a token by its number. */
  at(number: number): IssuedToken | undefined {
    return [...this.#issued.values()].find((each) => each.number === number);
  }

  /** Lists the newest tokens, oldest first. */
  newest(most: number): readonly IssuedToken[] {
    return [...this.#issued.values()].slice(-most);
  }

  /** Remembers a token. `key` is the platform's own for such a token. */
  add(
    token: string,
    {
      forgery,
      key,
      ...made
    }: Omit<IssuedToken, 'token' | 'number' | 'signature'> & {forgery: Forgery; key: TokenKey},
  ): IssuedToken {
    const signature = signatureOf(token, forgery, key);
    const number = this.#issued.get(token)?.number ?? this.#issued.size + 1;
    const issued = {...made, token, signature, number};
    this.#issued.set(token, issued);
    return issued;
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
