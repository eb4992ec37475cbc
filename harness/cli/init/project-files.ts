import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {isRecord} from '../../records.ts';

/** Reads a file; `null` if it does not exist. */
export async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

/** Reads a JSON object; `null` without one. */
export async function readJson(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  const text = await readIfThere(path);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** The fields of a `package.json` that init reads. */
export interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>;
  /** The names and ranges of all its packages. */
  readonly packages: Readonly<Record<string, string>>;
  readonly isModule: boolean;
}

/** Reads the `package.json` of a folder; `null` without one. */
export async function readPackage(folder: string): Promise<PackageJson | null> {
  const json = await readJson(join(folder, 'package.json'));
  if (json === null) return null;
  return {
    scripts: stringsOf(json['scripts']),
    packages: {
      ...stringsOf(json['peerDependencies']),
      ...stringsOf(json['dependencies']),
      ...stringsOf(json['devDependencies']),
    },
    isModule: json['type'] === 'module',
  };
}

function stringsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}

/** Folders that hold no source of a project. */
const SKIPPED = new Set(['node_modules', 'dist', 'build', 'coverage', 'test-results', 'playwright-report']);

/** A deeper folder is not looked at. */
const DEEPEST = 5;

/** A folder with the names of its files. */
export interface Folder {
  /** An absolute path. */
  readonly path: string;
  readonly files: readonly string[];
}

/** Lists a folder and the folders below it that can hold sources, in the order of their names. */
export async function foldersIn(path: string, depth = 0): Promise<readonly Folder[]> {
  const entries = await readdir(path, {withFileTypes: true}).catch(() => []);
  const below = entries
    .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.'))
    .map(({name}) => name)
    .toSorted();

  const files = entries.filter((entry) => !entry.isDirectory()).map(({name}) => name);
  const deeper =
    depth === DEEPEST ? [] : await Promise.all(below.map((name) => foldersIn(join(path, name), depth + 1)));
  return [{path, files}, ...deeper.flat()];
}
