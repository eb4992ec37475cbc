import {readFile, rm, writeFile} from 'node:fs/promises';
import {SimhostError} from '../../errors.ts';

/**
 * Writes a simulation's id to a new file that only its owner may read. Returns the function that removes the file.
 *
 * An existing file stays, unless it contains such an id.
 *
 * @throws {SimhostError} `ERR_BAD_ID_FILE`
 */
export async function writeIdFile(path: string, id: string): Promise<() => Promise<void>> {
  const before = await readIfExists(path);
  if (before !== undefined && !ID.test(before)) {
    throw new SimhostError('ERR_BAD_ID_FILE', `${path} exists and does not contain the id of a simulation.`, {
      next: 'Give a new file; --id-file does not replace yours.',
    });
  }

  try {
    if (before !== undefined) await rm(path);
    await writeFile(path, `${id}\n`, {mode: 0o600, flag: 'wx'});
  } catch (cause) {
    throw notWritten(path, cause);
  }

  return async () => {
    if ((await readIfExists(path)) === `${id}\n`) await rm(path, {force: true});
  };
}

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\n$/;

async function readIfExists(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw notWritten(path, cause);
  }
}

function notWritten(path: string, cause: unknown): SimhostError {
  const {code} = cause as NodeJS.ErrnoException;
  return new SimhostError(
    'ERR_BAD_ID_FILE',
    `The id cannot be written to ${path}: ${code ?? String(cause)}.`,
    {
      next: 'Give a file in a folder that exists and that you may write to.',
      cause,
    },
  );
}
