import type {ClaimDetail} from './request-detail.ts';

/** A token that was given out, as a row shows it. */
export interface TokenRow {
  /** The number of the token, in order of issue. */
  readonly number: number;
  /** The kind, as the command line names it: `customer-account`. */
  readonly kind: string;
  /** The person that it is about. */
  readonly who: string;
  /** The case that broke it, or null. */
  readonly case: string | null;
  /** Whether a person made it in the console. */
  readonly isOwn: boolean;
  /** Whether it is what the extension gets next. */
  readonly isWaiting: boolean;
  /** The simulated time of issue, in milliseconds since 1970. */
  readonly at: number;
  /** Seconds since 1970; null for a token without this time. */
  readonly from: number | null;
  readonly until: number | null;
  /** The requests that carried it, by their numbers in the journal. */
  readonly requests: readonly number[];
}

/** A token in full, decoded. Its signature is left out. */
export interface TokenView {
  readonly row: TokenRow;
  /** The header as JSON. */
  readonly header: string;
  /** The claims with their meanings; those of times are for the present of the reader. */
  readonly claims: readonly ClaimDetail[];
  /** The claims as they are. */
  readonly payload: Readonly<Record<string, unknown>>;
}
