import {SimhostError, messageOf} from '../../errors.ts';

/**
 * Parses the JSON of a field.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION`
 */
export function readFieldJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new SimhostError('ERR_BAD_OPTION', `${path} is not JSON: ${messageOf(cause)}`, {
      next: 'Write it as JSON, with double quotes around names and strings.',
      cause,
    });
  }
}
