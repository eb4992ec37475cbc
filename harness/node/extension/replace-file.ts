import {randomUUID} from 'node:crypto';
import * as fs from 'node:fs/promises';
import {setTimeout as delay} from 'node:timers/promises';

export interface ReplaceOptions {
  /** The permissions. Default: those of the process's umask. */
  readonly mode?: number;
  /** Default: this one. */
  readonly system?: NodeJS.Platform;
  /** Moves a file. Default: that of Node. */
  readonly rename?: (from: string, to: string) => Promise<void>;
}

/** Writes a file that other processes may be reading. They find the old content, or all of the new content. */
export async function replaceFile(
  path: string,
  content: string,
  {mode, system = process.platform, rename = fs.rename}: ReplaceOptions = {},
): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await fs.writeFile(draft, content, mode === undefined ? {} : {mode, flag: 'wx'});
    await (system === 'win32' ? moveWhenClosed(() => rename(draft, path)) : rename(draft, path));
  } catch (error) {
    await fs.rm(draft, {force: true});
    throw error;
  }
}

/** The errors of Windows for a file that a process has open: a reader, or a virus scanner. */
const HELD = ['EPERM', 'EACCES', 'EBUSY'];
const MOST_ATTEMPTS = 20;
/** Milliseconds, times the number of the attempt. */
const PAUSE = 10;

/** Repeats a move that Windows refuses while somebody has the file open. The attempts take two seconds in all. */
async function moveWhenClosed(move: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await move();
    } catch (error) {
      const isHeld = HELD.includes((error as NodeJS.ErrnoException).code ?? '');
      if (!isHeld || attempt === MOST_ATTEMPTS) throw error;
      await delay(PAUSE * attempt);
    }
  }
}
