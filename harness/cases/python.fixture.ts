import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

/** Debian's own Python, because its packages install PyJWT for this one only. */
export const PYTHON = '/usr/bin/python3';

/**
 * Whether this machine has Python with these modules. `npm test` skips what needs them where they are missing;
 * `npm run check` fails.
 */
export async function hasPython(...modules: readonly string[]): Promise<boolean> {
  if (process.env['SIMHOST_CHECK'] !== undefined) return true;

  return promisify(execFile)(PYTHON, ['-c', ['import sys', ...modules].join(', ')]).then(
    () => true,
    () => false,
  );
}
