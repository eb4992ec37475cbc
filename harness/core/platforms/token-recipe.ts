import type {Claims, TokenDraft} from '../tokens/jws.ts';
import type {Customer} from '../world/people.ts';
import type {World} from '../world/world.ts';

/** The way in which a platform makes one kind of token. */
export interface TokenRecipe {
  /** Seconds from `iat` to `exp`. */
  readonly life: number;
  /** Whether such a token belongs to a session that can be revoked. */
  readonly hasSession?: boolean;
  /** Drafts a valid token of this kind. */
  draft(subject: TokenSubject): TokenDraft;
  /** Reads the subject of a token back from its claims, as far as the claims name it. Default: nothing. */
  subjectOf?(claims: Claims): Partial<TokenSubject>;
}

/** The token's subject and audience. */
export interface TokenSubject {
  /** The world of the simulation: shop, app, people. */
  readonly world: World;
  /** The customer who is signed in; `null` is a guest. */
  readonly customer: Customer | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The unique id of the token. */
  readonly jti: string;
  /** The session, if the kind has one. */
  readonly sess?: string;
  /** The staff member of the admin or the point of sale. Default: `grace`. */
  readonly staff?: {
    /** `gid://shopify/StaffMember/…` */
    readonly id: string;
    /** The session of the staff member. */
    readonly sessionId: string;
  };
  /** The options of a token of VTEX. Default: none. */
  readonly vtexOptions?: VtexTokenOptions;
}

/** The options of a token of VTEX. */
export interface VtexTokenOptions {
  /** The account at which the user signed in. Default: the one under test. */
  account?: string;
  /** The admin of a `vtex-admin` token. Default: `grace`. */
  admin?: string;
  /** The app key of a `vtex-appkey` token, by its name or by the key itself. Default: `orders`. */
  appKey?: string;
  /** The session of the token. Default: a new one. */
  sess?: string;
}
