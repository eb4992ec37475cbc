import {SimhostError} from '../../errors.ts';
import {kindOf} from '../../shown-value.ts';

/**
 * Refuses another value than a string with content. The message shows only the kind of the value: it may be a secret.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION`
 */
export function refuseBadCredential(subject: string, value: unknown, next: string): void {
  if (typeof value === 'string' && value !== '') return;
  throw new SimhostError('ERR_BAD_OPTION', `${subject} is ${value === '' ? 'empty' : kindOf(value)}.`, {
    next,
  });
}
