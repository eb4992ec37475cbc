import type {ClaimDetail} from '../../../wire/request-detail.ts';
import {AT_PRESENT, isTimeClaim, timeMeaning} from '../../../wire/time-claim.ts';

/**
 * Describes the claims of a token as they are now: times by their distance to `now`, in seconds since 1970. The bad
 * ones come first.
 */
export function presentClaims(
  claims: readonly ClaimDetail[],
  payload: Readonly<Record<string, unknown>>,
  now: number,
): readonly ClaimDetail[] {
  const present = claims.map((claim) =>
    isTimeClaim(claim.name)
      ? {...claim, ...timeMeaning(claim.name, payload[claim.name], now, AT_PRESENT)}
      : claim,
  );

  const isBad = ({state}: ClaimDetail): boolean => state === 'bad';
  return [...present.filter(isBad), ...present.filter((claim) => !isBad(claim))];
}
