import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

/** Debian's own Python, because its packages install PyJWT for this one only. */
export const PYTHON = '/usr/bin/python3';

/**
 * Whether a test that needs Python with these modules runs. On a developer's machine it is skipped if they are missing. In CI
 * and in `npm run check` it runs anyway, and fails.
 */
export async function hasPython(...modules: readonly string[]): Promise<boolean> {
  if (process.env['SIMHOST_CHECK'] !== undefined || process.env['CI'] !== undefined) return true;

  return promisify(execFile)(PYTHON, ['-c', ['import sys', ...modules].join(', ')]).then(
    () => true,
    () => false,
  );
}
