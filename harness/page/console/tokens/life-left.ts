import type {TokenRow} from '../../../wire/token-row.ts';

/**
 * Returns the part of a token's life that is left at an instant in seconds since 1970: from 1 down to 0, which means
 * expired. `null` for a token without both times.
 */
export function lifeLeft({from, until}: Pick<TokenRow, 'from' | 'until'>, now: number): number | null {
  if (from === null || until === null) return null;
  if (now >= until) return 0;

  const whole = until - from;
  return whole <= 0 ? 0 : Math.min(1, (until - now) / whole);
}
