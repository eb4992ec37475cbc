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

interface KeptToken extends IssuedToken {
  /** The end of its lifetime, in milliseconds since 1970. */
  readonly endsAt: number;
  /** The claim `jti` of a minted token. Forged ones have none here. */
  readonly jti: string | undefined;
}

/** A token to remember. */
interface MadeToken extends Omit<IssuedToken, 'token' | 'number' | 'signature'> {
  readonly forgery: Forgery;
  /** The platform's own key for such a token. */
  readonly key: TokenKey;
  readonly jti?: string;
}

/** The newest tokens, which are remembered whether they have expired or not. */
const ALWAYS_KEPT = 10_000;

/**
 * The tokens that one simulation has made and remembers, by the token. `simhost serve` can run for days, so of more than
 * 10,000 tokens the expired ones are forgotten.
 */
export class RememberedTokens {
  #issued = new Map<string, KeptToken>();
  #jtis = new Set<string>();
  readonly #alwaysKept: number;
  #count = 0;
  #nextLook: number;

  constructor(alwaysKept: number = ALWAYS_KEPT) {
    this.#alwaysKept = alwaysKept;
    this.#nextLook = 2 * alwaysKept;
  }

  /** The number of remembered tokens. */
  get size(): number {
    return this.#issued.size;
  }

  get(token: string): IssuedToken | undefined {
    return this.#issued.get(token);
  }

  /** The number of tokens that were made. */
  get count(): number {
    return this.#count;
  }

  /** Finds a token by its number. */
  at(number: number): IssuedToken | undefined {
    return [...this.#issued.values()].find((each) => each.number === number);
  }

  /** Whether a token with this `jti` was minted. */
  hasJti(jti: string): boolean {
    return this.#jtis.has(jti);
  }

  /** Lists the newest tokens, oldest first. */
  newest(most: number): readonly IssuedToken[] {
    return [...this.#issued.values()].slice(-most);
  }

  /** Remembers a token. */
  add(token: string, {forgery, key, jti, ...made}: MadeToken): IssuedToken {
    const {exp} = forgery.claims;
    const signature = signatureOf(token, forgery, key);
    const number = this.#issued.get(token)?.number ?? ++this.#count;
    const endsAt = typeof exp === 'number' ? exp * 1000 : made.at;
    const issued: KeptToken = {...made, token, signature, number, endsAt, jti};

    this.#issued.set(token, issued);
    if (jti !== undefined) this.#jtis.add(jti);
    if (this.#issued.size >= this.#nextLook) this.#forgetExpired(made.at);
    return issued;
  }

  /** Forgets old tokens that have expired. Looks again when there are twice as many as are left. */
  #forgetExpired(now: number): void {
    const all = [...this.#issued.values()];
    const kept = all.filter(({endsAt}, index) => index >= all.length - this.#alwaysKept || endsAt > now);

    this.#issued = new Map(kept.map((token) => [token.token, token]));
    this.#jtis = new Set(kept.flatMap(({jti}) => (jti === undefined ? [] : [jti])));
    this.#nextLook = 2 * Math.max(kept.length, this.#alwaysKept);
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
