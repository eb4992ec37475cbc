import {randomUUID} from 'node:crypto';
import {rename, rm, writeFile} from 'node:fs/promises';

/**
 * Writes a file that other processes may be reading. They find the old content, or all of the new content.
 *
 * @param options.mode the permissions; default: those of the process's umask
 */
export async function replaceFile(
  path: string,
  content: string,
  {mode}: {mode?: number} = {},
): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, content, mode === undefined ? {} : {mode, flag: 'wx'});
    await rename(draft, path);
  } catch (error) {
    await rm(draft, {force: true});
    throw error;
  }
}
