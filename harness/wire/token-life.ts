/** A token that an extension sent, as the axis of the clock shows it. */
export interface TokenLife {
  /** The number of the token, in order of issue. */
  readonly number: number;
  /** The first name of the person that it is about. */
  readonly who: string;
  /** The case that broke it, or null. */
  readonly case: string | null;
  /** Seconds since 1970. */
  readonly from: number;
  readonly until: number;
  /** The number of times that it was sent. */
  readonly sent: number;
}
