import {randomUUID} from 'node:crypto';
import {rename, rm, writeFile} from 'node:fs/promises';

/**
 * Writes a file that other processes may be reading: they find what was there before, or all of the new content.
 *
 * @param options.mode who may read it; default: as the process's umask says
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
