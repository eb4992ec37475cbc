/** The points of an app, as `extensions.cost.throttleStatus` states them. */
export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** The points of an app in a shop of the standard plan, and those that come back in a second. */
export const STANDARD_PLAN: Pick<ThrottleStatus, 'maximumAvailable' | 'restoreRate'> = {
  maximumAvailable: 2000,
  restoreRate: 100,
};

/**
 * The points that the queries of an app in a shop may cost: a bucket that fills again with time.
 *
 * @see https://shopify.dev/docs/api/usage/limits#rate-limits
 */
export class CostBucket {
  readonly #now: () => number;
  readonly #plan = STANDARD_PLAN;
  #available = STANDARD_PLAN.maximumAvailable;
  #filledAt: number | undefined;

  /** @param now returns the time of the platform, in milliseconds since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes the points of a query; `false` if there are too few, and then none are taken. */
  take(points: number): boolean {
    this.#fill();
    if (points > this.#available) return false;
    this.#available -= points;
    return true;
  }

  /** Gives points back, because a query cost less than it might have. */
  giveBack(points: number): void {
    this.#available = Math.min(this.#plan.maximumAvailable, this.#available + points);
  }

  get status(): ThrottleStatus {
    this.#fill();
    return {...this.#plan, currentlyAvailable: Math.floor(this.#available)};
  }

  /** Adds what has come back. A clock that moved back adds nothing. */
  #fill(): void {
    const now = this.#now();
    const seconds = Math.max(0, now - (this.#filledAt ?? now)) / 1000;
    this.#filledAt = now;
    this.giveBack(seconds * this.#plan.restoreRate);
  }
}
