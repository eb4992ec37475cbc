import {durationWords} from './duration-words.ts';
import type {ClaimDetail} from './request-detail.ts';

/** The meaning of a claim, and whether it is good. */
export type Meaning = Pick<ClaimDetail, 'meaning' | 'state'>;

/** The words for a time before and after the instant that it is compared with. */
export interface DistanceWords {
  readonly before: string;
  readonly after: string;
  readonly same: string;
}

/** The words for a comparison with the time of a request. */
export const AT_REQUEST: DistanceWords = {before: 'before', after: 'later', same: 'just before'};

/** The words for a comparison with the present. */
export const AT_PRESENT: DistanceWords = {before: 'ago', after: 'from now', same: 'now'};

/** Whether a claim is a time, in seconds since 1970. */
export function isTimeClaim(name: string): boolean {
  return name === 'iat' || name === 'nbf' || name === 'exp';
}

/** Describes a claim that is a time, at an instant in seconds since 1970. */
export function timeMeaning(name: string, value: unknown, at: number, words: DistanceWords): Meaning {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return {meaning: 'not a time in seconds', state: 'bad'};

  const distance = durationWords((at - value) * 1000);
  if (name === 'exp' && at >= value) return {meaning: `expired ${distance} ${words.before}`, state: 'bad'};
  if (name === 'nbf' && at < value) return {meaning: `valid in ${distance}`, state: 'bad'};
  if (Math.abs(at - value) < 1) return {meaning: words.same, state: 'none'};
  return {meaning: `${distance} ${at >= value ? words.before : words.after}`, state: 'none'};
}
