import type {TokenDraft} from '../tokens/jws.ts';
import type {Customer} from '../world/people.ts';
import type {World} from '../world/world.ts';

/** How a platform makes one kind of token. */
export interface TokenRecipe {
  /** Seconds from `iat` to `exp`. */
  readonly life: number;
  /** Whether such a token belongs to a session that can be revoked. */
  readonly hasSession?: boolean;
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
  /** The session, where the kind has one. */
  readonly sess?: string;
  readonly of?: TokenOf;
}

/** What else a token may speak of, where the platform is VTEX. */
export interface TokenOf {
  /** The account that they signed in at; default: the one under test. */
  account?: string;
  /** Whose `vtex-admin` token; default `grace`. */
  admin?: string;
  /** Which key's `vtex-appkey` token, by name or by the key itself; default `orders`. */
  appKey?: string;
  /** Its session; default: a new one. */
  sess?: string;
}
