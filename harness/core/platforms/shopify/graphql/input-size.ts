import {isRecord} from '../../../../records.ts';

/** The most values of a list in the arguments of a mutation. */
const MOST = 250;

/** The error of a list in the arguments that is too long. */
export class InputTooLong extends Error {
  readonly extensions = {code: 'MAX_INPUT_SIZE_EXCEEDED'};
}

/**
 * Refuses arguments with a list of more than 250 values.
 *
 * @throws {InputTooLong} with the size of the list
 * @see https://shopify.dev/docs/api/usage/limits
 */
export function refuseLongInput(given: unknown): void {
  if (Array.isArray(given) && given.length > MOST)
    throw new InputTooLong(
      `The input array size of ${given.length} is greater than the maximum allowed of ${MOST}.`,
    );

  const values: readonly unknown[] = Array.isArray(given)
    ? given
    : Object.values(isRecord(given) ? given : {});
  for (const value of values) refuseLongInput(value);
}
