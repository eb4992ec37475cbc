import {messageOf, SimhostError} from '../errors.ts';

/** The target of a write, for the message if it fails. */
export interface WriteTarget {
  /** The subject of the message, for example `The report`. */
  readonly what: string;
  /** The file or folder. */
  readonly path: string;
}

/**
 * Does work that writes files, and names what cannot be written.
 *
 * @throws {SimhostError} `ERR_NOT_WRITTEN` with the cause, for example a full disk
 */
export async function writing<T>({what, path}: WriteTarget, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const next = nextStep((cause as NodeJS.ErrnoException).code);
    throw new SimhostError('ERR_NOT_WRITTEN', `${what} cannot be written to ${path}: ${messageOf(cause)}.`, {
      next,
      cause,
    });
  }
}

function nextStep(code: string | undefined): string {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'Free space there.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'Allow simhost to write there.';
  return 'Check this path.';
}
