import type {ClaimDetail} from './request-detail.ts';

/** The largest token that a console sends to be checked, in characters. It fits into one frame. */
export const LONGEST_PASTED = 60_000;

/** The check of a pasted token. Neither side keeps the token. */
export interface PastedCheck {
  /** The kind that the claims look like, as the command line names it; null for a string that is not a JWT. */
  readonly kind: string | null;
  /** The claims with their meanings, and the signature as the last one. */
  readonly claims: readonly ClaimDetail[];
  /** A sentence about the signature. */
  readonly signature: string;
  /** A sentence about the right answer of a backend. */
  readonly answer: string;
  /** The verdict of the catalogue; `none` if nothing settles it. */
  readonly verdict: 'accept' | 'refuse' | 'none';
}
