import {SimhostError} from '../../errors.ts';
import {shown} from '../../shown-value.ts';

/**
 * Checks how many times something applies, and returns the number.
 *
 * @param claim the beginning of the message, for example `userTokenVerify cannot be answered`
 * @throws {SimhostError} `ERR_BAD_OPTION`
 */
export function readTimes(times: number, claim: string): number {
  if (times === Infinity || (Number.isInteger(times) && times > 0)) return times;
  throw new SimhostError('ERR_BAD_OPTION', `${claim} ${shown(times)} times.`, {
    next: 'Give a whole number from 1 up, or Infinity.',
  });
}
