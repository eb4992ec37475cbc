import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {SimhostError, messageOf} from '../../errors.ts';
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

/** The members of `package.json` that init edits. */
const EDITED = ['scripts', 'devDependencies'];

/**
 * Checks that the `package.json` of a folder can be edited. A folder without one passes.
 *
 * @throws {SimhostError} `ERR_BAD_PACKAGE_FILE` if it is not a JSON object, or a member that init edits is not one
 */
export async function checkPackageFile(folder: string): Promise<void> {
  const path = join(folder, 'package.json');
  const text = await readIfThere(path);
  if (text === null) return;

  const value = parsedPackage(text, path);
  if (!isRecord(value)) throw badPackageFile(`${path} is not a JSON object.`);

  const wrong = EDITED.find((key) => value[key] !== undefined && !isRecord(value[key]));
  if (wrong !== undefined) throw badPackageFile(`"${wrong}" in ${path} is not an object.`);
}

function parsedPackage(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw badPackageFile(`${path} is not valid JSON: ${messageOf(error)}.`);
  }
}

function badPackageFile(message: string): SimhostError {
  return new SimhostError('ERR_BAD_PACKAGE_FILE', message, {
    next: 'Correct the file, then run simhost init again.',
  });
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
