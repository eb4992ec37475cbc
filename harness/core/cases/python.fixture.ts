import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

/** Debian's own Python, because its packages install PyJWT for this one only. */
export const PYTHON = '/usr/bin/python3';

/**
 * Returns whether a test that needs Python with these modules runs. On a developer's machine, it is skipped if they are
 * missing. On Linux, it runs anyway in CI and in `npm run check`, and fails. Other systems have no such Python.
 */
export async function hasPython(...modules: readonly string[]): Promise<boolean> {
  const isDemanded = process.env['SIMHOST_CHECK'] !== undefined || process.env['CI'] !== undefined;
  if (isDemanded && process.platform === 'linux') return true;

  return promisify(execFile)(PYTHON, ['-c', ['import sys', ...modules].join(', ')]).then(
    () => true,
    () => false,
  );
}
