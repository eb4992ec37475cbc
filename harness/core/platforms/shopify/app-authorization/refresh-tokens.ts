import type {RefreshRetry} from '../../../world/app-authorization.ts';
import type {GrantRefusal, TokenPair} from './app-token.ts';

/** Seconds for which a refresh token is valid. */
export const REFRESH_TOKEN_LIFE = 7_776_000;

/** Milliseconds for which a used refresh token works again, from its first use. */
const RETRY_SPANS: Readonly<Record<RefreshRetry, number>> = {
  'until-replaced': 30 * 86_400_000,
  'sixty-minutes': 3_600_000,
  none: 0,
};

/** The parts of a simulation that refresh tokens need. */
export interface RefreshTokensDeps {
  /** The rule for a refresh token that was used before. */
  readonly retry: RefreshRetry;
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
}

interface KnownRefreshToken {
  readonly expiresAt: number;
  readonly use: {readonly at: number; readonly pair: TokenPair} | null;
  /** The reason why the token no longer works. */
  readonly retired: GrantRefusal | null;
}

const OPEN_THE_APP = 'Open the app in the admin: its next token exchange gives new tokens.';

const REPLACED: GrantRefusal = {
  cause: 'the refresh token was replaced, and its replacement was used',
  fix: 'Keep the refresh token of the last answer.',
};

const ENDED: GrantRefusal = {
  cause: 'the refresh token ended, because the app got other tokens by an exchange',
  fix: 'Store the tokens of each exchange over those before.',
};

const UNINSTALLED: GrantRefusal = {
  cause: 'the refresh token ended, because the shop uninstalled the app',
  fix: 'Forget the sessions of the shop at the webhook app/uninstalled.',
};

/**
 * The refresh tokens of the app. Each use gives a replacement, and a use of the replacement ends the token before.
 *
 * @see https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens
 */
export class RefreshTokens {
  readonly #deps: RefreshTokensDeps;
  readonly #tokens = new Map<string, KnownRefreshToken>();

  constructor(deps: RefreshTokensDeps) {
    this.#deps = deps;
  }

  /** All refresh tokens, which must never be written. */
  get issued(): readonly string[] {
    return [...this.#tokens.keys()];
  }

  /** Whether a refresh token was issued here. */
  knows(value: string): boolean {
    return this.#tokens.has(value);
  }

  /** Adds a new refresh token, and returns the instant at which it expires. */
  add(value: string): number {
    const expiresAt = this.#deps.now() + REFRESH_TOKEN_LIFE * 1000;
    this.#tokens.set(value, {expiresAt, use: null, retired: null});
    return expiresAt;
  }

  /** Uses a refresh token. Returns the pair of an earlier use, if there was one. */
  use(value: string): {readonly earlier: TokenPair | null} | GrantRefusal {
    const known = this.#tokens.get(value);
    if (known === undefined) return {cause: 'the refresh token was not issued here', fix: OPEN_THE_APP};
    if (known.retired !== null) return known.retired;

    const now = this.#deps.now();
    if (known.expiresAt <= now) {
      const cause = `the refresh token expired at ${new Date(known.expiresAt).toISOString()}`;
      return {cause, fix: OPEN_THE_APP};
    }

    if (known.use !== null && now - known.use.at >= RETRY_SPANS[this.#deps.retry]) {
      const cause = `the refresh token was used before, at ${new Date(known.use.at).toISOString()}`;
      return {cause, fix: 'Keep the refresh token of the last answer.'};
    }

    this.#retirePredecessorOf(value);
    return {earlier: known.use?.pair ?? null};
  }

  /** Notes the pair that replaces a used refresh token. */
  replace(value: string, pair: TokenPair): void {
    const known = this.#tokens.get(value);
    if (known === undefined) return;
    this.#tokens.set(value, {...known, use: {at: known.use?.at ?? this.#deps.now(), pair}});
  }

  /** Ends all refresh tokens but the one that the app got last. */
  retireAllBut(kept: string): void {
    this.#retire(ENDED, kept);
  }

  /** Ends all refresh tokens, because the shop uninstalled the app. */
  retireAll(): void {
    this.#retire(UNINSTALLED);
  }

  #retire(retired: GrantRefusal, kept?: string): void {
    for (const [value, known] of this.#tokens)
      if (value !== kept && known.retired === null) this.#tokens.set(value, {...known, retired});
  }

  #retirePredecessorOf(value: string): void {
    for (const [earlier, known] of this.#tokens)
      if (known.use?.pair.refreshToken === value && known.retired === null)
        this.#tokens.set(earlier, {...known, retired: REPLACED});
  }
}
