import {timingSafeEqual} from 'node:crypto';

/** Whether a sender shows the right key. The time of the comparison does not depend on the place of a difference. */
export function isSameKey(shown: unknown, key: string): boolean {
  if (typeof shown !== 'string') return false;

  const [given, wanted] = [Buffer.from(shown), Buffer.from(key)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
