import {lstat, mkdir, mkdtemp, writeFile, rm} from 'node:fs/promises';
import {randomUUID} from 'node:crypto';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ancestors, exists} from './packages.ts';

/**
 * Finds the folder for the bundles of an extension: in the nearest `node_modules` above it, else a private
 * temporary one. If neither can be written, nothing can be kept: the folder does not exist.
 */
export async function cacheFolder(dir: string): Promise<string> {
  for (const folder of ancestors(dir)) {
    const modules = join(folder, 'node_modules');
    if (!(await exists(modules))) continue;
    const cache = join(modules, '.cache', 'simhost');
    if (await isWritable(cache)) return cache;
    break;
  }

  return temporaryFolder();
}

async function isWritable(folder: string): Promise<boolean> {
  const probe = join(folder, `.${randomUUID()}`);
  try {
    await mkdir(folder, {recursive: true});
    // An empty file fits on a full disk.
    await writeFile(probe, 'simhost');
    return true;
  } catch {
    return false;
  } finally {
    await rm(probe, {force: true}).catch(() => undefined);
  }
}

/**
 * Makes a temporary folder. Scripts are read from it, so a folder that another user could have prepared is
 * not used.
 */
async function temporaryFolder(): Promise<string> {
  const uid = process.geteuid?.() ?? -1;
  const folder = join(tmpdir(), `simhost-${uid}`);
  await mkdir(folder, {mode: 0o700}).catch(() => undefined);
  const found = await lstat(folder).catch(() => undefined);
  const isOurs =
    found?.isDirectory() === true &&
    (process.platform === 'win32' || (found.uid === uid && (found.mode & 0o022) === 0));

  if (isOurs) return folder;
  return mkdtemp(join(tmpdir(), 'simhost-')).catch(() => join(tmpdir(), `simhost-${randomUUID()}`));
}
