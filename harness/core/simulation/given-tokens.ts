import type {CaseContext} from '../cases/case.ts';
import {forge} from '../tokens/forgery.ts';
import type {Claims} from '../tokens/jws.ts';
import type {Signer} from '../tokens/key.ts';
import type {IssuedToken, RememberedTokens} from './remembered-tokens.ts';
import {Listeners} from './listeners.ts';
import {recipeOf} from './token-kinds.ts';
import type {TokenKind} from './token-kinds.ts';

/** The parts of an issuer that listing and making tokens needs. */
interface GivenTokensDeps {
  readonly issued: RememberedTokens;
  readonly keys: Signer;
  /** Returns the facts for a token of that kind, without a customer. */
  readonly contextFor: (kind: TokenKind) => CaseContext;
  /** Milliseconds since 1970 on the platform's clock. */
  readonly now: () => number;
}

/** The tokens that a simulation has given out, and the one that the extension gets next by a person's choice. */
export class GivenTokens {
  /** Reports the token of a person's choice when it is given out. */
  readonly taken: Listeners<IssuedToken> = new Listeners();

  readonly #deps: GivenTokensDeps;
  #waiting: IssuedToken | null = null;

  constructor(deps: GivenTokensDeps) {
    this.#deps = deps;
  }

  /** The number of tokens that were given out. */
  get count(): number {
    return this.#deps.issued.count;
  }

  /** Lists the newest tokens, oldest first. */
  newest(most: number): readonly IssuedToken[] {
    return this.#deps.issued.newest(most);
  }

  /** Finds a token by its number. */
  find(number: number): IssuedToken | undefined {
    return this.#deps.issued.at(number);
  }

  /** The number of the token that the next request for one gets; null if the platform makes it. */
  get waiting(): number | null {
    return this.#waiting?.number ?? null;
  }

  /** Signs claims with the key and the header that the platform uses for that kind. No armed case changes them. */
  async mint(kind: TokenKind, claims: Claims): Promise<IssuedToken> {
    const {issued, keys, contextFor, now} = this.#deps;
    const {header, key} = await contextFor(kind).draft(recipeOf(kind));
    const forgery = {header, claims, key};
    const token = await forge(forgery, keys);

    return issued.add(token, {case: null, kind, delivery: null, at: now(), forgery, key});
  }

  /** Makes a token the answer to the next request for one; null takes it back. */
  give(token: IssuedToken | null): void {
    this.#waiting = token;
  }

  /** Takes the token that waits for such a request. A Mini gets only tokens of Minis, and no extension gets those. */
  take(kind: TokenKind): string | null {
    const token = this.#waiting;
    if (token === null || (token.kind === 'shop-minis') !== (kind === 'shop-minis')) return null;
    this.#waiting = null;
    this.taken.notify(token);
    return token.token;
  }
}
