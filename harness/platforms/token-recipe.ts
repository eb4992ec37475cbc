import type {TokenDraft} from '../tokens/jws.ts';
import type {Customer} from '../world/people.ts';
import type {World} from '../world/world.ts';

/** How a platform makes one kind of token. */
export interface TokenRecipe {
  /** Seconds from `iat` to `exp`. */
  readonly life: number;
  /** A good token of this kind. */
  draft(subject: TokenSubject): TokenDraft;
}

/** Whom and what a token speaks of. */
export interface TokenSubject {
  readonly world: World;
  /** `null` is a guest. */
  readonly customer: Customer | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly jti: string;
}
