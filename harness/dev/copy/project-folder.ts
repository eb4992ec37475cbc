import {readdir} from 'node:fs/promises';
import {dirname, relative, sep} from 'node:path';

const CONFIG = /^playwright\.config\.[cm]?[jt]s$/;

/**
 * The folder from which the paths of a test count: that of the nearest Playwright config, else of the outermost
 * package.
 */
export async function projectFolderOf(folder: string): Promise<string> {
  const above = foldersAbove(folder);
  const files = await Promise.all(above.map((each) => readdir(each).catch((): string[] => [])));

  const config = files.findIndex((names) => names.some((name) => CONFIG.test(name)));
  if (config !== -1) return above[config] ?? folder;

  // An extension often has its own package file, and the project is above it.
  const packages = files.findLastIndex((names) => names.includes('package.json'));
  return above[packages] ?? folder;
}

/** A path from a folder, with slashes on every system. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/') || '.';
}

function foldersAbove(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}
