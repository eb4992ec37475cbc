import {messageOf, SimhostError} from '../../errors.ts';
import {isPlainObject, shown} from '../../shown-value.ts';

/**
 * Checks that claims can be written into a token.
 *
 * @throws {SimhostError} `ERR_BAD_CLAIM`
 */
export function checkClaims(claims: unknown = {}): void {
  const next =
    'Give an object of values that JSON has: {sub: "1", exp: 1700000000}. undefined leaves a claim out.';
  if (!isPlainObject(claims)) throw new SimhostError('ERR_BAD_CLAIM', `claims is ${shown(claims)}.`, {next});

  try {
    JSON.stringify(claims);
  } catch (cause) {
    // A value that contains itself, a big integer, or more levels than the stack has.
    throw new SimhostError('ERR_BAD_CLAIM', `The claims cannot be written as JSON: ${messageOf(cause)}`, {
      next,
      cause,
    });
  }
}
